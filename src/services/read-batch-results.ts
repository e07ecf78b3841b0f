import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { AuditState } from '../model/audit.ts'
import type { Score } from '../model/finding.ts'
import type { Db } from '../store/open.ts'
import { grades } from '../store/schema.ts'
import { newestAssessment } from './assess-audit.ts'
import { type BatchItemView, type ItemPage, readBatchItems } from './batch.ts'
import { type AuditRow, findAudit, hasEnded, stateOf } from './find-audit.ts'
import { countsOf, nothingFound } from './list-audits.ts'

/** What one organisation of a list came to. */
export interface BatchResult extends BatchItemView {
  /** A list goes on past an audit that waits in `choosing`; that audit may run on afterwards. */
  readonly auditState: AuditState | null
  /** `null` until its audit has ended. */
  readonly outcome: {
    readonly finishedAt: string | null
    /** With its coverage; `null` before the first assessment, and while the viewer still has to grade. */
    readonly score: Score | null
    /** The viewer grades too, and has not graded this organisation: the score waits. */
    readonly hidden: boolean
    readonly accountsOurs: number
    /** Accounts that a person still has to decide about. */
    readonly undecided: number
    /** Findings that can be mended; `null` where there is no score to show. */
    readonly deviations: number | null
  } | null
}

/**
 * The verdicts of a list, in the order in which it was handed in: a list is no ranking.
 * @throws EenlijnError `not-found`.
 */
export function readBatchResults(deps: Deps, batchId: string, page: ItemPage, viewer: { readonly personId: string | null }): BatchResult[] {
  return readBatchItems(deps, batchId, page).map((item) => {
    const audit = item.auditId === null ? null : findAudit(deps.store.db, item.auditId)
    return { ...item, auditState: audit && stateOf(audit), outcome: audit && outcomeOf(deps, audit, viewer.personId) }
  })
}

function outcomeOf(deps: Deps, audit: AuditRow, personId: string | null): BatchResult['outcome'] {
  if (!hasEnded(audit.state)) return null
  const { db } = deps.store
  const { id: auditId } = audit
  const hidden = personId !== null && !hasGraded(db, auditId, personId)
  const assessment = hidden ? null : newestAssessment(deps, audit)
  const isDeviation = ({ outcome }: { outcome: { kind: string; value?: number } }) => outcome.kind === 'scored' && (outcome.value ?? 1) < 1
  return {
    finishedAt: audit.finishedAt,
    score: assessment?.score ?? null,
    hidden,
    ...(countsOf(deps, [auditId]).get(auditId) ?? nothingFound),
    deviations: assessment ? assessment.findings.filter(isDeviation).length : null,
  }
}

const hasGraded = (db: Db, auditId: string, personId: string): boolean =>
  db
    .select({ id: grades.id })
    .from(grades)
    .where(and(eq(grades.auditId, auditId), eq(grades.personId, personId), eq(grades.subject, 'uniformity')))
    .limit(1)
    .get() !== undefined
