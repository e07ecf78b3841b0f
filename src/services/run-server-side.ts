import type { Deps } from '../deps.ts'
import { dispenseBatches } from './dispense-batches.ts'
import { expireEvidence } from './evidence.ts'
import { expireTeam } from './expire-team.ts'
import { ingest } from './ingest.ts'
import { forgetIngested, markStarted, reconcile } from './reconcile.ts'
import { runNews } from './run-news.ts'
import { handOverSchedules } from './schedule.ts'
import { tellProgress } from './tell-progress.ts'

const second = 1_000
const minute = 60 * second

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
    await expireTeam(deps)
    await expireEvidence(deps)
    forgetIngested(deps)
  })
  await handOver()
  await guarded('schedules', () => handOverSchedules(deps))()
  const timers = [
    setInterval(
      guarded('batches', () => dispenseBatches(deps)),
      2 * second,
    ),
    setInterval(handOver, minute),
    setInterval(expire, 60 * minute),
    setTimeout(expire, minute),
  ]
  for (const timer of timers) timer.unref()
  const news = runNews(deps)
  return {
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      await news.stop()
      await taking.stop()
      await listening.stop()
    },
  }
}
