import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WARCParser } from 'warcio'
import { createArchiveFetcher, openArchive, readRecord } from '../../src/capture/archive.ts'
import { EenlijnError } from '../../src/model/errors.ts'
import type { Fetched } from '../../src/model/fetch.ts'
import { memoryRecorder } from './setting.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eenlijn-archive-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A WARC record as any program may write it. */
function record(type: string, url: string, content: string | Uint8Array, more = ''): Buffer {
  const body = Buffer.from(content)
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-03-01T10:00:00Z\r\n${more}Content-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
}

const response = (url: string, body: string | Uint8Array, headers = 'Content-Type: text/html\r\n', status = '200 OK') =>
  record('response', url, Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n`), Buffer.from(body)]))

const info = record('warcinfo', '', 'software: something\r\n')

async function from(...records: Buffer[]) {
  return createArchiveFetcher(await openArchive(Buffer.concat(records)))
}

const textOf = (fetched: Fetched) => (fetched.kind === 'page' ? fetched.text : fetched)

describe('an archive', () => {
  const records = [info, response('https://stad.example/', 'voorpagina'), response('https://stad.example/team', 'team')]

  it.each([
    ['plain', Buffer.concat(records)],
    ['packed record by record', Buffer.concat(records.map((one) => gzipSync(one)))],
    ['packed as a whole', gzipSync(Buffer.concat(records))],
  ])('is read from a file: %s', async (name, bytes) => {
    const path = join(folder, `${name}.warc`)
    await writeFile(path, bytes)
    const archive = await openArchive(path)
    expect(archive.pages.map(({ url, status }) => [url, status])).toEqual([
      ['https://stad.example/', 200],
      ['https://stad.example/team', 200],
    ])
    expect(archive.truncatedAt).toBeNull()
    const page = await createArchiveFetcher(archive).get('https://stad.example/team')
    expect(page).toMatchObject({ kind: 'page', text: 'team', at: '2026-03-01T10:00:00.000Z', rendered: false })
  })

  it('gives nothing but what is in it', async () => {
    const fetcher = await from(...records)
    const at = '2026-03-01T10:00:00.000Z'
    expect(await fetcher.get('https://stad.example/weg')).toMatchObject({ kind: 'failed', reason: 'not-in-archive', at })
    expect(await fetcher.get('http://127.0.0.1/')).toMatchObject({ kind: 'failed', reason: 'not-in-archive' })
    expect(await fetcher.get('geen adres')).toMatchObject({ kind: 'failed', reason: 'bad-address' })
  })

  it('ignores what is no capture', async () => {
    const archive = await openArchive(
      Buffer.concat([
        info,
        record('request', 'https://stad.example/', 'GET / HTTP/1.1\r\n\r\n'),
        record('revisit', 'https://stad.example/', 'HTTP/1.1 200 OK\r\n\r\n'),
        record('metadata', 'https://stad.example/', 'outlink: x'),
        record('response', 'dns:stad.example', '20260301 stad.example 1 IN A 1.2.3.4'),
        record('resource', 'urn:pageinfo:https://stad.example/', '{}'),
      ]),
    )
    expect(archive.pages).toEqual([])
  })

  it('without a file is not there', async () => {
    await expect(openArchive(join(folder, 'geen.warc'))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('an archived address', () => {
  it.each([
    ['a fragment', 'https://stad.example/team#ans'],
    ['a slash', 'https://stad.example/team/'],
    ['another scheme', 'http://stad.example/team'],
    ['www', 'https://www.stad.example/team'],
    ['its default port', 'https://stad.example:443/team'],
    ['all of that', 'http://www.stad.example/team/#x'],
  ])('is found with %s', async (_, url) => {
    const fetcher = await from(response('https://stad.example/team', 'team'))
    expect(textOf(await fetcher.get(url))).toBe('team')
  })

  it('is not found by a likeness', async () => {
    const fetcher = await from(response('https://stad.example/team', 'team'), response('<https://stad.example/?a=1>', 'een'))
    for (const url of [
      'https://stad.example/Team',
      'https://stad.example/team?x=1',
      'https://nepstad.example/team',
      'https://stad.example/?a=2',
    ])
      expect(await fetcher.get(url)).toMatchObject({ reason: 'not-in-archive' })
    expect(textOf(await fetcher.get('https://stad.example/?a=1'))).toBe('een')
  })

  it('prefers the very address, and its last capture', async () => {
    const fetcher = await from(
      response('https://stad.example/team', 'oud'),
      response('https://stad.example/team', 'nieuw'),
      response('http://www.stad.example/team/', 'bijna'),
    )
    expect(textOf(await fetcher.get('https://stad.example/team'))).toBe('nieuw')
    expect(textOf(await fetcher.get('http://www.stad.example/team/'))).toBe('bijna')
  })

  it('prefers the page as a browser showed it', async () => {
    const fetcher = await from(
      record('resource', 'https://stad.example/', '<p>getoond', 'Content-Type: text/html\r\n'),
      response('https://stad.example/', '<div id=root></div>'),
    )
    expect(await fetcher.get('https://stad.example/')).toMatchObject({ kind: 'page', text: '<p>getoond', rendered: true, status: 200 })
  })

  it('may be a picture without its response', async () => {
    const fetcher = await from(record('resource', 'https://stad.example/logo.png', 'PNG', 'Content-Type: image/png\r\n'))
    expect(await fetcher.get('https://stad.example/logo.png')).toMatchObject({ kind: 'page', mediaType: 'image/png', rendered: false })
  })
})

describe('an archived response', () => {
  it.each([
    ['packed', 'Content-Encoding: gzip\r\n', gzipSync('<p>tekst')],
    ['in chunks', 'Transfer-Encoding: chunked\r\n', '4\r\n<p>t\r\n4;x=y\r\nekst\r\n0\r\n\r\n'],
    ['named as chunks but joined', 'Transfer-Encoding: chunked\r\n', '<p>tekst'],
    ['named as packed but plain', 'Content-Encoding: gzip\r\n', '<p>tekst'],
    [
      'in chunks and packed',
      'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n',
      Buffer.concat([Buffer.from(`${gzipSync('<p>tekst').length.toString(16)}\r\n`), gzipSync('<p>tekst'), Buffer.from('\r\n0\r\n\r\n')]),
    ],
  ])('is read: %s', async (_, headers, body) => {
    const fetcher = await from(response('https://stad.example/', body, headers))
    expect(textOf(await fetcher.get('https://stad.example/'))).toBe('<p>tekst')
  })

  it('with folded and repeated headers is read, its cookies left out', async () => {
    const headers = 'Content-Type: text/html;\r\n charset=windows-1252\r\nX-A: 1\r\nX-A: 2\r\nSet-Cookie: geheim=1\r\n'
    const page = await (await from(response('https://stad.example/', Buffer.from([0xe9]), headers))).get('https://stad.example/')
    expect(page).toMatchObject({ text: 'é', headers: { 'x-a': '1, 2' } })
    expect(JSON.stringify(page)).not.toContain('geheim')
  })

  it.each([
    ['404 Not Found', { kind: 'missing', status: 404 }],
    ['403 Forbidden', { kind: 'blocked', reason: 'forbidden', status: 403 }],
    ['429 Too Many Requests', { kind: 'blocked', reason: 'rate-limited' }],
    ['999 Request denied', { kind: 'blocked', reason: 'denied' }],
    ['500 Oops', { kind: 'failed', reason: 'server-error' }],
  ])('means what it means live: %s', async (status, expected) => {
    const fetcher = await from(response('https://stad.example/', 'x', '', status))
    expect(await fetcher.get('https://stad.example/')).toMatchObject(expected)
  })

  it('that is broken is undecodable, not absent', async () => {
    const fetcher = await from(record('response', 'https://stad.example/', 'HTTP/1.1 200 OK'), info)
    expect(await fetcher.get('https://stad.example/')).toMatchObject({ kind: 'page', text: '' })
    const packed = gzipSync('x'.repeat(5000)).fill(7, 12)
    const other = await from(response('https://stad.example/', packed, 'Content-Encoding: gzip\r\n'))
    expect(await other.get('https://stad.example/')).toMatchObject({ kind: 'failed', reason: 'undecodable' })
  })
})

describe('redirects and robots.txt in an archive', () => {
  const moved = (url: string, to: string) => response(url, '', `Location: ${to}\r\n`, '301 Moved')

  it('are followed', async () => {
    const fetcher = await from(moved('http://stad.example/', 'https://stad.example/'), response('https://stad.example/', 'hier'))
    expect(await fetcher.get('http://stad.example/')).toMatchObject({
      kind: 'page',
      text: 'hier',
      url: 'https://stad.example/',
      redirects: ['http://stad.example/'],
    })
  })

  it('that lead out of it, or round in it, say so', async () => {
    const fetcher = await from(
      moved('http://stad.example/', 'https://stad.example/'),
      moved('http://dorp.example/a', '/b'),
      moved('http://dorp.example/b', '/a'),
    )
    expect(await fetcher.get('http://stad.example/')).toMatchObject({ kind: 'failed', reason: 'not-in-archive' })
    expect(await fetcher.get('http://dorp.example/a')).toMatchObject({ kind: 'failed', reason: 'redirect-loop' })
  })

  it('are obeyed', async () => {
    const fetcher = await from(
      response('https://stad.example/robots.txt', 'User-agent: *\nDisallow: /intern', 'Content-Type: text/plain\r\n'),
      response('https://stad.example/intern', 'x'),
      response('https://stad.example/', 'voorpagina'),
    )
    expect(await fetcher.get('https://stad.example/intern')).toMatchObject({ kind: 'blocked', reason: 'robots' })
    expect(await fetcher.get('https://stad.example/')).toMatchObject({ kind: 'page' })
  })
})

describe('a damaged archive', () => {
  const whole = Array.from({ length: 5 }, (_, n) => gzipSync(response(`https://stad.example/${n}`, `pagina ${n} `.repeat(50))))
  const start = (n: number) => whole.slice(0, n).reduce((sum, one) => sum + one.length, 0)

  it('that breaks off is usable up to the break', async () => {
    const archive = await openArchive(Buffer.concat(whole).subarray(0, start(4) - 20))
    expect(archive.pages).toHaveLength(3)
    expect(archive.truncatedAt).toBe(start(3))
    expect(await createArchiveFetcher(archive).get('https://stad.example/2')).toMatchObject({ kind: 'page' })
  })

  it('that breaks off in plain form is too', async () => {
    const plain = Buffer.concat(whole.map((one) => gunzipSync(one)))
    const archive = await openArchive(plain.subarray(0, -300))
    expect(archive.pages).toHaveLength(4)
    const readable = Buffer.concat(whole.slice(0, 4).map((one) => gunzipSync(one)))
    expect(archive.truncatedAt).toBe(readable.length - '\r\n\r\n'.length)
  })

  it('with a spoilt middle is usable up to it', async () => {
    const bytes = Buffer.concat(whole)
    bytes.fill(0xff, start(2) + 14, start(2) + 40)
    const archive = await openArchive(bytes)
    expect(archive.pages).toHaveLength(2)
    expect(archive.truncatedAt).toBe(start(2))
  })

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><p>hoi'],
    ['a text', 'WARC/1.0 is een formaat'],
    ['a packed text', gzipSync('hoi')],
    ['half a header', 'WARC/1.0\r\nWARC-Type: response\r\n'],
    ['a record without a length', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: veel\r\n\r\n'],
    ['a record longer than the file', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9007199254740991\r\n\r\nx'],
    ['a line without end', `WARC/1.0\r\nX: ${'x'.repeat(200_000)}`],
  ])('in which nothing can be read is refused: %s', async (_, bytes) => {
    const refusal = await openArchive(Buffer.from(bytes)).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(EenlijnError)
    expect(refusal).toMatchObject({ code: 'archive-corrupt' })
  })

  it('never does worse than that, whatever the bytes', async () => {
    const noise = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes))
    const bytes = Buffer.concat(whole)
    const spoilt = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }).map((changes) => {
      const copy = Buffer.from(bytes)
      for (const [at, value] of changes) copy[at] = value
      return copy
    })
    const cut = fc.nat(bytes.length).map((length) => bytes.subarray(0, length))
    const plainSpoilt = fc.tuple(fc.nat(900), fc.nat(255)).map(([at, value]) => {
      const copy = Buffer.concat([info, ...whole.map((one) => gunzipSync(one))])
      copy[at] = value
      return copy
    })
    const afterMagic = noise.map((tail) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0xff]), tail]))
    await fc.assert(
      fc.asyncProperty(fc.oneof(noise, spoilt, cut, plainSpoilt, afterMagic), async (input) => {
        try {
          const archive = await openArchive(input)
          const fetcher = createArchiveFetcher(archive)
          for (const { url } of archive.pages) expect((await fetcher.get(url)).requested).toBe(url)
        } catch (error) {
          expect(error).toMatchObject({ code: 'archive-corrupt' })
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Bytes of buffers that are still in use. */
function held(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().arrayBuffers
}

describe('a large archive', () => {
  it('stays in its file', async () => {
    const path = join(folder, 'groot.warc')
    const noise = Buffer.alloc(4 * 2 ** 20, 'abcdefgh')
    const pages = Array.from({ length: 12 }, (_, n) => response(`https://stad.example/${n}`, noise))
    await writeFile(path, Buffer.concat(pages))
    pages.length = 0
    const before = held()
    const archive = await openArchive(path)
    expect(archive.pages).toHaveLength(12)
    expect(held() - before).toBeLessThan(4 * 2 ** 20)
    const page = await createArchiveFetcher(archive).get('https://stad.example/11')
    expect(page.kind === 'page' && page.body.length).toBe(noise.length)
  })

  it('that unfolds from next to nothing is read without holding it', async () => {
    const bomb = gzipSync(response('https://stad.example/bom', Buffer.alloc(70 * 2 ** 20)))
    expect(bomb.length).toBeLessThan(200_000)
    const fetcher = await from(gzipSync(response('https://stad.example/', 'gewoon')), bomb)
    expect(await fetcher.get('https://stad.example/')).toMatchObject({ kind: 'page' })
    expect(await fetcher.get('https://stad.example/bom')).toMatchObject({ kind: 'failed' })
  })
})

describe('one record of evidence', () => {
  it('opens on its own, whatever it holds', async () => {
    const { keep, records } = memoryRecorder()
    const at = '2026-03-01T10:00:00.000Z'
    const url = 'https://stad.example/'
    const headers = { 'content-type': 'text/html', 'set-cookie': 'geheim=1' }
    const page = await keep({ kind: 'response', url, at, status: 403, headers, body: Buffer.from('verboden') })
    const shown = await keep({ kind: 'rendered', url, at, html: '<p>getoond', finalUrl: `${url}#/` })
    const stop = await keep({ kind: 'stop', url, stop: { kind: 'failed', reason: 'timeout', message: 'te traag', at, record: null } })
    const open = (digest: string) => readRecord(records.get(digest) ?? new Uint8Array())
    expect(await open(page)).toMatchObject({ url, at, status: 403, mediaType: 'text/html', text: 'verboden' })
    expect(await open(shown)).toMatchObject({ url, status: 200, text: '<p>getoond' })
    expect(await open(stop)).toMatchObject({ url, status: null, text: 'te traag' })
    expect(gunzipSync(records.get(page) ?? '').toString()).not.toContain('geheim')
    await expect(readRecord(Buffer.from('x'))).rejects.toMatchObject({ code: 'archive-corrupt' })
  })

  it('is read by other programs', async () => {
    const { keep, archive } = memoryRecorder()
    const at = '2026-03-01T10:00:00.000Z'
    const url = 'https://stad.example/'
    await keep({ kind: 'response', url, at, status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('pagina') })
    await keep({ kind: 'rendered', url, at, html: '<p>getoond', finalUrl: url })
    const seen: unknown[] = []
    for await (const one of new WARCParser([archive()]))
      seen.push([one.warcType, one.warcTargetURI, one.warcDate, one.httpHeaders?.statusCode, await one.contentText()])
    expect(seen).toEqual([
      ['response', url, at, 200, 'pagina'],
      ['resource', url, at, undefined, '<p>getoond'],
    ])
  })

  it('is the same bytes for the same evidence', async () => {
    const { keep, records } = memoryRecorder()
    const evidence = {
      kind: 'response',
      url: 'https://a.example/',
      at: '2026-03-01T10:00:00.000Z',
      status: 200,
      headers: {},
      body: Buffer.from('x'),
    } as const
    expect(await keep(evidence)).toBe(await keep(evidence))
    await keep({ ...evidence, body: Buffer.from('y') })
    expect(records.size).toBe(2)
  })
})
