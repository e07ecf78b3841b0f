import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { auditRoutes, audits, owedJobs } from '../store/schema.ts'
import { tell } from './events.ts'
import { findAudit, hasEnded } from './find-audit.ts'
import { writeRecord } from './write-record.ts'

/** Stops an audit: waiting jobs go, running ones stop where they can, late results are dropped. What was found stays. */
export async function cancelAudit(deps: Deps, auditId: string): Promise<void> {
  const stopped = deps.store.transact((tx) => {
    const audit = findAudit(tx, auditId)
    if (hasEnded(audit.state)) return false
    const now = deps.now().toISOString()
    tx.update(audits).set({ state: 'cancelled', finishedAt: now }).where(eq(audits.id, auditId)).run()
    for (const { route, report } of tx.select().from(auditRoutes).where(eq(auditRoutes.auditId, auditId)).all()) {
      if (report.state !== 'waiting' && report.state !== 'running') continue
      const ended = { ...report, state: 'cancelled' as const }
      tx.update(auditRoutes)
        .set({ report: ended })
        .where(and(eq(auditRoutes.auditId, auditId), eq(auditRoutes.route, route)))
        .run()
    }
    tx.delete(owedJobs).where(eq(owedJobs.auditId, auditId)).run()
    writeRecord(tx, deps, auditId)
    tell(tx, auditId, { kind: 'state', data: { state: 'cancelled' } }, now)
    return true
  })
  if (!stopped) return
  deps.bell.ring(auditId)
  await deps.queue.cancelGroup(auditId).catch((error) => deps.log.warn({ error, auditId }, 'queue away; its results will be dropped'))
}
