import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '../store/open.ts'
import { locations } from '../store/schema.ts'

/** The names of an organisation's locations as people search for them, in the order in which they were recorded. */
export function locationNames(db: Db, organisationId: string): string[] {
  const rows = db
    .select({ name: locations.name })
    .from(locations)
    .where(and(eq(locations.organisationId, organisationId), isNull(locations.removedAt)))
    .orderBy(asc(locations.id))
    .all()
  return [...new Set(rows.map(({ name }) => name))]
}
