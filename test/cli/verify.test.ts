import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandHere } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'eenlijn-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

writeFileSync(
  join(folder, 'home.html'),
  `<html><head><title>Zorggroep Wilgenhof</title></head><body><footer>
   <a href="https://www.instagram.com/wilgenhof">Instagram</a><a href="https://www.facebook.com/zorggroepwilgenhof">Facebook</a></footer></body></html>`,
)
writeFileSync(
  join(folder, 'nep.html'),
  `<html><head><meta property="og:title" content="Camping Wilgenhof (@wilgenhof) | X">
   <script type="application/ld+json">{"@context":"https://schema.org","@type":"ProfilePage","relatedLink":["https://camping-wilgen.example/"],
   "mainEntity":{"@type":"Organization","name":"Camping Wilgenhof","additionalName":"wilgenhof"}}</script></head></html>`,
)

const organisation = { name: 'Zorggroep Wilgenhof', website: 'https://wilgenhof.example/' }
const pages = [{ file: 'home.html', url: 'https://wilgenhof.example/' }]

async function verify(content: unknown, form: 'json' | 'lines' = 'json') {
  const list = join(folder, 'list.json')
  writeFileSync(list, form === 'json' ? JSON.stringify(content) : (content as unknown[]).map((line) => JSON.stringify(line)).join('\n'))
  const { code, stdout, stderr } = await commandHere(['verify', '--candidates', list])
  return {
    code,
    stderr,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

test('each candidate gets a line with whose it is, how sure that is and why', async () => {
  const { code, lines } = await verify({
    organisation,
    pages,
    candidates: ['https://instagram.com/wilgenhof/', { platform: 'x', handle: 'bakkerij_jansen' }],
  })
  expect(code).toBe(0)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({
    platform: 'instagram',
    handle: 'wilgenhof',
    url: 'https://www.instagram.com/wilgenhof',
    verdict: 'ours',
    kind: 'central',
    signals: expect.arrayContaining([{ id: 'in-footer', weight: expect.any(Number), text: expect.any(String) }]),
  })
  expect(lines[0].confidence).toBeGreaterThan(0.85)
  expect(lines[1]).toMatchObject({ platform: 'x', handle: 'bakkerij_jansen', verdict: 'not-ours' })
})

test('lines with an organisation and a page of their own are judged by those', async () => {
  const own = { organisation, page: pages[0], url: 'https://instagram.com/wilgenhof' }
  const other = { ...own, organisation: { name: 'Vliegclub Zwarte Raaf', website: 'https://wilgenhof.example/' } }
  const { lines } = await verify([own, other], 'lines')
  expect(lines.map(({ verdict }) => verdict)).toEqual(['ours', 'unknown'])
})

test('a saved profile is evidence: another site on it speaks against', async () => {
  const candidate = { url: 'https://x.com/wilgenhof', profile: { file: 'nep.html' } }
  const { lines } = await verify({ organisation, pages, candidates: [candidate] })
  expect(lines[0].signals.map(({ id }: { id: string }) => id)).toContain('names-another-site')
  expect(lines[0].verdict).toBe('not-ours')
})

test('without candidates it is every account that the pages name, as a manifest of pages has it', async () => {
  const { lines } = await verify([
    { id: 'p1', file: 'home.html', url: 'https://wilgenhof.example/', org: 'Zorggroep Wilgenhof', domain: 'wilgenhof.example' },
  ])
  expect(lines.map(({ id, url, verdict }) => [id, url, verdict])).toEqual([
    ['p1', 'https://www.instagram.com/wilgenhof', 'ours'],
    ['p1', 'https://www.facebook.com/zorggroepwilgenhof', 'ours'],
  ])
})

test('a person’s profile and a share link are told apart from accounts', async () => {
  const { lines } = await verify({
    organisation,
    pages,
    candidates: ['https://www.linkedin.com/in/jan', 'https://facebook.com/sharer.php?u=x'],
  })
  expect(lines).toMatchObject([
    { verdict: 'not-ours', kind: 'person', confidence: 0 },
    { verdict: 'not-ours', platform: 'facebook', confidence: 0 },
  ])
})

test('without pages, website or name nothing is claimed', async () => {
  const { code, lines } = await verify({ candidates: ['https://x.com/wilgenhof'] })
  expect(code).toBe(0)
  expect(lines[0].verdict).not.toBe('ours')
})

test('a page that is not there is said with its candidates, and the others go on', async () => {
  const { code, lines } = await verify([
    { organisation, page: 'weg.html', candidates: ['https://x.com/a'] },
    { organisation, pages, candidates: ['https://instagram.com/wilgenhof'] },
  ])
  expect(code).toBe(0)
  expect(lines[0]).toMatchObject({ verdict: 'unknown', error: expect.stringContaining('weg.html') })
  expect(lines[1].verdict).toBe('ours')
})

test.each([
  ['no list', ['verify']],
  ['a list that is not there', ['verify', '--candidates', join(folder, 'niets.json')]],
])('%s is bad input with a sentence', async (_, args) => {
  const { code, stderr } = await commandHere(args)
  expect(code).toBe(2)
  expect(stderr.length).toBeGreaterThan(20)
})
