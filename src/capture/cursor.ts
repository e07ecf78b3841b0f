/** A place in a stream of bytes that moves forward by lines and lengths. */
export interface Cursor {
  /** Bytes passed so far. */
  position(): number
  /** The next line without its end, as Latin-1; `null` at the end of the stream. @throws when longer than `limit` bytes */
  line(limit: number): Promise<string | null>
  /** The next `length` bytes. @throws when the stream ends before */
  take(length: number): Promise<Buffer>
  /** @throws when the stream ends before */
  skip(length: number): Promise<void>
  /** Lets go of the stream. */
  close(): Promise<void>
}

const newline = 0x0a

export function createCursor(stream: AsyncIterable<Uint8Array>): Cursor {
  const chunks = stream[Symbol.asyncIterator]()
  let ahead: Buffer = Buffer.alloc(0)
  let passed = 0

  const pull = async (): Promise<Buffer | null> => {
    const next = await chunks.next()
    return next.done ? null : Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
  }
  const pass = (length: number): Buffer => {
    const taken = ahead.subarray(0, length)
    ahead = ahead.subarray(length)
    passed += length
    return taken
  }
  const each = async (length: number, see: (piece: Buffer) => void): Promise<void> => {
    for (let left = length; left > 0; ) {
      if (ahead.length === 0) {
        const next = await pull()
        if (next === null) throw new Error(`ends ${left} bytes early`)
        ahead = next
        continue
      }
      const piece = pass(Math.min(left, ahead.length))
      left -= piece.length
      see(piece)
    }
  }

  return {
    position: () => passed,
    async line(limit) {
      for (;;) {
        const end = ahead.indexOf(newline)
        if (end >= 0 && end <= limit)
          return pass(end + 1)
            .toString('latin1')
            .trimEnd()
        if (end > limit || ahead.length > limit) throw new Error(`a line of more than ${limit} bytes`)
        const next = await pull()
        if (next !== null) ahead = Buffer.concat([ahead, next])
        else return ahead.length === 0 ? null : pass(ahead.length).toString('latin1').trimEnd()
      }
    },
    async take(length) {
      const pieces: Buffer[] = []
      await each(length, (piece) => pieces.push(piece))
      return Buffer.concat(pieces)
    },
    skip: (length) => each(length, () => {}),
    async close() {
      await chunks.return?.()
    },
  }
}
