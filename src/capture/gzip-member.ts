import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type ByteSource, chunksFrom } from './byte-source.ts'
import { createCursor } from './cursor.ts'

/** One member of a gzip file: what it holds, and where it ends once all of that was read. */
export interface Member {
  readonly chunks: AsyncIterable<Uint8Array>
  /** Offset after the member. Known when `chunks` is at its end. */
  end(): number
}

const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16 }
const trailerBytes = 8

/** Whether a gzip member begins here. */
export async function isGzip(source: ByteSource, offset: number): Promise<boolean> {
  const head = await source.at(offset)
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * Opens the member that begins at `offset`. Node's own gunzip reads on into the next member,
 * and the reader of the WARC library spins for ever on a file that ends early; hence this one.
 */
export async function openMember(source: ByteSource, offset: number): Promise<Member> {
  const data = offset + (await headerLength(source, offset))
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  return {
    chunks: inflated(source, data, inflate),
    end: () => data + inflate.bytesWritten + trailerBytes,
  }
}

async function* inflated(source: ByteSource, offset: number, inflate: ReturnType<typeof createInflateRaw>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(chunksFrom(source, offset), { objectMode: false })
  input.on('error', (error) => inflate.destroy(error))
  try {
    for await (const chunk of input.pipe(inflate)) yield chunk
  } finally {
    input.destroy()
    inflate.destroy()
  }
}

/** Length of the member's header (RFC 1952, section 2.3). */
async function headerLength(source: ByteSource, offset: number): Promise<number> {
  const cursor = createCursor(chunksFrom(source, offset))
  const fixed = await cursor.take(10)
  if (fixed[0] !== 0x1f || fixed[1] !== 0x8b || fixed[2] !== 8) throw new Error('not a gzip member')
  const flags = fixed[3] ?? 0
  if (flags & flag.extra) await cursor.skip((await cursor.take(2)).readUInt16LE(0))
  for (const bit of [flag.name, flag.comment]) {
    while (flags & bit && (await cursor.take(1))[0] !== 0);
  }
  if (flags & flag.headerCrc) await cursor.skip(2)
  await cursor.close()
  return cursor.position()
}
