import { eq } from 'drizzle-orm'
import { EenlijnError } from '../model/errors.ts'
import type { Db } from '../store/open.ts'
import { managers } from '../store/schema.ts'
import type { AuditRow } from './find-audit.ts'

export type ManagerRow = typeof managers.$inferSelect

/** @throws EenlijnError `not-found` when there is no such manager, or not (any more) in this organisation. */
export function findManager(db: Db, audit: AuditRow, managerId: string): ManagerRow {
  const row = db.select().from(managers).where(eq(managers.id, managerId)).get()
  if (!row || row.organisationId !== audit.organisationId || row.removedAt !== null)
    throw new EenlijnError('not-found', {
      nl: 'Deze beheerder staat niet (meer) in de lijst.',
      en: 'This manager is not in the list (any more).',
    })
  return row
}
