import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { NewJob } from '../queue/port.ts'
import type { Db } from '../store/open.ts'
import { ingestedJobs, owedJobs } from '../store/schema.ts'

/** Promises a job, within the transaction that gives the reason for it. One that was taken in before is not promised again. */
export function owe(tx: Db, job: NewJob): void {
  if (tx.select().from(ingestedJobs).where(eq(ingestedJobs.jobId, job.id)).get()) return
  tx.insert(owedJobs).values({ id: job.id, auditId: job.group, job }).onConflictDoNothing().run()
}

/** Its end was taken in, or nobody waits for it any more. */
export function settle(tx: Db, jobId: string): void {
  tx.delete(owedJobs).where(eq(owedJobs.id, jobId)).run()
}

/** Whether a promised job is still to end. */
export const isOwed = (db: Db, jobId: string): boolean => db.select().from(owedJobs).where(eq(owedJobs.id, jobId)).get() !== undefined

/** Hands what an audit newly owes to the queue. Where the queue is away it waits for `handOverAgain`. */
export async function handOver(deps: Deps, auditId: string): Promise<void> {
  const here = and(eq(owedJobs.auditId, auditId), eq(owedJobs.handedOver, false))
  for (const { id, job } of deps.store.db.select().from(owedJobs).where(here).all()) {
    try {
      await deps.queue.enqueue(job as NewJob)
    } catch (error) {
      deps.log.warn({ error, auditId }, 'queue away; what is owed is handed over later')
      return
    }
    deps.store.transact((tx) => tx.update(owedJobs).set({ handedOver: true }).where(eq(owedJobs.id, id)).run())
  }
}

/** Hands over every promised job that the queue does not know: it was away, or lost it. @returns how many. */
export async function handOverAgain(deps: Deps): Promise<number> {
  const { db } = deps.store
  let handedOver = 0
  for (const { id, job } of db.select().from(owedJobs).all()) {
    if ((await deps.queue.state(id)) !== null || !isOwed(db, id)) continue
    await deps.queue.enqueue(job as NewJob)
    handedOver++
  }
  return handedOver
}
