import { Worker } from 'node:worker_threads'
import { EenlijnError, type ErrorCode } from '../../model/errors.ts'
import type { Text } from '../../model/text.ts'

/** A thread that answers questions one by one. */
export interface Thread<Question, Answer> {
  ask(question: Question): Promise<Answer>
  /** Ends it in the middle of whatever it does; the next question starts it anew. */
  close(): Promise<void>
}

/** What goes back over the thread's port. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly code: ErrorCode; readonly text: Text }
  | { readonly id: number; readonly message: string }

/** Starts at the first question, so that a process that reads no print pays nothing; keeps no process alive while idle. */
export function openThread<Question, Answer>(body: URL): Thread<Question, Answer> {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    worker = null
  }

  function start(): Worker {
    const started = new Worker(body)
    started.on('message', (reply: Reply) => {
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('answer' in reply) asked?.resolve(reply.answer as Answer)
      else asked?.reject('code' in reply ? new EenlijnError(reply.code, reply.text) : new Error(reply.message))
      if (waiting.size === 0) started.unref()
    })
    started.on('error', (error) => {
      if (worker === started) failAll(error instanceof Error ? error : new Error(String(error)))
    })
    started.on('exit', () => {
      if (worker === started) failAll(new Error('The thread ended'))
    })
    return started
  }

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        const id = ++last
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, question })
      }),
    close: async () => {
      const running = worker
      failAll(new Error('The reader was closed'))
      await running?.terminate()
    },
  }
}
