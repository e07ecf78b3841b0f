import type { OpenReaders } from '../src/print/readers/open.ts'

/** Where print is read: one file at a time, since reading takes all that a machine has. */
export interface PrintDesk {
  /** Waits for its turn. When `signal` aborts, the readers stop in the middle of the page. */
  read<T>(signal: AbortSignal, work: (readers: OpenReaders) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The engines take half a gigabyte; they go when nobody has handed in print for this long. */
const idleMs = 120_000

export function createPrintDesk(): PrintDesk {
  let readers: Promise<OpenReaders> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const close = async () => {
    clearTimeout(idle)
    const open = readers
    readers = null
    await (await open)?.close()
  }

  async function readNow<T>(signal: AbortSignal, work: (readers: OpenReaders) => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    clearTimeout(idle)
    readers ??= import('../src/print/readers/open.ts').then(({ openPrintReaders }) => openPrintReaders())
    const open = await readers
    const stop = () => void open.close()
    signal.addEventListener('abort', stop, { once: true })
    try {
      return await work(open)
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
