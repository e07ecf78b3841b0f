import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { allowSites, type Site } from '../support/site.ts'
import { openSites } from './open-sites.ts'
import { httpFetcherFor, userAgent } from './setting.ts'

const { open, get } = openSites()

describe('a page', () => {
  it('comes with its address, type, text and time', async () => {
    const site = await open({ '/over': '<title>Stad Voorbeeld</title>' })
    const page = await httpFetcherFor([site]).get(site.url('/over#team'), { accept: 'html' })
    expect(page).toMatchObject({
      kind: 'page',
      requested: site.url('/over#team'),
      url: site.url('/over'),
      redirects: [],
      status: 200,
      mediaType: 'text/html',
      text: '<title>Stad Voorbeeld</title>',
      rendered: false,
      record: null,
    })
    expect(new Date(page.at).getTime()).toBeGreaterThan(Date.now() - 5000)
  })

  it('is asked under our own name', async () => {
    const site = await open({ '/': 'hoi' })
    await httpFetcherFor([site]).get(site.url('/'))
    expect(site.requests.map(({ line }) => line)).toEqual(['GET /robots.txt', 'GET /'])
    expect(site.requests.map(({ headers }) => headers['user-agent'])).toEqual([userAgent, userAgent])
    expect(userAgent).toContain('EenlijnBot')
  })

  it('keeps no cookies', async () => {
    const page = await get({ headers: { 'set-cookie': ['a=1', 'b=2'], 'x-test': 'ja' }, body: 'hoi' })
    expect(page.kind === 'page' && page.headers['x-test']).toBe('ja')
    expect(JSON.stringify(page)).not.toContain('a=1')
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('is unpacked from %s', async (encoding, pack) => {
    const page = await get({ headers: { 'content-encoding': encoding }, body: pack('ingepakte pagina') })
    expect(page).toMatchObject({ kind: 'page', text: 'ingepakte pagina' })
  })

  it('may claim to be packed and be plain', async () => {
    expect(await get({ headers: { 'content-encoding': 'gzip' }, body: 'gewoon' })).toMatchObject({ kind: 'page', text: 'gewoon' })
  })

  it('that is badly packed is undecodable, not empty', async () => {
    const body = gzipSync('x'.repeat(5000))
    body.fill(7, 12)
    expect(await get({ headers: { 'content-encoding': 'gzip' }, body })).toMatchObject({ kind: 'failed', reason: 'undecodable' })
    expect(await get({ headers: { 'content-encoding': 'zip' }, body: 'x' })).toMatchObject({ kind: 'failed', reason: 'undecodable' })
  })

  it('may be badly written', async () => {
    const body = '<html><p><a href="/x">x<table></b></p><!-- <div'
    expect(await get({ body })).toMatchObject({ kind: 'page', text: body })
  })
})

describe('a status', () => {
  it.each([404, 410])('%i means missing', async (status) => {
    expect(await get({ status, body: 'weg' })).toMatchObject({ kind: 'missing', status, text: 'weg' })
  })

  it.each([
    [401, 'forbidden'],
    [403, 'forbidden'],
    [451, 'denied'],
    [400, 'denied'],
    [508, 'denied'],
    [999, 'denied'],
  ])('%i means blocked: %s', async (status, reason) => {
    expect(await get({ status, body: 'nee' })).toMatchObject({ kind: 'blocked', reason, status, text: 'nee' })
  })

  it.each([500, 502, 503])('%i is a fault of the server', async (status) => {
    expect(await get({ status, body: 'stuk' })).toMatchObject({ kind: 'failed', reason: 'server-error' })
  })

  it('503 with a captcha is a refusal', async () => {
    expect(await get({ status: 503, body: '<h1>Just a moment...</h1>' })).toMatchObject({ kind: 'blocked', reason: 'denied' })
  })

  it('200 with a challenge is a refusal', async () => {
    expect(await get({ headers: { 'cf-mitigated': 'challenge' }, body: '<h1>…</h1>' })).toMatchObject({ kind: 'blocked', reason: 'denied' })
  })
})

describe('too many requests', () => {
  it('is asked again after a short wait in seconds', async () => {
    let asked = 0
    const site = await open({
      '/': (_, response) => {
        if (asked++ === 0) response.writeHead(429, { 'retry-after': '1' }).end()
        else response.end('nu wel')
      },
    })
    const started = performance.now()
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'page', text: 'nu wel' })
    expect(performance.now() - started).toBeGreaterThan(950)
  })

  it('is asked once more, not for ever', async () => {
    const site = await open({ '/': { status: 429, headers: { 'retry-after': '0' } } })
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'blocked', reason: 'rate-limited', status: 429 })
    expect(site.hits('/')).toBe(2)
  })

  it('for an hour, given as a date, silences the host', async () => {
    const until = new Date(Date.now() + 3_600_000).toUTCString()
    const site = await open({ '/': { status: 429, headers: { 'retry-after': until } }, '/andere': 'hoi' })
    const fetcher = httpFetcherFor([site])
    const first = await fetcher.get(site.url('/'))
    expect(first).toMatchObject({ kind: 'blocked', reason: 'rate-limited', status: 429 })
    expect(first.kind === 'blocked' && first.retryAfterSeconds).toSatisfy((seconds: number) => seconds > 3500 && seconds <= 3600)
    expect(await fetcher.get(site.url('/andere'))).toMatchObject({ kind: 'blocked', reason: 'rate-limited', status: null })
    expect(site.hits('/')).toBe(1)
    expect(site.hits('/andere')).toBe(0)
  })
})

