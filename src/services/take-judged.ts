import { eq } from 'drizzle-orm'
import type { Candidate } from '../model/candidate.ts'
import { judgeJob } from '../model/jobs.ts'
import { audits } from '../store/schema.ts'
import { underTheirNames } from './account-names.ts'
import { advanceAudit, failAudit } from './advance-audit.ts'
import { upsertCandidate } from './candidates.ts'
import { tell } from './events.ts'
import { keepEvidence } from './keep-evidence.ts'
import { reportRoute, routeReport } from './report-route.ts'
import { routeEnded } from './route-texts.ts'
import { takesRoute } from './stages.ts'
import type { Taking } from './taking.ts'

/** The accounts that were found, each with its verdict. Without a judgement there is no audit. */
export function takeJudged(taking: Taking, judged: readonly Candidate[]): boolean {
  const { tx, audit, job, now } = taking
  if (job.state === 'failed') return failAudit(taking)
  const result = judgeJob.result.parse(job.result)
  keepEvidence(taking, result.candidates, 'work')
  const known = underTheirNames(tx, audit.organisationId, judged)
  for (const candidate of known) upsertCandidate(tx, audit.id, audit.organisationId, candidate, now)
  const bySite = judged.filter((candidate) => candidate.foundVia.some((via) => via.route === 'website')).length
  const before = routeReport(tx, audit.id, 'website')
  if (before) reportRoute(taking, { ...before, found: bySite })
  tx.update(audits).set({ siteBelongs: result.siteBelongs }).where(eq(audits.id, audit.id)).run()
  tell(tx, audit.id, { kind: 'found', data: { accounts: judged.length } }, now)
  if (takesRoute(audit, 'linked-account')) reportRoute(taking, routeEnded('linked-account', 'running', 0))
  return advanceAudit(taking, 'link')
}
