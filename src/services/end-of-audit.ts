import { asc, eq } from 'drizzle-orm'
import type { Db } from '../store/open.ts'
import { events } from '../store/schema.ts'
import type { AuditRow } from './find-audit.ts'

/**
 * When an audit ended: as long after its date as it took. Only the demonstration's are dated by another day than that of
 * their start, by which four of them make a year; of all others this is now.
 */
export function endOf(tx: Db, { id, createdAt }: AuditRow, now: string): string {
  const first = tx.select({ at: events.at }).from(events).where(eq(events.auditId, id)).orderBy(asc(events.id)).limit(1).get()
  const took = Date.parse(now) - Date.parse(first?.at ?? now)
  return first ? new Date(Date.parse(createdAt) + took).toISOString() : now
}
