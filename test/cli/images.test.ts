import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { images } from '../../src/cli/images.ts'
import { asAvatar, asBanner, mark, portrait, scene, toJpeg } from '../support/draw-pictures.ts'

// Each starts processes of its own, with nets to load.
vi.setConfig({ testTimeout: 60_000 })

async function command(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const code = await images(args, { stdin: new PassThrough(), stdout, stderr, env: {}, signal: new AbortController().signal })
  const lines = (stream: PassThrough): unknown[] =>
    String(stream.read() ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { code, out: lines(stdout), last: lines(stderr).at(-1) }
}

const folder = mkdtempSync(join(tmpdir(), 'eenlijn-images-'))
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const list = (name: string, content: unknown) => {
  put(name, JSON.stringify(content))
  return join(folder, name)
}

test('compare writes a line for each pair, in order, and at last what it took', async () => {
  put('a.jpg', await asBanner(scene(1), 'x'))
  put('b.jpg', await asBanner(scene(1), 'facebook'))
  put('c.jpg', await asBanner(scene(2), 'x'))
  const pairs = list('banners.json', {
    items: [{ file: 'a.jpg' }, { file: 'b.jpg' }, { file: 'c.jpg' }],
    pairs: [
      [0, 1, 1, 'photo'],
      [0, 2, 0, 'other'],
    ],
  })
  const { code, out, last } = await command('compare', '--pairs', pairs)
  expect(code).toBe(0)
  expect(out).toEqual([
    { a: 'a.jpg', b: 'b.jpg', verdict: 'same', score: expect.any(Number) },
    { a: 'a.jpg', b: 'c.jpg', verdict: 'different', score: expect.any(Number) },
  ])
  expect(last).toEqual({ images: 3, seconds: expect.any(Number), peakMemoryMb: expect.any(Number) })
})

test('logos writes a line for each picture and logo', async () => {
  put('one.svg', mark(1))
  put('two.svg', mark(2))
  put('avatar.jpg', await asAvatar(mark(1), '#ffffff'))
  const { out } = await command(
    'logos',
    '--set',
    list('logos.json', { logos: [{ f: 'one.svg' }, { f: 'two.svg' }], items: [{ f: 'avatar.jpg' }] }),
  )
  expect(out).toEqual([
    { item: 'avatar.jpg', logo: 'one.svg', verdict: 'present', score: expect.any(Number) },
    { item: 'avatar.jpg', logo: 'two.svg', verdict: expect.stringMatching(/absent|cannot-tell/), score: expect.any(Number) },
  ])
})

test('portraits writes the groups, then each pair', async () => {
  const stripes =
    '<rect width="400" height="400" fill="#567"/><g fill="#234"><rect x="40" width="30" height="400"/><rect x="330" width="30" height="400"/></g>'
  for (const [name, shirt] of [
    ['p.jpg', '#822'],
    ['q.jpg', '#282'],
  ] as const)
    put(name, await toJpeg(portrait(stripes, shirt)))
  const { out } = await command('portraits', '--set', list('portraits.json', [{ file: 'p.jpg' }, { file: 'q.jpg' }]))
  expect(out).toEqual([{ groups: [['p.jpg', 'q.jpg']] }, { a: 'p.jpg', b: 'q.jpg', verdict: 'same', score: expect.any(Number) }])
})

test('a list that is not there, of another form, or that leads out of its folder is refused or not read', async () => {
  await expect(command('compare', '--pairs', join(folder, 'nothing.json'))).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(command('compare', '--pairs', list('wrong.json', { items: [] }))).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(command('paint')).rejects.toMatchObject({ code: 'invalid-input' })
  const outside = list('outside.json', { items: [{ file: '../../etc/hostname' }, { file: 'a.jpg' }], pairs: [[0, 1]] })
  expect((await command('compare', '--pairs', outside)).out).toEqual([
    { a: '../../etc/hostname', b: 'a.jpg', verdict: 'cannot-tell', score: null },
  ])
})
