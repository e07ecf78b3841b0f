import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { EenlijnError } from '../model/errors.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { teamBases, teamMembers } from '../store/schema.ts'

export type BasisRow = typeof teamBases.$inferSelect
export type MemberRow = typeof teamMembers.$inferSelect

const newestBasis = prepareOnce((db) =>
  db
    .select()
    .from(teamBases)
    .where(eq(teamBases.organisationId, sql.placeholder('organisationId')))
    .orderBy(desc(teamBases.id))
    .limit(1)
    .prepare(),
)

/** The basis on which the organisation may look at people: the last one, when it was not withdrawn. */
export function holdingBasis(db: Db, organisationId: string): BasisRow | null {
  const last = newestBasis(db).get({ organisationId })
  return last && last.withdrawnAt === null ? last : null
}

/** @throws EenlijnError `conflict` while no basis holds: nothing of people is kept then. */
export function needBasis(db: Db, organisationId: string): BasisRow {
  const basis = holdingBasis(db, organisationId)
  if (basis) return basis
  throw new EenlijnError('conflict', {
    nl: 'Leg eerst vast waarom jullie naar profielen van mensen kijken. Tot dan bewaart Eenlijn niets van personen.',
    en: 'First record why you look at profiles of people. Until then Eenlijn keeps nothing of persons.',
  })
}

/** Everybody on the closed list, by when they came on it. */
export function presentMembers(db: Db, organisationId: string): MemberRow[] {
  return db
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.organisationId, organisationId), isNull(teamMembers.removedAt)))
    .orderBy(teamMembers.id)
    .all()
}

/** @throws EenlijnError `not-found` when nobody of that id is (any more) on this organisation's list. */
export function findMember(db: Db, organisationId: string, memberId: string): MemberRow {
  const row = db.select().from(teamMembers).where(eq(teamMembers.id, memberId)).get()
  if (!row || row.organisationId !== organisationId || row.removedAt !== null)
    throw new EenlijnError('not-found', {
      nl: 'Deze persoon staat niet (meer) op de lijst.',
      en: 'This person is not on the list (any more).',
    })
  return row
}
