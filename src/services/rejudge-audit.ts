import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { SiteFacts } from '../model/site-facts.ts'
import { noFacts } from '../model/site-facts.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes, candidates, managerAccounts, managers } from '../store/schema.ts'
import type { SiteBelongs } from '../verification/merge-claims.ts'
import { profileContext } from '../verification/profile-signals.ts'
import { rejudgeAll, type SeenAccount } from '../verification/rejudge.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { readCandidates } from './read-candidates.ts'

/**
 * Judges the accounts of an audit over all that is known now: where they were found, what was seen of them by machine and by
 * hand, and what people said. Nothing is fetched; done twice it changes nothing.
 */
export function rejudgeAudit(tx: Db, auditId: string): void {
  const audit = findAudit(tx, auditId)
  const { name, aliases, website, country, wikidataId } = organisationOf(tx, audit)
  const siteBelongs = audit.siteBelongs as SiteBelongs
  const organisation = { name, aliases, website, country, wikidataId }
  const context = { ...profileContext(organisation, siteBelongs !== 'no', factsOf(tx, auditId)), siteBelongs }
  const found = readCandidates(tx, audit)
  const ids = found.map(({ accountId }) => accountId)
  const managed = managedOf(tx, audit.organisationId)
  const before = new Map(found.map((candidate) => [candidate.accountId, candidate]))
  const seen = found.map(
    (candidate): SeenAccount<(typeof found)[number]> => ({
      // A person's word on the kind stands beside the judgement, and is no evidence for it.
      candidate: { ...candidate, kind: candidate.judgedKind ?? candidate.kind },
      snapshot: candidate.snapshot,
      decision: candidate.decision?.decision ?? null,
      takenOver: candidate.takenOverAt != null,
      managed: managed.has(candidate.accountId),
    }),
  )
  if (ids.length === 0) return
  for (const judged of rejudgeAll(seen, context)) {
    const known = before.get(judged.accountId)
    const confidence = Math.round(judged.confidence * 1e6)
    const isSame = known && known.judgedKind === judged.kind && JSON.stringify(known.signals) === JSON.stringify(judged.signals)
    if (isSame && Math.round(known.confidence * 1e6) === confidence) continue
    tx.update(candidates)
      .set({ verdict: judged.verdict, confidence, kind: judged.kind, signals: [...judged.signals] })
      .where(and(eq(candidates.auditId, auditId), eq(candidates.accountId, judged.accountId)))
      .run()
  }
}

function factsOf(tx: Db, auditId: string): SiteFacts {
  const row = tx
    .select()
    .from(auditRoutes)
    .where(and(eq(auditRoutes.auditId, auditId), eq(auditRoutes.route, 'website')))
    .get()
  return row?.report.facts ?? noFacts
}

function managedOf(tx: Db, organisationId: string): ReadonlySet<string> {
  const present = tx
    .select({ id: managers.id })
    .from(managers)
    .where(and(eq(managers.organisationId, organisationId), isNull(managers.removedAt)))
  const rows = tx.select({ id: managerAccounts.accountId }).from(managerAccounts).where(inArray(managerAccounts.managerId, present)).all()
  return new Set(rows.map(({ id }) => id))
}
