import { deflateSync, gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterEach, describe, expect, it } from 'vitest'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { createArchiveFetcher, openArchive } from '../../src/capture/archive.ts'
import type { Fetched, FetchOptions } from '../../src/model/fetch.ts'
import { allowSites, type Site, startSite } from '../support/site.ts'
import { httpFetcherFor, memoryRecorder } from './setting.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

async function open(pages: Parameters<typeof startSite>[0]): Promise<Site> {
  const site = await startSite(pages)
  sites.push(site)
  return site
}

describe('the records of an audit, laid end to end', () => {
  it('give what the live audit gave, record and time included', async () => {
    const closed = await open({})
    const busy = await open({ '/': { status: 429, headers: { 'retry-after': '7200' } }, '/team': 'x' })
    const walled = await open({ '/robots.txt': { status: 503 }, '/': 'x' })
    const site = await open({
      '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /intern' },
      '/': '<title>Stad</title>',
      '/gzip': { headers: { 'content-encoding': 'gzip', 'x-leeg': '' }, body: gzipSync('ingepakt') },
      '/deflate': { headers: { 'content-encoding': 'deflate', 'set-cookie': 'a=1' }, body: deflateSync('ingepakt') },
      '/oud': { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: iconv.encode('één café', 'win1252') },
      '/logo.png': { headers: { 'content-type': 'image/png' }, body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]) },
      '/a': { status: 301, headers: { location: '/b' } },
      '/b': { status: 302, headers: { location: '/' } },
      '/rond': { status: 302, headers: { location: '/rond' } },
      '/binnen': { status: 302, headers: { location: 'http://10.0.0.1/' } },
      '/weg': { status: 410, body: 'weg' },
      '/nee': { status: 403, body: 'nee' },
      '/wie': { status: 999, body: 'wie?' },
      '/stuk': { status: 500 },
      '/leeg': { status: 204 },
      '/groot': 'x'.repeat(5000),
      '/pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF' },
      '/intern': 'x',
    })
    const dead = closed.url('/')
    await closed.stop()
    const asked: [string, FetchOptions?][] = [
      ...[
        '/',
        '/gzip',
        '/deflate',
        '/oud',
        '/logo.png',
        '/a',
        '/rond',
        '/binnen',
        '/weg',
        '/nee',
        '/wie',
        '/stuk',
        '/leeg',
        '/intern',
        '/404',
      ].map((path): [string] => [site.url(path)]),
      [site.url('/#deel')],
      [site.url('/groot'), { maxBytes: 1000 }],
      [site.url('/pdf'), { accept: 'html' }],
      [busy.url('/')],
      [busy.url('/team')],
      [walled.url('/')],
      [dead],
      ['http://stad.example/'],
      ['http://nergens.example/'],
      ['mailto:x@stad.example'],
    ]
    const resolve = async (host: string) => (host === 'stad.example' ? ['192.168.0.1'] : [])
    const guard = createAddressGuard({ allow: allowSites(site, busy, walled, closed), resolve })
    const { keep, archive, records } = memoryRecorder()
    const live = await all(httpFetcherFor([], {}, { guard, keep }), asked)
    expect(new Set(live.map(({ kind }) => kind))).toEqual(new Set(['page', 'missing', 'blocked', 'failed']))

    const again = memoryRecorder()
    const replay = await all(createArchiveFetcher(await openArchive(archive()), { keep: again.keep }), asked)
    for (const [n, result] of replay.entries()) expect(comparable(result)).toEqual(comparable(live[n]))
    for (const digest of again.records.keys()) expect(records.has(digest)).toBe(true)
  })
})

async function all(fetcher: ReturnType<typeof createArchiveFetcher>, asked: [string, FetchOptions?][]): Promise<Fetched[]> {
  const results: Fetched[] = []
  for (const [url, options] of asked) results.push(await fetcher.get(url, options))
  return results
}

/** Without the hour of what was never asked and so has no record. */
function comparable(result: Fetched | undefined) {
  return result?.record === null ? { ...result, at: '' } : result
}
