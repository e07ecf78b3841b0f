import { eq } from 'drizzle-orm'
import { rubric } from '../../config/rubric.ts'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { type ComparedOrganisation, compareOrganisations, type OrganisationsCompared } from '../report/compare-organisations.ts'
import { gradesOf } from '../report/trend.ts'
import { auditRoutes } from '../store/schema.ts'
import { findAudit, hasEnded, organisationOf } from './find-audit.ts'
import { houseStyleOf } from './house-style.ts'
import { rescoreAudit } from './rescore-audit.ts'

type Compared = Exclude<OrganisationsCompared, { refused: unknown }>

/**
 * Organisations beside each other, by one audit each and by the present rubric. No order among them, no persons.
 * @throws EenlijnError `not-found`; `conflict` with the reason where norm or visibility differ, or while an audit runs.
 */
export function readComparison(deps: Deps, auditIds: readonly string[]): Compared {
  const compared = compareOrganisations([...new Set(auditIds)].map((auditId) => comparedOrganisation(deps, auditId)))
  if ('refused' in compared) throw new EenlijnError('conflict', compared.refused)
  return compared
}

function comparedOrganisation(deps: Deps, auditId: string): ComparedOrganisation {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  if (!hasEnded(audit.state))
    throw new EenlijnError('conflict', {
      nl: 'Een van deze audits loopt nog. Vergelijken kan zodra hij klaar is.',
      en: 'One of these audits is still running. Comparing is possible as soon as it is done.',
    })
  const { score, findings } = rescoreAudit(deps, { auditId, rubric: rubric.version })
  const { name, website } = organisationOf(db, audit)
  return {
    ...gradesOf({ rubric, score, findings }),
    organisation: website ? `${name} (${new URL(website).hostname})` : name,
    auditId,
    at: audit.finishedAt ?? audit.createdAt,
    off: houseStyleOf(db, audit.organisationId).off,
    routes: db
      .select()
      .from(auditRoutes)
      .where(eq(auditRoutes.auditId, auditId))
      .all()
      .map(({ report }) => report),
  }
}
