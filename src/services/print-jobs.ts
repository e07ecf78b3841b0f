import { and, eq } from 'drizzle-orm'
import { printJob } from '../model/jobs.ts'
import type { NewJob } from '../queue/port.ts'
import type { Db } from '../store/open.ts'
import { printItems } from '../store/schema.ts'
import { type AuditRow, organisationOf } from './find-audit.ts'

/** The job that reads one file. */
export function printJobFor(
  db: Db,
  audit: AuditRow,
  { id, file, route, reading }: Pick<typeof printItems.$inferSelect, 'id' | 'file' | 'route' | 'reading'>,
): NewJob {
  const { website } = organisationOf(db, audit)
  return {
    id: `${audit.id}.print.${id}`,
    group: audit.id,
    kind: printJob.kind,
    // What the audit itself needs goes first: one file takes seconds, and the engine reads one at a time.
    priority: 60,
    payload: printJob.payload.parse({
      ...{ auditId: audit.id, archive: audit.request.archive ?? null, itemId: id, file, route, website },
      title: reading?.title ?? '',
    }),
  }
}

/** The jobs of everything that this audit was handed and that is not read yet. Known ids are ignored by the queue. */
export function printJobsOf(db: Db, audit: AuditRow): NewJob[] {
  return db
    .select()
    .from(printItems)
    .where(and(eq(printItems.auditId, audit.id), eq(printItems.state, 'reading')))
    .all()
    .map((item) => printJobFor(db, audit, item))
}
