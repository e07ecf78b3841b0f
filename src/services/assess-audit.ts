import { desc, eq } from 'drizzle-orm'
import { rubric } from '../../config/rubric.ts'
import { runChecks } from '../checks/run.ts'
import type { Deps } from '../deps.ts'
import type { Assessment } from '../model/audit.ts'
import { unseen } from '../model/seen.ts'
import { scoreFindings } from '../scoring/score.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { assessments } from '../store/schema.ts'
import { type AuditRow, hasEnded, organisationOf } from './find-audit.ts'
import { readCandidates } from './read-candidates.ts'

/** Judges the accounts that are ours now: pure work over what was stored, nothing is fetched. */
export function assess(db: Db, audit: AuditRow, now: string): Assessment {
  const organisation = organisationOf(db, audit)
  const ours = readCandidates(db, audit).filter((candidate) => candidate.standing === 'ours')
  const findings = runChecks({
    organisation: {
      name: organisation.name,
      aliases: organisation.aliases,
      website: organisation.website,
      country: organisation.country,
      wikidataId: organisation.wikidataId,
    },
    accounts: ours.map(({ key, platform, handle, url, kind, closed, snapshot }) => ({
      key,
      platform,
      handle,
      url,
      kind,
      closed,
      displayName: snapshot?.displayName ?? unseen('not-offered'),
    })),
  })
  return {
    rubric: rubric.version,
    accounts: ours.map((candidate) => candidate.key).sort(),
    findings,
    score: scoreFindings(findings, rubric).total,
    createdAt: now,
  }
}

/**
 * The newest assessment. When people decided otherwise since, or the rubric changed, a new version
 * is written beside the old ones, which stay as they were.
 */
export function newestAssessment(deps: Deps, audit: AuditRow): (Assessment & { version: number }) | null {
  const { db } = deps.store
  const stored = db.select().from(assessments).where(eq(assessments.auditId, audit.id)).orderBy(desc(assessments.version)).limit(1).get()
  if (!hasEnded(audit.state)) return stored ? { ...stored.body, version: stored.version } : null
  const fresh = assess(db, audit, deps.now().toISOString())
  if (stored && sameJudgement(stored.body, fresh)) return { ...stored.body, version: stored.version }
  const version = (stored?.version ?? 0) + 1
  deps.store.transact((tx) =>
    tx
      .insert(assessments)
      .values({ id: newId(), auditId: audit.id, version, because: stored ? 'decisions' : 'audit', body: fresh })
      .run(),
  )
  return { ...fresh, version }
}

function sameJudgement(a: Assessment, b: Assessment): boolean {
  const bare = ({ createdAt: _, ...rest }: Assessment) => JSON.stringify(rest)
  return bare(a) === bare(b)
}
