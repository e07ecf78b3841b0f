import { and, eq, isNull } from 'drizzle-orm'
import type { RouteReport } from '../model/audit.ts'
import type { FoundVia, RouteId } from '../model/candidate.ts'
import type { Claim } from '../model/jobs.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes, candidates, foundVia } from '../store/schema.ts'
import { leansOnSite, mergeClaims, type SiteBelongs } from '../verification/merge-claims.ts'
import { addFoundVia, upsertAccount, upsertCandidate } from './candidates.ts'
import { tell } from './events.ts'
import { type AuditRow, hasEnded, organisationOf } from './find-audit.ts'
import { lookJobFor } from './look.ts'
import { owe } from './owed-jobs.ts'
import { rejudgeAudit } from './rejudge-audit.ts'
import { routeEnded } from './route-texts.ts'
import type { Stage } from './stages.ts'

export interface ClaimsAdded {
  /** Accounts that this audit did not have yet. */
  readonly added: number
  /** Accounts that were candidates already; this is one more place where they were found. */
  readonly known: number
}

/**
 * Adds what was found beside the audit's own run: a new candidate is judged by its name alone, a known one gains a place.
 * New ones are owed a look where the audit itself comes to none any more; the caller hands over what is owed.
 */
export function addClaims(tx: Db, audit: AuditRow, claims: readonly Claim[], now: string): ClaimsAdded {
  const { name, aliases, website, country, wikidataId } = organisationOf(tx, audit)
  const siteBelongs = audit.siteBelongs as SiteBelongs
  const looksAreOver = audit.state === 'done' || (audit.state === 'running' && lastStages.includes(audit.stage))
  let added = 0
  let known = 0
  for (const judged of mergeClaims({
    organisation: { name, aliases, website, country, wikidataId },
    candidates: [],
    claims,
    siteBelongs,
  })) {
    const accountId = upsertAccount(tx, audit.organisationId, judged, now)
    const before = tx
      .select({ id: candidates.id, signals: candidates.signals })
      .from(candidates)
      .where(and(eq(candidates.auditId, audit.id), eq(candidates.accountId, accountId)))
      .get()
    if (before) {
      for (const via of judged.foundVia) forgetEarlierSight(tx, before.id, via)
      addFoundVia(tx, before.id, judged.foundVia)
      const more = judged.signals.filter(({ id }) => leansOnSite.has(id) && !before.signals.some((signal) => signal.id === id))
      if (more.length > 0)
        tx.update(candidates)
          .set({ signals: [...before.signals, ...more] })
          .where(eq(candidates.id, before.id))
          .run()
      known++
    } else {
      upsertCandidate(tx, audit.id, audit.organisationId, judged, now)
      if (looksAreOver) owe(tx, lookJobFor(audit, { accountId, ...judged }))
      added++
    }
  }
  // Before the routes are brought together there is nothing to judge with.
  if (audit.siteBelongs !== 'not-judged' || hasEnded(audit.state)) rejudgeAudit(tx, audit.id)
  return { added, known }
}

/** The looks of these are under way or done. */
const lastStages: readonly string[] = ['assess', 'compare'] satisfies Stage[]

/** What is found again in the same place is one place, seen last now. */
function forgetEarlierSight(tx: Db, candidateId: string, { route, page, label, quote }: FoundVia): void {
  const same = [eq(foundVia.candidateId, candidateId), eq(foundVia.route, route), eq(foundVia.label, label), eq(foundVia.quote, quote)]
  tx.delete(foundVia)
    .where(and(...same, page === null ? isNull(foundVia.page) : eq(foundVia.page, page)))
    .run()
}

/** Adds to what a route found by hand, piece by piece. */
export function countRoute(
  tx: Db,
  auditId: string,
  route: RouteId,
  more: { found: number; read: number; unseen: number },
  now: string,
): void {
  const before = tx
    .select()
    .from(auditRoutes)
    .where(and(eq(auditRoutes.auditId, auditId), eq(auditRoutes.route, route)))
    .get()?.report
  const report: RouteReport = {
    ...routeEnded(route, more.unseen + (before?.pagesUnseen ?? 0) > 0 ? 'partial' : 'done', (before?.found ?? 0) + more.found),
    pagesRead: (before?.pagesRead ?? 0) + more.read,
    pagesUnseen: (before?.pagesUnseen ?? 0) + more.unseen,
  }
  tx.insert(auditRoutes)
    .values({ auditId, route, report })
    .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report } })
    .run()
  tell(tx, auditId, { kind: 'route', data: report }, now)
}
