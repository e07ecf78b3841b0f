import { and, asc, desc, eq } from 'drizzle-orm'
import { rubric as presentRubric, rubricOf } from '../../config/rubric.ts'
import type { Deps } from '../deps.ts'
import { buildTrend, type TrendAudit, type TrendModel } from '../report/trend.ts'
import type { Db } from '../store/open.ts'
import { accountLocations, accounts, assessments, audits, grades, locations, records } from '../store/schema.ts'
import { type AuditRow, findAudit, organisationOf } from './find-audit.ts'
import type { Viewer } from './read-audit.ts'
import { rescoreAudit } from './rescore-audit.ts'

/** A line of more moments than these is read by nobody; the oldest are left to the table of audits. */
const mostAudits = 40

/**
 * How an organisation's uniformity went over all its audits that are done: as scored at the time, and by the present norm out of
 * stored evidence. What was computed of an audit that this viewer still has to grade stays hidden.
 * @throws EenlijnError `not-found`.
 */
export function readTrend(deps: Deps, auditId: string, viewer: Viewer): TrendModel {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const rows = db
    .select()
    .from(audits)
    .where(and(eq(audits.organisationId, audit.organisationId), eq(audits.state, 'done')))
    .orderBy(desc(audits.id))
    .limit(mostAudits)
    .all()
  return buildTrend({
    organisation: organisationOf(db, audit).name,
    rubric: presentRubric.version,
    audits: rows.map((row) => trendAudit(deps, row, viewer)),
    unitOf: unitsByKey(db, audit.organisationId),
  })
}

function trendAudit(deps: Deps, audit: AuditRow, viewer: Viewer): TrendAudit {
  const { db } = deps.store
  const given = gradesOf(db, audit.id)
  const fair = rescoreAudit(deps, { auditId: audit.id, rubric: presentRubric.version })
  const stored = storedAssessment(db, audit.id) ?? fair
  const isRevealed = isRevealedTo(db, audit.id, viewer)
  return {
    auditId: audit.id,
    at: audit.finishedAt ?? audit.createdAt,
    stored: { rubric: rubricOf(stored.rubric) ?? presentRubric, score: stored.score, findings: stored.findings },
    fair: { rubric: presentRubric, score: fair.score, findings: fair.findings },
    agreements: stored.basis?.houseStyle ?? null,
    grades: isRevealed ? [...given.values()].flatMap((halfPoints) => (halfPoints === null ? [] : [halfPoints])) : [],
    hidden: !isRevealed,
  }
}

/** What was computed of an audit is kept from whoever has still to grade it. */
export const isRevealedTo = (db: Db, auditId: string, { personId, reveal }: Viewer): boolean =>
  personId === null ? reveal === true : gradesOf(db, auditId).has(personId)

/** As people saw it last under the norm of then: of the first norm that it was scored by, the newest version. */
export function storedAssessment(db: Db, auditId: string) {
  const record = db.select().from(records).where(eq(records.auditId, auditId)).get()?.body.assessment
  const rows = db.select().from(assessments).where(eq(assessments.auditId, auditId)).orderBy(asc(assessments.version)).all()
  const first = record ?? rows[0]?.body
  return rows.findLast(({ body }) => body.rubric === first?.rubric && body.basis?.houseStyle === first.basis?.houseStyle)?.body ?? first
}

/** The last grade for uniformity of everybody who gave one. */
function gradesOf(db: Db, auditId: string): Map<string, number | null> {
  const rows = db
    .select()
    .from(grades)
    .where(and(eq(grades.auditId, auditId), eq(grades.subject, 'uniformity')))
    .orderBy(asc(grades.version))
    .all()
  return new Map(rows.map(({ personId, halfPoints }) => [personId, halfPoints]))
}

function unitsByKey(db: Db, organisationId: string): ReadonlyMap<string, string> {
  const rows = db
    .select({ key: accounts.key, name: locations.name })
    .from(accountLocations)
    .innerJoin(accounts, eq(accounts.id, accountLocations.accountId))
    .leftJoin(locations, eq(locations.id, accountLocations.locationId))
    .where(eq(accounts.organisationId, organisationId))
    .orderBy(asc(accountLocations.id))
    .all()
  const last = new Map(rows.map(({ key, name }) => [key, name]))
  return new Map([...last].flatMap(([key, name]) => (name === null ? [] : [[key, name] as const])))
}
