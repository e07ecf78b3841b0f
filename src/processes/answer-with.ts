import { EenlijnError } from '../model/errors.ts'
import type { Reply, Used } from './open-process.ts'

/**
 * The other end of `open-process.ts`: answers each question that comes over this process's channel, in order. When whoever
 * asks is gone, however it ended, so is this process; a signal to stop is for the one who asks.
 */
export function answerWith<Question>(answer: (question: Question) => Promise<unknown>): void {
  if (process.send === undefined) throw new Error('This file is no command: another process starts it and asks it questions.')
  const tell = (reply: Reply) => void process.send?.(reply, () => {})
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  process.once('disconnect', () => process.exit())
  let before: Promise<void> = Promise.resolve()
  process.on('message', ({ id, question }: { id: number; question: Question }) => {
    before = before.then(async () => {
      try {
        tell({ id, answer: await answer(question), used: used() })
      } catch (error) {
        if (error instanceof EenlijnError) tell({ id, used: used(), code: error.code, text: error.text })
        else tell({ id, used: used(), message: error instanceof Error ? error.message : String(error) })
      }
    })
  })
}

function used(): Used {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 }
}