describe('an address', () => {
  it.each(['', 'geen adres', 'mailto:info@stad.example', 'http://', 'http://a:99999/', `http://a.example/${'x'.repeat(5000)}`])(
    '"%.30s" that cannot be asked fails as an address',
    async (address) => {
      expect(await httpFetcherFor([]).get(address)).toMatchObject({ kind: 'failed', reason: 'bad-address', requested: address })
    },
  )

  it('loses its user and password', async () => {
    const site = await open({ '/': 'x' })
    const page = await httpFetcherFor([site]).get(`http://user:secret@127.0.0.1:${site.port}/`)
    expect(page).toMatchObject({ kind: 'page', url: site.url('/') })
    expect(site.requests.at(-1)?.headers.authorization).toBeUndefined()
  })

  it('by name never reaches a machine of ours', async () => {
    const guard = createAddressGuard({ resolve: async () => ['192.168.1.20', 'fd00::20'] })
    const result = await httpFetcherFor([], {}, { guard }).get('https://intranet.stad.example/')
    expect(result).toMatchObject({ kind: 'failed', reason: 'private-address' })
  })

  it('that is IPv6 is reached when it may be, and not when it may not', async () => {
    const server = createHttpServer((_, response) => response.end('zes')).listen(0, '::1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const url = `http://[::1]:${port}/`
    expect(await httpFetcherFor([{ host: '::1', port } as Site]).get(url)).toMatchObject({ kind: 'page', text: 'zes' })
    expect(await httpFetcherFor([]).get(url)).toMatchObject({ kind: 'failed', reason: 'bad-address' })
    server.closeAllConnections()
    server.close()
  })

  it('by name reaches the machine that the name was checked for', async () => {
    const site = await open({ '/': 'op naam' })
    const allow = allowSites({ host: 'stad.example', port: site.port })
    const guard = createAddressGuard({ allow, resolve: async () => ['127.0.0.1'] })
    const fetcher = httpFetcherFor([], {}, { guard })
    expect(await fetcher.get(`http://stad.example:${site.port}/`)).toMatchObject({ kind: 'page', text: 'op naam' })
    expect(await fetcher.get(`http://dorp.example:${site.port}/`)).toMatchObject({ kind: 'failed', reason: 'bad-address' })
  })
})

describe('headers of the caller', () => {
  const key = { 'X-Subscription-Token': 'geheim-1234' }

  it('go to the address that was asked, not to its robots.txt', async () => {
    const site = await open({ '/': 'hoi' })
    await httpFetcherFor([site]).get(site.url('/'), { headers: key })
    expect(site.requests.map(({ line, headers }) => [line, headers['x-subscription-token']])).toEqual([
      ['GET /robots.txt', undefined],
      ['GET /', 'geheim-1234'],
    ])
  })

  it('follow a redirect on the same origin and stay behind on the way to another', async () => {
    const other = await open({ '/eind': 'daar' })
    const site = await open({
      '/': { status: 302, headers: { location: '/verder' } },
      '/verder': { status: 302, headers: { location: other.url('/eind') } },
    })
    const page = await httpFetcherFor([site, other]).get(site.url('/'), { headers: key })
    expect(page).toMatchObject({ kind: 'page', text: 'daar' })
    expect(site.requests.at(-1)).toMatchObject({ line: 'GET /verder', headers: { 'x-subscription-token': 'geheim-1234' } })
    expect(JSON.stringify(other.requests)).not.toContain('geheim')
  })

  it('do not come back once the way returns from another origin that could have chosen where to', async () => {
    const site = await open({})
    const other = await open({ '/': { status: 302, headers: { location: site.url('/terug') } } })
    site.set({ '/': { status: 302, headers: { location: other.url('/') } }, '/terug': 'terug' })
    await httpFetcherFor([site, other]).get(site.url('/'), { headers: key })
    expect(site.requests.filter(({ headers }) => headers['x-subscription-token']).map(({ line }) => line)).toEqual(['GET /'])
    expect(site.requests.at(-1)?.line).toBe('GET /terug')
    expect(JSON.stringify(other.requests)).not.toContain('geheim')
  })

  it('are not kept as evidence, and do not change who we say we are', async () => {
    const site = await open({ '/': 'hoi' })
    const kept: unknown[] = []
    const keep = async (evidence: unknown) => String(kept.push(evidence))
    await httpFetcherFor([site], {}, { keep }).get(site.url('/'), { headers: { ...key, 'User-Agent': 'iemand anders' } })
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toContain('geheim')
    expect(site.requests.at(-1)?.headers['user-agent']).toBe(userAgent)
  })

  it('make another question of the same address', async () => {
    const site = await open({ '/': (request, response) => response.end(String(request.headers['x-subscription-token'])) })
    const fetcher = httpFetcherFor([site])
    expect(await fetcher.get(site.url('/'))).toMatchObject({ text: 'undefined' })
    expect(await fetcher.get(site.url('/'), { headers: key })).toMatchObject({ text: 'geheim-1234' })
    expect(await fetcher.get(site.url('/'), { headers: key })).toMatchObject({ text: 'geheim-1234' })
    expect(site.hits('/')).toBe(2)
  })
})
