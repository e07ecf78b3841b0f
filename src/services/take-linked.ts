import { type Claim, linkJob } from '../model/jobs.ts'
import { addClaims } from './add-claims.ts'
import { advanceAudit } from './advance-audit.ts'
import { keepEvidence } from './keep-evidence.ts'
import { rejudgeAudit } from './rejudge-audit.ts'
import { reportRoute } from './report-route.ts'
import { noAnswer, routeEnded } from './route-texts.ts'
import { takesRoute } from './stages.ts'
import type { Taking } from './taking.ts'

/** What confirmed accounts lead to. That this route failed ends no audit: it says nothing about the accounts. */
export function takeLinked(taking: Taking, claims: readonly Claim[]): boolean {
  const { tx, audit, job, now } = taking
  const result = job.state === 'completed' ? linkJob.result.parse(job.result) : null
  if (result?.claims) keepEvidence(taking, result.claims, 'work')
  const { platforms = [] } = audit.request
  const asked = claims.filter(({ platform }) => platforms.length === 0 || platforms.includes(platform))
  addClaims(tx, audit, asked, now)
  rejudgeAudit(tx, audit.id)
  const { state = 'not-looked' as const, why = noAnswer, byHand = null } = result ?? {}
  if (takesRoute(audit, 'linked-account')) reportRoute(taking, { ...routeEnded('linked-account', state, asked.length), why, byHand })
  return advanceAudit(taking, 'assess')
}
