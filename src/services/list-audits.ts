import { and, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { audits, candidates, decisions, organisations } from '../store/schema.ts'
import { stateOf } from './find-audit.ts'
import type { AuditSummary } from './views.ts'

/** The newest audits first; `before` is the id of the last one seen. */
export function listAudits(deps: Deps, page: { limit?: number; before?: string | undefined } = {}): AuditSummary[] {
  const limit = Math.min(Math.max(page.limit ?? 20, 1), 100)
  return summaries(deps, page.before ? lt(audits.id, page.before) : undefined, limit)
}

/** The newest audit of the demonstration organisation. */
export const findDemoAudit = (deps: Deps): AuditSummary | null => summaries(deps, eq(organisations.demo, true), 1)[0] ?? null

function summaries(deps: Deps, condition: SQL | undefined, limit: number): AuditSummary[] {
  return deps.store.db
    .select()
    .from(audits)
    .innerJoin(organisations, eq(organisations.id, audits.organisationId))
    .where(condition)
    .orderBy(desc(audits.id))
    .limit(limit)
    .all()
    .map(({ audits: audit, organisations: organisation }) => ({
      id: audit.id,
      organisation: organisation.name,
      demo: organisation.demo,
      state: stateOf(audit),
      createdAt: audit.createdAt,
      finishedAt: audit.finishedAt,
      ...countsOf(deps, audit.id),
    }))
}

const newestDecision = sql<
  string | null
>`(select ${decisions.decision} from ${decisions} where ${decisions.accountId} = ${candidates.accountId} order by ${decisions.id} desc limit 1)`

function countsOf(deps: Deps, auditId: string): { accountsOurs: number; undecided: number } {
  const number = (condition: ReturnType<typeof sql>) =>
    deps.store.db
      .select({ n: count() })
      .from(candidates)
      .where(and(eq(candidates.auditId, auditId), condition))
      .get()?.n ?? 0
  return {
    accountsOurs: number(sql`coalesce(${newestDecision}, ${candidates.verdict}) = 'ours'`),
    undecided: number(sql`${newestDecision} is null and ${candidates.verdict} <> 'not-ours'`),
  }
}
