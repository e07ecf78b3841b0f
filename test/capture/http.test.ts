import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import type { FetchLimits } from '../../src/capture/limits.ts'
import { createMemoryPace } from '../../src/capture/pace.ts'
import { allowSites, type Page, type Site, startSite } from '../support/site.ts'
import { httpFetcherFor, userAgent } from './setting.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

async function open(pages: Record<string, Page>): Promise<Site> {
  const site = await startSite(pages)
  sites.push(site)
  return site
}

async function get(page: Page, limits: Partial<FetchLimits> = {}) {
  const site = await open({ '/': page })
  return httpFetcherFor([site], limits).get(site.url('/'))
}

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

describe('a redirect', () => {
  it('is followed and remembered', async () => {
    const site = await open({
      '/a': { status: 301, headers: { location: '/b' } },
      '/b': { status: 302, headers: { location: '/c#plek' } },
      '/c': 'aangekomen',
    })
    expect(await httpFetcherFor([site]).get(site.url('/a'))).toMatchObject({
      kind: 'page',
      text: 'aangekomen',
      requested: site.url('/a'),
      url: site.url('/c'),
      redirects: [site.url('/a'), site.url('/b')],
    })
  })

  it('may be written in the page', async () => {
    const site = await open({
      '/': '<!doctype html><meta http-equiv="refresh" content="0; url=/nl/?a=1&amp;b=2"><a href="/nl/">verder</a>',
      '/nl/?a=1&b=2': 'welkom',
      '/traag': '<meta http-equiv=refresh content="30;url=/nl/">dia 1',
      '/zelf': '<meta http-equiv="refresh" content="1;url=/zelf">stand',
      '/zonder': '<noscript><meta http-equiv="refresh" content="0;url=/arm"></noscript>tekst',
      '/stuk': '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">tekst',
    })
    const fetcher = httpFetcherFor([site])
    expect(await fetcher.get(site.url('/'))).toMatchObject({ kind: 'page', text: 'welkom', redirects: [site.url('/')] })
    for (const path of ['/traag', '/zelf', '/zonder', '/stuk'])
      expect(await fetcher.get(site.url(path))).toMatchObject({ kind: 'page', url: site.url(path) })
  })

  it.each(['latin1', 'utf8'] as const)('may carry letters beyond ASCII in %s', async (encoding) => {
    const site = await open({ '/caf%C3%A9': 'koffie' })
    const server = createServer((socket) => {
      const head = `HTTP/1.1 302 Found\r\nconnection: close\r\ncontent-length: 0\r\nlocation: ${site.url('/café')}\r\n\r\n`
      socket.on('error', () => {}).once('data', () => socket.end(Buffer.from(head, encoding)))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const result = await httpFetcherFor([site, { host: '127.0.0.1', port } as Site]).get(`http://127.0.0.1:${port}/robots.txt`)
    expect(result).toMatchObject({ kind: 'page', text: 'koffie', url: site.url('/caf%C3%A9') })
    server.close()
  })

  it('that leads back is a loop', async () => {
    const site = await open({ '/a': { status: 302, headers: { location: '/b' } }, '/b': { status: 302, headers: { location: '/a' } } })
    expect(await httpFetcherFor([site]).get(site.url('/a'))).toMatchObject({ kind: 'failed', reason: 'redirect-loop' })
    expect(site.hits('/a')).toBe(1)
  })

  it('that goes on and on is a loop', async () => {
    const site = await open({
      '*': (request, response) => response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end(),
    })
    expect(await httpFetcherFor([site]).get(site.url('/1'))).toMatchObject({ kind: 'failed', reason: 'redirect-loop' })
    expect(site.hits('/11')).toBe(1)
    expect(site.hits('/12')).toBe(0)
  })

  it.each([
    'http://127.0.0.1:1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:10.0.0.1]/',
    'http://0x7f.1/',
    'ftp://files.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ])('to %s is not followed', async (location) => {
    const result = await get({ status: 302, headers: { location } })
    expect(result.kind).toBe('failed')
    expect(result.kind === 'failed' && result.reason).toMatch(/^(private|bad)-address$/)
    expect(result.redirects).toHaveLength(1)
  })

  it('to a site whose robots.txt forbids the page stops there', async () => {
    const there = await open({ '/robots.txt': 'User-agent: *\nDisallow: /geheim', '/geheim': 'x' })
    const here = await open({ '/': { status: 302, headers: { location: there.url('/geheim') } } })
    expect(await httpFetcherFor([here, there]).get(here.url('/'))).toMatchObject({ kind: 'blocked', reason: 'robots' })
    expect(there.hits('/geheim')).toBe(0)
  })
})

describe('limits', () => {
  it('stop an endless page, without holding it', async () => {
    const piece = Buffer.alloc(256 * 1024, 'x')
    let sent = 0
    const endless: Page = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const more = () => {
        while (!response.destroyed && sent < 200 * 2 ** 20) {
          sent += piece.length
          if (!response.write(piece)) return void response.once('drain', more)
        }
        response.end()
      }
      more()
    }
    const before = process.memoryUsage().rss
    expect(await get(endless, { pageBytes: 4 * 2 ** 20 })).toMatchObject({ kind: 'failed', reason: 'too-large' })
    expect(sent).toBeLessThan(60 * 2 ** 20)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20)
  })

  it('stop an announced size before it is sent', async () => {
    expect(await get({ headers: { 'content-length': String(2 ** 31) } }, {})).toMatchObject({ kind: 'failed', reason: 'too-large' })
  })

  it('stop a body that unfolds into too much', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20))
    expect(bomb.length).toBeLessThan(100_000)
    const result = await get({ headers: { 'content-encoding': 'gzip' }, body: bomb }, { pageBytes: 2 ** 20 })
    expect(result).toMatchObject({ kind: 'failed', reason: 'too-large' })
    const twice = await get({ headers: { 'content-encoding': 'gzip, gzip' }, body: gzipSync(bomb) }, { pageBytes: 2 ** 20 })
    expect(twice).toMatchObject({ kind: 'failed', reason: 'too-large' })
  })

  it('stop a page that drips in', async () => {
    const drip: Page = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const timer = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(timer))
    }
    const started = performance.now()
    expect(await get(drip, { totalMs: 600 })).toMatchObject({ kind: 'failed', reason: 'timeout' })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('stop a page that falls silent', async () => {
    const mute: Page = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('begin')
    expect(await get(mute, { idleMs: 500 })).toMatchObject({ kind: 'failed', reason: 'timeout' })
  })

  it('stop headers without end', async () => {
    const result = await get({ headers: { 'x-long': 'x'.repeat(12_000) } }, { headerBytes: 8 * 1024 })
    expect(result).toMatchObject({ kind: 'failed', reason: 'too-large' })
  })

  it('let so many requests go at once', async () => {
    let under = 0
    let most = 0
    const site = await open({
      '*': (_, response) => {
        most = Math.max(most, ++under)
        setTimeout(() => response.end(String(under--)), 40)
      },
    })
    const fetcher = httpFetcherFor([site], { concurrency: 2 })
    await Promise.all([1, 2, 3, 4, 5, 6].map((page) => fetcher.get(site.url(`/${page}`))))
    expect(most).toBe(2)
  })
})

