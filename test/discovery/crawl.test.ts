import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discoverWebsite } from '../../src/discovery/website/crawl.ts'
import type { Fetched, Fetcher } from '../../src/model/fetch.ts'
import type { Organisation } from '../../src/model/organisation.ts'

const footer = '<footer><a href="https://www.facebook.com/wilgenhof">Facebook</a></footer>'
const pages: Readonly<Record<string, string>> = {
  '/': `<nav><a href="/contact">Contact</a><a href="/over-ons">Over ons</a><a href="/team">Ons team</a><a href="/kapot">Kapot</a><a href="/dicht">Dicht</a><a href="/folder.pdf">Folder</a></nav>${footer}`,
  '/contact': `<a href="https://www.instagram.com/wilgenhof/">Instagram</a>${footer}`,
  '/over-ons': `<a href="/over-ons/verhaal">Verhaal</a>${footer}`,
  '/over-ons/verhaal': footer,
  '/team': `<div class="medewerker"><h3>Bart Jansen</h3><a href="https://www.linkedin.com/in/bartjansen">LinkedIn</a></div>${footer}`,
  '/alleen-in-sitemap': `<a href="https://www.youtube.com/@wilgenhof">YouTube</a>${footer}`,
  '/sitemap.xml': '<urlset><url><loc>ORIGIN/alleen-in-sitemap</loc></url></urlset>',
  '/trust.txt': 'member=https://elders.example\nsocial=https://www.threads.net/@wilgenhof\n',
  '/xpoc-manifest.json': '{"accounts":[{"platform":"X","account":"wilgenhof","url":"https://x.com/wilgenhof"}]}',
}

let server: Server
let origin = ''
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const body = pages[path]
    response.statusCode = path === '/dicht' ? 403 : body === undefined ? 404 : 200
    response.setHeader('content-type', path.endsWith('.xml') ? 'application/xml' : 'text/html; charset=utf-8')
    response.end((body ?? '').replaceAll('ORIGIN', origin))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))

/** Gets pages from the fixture server; the product's own fetcher refuses this machine's addresses, as it should. */
const fetcher: Fetcher = {
  async get(url): Promise<Fetched> {
    const about = { requested: url, url, redirects: [], at: '2026-01-05T10:00:00.000Z', record: null }
    const response = await fetch(url)
    const text = await response.text()
    if (response.status === 404) return { ...about, kind: 'missing', status: 404, text }
    if (response.status === 403) return { ...about, kind: 'blocked', reason: 'forbidden', status: 403, retryAfterSeconds: null, text }
    const mediaType = response.headers.get('content-type')?.split(';')[0] ?? ''
    return { ...about, kind: 'page', status: 200, headers: {}, mediaType, body: new TextEncoder().encode(text), text, rendered: false }
  },
}
const organisation = (path = '/'): Organisation => ({
  name: 'Wilgenhof',
  aliases: [],
  website: `${origin}${path}`,
  country: 'nl',
  wikidataId: null,
})

describe('reading a website', () => {
  it('reads the telling pages, the sitemap and the declared files, and says what it could not read', async () => {
    const found = await discoverWebsite({ organisation: organisation(), fetcher })
    const keys = new Set(found.pages.flatMap((page) => page.mentions.map(({ address }) => address.key)))
    expect(keys).toEqual(
      new Set([
        'facebook:wilgenhof',
        'instagram:wilgenhof',
        'linkedin:in/bartjansen',
        'youtube:@wilgenhof',
        'threads:wilgenhof',
        'x:wilgenhof',
      ]),
    )
    expect(found.visits).toContainEqual({ url: `${origin}/kapot`, outcome: 'missing', reason: '404' })
    expect(found.visits).toContainEqual({ url: `${origin}/dicht`, outcome: 'blocked', reason: 'forbidden' })
    expect(found).toMatchObject({ route: 'website', state: 'partial' })
    expect(found.why?.nl).toContain('niet te lezen')
    expect(asked).not.toContain('/folder.pdf')
  })

  it('stops at its budget and tells how far it is and how many accounts it met', async () => {
    const told: { pagesRead: number; found: number }[] = []
    const found = await discoverWebsite({
      organisation: organisation(),
      fetcher,
      maxPages: 2,
      onProgress: ({ pagesRead, found: met }) => told.push({ pagesRead, found: met }),
    })
    expect(found.visits.filter(({ outcome }) => outcome === 'page')).toHaveLength(2)
    expect(told).toEqual([
      { pagesRead: 1, found: 1 },
      { pagesRead: 2, found: 2 },
    ])
  })

  it('stops when it is told to, and keeps what it has', async () => {
    const stop = new AbortController()
    const found = await discoverWebsite({ organisation: organisation(), fetcher, signal: stop.signal, onProgress: () => stop.abort() })
    expect(found.state).toBe('partial')
    expect(found.pages).toHaveLength(1)
  })

  it('a home page that refuses is not looked at, which is something else than no accounts', async () => {
    const found = await discoverWebsite({ organisation: organisation('/dicht'), fetcher })
    expect(found).toMatchObject({ state: 'not-looked', pages: [] })
    expect(found.why?.en).toContain('says nothing about the accounts')
  })

  it('without a website there is nothing to look at', async () => {
    expect(await discoverWebsite({ organisation: { ...organisation(), website: null }, fetcher })).toMatchObject({
      state: 'not-looked',
      visits: [],
    })
  })
})
