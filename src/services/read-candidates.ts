import { asc, eq, inArray, sql } from 'drizzle-orm'
import { type AccountKind, type Candidate, type FoundVia, routeIds, type Verdict } from '../model/candidate.ts'
import { type PlatformId, platformIds } from '../model/platform.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accounts, candidates, decisions, foundVia } from '../store/schema.ts'
import { namesOfAccounts } from './account-names.ts'
import { decisionView } from './decide-candidate.ts'
import type { AuditRow } from './find-audit.ts'
import { looksOf } from './looks.ts'
import { namesOf } from './person.ts'
import type { CandidateView, DecisionView } from './views.ts'

/** A candidate before grades are looked up for a viewer. */
export type UngradedCandidate = Omit<CandidateView, 'grading'>

/**
 * The audit's candidates with decisions and first looks; those that need a decision and are likeliest first.
 * @param now given where looks are shown or judged: what may not be kept that long is left out
 */
export function readCandidates(db: Db, audit: AuditRow, now?: Date): UngradedCandidate[] {
  const rows = candidatesOf(db).all({ auditId: audit.id })
  const decided = latestDecisions(db, audit.id)
  const places = foundViaOf(db, audit.id)
  const looks = looksOf(db, audit.id, now)
  const names = namesOfAccounts(db, audit.organisationId)
  return rows
    .map(({ candidates: judged, accounts: account }): UngradedCandidate => {
      const { former = [], takenOverAt = null } = names.get(account.id) ?? {}
      const decision = stillHolds(decided.get(account.id) ?? null, takenOverAt)
      return {
        accountId: account.id,
        key: account.key,
        platform: account.platform as PlatformId,
        handle: account.handle,
        url: account.url,
        closed: account.closed,
        doubt: account.doubt as Candidate['doubt'],
        verdict: judged.verdict as Verdict,
        confidence: judged.confidence / 1e6,
        kind: decision?.kind ?? (judged.kind as AccountKind),
        judgedKind: judged.kind as AccountKind,
        formerNames: former,
        takenOverAt,
        signals: judged.signals,
        foundVia: places.get(judged.id) ?? [],
        furtherPlaces: judged.furtherPlaces,
        decision,
        standing: standingOf(judged.verdict as Verdict, decision),
        snapshot: looks.get(account.id)?.snapshot ?? null,
        byHand: looks.get(account.id)?.byHand ?? null,
      }
    })
    .sort(byNeed)
}

/** What was said of the account that bore this name says nothing of the one that bears it now. */
const stillHolds = (decision: DecisionView | null, takenOverAt: string | null): DecisionView | null =>
  decision !== null && takenOverAt !== null && decision.at < takenOverAt ? null : decision

/** A person's word stands above the verdict; "I do not know" leaves it unknown. */
export function standingOf(verdict: Verdict, decision: DecisionView | null): Verdict {
  if (decision?.decision === 'unsure') return 'unknown'
  return decision?.decision ?? verdict
}

const platformOrder = new Map<string, number>(platformIds.map((id, index) => [id, index]))
/** Place of a platform in the product's order; unknown ones come last. */
export const placeOf = (platform: string): number => platformOrder.get(platform) ?? platformIds.length

function byNeed(a: UngradedCandidate, b: UngradedCandidate): number {
  const settled = (c: UngradedCandidate) => (c.decision?.decision ? 1 : 0)
  return settled(a) - settled(b) || b.confidence - a.confidence || placeOf(a.platform) - placeOf(b.platform) || a.key.localeCompare(b.key)
}

const ofAudit = eq(candidates.auditId, sql.placeholder('auditId'))

const candidatesOf = prepareOnce((db) =>
  db.select().from(candidates).innerJoin(accounts, eq(accounts.id, candidates.accountId)).where(ofAudit).prepare(),
)
const decisionsOf = prepareOnce((db) => {
  const accountIds = db.select({ id: candidates.accountId }).from(candidates).where(ofAudit)
  return db.select().from(decisions).where(inArray(decisions.accountId, accountIds)).orderBy(asc(decisions.id)).prepare()
})
const placesOf = prepareOnce((db) => {
  const candidateIds = db.select({ id: candidates.id }).from(candidates).where(ofAudit)
  return db.select().from(foundVia).where(inArray(foundVia.candidateId, candidateIds)).orderBy(asc(foundVia.id)).prepare()
})

function latestDecisions(db: Db, auditId: string): Map<string, DecisionView> {
  const nameOf = namesOf(db)
  const latest = new Map<string, DecisionView>()
  for (const row of decisionsOf(db).all({ auditId })) latest.set(row.accountId, decisionView(row, nameOf))
  return latest
}

const byRoute = (a: FoundVia, b: FoundVia): number => routeIds.indexOf(a.route) - routeIds.indexOf(b.route)

function foundViaOf(db: Db, auditId: string): Map<string, FoundVia[]> {
  const places = new Map<string, FoundVia[]>()
  for (const { id: _, candidateId, ...via } of placesOf(db).all({ auditId })) {
    const known = places.get(candidateId)
    if (known) known.push(via as FoundVia)
    else places.set(candidateId, [via as FoundVia])
  }
  for (const [id, found] of places) places.set(id, found.toSorted(byRoute))
  return places
}