describe('a type', () => {
  it('that was not asked for is refused before it is read', async () => {
    const site = await open({ '/': { headers: { 'content-type': 'application/pdf' }, body: '%PDF' } })
    const fetcher = httpFetcherFor([site])
    expect(await fetcher.get(site.url('/'), { accept: 'html' })).toMatchObject({ kind: 'failed', reason: 'wrong-type' })
    expect(await fetcher.get(site.url('/'), { accept: 'image' })).toMatchObject({ kind: 'failed', reason: 'wrong-type' })
    expect(await fetcher.get(site.url('/'))).toMatchObject({ kind: 'page', mediaType: 'application/pdf', text: '' })
  })

  it('that is not named is read off the body', async () => {
    const raw = (_: unknown, response: { end(text: string): void }) => response.end('<!doctype html><p>hoi')
    const site = await open({ '/': raw })
    expect(await httpFetcherFor([site]).get(site.url('/'), { accept: 'html' })).toMatchObject({ kind: 'page', mediaType: 'text/html' })
  })
})

describe('a server that is not there', () => {
  it('refuses', async () => {
    const site = await open({})
    await site.stop()
    expect(await httpFetcherFor([site]).get(site.url('/'))).toMatchObject({ kind: 'failed', reason: 'refused' })
  })

  it('has no name', async () => {
    const guard = createAddressGuard({ resolve: () => Promise.reject(Object.assign(new Error('nope'), { code: 'ENOTFOUND' })) })
    expect(await httpFetcherFor([], {}, { guard }).get('https://bestaat-niet.example/')).toMatchObject({ kind: 'failed', reason: 'dns' })
  })

  it('does not speak TLS', async () => {
    const site = await open({})
    expect(await httpFetcherFor([site]).get(site.url('/').replace('http:', 'https:'))).toMatchObject({ kind: 'failed', reason: 'tls' })
  })

  it.each([
    ['hangs up', ''],
    ['talks nonsense', '\0\0\0 geen http \r\n\r\n'],
    ['breaks off', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nkort'],
  ])('%s', async (_, words) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(words))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const result = await httpFetcherFor([{ host: '127.0.0.1', port } as Site]).get(`http://127.0.0.1:${port}/`)
    expect(result).toMatchObject({ kind: 'failed', reason: 'network' })
    server.close()
  })
})

describe('cancelling', () => {
  it('ends a request under way', async () => {
    const site = await open({ '/': () => {} })
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    expect(await httpFetcherFor([site]).get(site.url('/'), { signal: stop.signal })).toMatchObject({ kind: 'failed', reason: 'cancelled' })
  })

  it('ends a wait for the turn, and all requests of a fetcher', async () => {
    const site = await open({ '/': 'x' })
    const stop = new AbortController()
    const pace = createMemoryPace({ minIntervalMs: 60_000, now: Date.now })
    const fetcher = httpFetcherFor([site], {}, { signal: stop.signal, pace })
    setTimeout(() => stop.abort(), 100)
    expect(await fetcher.get(site.url('/'))).toMatchObject({ kind: 'failed', reason: 'cancelled' })
    expect(site.hits('/')).toBe(0)
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
