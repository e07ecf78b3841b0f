import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mhtmlOf } from '../support/mhtml.ts'
import { commandHere } from './command.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const page = '<html><head><meta property="og:title" content="De Linde (@delinde) / X"></head><body></body></html>'
const har = (status: number, text: string, url = 'https://www.linkedin.com/company/delinde/') =>
  JSON.stringify({ log: { entries: [{ request: { url }, response: { status, content: { mimeType: 'text/html', text } } }] } })

async function readOne(name: string, bytes: string | Uint8Array, ...args: string[]) {
  writeFileSync(join(folder, name), bytes)
  const { code, stdout } = await commandHere(['profile', 'read', join(folder, name), ...args])
  return { code, profile: JSON.parse(stdout) }
}

test.each<[string, string | Uint8Array]>([
  ['a.html', page],
  ['a.html.gz', gzipSync(page)],
  ['a.mhtml', mhtmlOf({ url: 'https://x.com/delinde', html: page })],
  ['a.har', har(200, page, 'https://x.com/delinde')],
])('a saved answer in %s is read', async (name, bytes) => {
  const { code, profile } = await readOne(name, bytes, '--platform', 'x', '--url', 'https://x.com/delinde')
  expect(code).toBe(0)
  expect(profile).toMatchObject({
    platform: 'x',
    state: 'captured',
    displayName: { seen: true, value: 'De Linde', from: 'og:title' },
    handle: { seen: true, value: 'delinde', from: 'address' },
    followers: { seen: false, why: 'not-offered' },
    activity: 'unknown',
  })
})

test('many are read by a list, a line each; of an unknown platform the wall alone is told', async () => {
  writeFileSync(join(folder, 'a.html'), page)
  writeFileSync(join(folder, 'b.har'), har(999, ''))
  writeFileSync(join(folder, 'c.har'), har(403, 'Forbidden', 'https://elders.example/delinde'))
  writeFileSync(
    join(folder, 'list.json'),
    JSON.stringify([
      { file: 'a.html', platform: 'x', url: 'https://x.com/delinde' },
      { file: 'b.har', platform: 'linkedin', url: 'https://www.linkedin.com/company/delinde/' },
      { file: 'c.har', platform: 'elders', url: null },
    ]),
  )
  const { code, stdout } = await commandHere(['profile', 'read', '--manifest', join(folder, 'list.json')])
  expect(code).toBe(0)
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { file: 'a.html', state: 'captured' },
    { file: 'b.har', state: 'walled', wall: 'blocked', handle: { value: 'company/delinde', from: 'address' } },
    { file: 'c.har', platform: 'elders', state: 'walled', wall: 'blocked' },
  ])
})

test.each([
  [['profile']],
  [['profile', 'read']],
  [['profile', 'read', 'weg.html', '--platform', 'x']],
  [['profile', 'read', 'weg.html', '--platform', 'elders']],
  [['profile', 'read', '--manifest', 'weg.json']],
])('%j is not right, and says so', async (args) => {
  const { code, stdout, stderr } = await commandHere(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).not.toBe('')
})
