import { and, eq, isNull } from 'drizzle-orm'
import { EenlijnError } from '../model/errors.ts'
import type { Db } from '../store/open.ts'
import { locations } from '../store/schema.ts'
import type { AuditRow } from './find-audit.ts'

export type LocationRow = typeof locations.$inferSelect

/** @throws EenlijnError `not-found` when it is not a location of this audit's organisation (any more). */
export function findLocation(db: Db, audit: AuditRow, locationId: string): LocationRow {
  const row = db
    .select()
    .from(locations)
    .where(and(eq(locations.id, locationId), isNull(locations.removedAt)))
    .get()
  if (row && row.organisationId === audit.organisationId) return row
  throw new EenlijnError('not-found', {
    nl: 'Deze locatie bestaat hier niet (meer).',
    en: 'This location does not exist here (any more).',
  })
}

/** Longer remarks than this are for a document. */
const mostNote = 1_000

/** @throws EenlijnError `invalid-input` for a remark over 1,000 characters. */
export function readNote(note: string): string {
  if (note.length <= mostNote) return note.trim()
  throw new EenlijnError(
    'invalid-input',
    { nl: 'De toelichting is te lang: 1.000 tekens is het meeste.', en: 'The note is too long: 1,000 characters is the most.' },
    { field: 'note' },
  )
}
