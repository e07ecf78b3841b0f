import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { AuditRecord } from '../../src/model/audit.ts'
import { buildReport } from '../../src/report/build.ts'
import { auditArchive } from '../../src/services/audit-archive.ts'
import { createBatch, readBatchItems } from '../../src/services/batch.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { readRecord } from '../../src/services/write-record.ts'
import { evidence, requests } from '../../src/store/schema.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { type Page, type Site, startSite } from '../support/site.ts'
import { until } from '../support/until.ts'

const page = (body: string) => `<!doctype html><html lang="nl"><head><title>Zorg Wijde</title></head><body>
<main><h1>Zorg Wijde</h1><p>${'Wij helpen mensen die zorg nodig hebben, elke dag en dichtbij. '.repeat(4)}</p>${body}</main></body></html>`

/** A page with a tag; it answers "not changed" to whoever has this version. */
const tagged = (markup: string, tag: string): Page => {
  return (request, response) => {
    response.setHeader('etag', tag)
    if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(markup)
  }
}

const home = page('<a href="/contact">Contact</a> <a href="https://www.facebook.com/zorgwijde">Facebook</a>')
const contact = page('<a href="https://www.instagram.com/zorgwijde">Instagram</a>')

async function setting() {
  const site = await startSite({ '/': tagged(home, '"home-1"'), '/contact': tagged(contact, '"contact-1"') })
  onTestFinished(() => site.stop())
  const { deps } = await testApplication({ EENLIJN_NETWORK: 'on', EENLIJN_ALLOW_PRIVATE: `${site.host}:${site.port}` })
  // The website alone: nothing beyond this machine is asked but the register, which cannot be reached.
  const request = { name: 'Zorg Wijde', website: site.url('/'), routes: ['website' as const] }
  const run = async () => {
    const before = site.requests.length
    const { auditId } = await startAudit(deps, request)
    await untilEnded(deps, auditId)
    return { auditId, asked: site.requests.slice(before) }
  }
  return { site, deps, request, run }
}

/** Whatever the site does not have is asked for every time: that it is missing is no evidence to keep. */
const ofPages = (asked: Site['requests']) => asked.filter(({ line }) => line === 'GET /' || line === 'GET /contact')

const found = ({ accounts }: AuditRecord) => accounts.map(({ key, verdict, confidence }) => ({ key, verdict, confidence }))

async function archiveOf(deps: Deps, auditId: string): Promise<Buffer> {
  const records: Uint8Array[] = []
  for await (const record of auditArchive(deps, auditId)) records.push(record)
  return Buffer.concat(records)
}

test('a second audit asks only what changed, finds the same, and its own archive gives it again', async () => {
  const { deps, site, run, request } = await setting()
  const first = await run()
  const second = await run()

  expect(
    ofPages(second.asked)
      .map(({ line, headers }) => [line, headers['if-none-match']])
      .sort(),
  ).toEqual([
    ['GET /', '"home-1"'],
    ['GET /contact', '"contact-1"'],
  ])
  const record = readRecord(deps, second.auditId)
  expect(found(record)).toEqual(found(readRecord(deps, first.auditId)))
  expect(found(record).map(({ key }) => key)).toContain('instagram:zorgwijde')

  // What it shows bears the day on which it was seen, and the report counts it.
  const view = readAudit(deps, second.auditId, { personId: null })
  const dates = view.candidates.flatMap(({ foundVia }) => foundVia.map(({ seenAt }) => seenAt))
  expect(dates.length).toBeGreaterThan(0)
  for (const seenAt of dates) expect(seenAt < view.createdAt).toBe(true)
  expect(buildReport(view).provenance.unchanged).toMatchObject({ pages: 2 })
  expect(readAudit(deps, first.auditId, { personId: null }).unchanged).toBeNull()

  // The evidence is this audit's own too: it is kept for it, and goes along in its archive.
  const rows = deps.store.db.select().from(requests).where(eq(requests.auditId, second.auditId)).all()
  const kept = deps.store.db.select().from(evidence).where(eq(evidence.auditId, second.auditId)).all()
  const own = rows.filter(({ url, outcome }) => url.startsWith(site.origin) && outcome === 'page').map(({ record: digest }) => digest)
  expect(own).toHaveLength(2)
  for (const digest of own) expect(kept.map((row) => row.digest)).toContain(digest)

  const other = await testApplication()
  const archive = await other.deps.blobs.put(await archiveOf(deps, second.auditId))
  const { auditId } = await startAudit(other.deps, { ...request, archive })
  await untilEnded(other.deps, auditId)
  expect(found(readRecord(other.deps, auditId))).toEqual(found(record))
}, 60_000)

test('a page that changed is read anew, and the others are not', async () => {
  const { deps, site, run } = await setting()
  await run()
  site.set({ '/contact': tagged(page('<a href="https://x.com/zorgwijde">X</a>'), '"contact-2"') })
  const { auditId } = await run()
  const view = readAudit(deps, auditId, { personId: null })
  expect(view.unchanged).toMatchObject({ pages: 1 })
  const keys = view.candidates.map(({ key }) => key)
  expect(keys).toContain('x:zorgwijde')
  expect(keys).not.toContain('instagram:zorgwijde')
}, 60_000)

test('a list that comes within a day asks the site for nothing again', async () => {
  const { deps, site, run, request } = await setting()
  await run()
  const before = site.requests.length
  const { id } = await createBatch(deps, { organisations: [request] })
  const auditId = await until(() => readBatchItems(deps, id)[0]?.auditId ?? undefined)
  await untilEnded(deps, auditId)
  expect(ofPages(site.requests.slice(before))).toEqual([])
  expect(readAudit(deps, auditId, { personId: null }).candidates.map(({ key }) => key)).toContain('instagram:zorgwijde')
}, 60_000)

test('what somebody handed in as an archive is never confirmed by the site', async () => {
  const { deps, site, run, request } = await setting()
  const first = await run()
  const archive = await deps.blobs.put(await archiveOf(deps, first.auditId))
  deps.store.db.delete(evidence).where(eq(evidence.auditId, first.auditId)).run()
  const { auditId } = await startAudit(deps, { ...request, archive })
  await untilEnded(deps, auditId)
  const before = site.requests.length
  await run()
  expect(site.requests.slice(before).filter(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([])
}, 60_000)
