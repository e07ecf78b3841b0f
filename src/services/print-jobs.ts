import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { printJob } from '../model/jobs.ts'
import type { NewJob } from '../queue/port.ts'
import type { Db } from '../store/open.ts'
import { printItems } from '../store/schema.ts'
import { type AuditRow, findAudit, organisationOf } from './find-audit.ts'

/** The jobs of everything that this audit was handed and that is not read yet. Known ids are ignored by the queue. */
export function printJobsOf(db: Db, audit: AuditRow): NewJob[] {
  const { website } = organisationOf(db, audit)
  return db
    .select()
    .from(printItems)
    .where(and(eq(printItems.auditId, audit.id), eq(printItems.state, 'reading')))
    .all()
    .map(({ id, file, route, reading }) => ({
      id: `${audit.id}.print.${id}`,
      group: audit.id,
      kind: printJob.kind,
      // What the audit itself needs goes first: one file takes seconds, and the engine reads one at a time.
      priority: 60,
      payload: printJob.payload.parse({
        ...{ auditId: audit.id, archive: audit.request.archive ?? null, itemId: id, file, route, website },
        title: reading?.title ?? '',
      }),
    }))
}

/** When the queue is away the items wait; `reconcilePrints` hands them over later. */
export async function enqueuePrints(deps: Deps, auditId: string): Promise<void> {
  for (const job of printJobsOf(deps.store.db, findAudit(deps.store.db, auditId)))
    await deps.queue.enqueue(job).catch((error) => deps.log.warn({ error, auditId }, 'queue away'))
}

/** Hands over again what a crash or an absent queue left behind. */
export async function reconcilePrints(deps: Deps): Promise<void> {
  const waiting = deps.store.db.selectDistinct({ id: printItems.auditId }).from(printItems).where(eq(printItems.state, 'reading')).all()
  for (const { id } of waiting) {
    const audit = findAudit(deps.store.db, id)
    if (audit.state !== 'cancelled' && audit.state !== 'failed') await enqueuePrints(deps, id)
  }
}
