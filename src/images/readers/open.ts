import { type OwnProcess, openProcess, type Used } from '../../processes/open-process.ts'
import type { ImageReaders } from '../types.ts'
import type { ImageAnswer, ImageQuestion } from './images-process.ts'

export interface OpenImageReaders extends ImageReaders {
  /** So many questions are answered at a time. */
  readonly processes: number
  /** All processes together. */
  used(): Used
  /** Ends the processes, and their memory goes back; asking once more starts them anew. */
  close(): Promise<void>
}

type Asked = ImageQuestion extends infer Q ? (Q extends { bytes: unknown } ? Omit<Q, 'bytes'> : never) : never

/**
 * Readers in processes of their own, started when first asked: decoding and comparing block, take hundreds of megabytes, and
 * OpenCV ends the process in which a promise is rejected unseen. A process asks for the bytes it misses and never opens a file.
 */
export function openImageReaders(options: { get(key: string): Promise<Uint8Array | null>; processes?: number }): OpenImageReaders {
  const body = new URL('./images-process.ts', import.meta.url)
  const pool = Array.from({ length: options.processes ?? 1 }, () => ({
    reader: openProcess<ImageQuestion, ImageAnswer>(body) as OwnProcess<ImageQuestion, ImageAnswer>,
    waiting: 0,
    isStarted: false,
  }))
  // Starting one takes as long as a picture does: it is not worth it for the second question in line, it is for the third.
  const queueOf = ({ waiting, isStarted }: (typeof pool)[number]) => waiting + (isStarted ? 0 : 1)

  async function ask<T>(asked: Asked): Promise<T> {
    const least = pool.reduce((one, other) => (queueOf(other) < queueOf(one) ? other : one))
    const bytes = new Map<string, Uint8Array | null>()
    least.waiting++
    least.isStarted = true
    try {
      for (;;) {
        const answer = await least.reader.ask({ ...asked, bytes } as ImageQuestion)
        if ('answer' in answer) return answer.answer as T
        bytes.set(answer.missing, await options.get(answer.missing))
      }
    } finally {
      least.waiting--
    }
  }

  return {
    processes: pool.length,
    look: (look, wishes) => ask({ look, wishes }),
    find: (find, logos) => ask({ find, logos }),
    compare: (a, b, kind) => ask({ compare: [a, b], kind }),
    used: () => {
      const each = pool.map(({ reader }) => reader.used())
      const sum = (of: (used: Used) => number) => each.reduce((all, used) => all + of(used), 0)
      return { cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds), peakBytes: sum(({ peakBytes }) => peakBytes) }
    },
    close: async () => {
      for (const each of pool) each.isStarted = false
      await Promise.all(pool.map(({ reader }) => reader.close()))
    },
  }
}
