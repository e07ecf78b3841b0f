import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { CaptureFailure, failureOf } from './failure.ts'

export interface BodyOptions {
  /** The `Content-Encoding` header, '' for none. */
  readonly encoding: string
  /** Bytes allowed after decoding, so that a small body that unfolds into a huge one is stopped. */
  readonly limit: number
  /** `fail` refuses a body past the limit, `cut` keeps its first part. */
  readonly overflow: 'fail' | 'cut'
}

/**
 * Reads a body to its end, its content encodings undone, holding no more than `limit` bytes.
 * @throws CaptureFailure `too-large`, `undecodable`, or what the source threw
 */
export async function readBody(source: AsyncIterable<Uint8Array>, options: BodyOptions): Promise<Buffer> {
  const codings = options.encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > 2) throw new CaptureFailure('undecodable', `${codings.length} content encodings`)
  const kept: Uint8Array[] = []
  try {
    let stage: AsyncIterable<Uint8Array> = source
    for (const coding of codings.reverse()) stage = await decoded(stage, coding)
    await collect(stage, options, kept)
  } catch (thrown) {
    if (thrown instanceof Full) {
      if (options.overflow === 'fail') throw new CaptureFailure('too-large', `more than ${options.limit} bytes`)
    } else if (isZlibError(thrown)) throw new CaptureFailure('undecodable', `broken ${options.encoding}: ${thrown.message}`)
    else throw failureOf(thrown)
  }
  return Buffer.concat(kept).subarray(0, options.limit)
}

class Full extends Error {}

async function collect(stage: AsyncIterable<Uint8Array>, options: BodyOptions, kept: Uint8Array[]): Promise<void> {
  let size = 0
  for await (const chunk of stage) {
    kept.push(chunk)
    size += chunk.length
    if (size > options.limit) throw new Full()
  }
}

/** Some servers name an encoding and send plain text; the first bytes tell. */
async function decoded(source: AsyncIterable<Uint8Array>, coding: string): Promise<AsyncIterable<Uint8Array>> {
  const chunks = source[Symbol.asyncIterator]()
  let first: Uint8Array = new Uint8Array()
  while (first.length < 2) {
    const next = await chunks.next()
    if (next.done) break
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value])
  }
  const whole = resumed(first, chunks)
  const decoder = first.length === 0 ? null : decoderFor(coding, first)
  return decoder === null ? whole : through(whole, decoder)
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function* through(source: AsyncIterable<Uint8Array>, decoder: NodeJS.ReadWriteStream & Readable): AsyncGenerator<Uint8Array> {
  const fed = pipeline(Readable.from(source, { objectMode: false }), decoder)
  // The loop below sees the same error; without this it would be reported twice.
  fed.catch(() => {})
  try {
    for await (const chunk of decoder) yield chunk
  } finally {
    decoder.destroy()
  }
}

function decoderFor(coding: string, first: Uint8Array) {
  // A body cut short still gives what arrived, as in a browser.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return first[0] === 0x1f && first[1] === 0x8b ? createGunzip(lenient) : null
    case 'deflate':
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient)
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
    default:
      throw new CaptureFailure('undecodable', `unknown content encoding "${coding.slice(0, 40)}"`)
  }
}

function isZlibError(thrown: unknown): thrown is Error {
  if (!(thrown instanceof Error) || !('code' in thrown)) return false
  const code = String(thrown.code)
  return code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_PADDING')
}
