import { once } from 'node:events'
import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { createMemoryPace } from '../../src/capture/pace.ts'
import type { Page, Site } from '../support/site.ts'
import { openSites } from './open-sites.ts'
import { httpFetcherFor } from './setting.ts'

const { open, get } = openSites()

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
