/** Where readers are lent out: to one borrower at a time, since reading takes all that a machine has. */
export interface Desk<Readers> {
  /** Waits for its turn. When `signal` aborts, the readers stop in the middle of what they read. */
  read<T>(signal: AbortSignal, work: (readers: Readers) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens the readers for the first who asks; they go, and their memory with them, when nobody has asked for `idleMs`. */
export function createDesk<Readers extends { close(): Promise<void> }>(open: () => Promise<Readers>, idleMs: number): Desk<Readers> {
  let readers: Promise<Readers> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const close = async () => {
    clearTimeout(idle)
    const opened = readers
    readers = null
    await (await opened)?.close()
  }

  async function readNow<T>(signal: AbortSignal, work: (readers: Readers) => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    clearTimeout(idle)
    readers ??= open()
    const opened = await readers.catch((error: unknown) => {
      readers = null
      throw error
    })
    const stop = () => void opened.close()
    signal.addEventListener('abort', stop, { once: true })
    try {
      return await work(opened)
    } finally {
      signal.removeEventListener('abort', stop)
      idle = setTimeout(() => void close(), idleMs).unref()
    }
  }

  return {
    read(signal, work) {
      const mine = turn.then(() => readNow(signal, work))
      turn = mine.catch(() => undefined)
      return mine
    },
    close,
  }
}
