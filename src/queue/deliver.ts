import { setTimeout as sleep, setImmediate as yieldToOthers } from 'node:timers/promises'
import { createBell } from './bell.ts'
import type { EndedJob } from './port.ts'

export interface EndedSource {
  /** The job that ended first, or `null` when none waits. */
  next(): Promise<EndedJob | null>
  /** The job was taken in: nothing of it stays behind. */
  forget(job: EndedJob): Promise<void>
  /** Looks this often when nobody rings. */
  readonly pollMs: number
  readonly onError: (error: unknown) => void
}

export interface Delivery {
  /** Says that a job ended. */
  ring(): void
  /** Waits for the job that is being taken in. */
  stop(): Promise<void>
}

const firstPauseMs = 100
const longestPauseMs = 30_000

/** Hands every ended job to `take`, one at a time; tries again, ever later, while `take` or the source throws. */
export function deliver(source: EndedSource, take: (job: EndedJob) => Promise<void>): Delivery {
  const bell = createBell()
  const stopping = new AbortController()
  const { signal } = stopping

  async function deliverNext(): Promise<void> {
    const job = await source.next()
    if (signal.aborted) return
    if (!job) return bell.wait(source.pollMs)
    await take(job)
    await source.forget(job)
  }

  async function loop(): Promise<void> {
    let pauseMs = firstPauseMs
    while (!signal.aborted) {
      try {
        await deliverNext()
        await yieldToOthers()
        pauseMs = firstPauseMs
      } catch (error) {
        source.onError(error)
        await sleep(pauseMs, undefined, { signal }).catch(() => {})
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      }
    }
  }

  const ended = loop()
  return {
    ring: bell.ring,
    async stop() {
      stopping.abort()
      bell.ring()
      await ended
    },
  }
}
