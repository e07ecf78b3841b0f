import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { audits, ingestedJobs } from '../store/schema.ts'
import { handOverAgain } from './owed-jobs.ts'
import { enqueueStage, stageJobId } from './stages.ts'

/**
 * Hands over again what a crash or an absent queue left behind: an audit that waits for a job that the queue
 * does not know, and every job owed beside. Jobs that ended but were not taken in are known to the queue, so nothing runs twice.
 */
export async function reconcile(deps: Deps): Promise<number> {
  const running = deps.store.db
    .select()
    .from(audits)
    .where(inArray(audits.state, ['queued', 'running']))
    .all()
  let handedOver = 0
  for (const audit of running) {
    if ((await deps.queue.state(stageJobId(audit))) !== null) continue
    const again = deps.store.db.select().from(audits).where(eq(audits.id, audit.id)).get()
    if (again?.stage !== audit.stage || again.state !== audit.state) continue
    await enqueueStage(deps, audit.id)
    handedOver++
  }
  return handedOver + (await handOverAgain(deps))
}

/** Jobs taken in long ago can not be delivered again; their ids need not be remembered. */
export function forgetIngested(deps: Deps): void {
  const monthAgo = new Date(deps.now().getTime() - 30 * 86_400_000).toISOString()
  deps.store.transact((tx) => tx.delete(ingestedJobs).where(lt(ingestedJobs.at, monthAgo)).run())
}

/** An audit has begun as soon as one of its jobs tells of progress. */
export function markStarted(deps: Deps, auditId: string): void {
  deps.store.transact((tx) =>
    tx
      .update(audits)
      .set({ startedAt: deps.now().toISOString() })
      .where(and(eq(audits.id, auditId), isNull(audits.startedAt)))
      .run(),
  )
}
