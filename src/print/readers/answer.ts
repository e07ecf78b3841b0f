import { parentPort } from 'node:worker_threads'
import { EenlijnError } from '../../model/errors.ts'
import type { Reply } from './thread.ts'

/** The other end of `thread.ts`: answers each question that comes over this thread's port, in order. */
export function answerWith<Question>(answer: (question: Question) => Promise<unknown>): void {
  const send = (reply: Reply) => parentPort?.postMessage(reply)
  let before: Promise<void> = Promise.resolve()
  parentPort?.on('message', ({ id, question }: { id: number; question: Question }) => {
    before = before.then(async () => {
      try {
        send({ id, answer: await answer(question) })
      } catch (error) {
        if (error instanceof EenlijnError) send({ id, code: error.code, text: error.text })
        else send({ id, message: error instanceof Error ? error.message : String(error) })
      }
    })
  })
}
