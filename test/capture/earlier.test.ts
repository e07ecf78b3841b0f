import { describe, expect, it } from 'vitest'
import { createEarlier } from '../../src/capture/earlier.ts'
import type { Page } from '../support/site.ts'
import { openSites } from './open-sites.ts'
import { httpFetcherFor, memoryRecorder } from './setting.ts'

const { open } = openSites()
const day = 86_400_000

/** Reads a page in one audit, and again in a later one that has the first one's evidence. */
async function readAgain(page: Page, change: { page?: Page; laterMs?: number; freshMs?: number; lost?: boolean } = {}) {
  const site = await open({ '/': page })
  const first = memoryRecorder()
  const before = await httpFetcherFor([site], {}, { keep: first.keep }).get(site.url('/'))
  if (change.page !== undefined) site.set({ '/': change.page })
  const asked = site.requests.length
  const used: string[] = []
  const second = memoryRecorder()
  const now = () => Date.now() + (change.laterMs ?? 90 * day)
  const earlier = createEarlier({
    records: new Map([[site.url('/'), before.record ?? '']]),
    get: async (digest) => (change.lost ? null : (first.records.get(digest) ?? null)),
    freshMs: change.freshMs ?? day,
    now,
  })
  const more = { keep: second.keep, earlier, onUsedAgain: (record: string) => void used.push(record), now }
  const after = await httpFetcherFor([site], {}, more).get(site.url('/'))
  return { before, after, used, requests: site.requests.slice(asked).filter(({ line }) => line === 'GET /') }
}

const withTag: Page = (request, response) => {
  response.setHeader('etag', '"een"')
  if (request.headers['if-none-match'] === '"een"') return void response.writeHead(304).end()
  response.setHeader('content-type', 'text/html')
  response.end('<title>Stad Voorbeeld</title>')
}

describe('a page that an earlier audit read', () => {
  it('is asked for only if it changed, and is the same evidence with its own date when it did not', async () => {
    const { before, after, used, requests } = await readAgain(withTag)
    expect(requests).toHaveLength(1)
    expect(after).toMatchObject({ kind: 'page', text: '<title>Stad Voorbeeld</title>', at: before.at, record: before.record })
    expect(used).toEqual([before.record])
  })

  it('is new evidence when it changed', async () => {
    const changed: Page = (_, response) => void response.setHeader('content-type', 'text/html').end('<title>Nieuw</title>')
    const { before, after, used } = await readAgain(withTag, { page: changed })
    expect(after).toMatchObject({ kind: 'page', text: '<title>Nieuw</title>' })
    expect(after.record).not.toBe(before.record)
    expect(used).toEqual([])
  })

  it('is asked for by its date where the server gives no tag', async () => {
    const stamp = 'Tue, 01 Sep 2026 06:00:00 GMT'
    const dated: Page = (request, response) => {
      if (request.headers['if-modified-since'] === stamp) return void response.writeHead(304).end()
      response.setHeader('last-modified', stamp).setHeader('content-type', 'text/html').end('<title>Stad</title>')
    }
    expect((await readAgain(dated)).used).toHaveLength(1)
  })

  it('is not asked for at all while its evidence is fresh', async () => {
    const { after, requests, used } = await readAgain(withTag, { laterMs: 3_600_000 })
    expect(requests).toEqual([])
    expect(after).toMatchObject({ kind: 'page', text: '<title>Stad Voorbeeld</title>' })
    expect(used).toHaveLength(1)
  })

  it('is asked for anew when the server gave nothing to ask by, or the evidence has expired', async () => {
    expect((await readAgain('<title>Zonder</title>')).requests).toHaveLength(1)
    const { after, used, requests } = await readAgain(withTag, { lost: true })
    expect(requests).toHaveLength(1)
    expect(after).toMatchObject({ kind: 'page' })
    expect(used).toEqual([])
  })

  it('is asked for only if it changed behind a redirect too', async () => {
    const site = await open({ '/': { status: 301, headers: { location: '/nl/' } }, '/nl/': withTag })
    const first = memoryRecorder()
    const before = await httpFetcherFor([site], {}, { keep: first.keep }).get(site.url('/'))
    const earlier = createEarlier({
      records: new Map([[site.url('/'), before.record ?? '']]),
      get: async (digest) => first.records.get(digest) ?? null,
      freshMs: 0,
      now: Date.now,
    })
    const asked = site.requests.length
    const after = await httpFetcherFor([site], {}, { keep: memoryRecorder().keep, earlier }).get(site.url('/'))
    expect(after).toMatchObject({ kind: 'page', url: site.url('/nl/'), record: before.record })
    const conditions = site.requests.slice(asked).map(({ line, headers }) => [line, headers['if-none-match']])
    expect(conditions).toEqual(expect.arrayContaining([['GET /nl/', '"een"']]))
  })

  it('that was refused then is no page now', async () => {
    const refused: Page = (_, response) => void response.writeHead(403).end('no')
    const { after, requests } = await readAgain(refused, { freshMs: 365 * day })
    expect(requests).toHaveLength(1)
    expect(after).toMatchObject({ kind: 'blocked' })
  })
})
