import axe from 'axe-core'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { emptyReading, type PrintItemReading } from '../../src/model/print-item.ts'
import { readPrintItems } from '../../src/services/print-items.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { readPrint } from '../../src/services/read-print.ts'
import { evidence, printItems } from '../../src/store/schema.ts'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { samplePicture } from '../support/sample-picture.ts'
import { smallPdf } from '../support/small-pdf.ts'
import { complaintsOf, openBrowser, serveApp } from './browser.ts'
import { readable, visitor } from './visitor.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const pdf = (line: string) => smallPdf([{ lines: [line] }])
const fileOf = (line: string) => new File([new Uint8Array(pdf(line))], `${line.replace('/', '-')}.pdf`, { type: 'application/pdf' })

async function setting() {
  const { deps } = await testDeps()
  const { auditId } = await sampleAudit(deps)
  const path = `/audits/${auditId}/prints`
  const post = async (files: readonly File[], fields: Readonly<Record<string, string>> = {}) => {
    const body = new FormData()
    for (const file of files) body.append('files', file)
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const answer = await createApp(deps).request(`http://localhost/nl${path}`, {
      method: 'POST',
      body,
      headers: { Origin: 'http://localhost' },
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return { deps, auditId, path, post }
}

/** As a worker would have read it: no engine is needed to look at a page. */
async function readItem(deps: Deps, auditId: string, reading: Partial<PrintItemReading>): Promise<string> {
  const { itemId } = await readPrint(deps, {
    auditId,
    name: 'poster.pdf',
    bytes: pdf('x.com/een'),
    route: 'print',
    title: 'Open dag',
    personId: null,
  })
  const crop = await deps.blobs.put(samplePicture([255, 255, 255], [20, 40, 60]))
  deps.store.db
    .insert(evidence)
    .values({ digest: crop, auditId, kind: 'picture', expiresAt: '2027-01-01T00:00:00.000Z' })
    .onConflictDoNothing()
    .run()
  const accounts = (reading.accounts ?? []).map((account) => ({ ...account, crop }))
  const whole = { ...emptyReading, title: 'Open dag', preview: crop, record: crop, ...reading, accounts }
  deps.store.db.update(printItems).set({ state: 'read', reading: whole }).where(eq(printItems.id, itemId)).run()
  return itemId
}
const account = { platform: 'facebook', handle: 'zorgwijde', url: 'https://www.facebook.com/zorgwijde', key: 'facebook:zorgwijde' } as const
const seen = { quote: 'facebook.com/zorgwijde', crop: null, page: 1 }
const found: Partial<PrintItemReading> = {
  accounts: [
    { ...account, ...seen, tier: 'certain' },
    { platform: null, handle: '@zorgdag', url: null, key: null, tier: 'possible', ...seen, quote: 'Deel met @zorgdag' },
  ],
  addresses: [{ url: 'https://www.zorgwijde.example/oud', crop: null, state: 'dead', leadsTo: null, why: null }],
}

test('several files are handed in without scripts, and those that are refused are told by name', async () => {
  const { deps, auditId, post } = await setting()
  const page = await post([fileOf('x.com/een'), new File(['PK\u0003\u0004'], 'brief.docx')], { route: 'press', title: 'Streekkrant' })
  expect(readable(page)).toContain('1 bestand aangenomen.')
  expect(readable(page)).toMatch(/brief\.docx ?: Dit bestand is niet te lezen\./)
  expect(readable(page)).toContain('Wordt gelezen')
  expect(readPrintItems(deps, auditId)).toMatchObject([{ route: 'press', title: 'Streekkrant', state: 'reading' }])
  const refused = await post([], { route: 'press', title: 'Streekkrant' })
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('value="Streekkrant"')
  expect(refused.text).toContain('id="files-error"')
})

test('an item shows what stands on it; a bare name is given its platform, and the item is removed', async () => {
  const { deps, auditId, path } = await setting()
  const itemId = await readItem(deps, auditId, found)
  const somebody = visitor(deps)
  const page = await somebody.get(`/nl${path}`)
  expect(readable(page)).toMatch(/Facebook ?zorgwijde ?Zeker/)
  expect(readable(page)).toMatch(/@ ?zorgdag ?Misschien/)
  expect(readable(page)).toMatch(/zorgwijde\.example\/oud.*werkt niet meer/)
  expect((await somebody.post(`/nl${path}/${itemId}/place`, { handle: '@zorgdag', platform: '' })).status).toBe(400)
  const placed = await somebody.post(`/nl${path}/${itemId}/place`, { handle: '@zorgdag', platform: 'x' })
  expect(placed.headers.get('location')).toBe(`/nl${path}#p-${itemId}`)
  const keys = () => readAudit(deps, auditId, { personId: null }).candidates.map(({ key }) => key)
  expect(keys()).toContain('x:zorgdag')
  expect(readable(await somebody.get(`/nl/audits/${auditId}/accounts?show=all`))).toContain('Drukwerk : Open dag')
  expect(readable(await somebody.post(`/nl${path}/${itemId}/remove`))).toContain('Verwijderd, met de uitsneden')
  expect(keys()).not.toContain('x:zorgdag')
  expect((await somebody.get(`/nl${path}/${itemId}/remove`)).headers.get('location')).toBe(`/nl${path}`)
})

test('what no longer holds stands on the page, among the accounts and in the report', async () => {
  const { deps, auditId, path } = await setting()
  await readItem(deps, auditId, found)
  for (const where of [path, `/audits/${auditId}/accounts`, `/audits/${auditId}/report`])
    expect(readable(await visitor(deps).get(`/nl${where}`))).toContain('Op jullie drukwerk staat nog …')
})

test.each([
  ['nl', 360, 'light'],
  ['nl', 1280, 'dark'],
  ['en', 360, 'dark'],
  ['en', 1280, 'light'],
] as const)('in %s at %d pixels, %s: no barrier, nothing sticks out', async (locale, width, colorScheme) => {
  const { deps, auditId, path } = await setting()
  await readItem(deps, auditId, found)
  await readPrint(deps, { auditId, name: 'tweede.pdf', bytes: pdf('x.com/twee'), route: 'press', title: '', personId: null })
  const origin = await serveApp(deps)
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(`${origin}/${locale}${path}`)
  await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
  expect(complaints).toEqual([])
  await page.evaluate(axe.source)
  const run = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } } }
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(run)})`)
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([])
})

test('in a browser files go one by one; a refused one is told and the others come in, and the list follows the reading', async () => {
  const { deps, auditId, path } = await setting()
  const origin = await serveApp(deps)
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const complaints = complaintsOf(page)
  await page.goto(`${origin}/nl${path}`)
  const bytes = (name: string, line: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdf(line)) })
  const word = { name: 'brief.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') }
  await page.setInputFiles('#files', [bytes('een.pdf', 'x.com/een'), word, bytes('twee.pdf', 'x.com/twee')])
  await page.click('form[data-hand-in] button[type=submit]')
  await page.locator('.prints h3', { hasText: 'twee.pdf' }).waitFor()
  expect(await page.locator('.prints h3').allTextContents()).toEqual(['twee.pdf', 'een.pdf'])
  expect(await page.locator('[data-sending-list] li').allTextContents()).toEqual([
    expect.stringMatching(/^brief\.docx: Dit bestand is niet te lezen/),
  ])
  for (const { id } of readPrintItems(deps, auditId))
    deps.store.db.update(printItems).set({ state: 'read', reading: emptyReading }).where(eq(printItems.id, id)).run()
  await page.getByText('Hierop staat geen account dat wij herkennen.').first().waitFor({ timeout: 10_000 })
  expect(complaints).toEqual([])
})
