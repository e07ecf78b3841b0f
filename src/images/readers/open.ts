import { openThread, type Thread } from '../../print/readers/thread.ts'
import type { ImageReaders } from '../types.ts'
import type { ImageAnswer, ImageQuestion } from './images-thread.ts'

export interface OpenImageReaders extends ImageReaders {
  /** Ends the threads and gives their memory back; asking once more starts them anew. */
  close(): Promise<void>
}

type Asked = ImageQuestion extends infer Q ? (Q extends { bytes: unknown } ? Omit<Q, 'bytes'> : never) : never

/**
 * Readers on threads of their own, started when first asked: decoding and comparing block, and OpenCV ends the
 * process in which a promise is rejected unseen. A thread asks for the bytes it misses and never opens a file.
 */
export function openImageReaders(options: { get(key: string): Promise<Uint8Array | null>; threads?: number }): OpenImageReaders {
  const pool = Array.from({ length: options.threads ?? 1 }, () => ({
    thread: openThread<ImageQuestion, ImageAnswer>(new URL('./images-thread.ts', import.meta.url)) as Thread<ImageQuestion, ImageAnswer>,
    waiting: 0,
  }))

  async function ask<T>(asked: Asked): Promise<T> {
    const least = pool.reduce((one, other) => (other.waiting < one.waiting ? other : one))
    const bytes = new Map<string, Uint8Array | null>()
    least.waiting++
    try {
      for (;;) {
        const answer = await least.thread.ask({ ...asked, bytes } as ImageQuestion)
        if ('answer' in answer) return answer.answer as T
        bytes.set(answer.missing, await options.get(answer.missing))
      }
    } finally {
      least.waiting--
    }
  }

  return {
    look: (look, wishes) => ask({ look, wishes }),
    find: (find, logos) => ask({ find, logos }),
    compare: (a, b, kind) => ask({ compare: [a, b], kind }),
    close: async () => {
      await Promise.all(pool.map(({ thread }) => thread.close()))
    },
  }
}
