import { eq } from 'drizzle-orm'
import { websiteJob } from '../model/jobs.ts'
import { audits } from '../store/schema.ts'
import { keepEvidence } from './keep-evidence.ts'
import { reportRoute } from './report-route.ts'
import { noAnswer, routeEnded, siteByHand } from './route-texts.ts'
import type { Taking } from './taking.ts'

/** How the reading of the website went; what it found comes in with the judgement. */
export function takeWebsite(taking: Taking): boolean {
  const result = taking.job.state === 'completed' ? websiteJob.result.parse(taking.job.result) : null
  if (result?.candidates) keepEvidence(taking, result.candidates, 'work')
  // A job that failed counted nobody, which is not the same as nobody being there.
  if (result) taking.tx.update(audits).set({ peopleCounted: result.peopleCounted }).where(eq(audits.id, taking.audit.id)).run()
  reportRoute(taking, {
    ...routeEnded('website', result?.state ?? 'not-looked', 0),
    pagesRead: result?.pagesRead ?? 0,
    pagesUnseen: result?.pagesUnseen ?? 0,
    why: result ? result.why : noAnswer,
    byHand: result?.state === 'done' ? null : siteByHand,
    ...(result?.facts ? { facts: result.facts } : {}),
  })
  return false
}
