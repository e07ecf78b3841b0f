import { type Claim, routeJob } from '../model/jobs.ts'
import { addClaims } from './add-claims.ts'
import { hasEnded } from './find-audit.ts'
import { keepEvidence } from './keep-evidence.ts'
import { reportRoute, routeReport } from './report-route.ts'
import { routeTaken } from './route-texts.ts'
import type { Taking } from './taking.ts'

/** How an asked route went; what it found comes in with the judgement, or at once when it was taken again later. */
export function takeRoute(taking: Taking, claims: readonly Claim[]): boolean {
  const asked = routeJob.payload.parse(taking.job.payload)
  const result = taking.job.state === 'completed' ? routeJob.result.parse(taking.job.result) : null
  if (result) keepEvidence(taking, result.claims, 'work')
  if (hasEnded(taking.audit.state)) addClaims(taking.tx, taking.audit, claims, taking.now)
  reportRoute(taking, routeTaken(asked.route, result, routeReport(taking.tx, taking.audit.id, asked.route)))
  return false
}
