import { EenlijnError } from '../model/errors.ts'
import type { Fetcher } from '../model/fetch.ts'
import { type Answer, fetchedFrom, type Stop } from './answer.ts'
import { type ArchivedPage, findPage, indexPages, keyOf, pageOf } from './archive-index.ts'
import { type ByteSource, openBytes, openFile } from './byte-source.ts'
import { failureOf } from './failure.ts'
import { follow, parseAddress, redirectTarget } from './follow.ts'
import { fields, type Keep, stopFrom } from './record.ts'
import { createRobots } from './robots.ts'
import { readContent, readHttpMessage, scanRecords } from './warc-reader.ts'

/** A WARC file, indexed. Its pages stay in the file until they are asked for. */
export interface Archive {
  readonly pages: readonly ArchivedPage[]
  /** Where the last whole record ends when the file breaks off after it; `null` when the file is whole. */
  readonly truncatedAt: number | null
  /** The best capture of an address, and whether it is of the very same address. */
  find(url: URL): { page: ArchivedPage; exact: boolean } | null
  read(page: ArchivedPage): Promise<Answer | Stop>
}

const largestRecord = 64 * 2 ** 20
const redirectLimit = 10

/**
 * Opens a web archive: WARC, plain, packed record by record or packed as a whole.
 * A file that breaks off is usable up to the break.
 * @throws EenlijnError `archive-corrupt` when nothing in it can be read, `not-found` when there is no such file
 */
export async function openArchive(from: string | Uint8Array): Promise<Archive> {
  const open = () => (typeof from === 'string' ? openFile(from) : Promise.resolve(openBytes(from)))
  const pages: ArchivedPage[] = []
  const scan = await using(open, (source) =>
    scanRecords(source, ({ headers, offset, inner }, status) => {
      const page = pageOf(headers, status)
      if (page !== null) pages.push({ ...page, offset, inner })
    }),
  )
  if (scan.records === 0) throw corrupt()
  const index = indexPages(pages)
  return {
    pages,
    truncatedAt: scan.truncatedAt,
    find: (url) => findPage(index, url),
    read: (page) => using(open, (source) => readPage(source, page)),
  }
}

/**
 * A fetcher over an archive: no network, no scripts. Redirects are followed inside it, its robots.txt is obeyed,
 * and statuses mean what they mean live. `keep` keeps what was read as evidence, as a live audit does.
 */
export function createArchiveFetcher(archive: Archive, { keep = null }: { keep?: Keep | null } = {}): Fetcher {
  const setting = { redirects: redirectLimit, now: Date.now }
  const at = new Date(archive.pages.reduce((newest, page) => Math.max(newest, Date.parse(page.at)), 0)).toISOString()
  const look = async (url: URL): Promise<Answer | Stop> => {
    const found = archive.find(url)
    if (found === null) return absent(url, at)
    const read = await archive.read(found.page)
    // A nearby capture that only says "over there" to the address asked for is no capture of it.
    const elsewhere = read.kind === 'answer' && !found.exact ? redirectTarget(read) : null
    const target = elsewhere === null ? null : parseAddress(elsewhere, url.href)
    if (target !== null && keyOf(target) === keyOf(url)) return absent(url, at)
    return keep === null ? read : { ...read, record: await keepAgain(read, found.page, keep) }
  }
  const robots = createRobots({ hop: look, ...setting })
  const hop = async (url: URL) => (await robots.rulingFor(url)).stop ?? look(url)
  return { get: (url, options = {}) => follow(url, hop, options, setting) }
}

/** An archive lacks a page as of the time at which it was made. */
function absent(url: URL, at: string): Stop {
  return {
    kind: 'failed',
    reason: 'not-in-archive',
    message: `not in the archive: ${url.href}`,
    at,
    record: null,
  }
}

function keepAgain(read: Answer | Stop, page: ArchivedPage, keep: Keep): Promise<string> {
  if (read.kind !== 'answer') return keep({ kind: 'stop', url: page.url, stop: read })
  if (page.kind !== 'rendered') return keep({ ...read, kind: 'response', url: page.url })
  return keep({ kind: 'rendered', url: page.url, at: read.at, html: Buffer.from(read.body).toString('utf8'), finalUrl: read.url })
}

/** What one record holds, for whoever shows it as evidence. */
export interface RecordContent {
  readonly url: string
  readonly at: string
  /** `null` for a request that got no answer. */
  readonly status: number | null
  readonly mediaType: string
  readonly body: Uint8Array
  /** The body as text, or why there is none; '' for what is not text. */
  readonly text: string
}

/**
 * Reads one record of evidence.
 * @throws EenlijnError `archive-corrupt` when it holds no capture
 */
export async function readRecord(bytes: Uint8Array): Promise<RecordContent> {
  const archive = await openArchive(bytes)
  const page = archive.pages[0]
  if (page === undefined) throw corrupt()
  const read = await archive.read(page)
  const { at } = read
  if (read.kind !== 'answer')
    return { url: page.url, at, status: null, mediaType: 'text/plain', body: new Uint8Array(), text: read.message }
  const { status, body } = read
  // As a page whatever its status was: a refusal is evidence too.
  const seen = fetchedFrom({ ...read, status: 200 }, { requested: page.url, url: page.url, redirects: [] }, {}, Date.parse(at))
  const { mediaType, text } = seen.kind === 'page' ? seen : { mediaType: 'text/plain', text: '' }
  return { url: page.url, at, status, mediaType, body, text }
}

function corrupt(): EenlijnError {
  return new EenlijnError('archive-corrupt', {
    nl: 'Dit bestand is geen leesbaar webarchief. Kies een WARC-bestand (.warc of .warc.gz).',
    en: 'This file is not a readable web archive. Choose a WARC file (.warc or .warc.gz).',
  })
}

async function using<T>(open: () => Promise<ByteSource>, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const source = await open().catch((cause) => {
    throw new EenlijnError('not-found', { nl: 'Het webarchief is er niet meer.', en: 'The web archive is no longer there.' }, { cause })
  })
  try {
    return await use(source)
  } finally {
    await source.close()
  }
}

async function readPage(source: ByteSource, page: ArchivedPage): Promise<Answer | Stop> {
  const { at } = page
  try {
    const { headers, content } = await readContent(source, page, largestRecord)
    if (page.kind === 'stop') return stopFrom(headers[fields.stop] ?? '', content.toString('utf8'), at)
    const contentType = headers['content-type'] ?? ''
    const message =
      page.kind === 'response'
        ? await readHttpMessage(content, largestRecord)
        : { status: 200, headers: { 'content-type': contentType }, body: content }
    const url = headers[fields.finalUrl] ?? page.url
    return { kind: 'answer', url, ...message, at, rendered: page.kind === 'rendered', record: null }
  } catch (thrown) {
    const { reason, message } = failureOf(thrown)
    return { kind: 'failed', reason: reason === 'network' ? 'undecodable' : reason, message: `broken record: ${message}`, at, record: null }
  }
}
