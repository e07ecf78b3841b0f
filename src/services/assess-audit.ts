import { desc, eq, sql } from 'drizzle-orm'
import { rubric as presentRubric } from '../../config/rubric.ts'
import { runChecks } from '../checks/run.ts'
import type { Deps } from '../deps.ts'
import type { Assessment } from '../model/audit.ts'
import { type Rubric, scoreFindings } from '../scoring/score.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { assessments } from '../store/schema.ts'
import { type AuditInput, checkInput } from './check-input.ts'
import { comparePictures } from './compare-pictures.ts'
import { type AuditRow, hasEnded } from './find-audit.ts'
import type { UngradedCandidate } from './read-candidates.ts'

/** Judges the accounts that are ours now: pure work over what was stored, nothing is fetched. */
export const assess = (db: Db, audit: AuditRow, now: string): Assessment =>
  assessInput(checkInput(db, audit, new Date(now)), presentRubric, now)

/** Judges stored input under a rubric of choice. */
export function assessInput({ checks, basis }: AuditInput, rubric: Rubric, now: string): Assessment {
  const input = checks()
  const findings = runChecks(input)
  return {
    rubric: rubric.version,
    accounts: input.accounts.map(({ key }) => key).sort(),
    findings,
    score: scoreFindings(findings, rubric).total,
    basis,
    createdAt: now,
  }
}

const newestOf = prepareOnce((db) =>
  db
    .select()
    .from(assessments)
    .where(eq(assessments.auditId, sql.placeholder('auditId')))
    .orderBy(desc(assessments.version))
    .limit(1)
    .prepare(),
)

/**
 * The newest assessment. When people decided or agreed otherwise since, pictures were compared, or the rubric changed, a new
 * version is written beside the old ones, which stay as they were.
 * @param found the audit's candidates as they are now, where they are read already
 */
export function newestAssessment(
  deps: Deps,
  audit: AuditRow,
  found?: readonly UngradedCandidate[],
): (Assessment & { version: number }) | null {
  const { db } = deps.store
  const stored = newestOf(db).get({ auditId: audit.id })
  if (!hasEnded(audit.state)) return stored ? { ...stored.body, version: stored.version } : null
  const input = checkInput(db, audit, deps.now(), undefined, found)
  void comparePictures(deps, audit, input.pictureSet).catch((error) => deps.log.warn({ error, auditId: audit.id }, 'pictures not compared'))
  const isSame = stored?.body.rubric === presentRubric.version && stored.body.basis?.input === input.basis.input
  if (stored && isSame) return { ...stored.body, version: stored.version }
  const fresh = assessInput(input, presentRubric, deps.now().toISOString())
  if (stored && sameJudgement(stored.body, fresh)) return { ...sameAsBefore(deps, stored, fresh), version: stored.version }
  const version = (stored?.version ?? 0) + 1
  deps.store.transact((tx) =>
    tx
      .insert(assessments)
      .values({ id: newId(), auditId: audit.id, version, because: stored ? because(stored.body, fresh) : 'audit', body: fresh })
      .run(),
  )
  return { ...fresh, version }
}

/** The judgement stands; only what it was made from last is noted, so that nobody has to judge it again. */
function sameAsBefore(deps: Deps, stored: typeof assessments.$inferSelect, fresh: Assessment): Assessment {
  const body = { ...stored.body, basis: fresh.basis }
  deps.store.transact((tx) => tx.update(assessments).set({ body }).where(eq(assessments.id, stored.id)).run())
  return body
}

/** What called for a new assessment, as the first that applies. */
function because(before: Assessment, after: Assessment): string {
  if (before.rubric !== after.rubric) return 'rubric'
  if (before.basis?.houseStyle !== after.basis?.houseStyle) return 'agreements'
  if (before.basis?.pictures !== after.basis?.pictures) return 'pictures'
  return 'decisions'
}

/** Which agreements it was made by says nothing as long as everything came out alike. */
function sameJudgement(a: Assessment, b: Assessment): boolean {
  const bare = ({ createdAt: _, basis: __, ...rest }: Assessment) => JSON.stringify(rest)
  return bare(a) === bare(b)
}
