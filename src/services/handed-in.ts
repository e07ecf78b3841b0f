import { inArray } from 'drizzle-orm'
import type { NewJob } from '../queue/port.ts'
import type { Db } from '../store/open.ts'
import { ingestedJobs } from '../store/schema.ts'
import type { AuditRow } from './find-audit.ts'
import { printJobsOf } from './print-jobs.ts'
import { pressJobFor } from './read-press.ts'

/** What people handed in to this audit and is still to be read. A stage waits for it, so that the record holds what it names. */
export function handedIn(db: Db, audit: AuditRow): NewJob[] {
  const articles = (audit.request.press ?? []).map((url) => pressJobFor(audit, url))
  const ids = articles.map(({ id }) => id)
  const taken = db.select({ id: ingestedJobs.jobId }).from(ingestedJobs).where(inArray(ingestedJobs.jobId, ids)).all()
  return [...printJobsOf(db, audit), ...articles.filter(({ id }) => !taken.some((job) => job.id === id))]
}
