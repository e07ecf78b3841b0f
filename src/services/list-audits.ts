import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { demoOrganisation } from '../demo/organisation.ts'
import type { Deps } from '../deps.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { audits, candidates, decisions, organisations } from '../store/schema.ts'
import { stateOf } from './find-audit.ts'
import { nameKeyOf } from './organisation.ts'
import type { AuditSummary } from './views.ts'

export interface AuditPage {
  readonly limit?: number
  /** Id of the last audit seen. */
  readonly before?: string | undefined
  /** Only of organisations of this name, whatever its capitals. */
  readonly organisation?: string | undefined
}

/** The newest audits first. */
export function listAudits(deps: Deps, page: AuditPage = {}): AuditSummary[] {
  const limit = Math.min(Math.max(page.limit ?? 20, 1), 100)
  const older = page.before ? lt(audits.id, page.before) : undefined
  const named = page.organisation ? eq(organisations.nameKey, nameKeyOf(page.organisation)) : undefined
  return summaries(deps, and(older, named), limit)
}

/** The newest audit of the demonstration organisation. */
export function findDemoAudit(deps: Deps): AuditSummary | null {
  // By its name, of which there is an index: an own organisation of that name is none of the demonstration's.
  const isDemo = and(eq(organisations.nameKey, nameKeyOf(demoOrganisation.name)), eq(organisations.demo, true))
  const ids = deps.store.db.select({ id: organisations.id }).from(organisations).where(isDemo).all()
  return ids.length === 0
    ? null
    : (summaries(
        deps,
        inArray(
          audits.organisationId,
          ids.map(({ id }) => id),
        ),
        1,
      )[0] ?? null)
}

function summaries(deps: Deps, condition: SQL | undefined, limit: number): AuditSummary[] {
  const rows = deps.store.db
    .select()
    .from(audits)
    .innerJoin(organisations, eq(organisations.id, audits.organisationId))
    .where(condition)
    .orderBy(desc(audits.id))
    .limit(limit)
    .all()
  const counts = countsOf(
    deps,
    rows.map((row) => row.audits.id),
  )
  return rows.map(({ audits: audit, organisations: organisation }) => ({
    id: audit.id,
    organisation: organisation.name,
    demo: organisation.demo,
    state: stateOf(audit),
    createdAt: audit.createdAt,
    finishedAt: audit.finishedAt,
    ...(counts.get(audit.id) ?? nothingFound),
  }))
}

export interface Counts {
  readonly accountsOurs: number
  readonly undecided: number
}

export const nothingFound: Counts = { accountsOurs: 0, undecided: 0 }

// In a query of one table drizzle writes columns without their table, and within the inner query these would mean its own.
const newestDecision = sql<
  string | null
>`(select d.decision from ${decisions} d where d.account_id = ${candidates}.account_id order by d.id desc limit 1)`

const countsIn = prepareOnce((db) => {
  // As one list: a question with a hundred places to fill takes longer to write out than to answer.
  const auditIds = sql`(select value from json_each(${sql.placeholder('auditIds')}))`
  const judged = db
    .select({ auditId: candidates.auditId, verdict: candidates.verdict, decision: newestDecision.as('decision') })
    .from(candidates)
    .where(inArray(candidates.auditId, auditIds))
    .as('judged')
  return db
    .select({
      auditId: judged.auditId,
      accountsOurs: sql<number>`sum(coalesce(${judged.decision}, ${judged.verdict}) = 'ours')`,
      undecided: sql<number>`sum(${judged.decision} is null and ${judged.verdict} <> 'not-ours')`,
    })
    .from(judged)
    .groupBy(judged.auditId)
    .prepare()
})

/** How many accounts of each audit are ours and how many wait for a decision, of all in one question. None found: not in the map. */
export function countsOf(deps: Deps, auditIds: readonly string[]): Map<string, Counts> {
  const rows = countsIn(deps.store.db).all({ auditIds: JSON.stringify(auditIds) })
  return new Map(rows.map(({ auditId, ...counts }) => [auditId, counts]))
}
