import { eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { AuditState } from '../model/audit.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accounts, audits, organisations } from '../store/schema.ts'

export type AuditRow = typeof audits.$inferSelect
export type OrganisationRow = typeof organisations.$inferSelect
export type AccountRow = typeof accounts.$inferSelect

export const hasEnded = (state: string): boolean => state === 'done' || state === 'cancelled' || state === 'failed'
export const stateOf = (row: AuditRow) => row.state as AuditState

const auditOfId = prepareOnce((db) =>
  db
    .select()
    .from(audits)
    .where(eq(audits.id, sql.placeholder('auditId')))
    .prepare(),
)
const organisationOfId = prepareOnce((db) =>
  db
    .select()
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder('id')))
    .prepare(),
)

/** @throws EenlijnError `not-found`. */
export function findAudit(db: Db, auditId: string): AuditRow {
  const row = auditOfId(db).get({ auditId })
  if (!row)
    throw new EenlijnError('not-found', {
      nl: 'Deze audit bestaat niet (meer). Kijk of het adres klopt, of begin een nieuwe.',
      en: 'This audit does not exist (any more). Check the address, or start a new one.',
    })
  return row
}

const organisationIdOfAudit = prepareOnce((db) =>
  db
    .select({ id: audits.organisationId })
    .from(audits)
    .where(eq(audits.id, sql.placeholder('auditId')))
    .prepare(),
)

/** Whose audit it is; `undefined` when there is none of this id. */
export const organisationIdOf = (db: Db, auditId: string): string | undefined => organisationIdOfAudit(db).get({ auditId })?.id

/** @throws EenlijnError `not-found`. */
export const readAuditState = (deps: Deps, auditId: string): AuditState => stateOf(findAudit(deps.store.db, auditId))

export function organisationOf(db: Db, audit: AuditRow): OrganisationRow {
  const row = organisationOfId(db).get({ id: audit.organisationId })
  if (!row) throw new Error(`audit ${audit.id} has no organisation`)
  return row
}

/** @throws EenlijnError `not-found` when the account is not one of this audit's organisation. */
export function findAccount(db: Db, audit: AuditRow, accountId: string): AccountRow {
  const row = db.select().from(accounts).where(eq(accounts.id, accountId)).get()
  if (!row || row.organisationId !== audit.organisationId)
    throw new EenlijnError('not-found', { nl: 'Dit account hoort niet bij deze audit.', en: 'This account does not belong to this audit.' })
  return row
}
