import { readBody } from './body.ts'
import { type ByteSource, chunksFrom } from './byte-source.ts'
import { type Cursor, createCursor } from './cursor.ts'
import { isGzip, openMember } from './gzip-member.ts'
import { type Headers, headersOfDecoded, readHeaders } from './headers.ts'

/** Where a record lies: the start of its gzip member (or of itself in a plain file) and its place inside. */
export interface RecordPlace {
  readonly offset: number
  /** Bytes of the unpacked member before the record; 0 when each record has its own member. */
  readonly inner: number
}

export interface RecordHead extends RecordPlace {
  readonly headers: Headers
  readonly length: number
}

export interface Scan {
  readonly records: number
  /** Where the last whole record ends when reading stopped there, or `null` when the end was reached. */
  readonly truncatedAt: number | null
}

const largestExpansion = 8 * 2 ** 30

/** Reads every record's headers, and its status line when it is a response. Stops at the first record that is broken. */
export async function scanRecords(source: ByteSource, see: (head: RecordHead, status: number | null) => void): Promise<Scan> {
  let records = 0
  let offset = 0
  try {
    while ((await source.at(offset)).length > 0) {
      const packed = await isGzip(source, offset)
      const member = packed ? await openMember(source, offset) : null
      const cursor = createCursor(member?.chunks ?? chunksFrom(source, offset))
      const start = offset
      for (;;) {
        offset = member === null ? start + cursor.position() : start
        const head = await readHead(cursor, member === null ? { offset, inner: 0 } : { offset: start, inner: cursor.position() })
        if (head === null) break
        const status = await passRecord(cursor, head)
        see(head, status)
        records++
        if (cursor.position() > largestExpansion) throw new Error('unfolds into too much')
      }
      if (member === null) break
      await cursor.close()
      offset = member.end()
    }
  } catch {
    return { records, truncatedAt: offset }
  }
  return { records, truncatedAt: null }
}

/** The headers of the record at the cursor, `null` at the end of the file. */
async function readHead(cursor: Cursor, place: RecordPlace): Promise<RecordHead | null> {
  let line = await cursor.line(1024)
  while (line === '') line = await cursor.line(1024)
  if (line === null) return null
  if (!line.startsWith('WARC/')) throw new Error('no record here')
  const headers = await readHeaders(cursor)
  const length = Number(headers['content-length'])
  if (!Number.isSafeInteger(length) || length < 0) throw new Error('a record without a length')
  return { ...place, headers, length }
}

/** Passes a record's content; the status of the response that it holds, if it holds one. */
async function passRecord(cursor: Cursor, head: RecordHead): Promise<number | null> {
  const first = await cursor.take(Math.min(head.length, isHttpResponse(head.headers) ? 32 : 0))
  await cursor.skip(head.length - first.length)
  const status = /^HTTP\/\S+ +(\d{3})/.exec(first.toString('latin1'))?.[1]
  return status === undefined ? null : Number(status)
}

function isHttpResponse(headers: Headers): boolean {
  return headers['warc-type'] === 'response'
}

/** The content of one record, whole. @throws when it is broken or larger than `limit` bytes */
export async function readContent(source: ByteSource, place: RecordPlace, limit: number): Promise<{ headers: Headers; content: Buffer }> {
  const member = (await isGzip(source, place.offset)) ? await openMember(source, place.offset) : null
  const cursor = createCursor(member?.chunks ?? chunksFrom(source, place.offset))
  try {
    await cursor.skip(place.inner)
    const head = await readHead(cursor, place)
    if (head === null) throw new Error('no record here')
    if (head.length > limit) throw new Error(`a record of ${head.length} bytes`)
    return { headers: head.headers, content: await cursor.take(head.length) }
  } finally {
    await cursor.close()
  }
}

/** An HTTP response as a record holds it, its transfer and content encodings undone. */
export async function readHttpMessage(content: Buffer, limit: number): Promise<{ status: number; headers: Headers; body: Buffer }> {
  const cursor = createCursor(chunksOf(content))
  const status = Number(/^HTTP\/\S+ +(\d{3})/.exec((await cursor.line(4096)) ?? '')?.[1])
  if (Number.isNaN(status)) throw new Error('no status line')
  const headers = await readHeaders(cursor)
  const raw = content.subarray(cursor.position())
  const whole = headers['transfer-encoding']?.toLowerCase().includes('chunked') ? dechunked(raw) : raw
  const body = await readBody(chunksOf(whole), { encoding: headers['content-encoding'] ?? '', limit, overflow: 'fail' })
  return { status, headers: headersOfDecoded(headers), body }
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes
}

/** Undoes chunked transfer encoding. Many archives keep the header over a body already joined: that one comes back as it is. */
function dechunked(raw: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; ; ) {
    const end = raw.indexOf('\r\n', at)
    const size = end < 0 || end - at > 200 ? Number.NaN : chunkSize(raw.toString('latin1', at, end))
    if (Number.isNaN(size)) return at === 0 ? raw : Buffer.concat(pieces)
    if (size === 0) return Buffer.concat(pieces)
    pieces.push(raw.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

function chunkSize(line: string): number {
  const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(line)?.[1]
  return size === undefined ? Number.NaN : Number.parseInt(size, 16)
}
