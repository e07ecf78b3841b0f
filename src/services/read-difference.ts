import { and, desc, eq, lt } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Difference } from '../model/difference.ts'
import { EenlijnError } from '../model/errors.ts'
import { findDifference } from '../report/difference.ts'
import type { Db } from '../store/open.ts'
import { audits } from '../store/schema.ts'
import { auditThen } from './audit-then.ts'
import { type AuditRow, findAudit, hasEnded } from './find-audit.ts'
import { findSamePictures } from './same-pictures.ts'

/** The last audit of the same organisation that was done before this one. */
export function previousAudit(db: Db, audit: AuditRow): AuditRow | null {
  return (
    db
      .select()
      .from(audits)
      .where(and(eq(audits.organisationId, audit.organisationId), eq(audits.state, 'done'), lt(audits.id, audit.id)))
      .orderBy(desc(audits.id))
      .limit(1)
      .get() ?? null
  )
}

/** The done audits of the same organisation before this one, the newest first; at most a hundred. */
export function earlierAudits(deps: Deps, auditId: string): { readonly id: string; readonly at: string }[] {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  return db
    .select()
    .from(audits)
    .where(and(eq(audits.organisationId, audit.organisationId), eq(audits.state, 'done'), lt(audits.id, audit.id)))
    .orderBy(desc(audits.id))
    .limit(100)
    .all()
    .map(({ id, finishedAt, createdAt }) => ({ id, at: finishedAt ?? createdAt }))
}

/**
 * What changed between an audit and an earlier one of the same organisation, out of what was stored. The older one comes first,
 * whichever was asked for.
 * @param withId the other audit; the one before it unless given
 * @returns `null` when there is no earlier one
 * @throws EenlijnError `not-found`; `conflict` while one of them runs; `invalid-input` for audits of two organisations
 */
export async function readDifference(deps: Deps, auditId: string, withId?: string): Promise<Difference | null> {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const other = withId === undefined ? previousAudit(db, audit) : findAudit(db, withId)
  if (!hasEnded(audit.state) || (other && !hasEnded(other.state))) throw stillRunning()
  if (other === null) return null
  if (other.organisationId !== audit.organisationId) throw otherOrganisation()
  const [older, newer] = other.id < audit.id ? [other, audit] : [audit, other]
  const after = auditThen(db, newer)
  const before = auditThen(db, older, after.norm.houseStyle)
  const first = findDifference(before, after)
  const isSame = await findSamePictures(deps, first)
  return isSame === null ? first : findDifference(before, after, isSame)
}

const stillRunning = () =>
  new EenlijnError('conflict', {
    nl: 'De audit loopt nog. De verschillen zijn er zodra hij klaar is.',
    en: 'The audit is still running. The differences are there as soon as it is done.',
  })

const otherOrganisation = () =>
  new EenlijnError(
    'invalid-input',
    {
      nl: 'Deze audits gaan over twee organisaties. Kies twee audits van dezelfde organisatie.',
      en: 'These audits are of two organisations. Choose two audits of the same organisation.',
    },
    { field: 'with' },
  )
