import type { Deps } from '../deps.ts'
import { expireEvidence } from './evidence.ts'
import { ingest } from './ingest.ts'
import { forgetIngested, markStarted, reconcile } from './reconcile.ts'
import { tellProgress } from './tell-progress.ts'

const minute = 60_000

/**
 * What the one writer does beside answering requests: takes ended jobs in, keeps progress for watchers,
 * hands over what was left behind, and lets evidence expire.
 */
export async function runServerSide(deps: Deps): Promise<{ stop(): Promise<void> }> {
  const taking = deps.queue.onEnded((job) => ingest(deps, job))
  const listening = deps.queue.onProgress((auditId, _job, event) => {
    markStarted(deps, auditId)
    tellProgress(deps, auditId, event)
  })
  const guarded = (name: string, work: () => Promise<unknown> | unknown) => async () => {
    try {
      await work()
    } catch (error) {
      deps.log.error({ error }, name)
    }
  }
  const handOver = guarded('reconcile', () => reconcile(deps))
  const expire = guarded('expire', async () => {
    await expireEvidence(deps)
    forgetIngested(deps)
  })
  await handOver()
  const timers = [setInterval(handOver, minute), setInterval(expire, 60 * minute), setTimeout(expire, minute)]
  for (const timer of timers) timer.unref()
  return {
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      await taking.stop()
      await listening.stop()
    },
  }
}
