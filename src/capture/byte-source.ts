import { open } from 'node:fs/promises'

/** Bytes that are read where they lie, a block at a time. */
export interface ByteSource {
  /** The bytes from `offset` to the end of their block; empty past the end. */
  at(offset: number): Promise<Buffer>
  close(): Promise<void>
}

const blockBytes = 256 * 1024

/** A file, read in blocks of 256 KB of which the last one is kept. */
export async function openFile(path: string): Promise<ByteSource> {
  const file = await open(path, 'r')
  let block: Buffer = Buffer.alloc(0)
  let start = 0
  return {
    async at(offset) {
      if (offset < start || offset >= start + block.length) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(blockBytes), 0, blockBytes, offset)
        block = buffer.subarray(0, bytesRead)
        start = offset
      }
      return block.subarray(offset - start)
    },
    close: () => file.close(),
  }
}

/** Bytes already in memory. */
export function openBytes(bytes: Uint8Array): ByteSource {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    at: async (offset) => whole.subarray(offset, offset + blockBytes),
    close: async () => {},
  }
}

/** All bytes from `offset` on. */
export async function* chunksFrom(source: ByteSource, offset: number): AsyncGenerator<Buffer> {
  for (let at = offset; ; ) {
    const chunk = await source.at(at)
    if (chunk.length === 0) return
    yield chunk
    at += chunk.length
  }
}
