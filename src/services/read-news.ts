import type { Deps } from '../deps.ts'
import { type News, newsOf, type Standing } from '../report/news.ts'
import { findAudit } from './find-audit.ts'
import { readCandidates } from './read-candidates.ts'
import { readDifference } from './read-difference.ts'

/** What an audit has to tell beside the one before it; `null` when there is none before it. @throws EenlijnError `not-found`. */
export async function readNews(deps: Deps, auditId: string): Promise<News | null> {
  const { db } = deps.store
  const difference = await readDifference(deps, auditId)
  if (difference === null) return null
  const standings = new Map<string, Standing>()
  // The newer audit comes last, so what it says counts.
  for (const id of [difference.before.auditId, difference.after.auditId])
    for (const { accountId, standing, kind } of readCandidates(db, findAudit(db, id))) standings.set(accountId, { standing, kind })
  const { organisationId } = findAudit(db, auditId)
  return newsOf({ organisationId, page: `/audits/${auditId}/verschil`, difference, standings })
}
