import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { turnJob } from '../model/jobs.ts'
import type { EndedJob } from '../queue/port.ts'
import { audits, idempotencyKeys, ingestedJobs, schedules } from '../store/schema.ts'
import { isBeingAudited, noteNextTurn } from './schedule.ts'
import { startAudit } from './start-audit.ts'

/**
 * A turn of a schedule came: the organisation is audited again, once however often the turn is delivered, and not when
 * an audit of it is still running. A schedule taken away meanwhile starts nothing.
 */
export async function takeTurn(deps: Deps, job: EndedJob): Promise<void> {
  const { db } = deps.store
  const { scheduleId } = turnJob.payload.parse(job.payload)
  const schedule = db.select().from(schedules).where(eq(schedules.id, scheduleId)).get()
  const isTaken = db.select().from(ingestedJobs).where(eq(ingestedJobs.jobId, job.id)).get() !== undefined
  if (!schedule || isTaken) return
  const idempotencyKey = `turn:${job.id}`
  if (isBeingAudited(db, schedule.organisationId) && !isOwnTurn(deps, idempotencyKey)) {
    db.update(schedules)
      .set({ skipped: sql`${schedules.skipped} + 1` })
      .where(eq(schedules.id, scheduleId))
      .run()
  } else {
    const { organisationId, request } = schedule
    const { auditId } = await startAudit(deps, request, { idempotencyKey, organisationId })
    deps.store.transact((tx) => {
      tx.update(audits).set({ scheduleId }).where(eq(audits.id, auditId)).run()
      tx.update(schedules).set({ lastAt: deps.now().toISOString(), lastAuditId: auditId }).where(eq(schedules.id, scheduleId)).run()
    })
  }
  db.insert(ingestedJobs).values({ jobId: job.id, at: deps.now().toISOString() }).onConflictDoNothing().run()
  await noteNextTurn(deps, schedule)
}

/** The audit that runs was begun by this very turn, in a delivery before this one. */
function isOwnTurn({ store: { db } }: Deps, key: string): boolean {
  return db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key)).get() !== undefined
}
