import { and, eq, notInArray } from 'drizzle-orm'
import type { Candidate, FoundVia, RouteId } from '../model/candidate.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { accounts, candidates, foundVia } from '../store/schema.ts'
import { accountOfSecondAddress } from './account-names.ts'

type AccountIdentity = Pick<Candidate, 'key' | 'platform' | 'handle' | 'url' | 'closed' | 'doubt'>

/** The organisation's account of this identity, made when it is new; its id holds over audits. */
export function upsertAccount(tx: Db, organisationId: string, account: AccountIdentity, now: string): string {
  const known = tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.organisationId, organisationId), eq(accounts.key, account.key)))
    .get()
  if (known) return known.id
  const second = accountOfSecondAddress(tx, organisationId, account.key)
  if (second !== null) return second
  const id = newId()
  const { platform, handle, key, url, closed, doubt } = account
  tx.insert(accounts).values({ id, organisationId, platform, handle, key, url, closed, doubt, firstFoundAt: now }).run()
  return id
}

/** Routes by which people bring in accounts while the audit runs. */
const handed: RouteId[] = ['pasted', 'print', 'press']

/** Writes a judged candidate of this audit, once per account. What people handed in meanwhile stays. */
export function upsertCandidate(
  tx: Db,
  auditId: string,
  organisationId: string,
  candidate: Candidate,
  now: string,
): { candidateId: string; accountId: string } {
  const accountId = upsertAccount(tx, organisationId, candidate, now)
  const judged = {
    verdict: candidate.verdict,
    confidence: Math.round(candidate.confidence * 1e6),
    kind: candidate.kind,
    signals: candidate.signals,
    furtherPlaces: candidate.furtherPlaces,
  }
  const known = tx
    .select({ id: candidates.id })
    .from(candidates)
    .where(and(eq(candidates.auditId, auditId), eq(candidates.accountId, accountId)))
    .get()
  const candidateId = known?.id ?? newId()
  if (known) {
    tx.update(candidates).set(judged).where(eq(candidates.id, candidateId)).run()
    tx.delete(foundVia)
      .where(and(eq(foundVia.candidateId, candidateId), notInArray(foundVia.route, handed)))
      .run()
  } else
    tx.insert(candidates)
      .values({ id: candidateId, auditId, accountId, ...judged })
      .run()
  addFoundVia(tx, candidateId, known ? candidate.foundVia.filter(({ route }) => !handed.includes(route)) : candidate.foundVia)
  return { candidateId, accountId }
}

export function addFoundVia(tx: Db, candidateId: string, places: readonly FoundVia[]): void {
  for (const via of places)
    tx.insert(foundVia)
      .values({ id: newId(), candidateId, ...via })
      .run()
}
