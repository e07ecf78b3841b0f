import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { locations } from '../store/schema.ts'

const presentNames = prepareOnce((db) =>
  db
    .select({ name: locations.name })
    .from(locations)
    .where(and(eq(locations.organisationId, sql.placeholder('organisationId')), isNull(locations.removedAt)))
    .orderBy(asc(locations.id))
    .prepare(),
)

/** The names of an organisation's locations as people search for them, in the order in which they were recorded. */
export function locationNames(db: Db, organisationId: string): string[] {
  const rows = presentNames(db).all({ organisationId })
  return [...new Set(rows.map(({ name }) => name))]
}
