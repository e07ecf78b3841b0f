import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { emptyReading, type PrintRoute } from '../model/print-item.ts'
import type { Db } from '../store/open.ts'
import { candidates, decisions, evidence, foundVia, printItems } from '../store/schema.ts'
import { countRoute } from './add-claims.ts'
import { findAudit } from './find-audit.ts'
import { claimsOf } from './print-claims.ts'
import { digestsOf, findPrintItem, type PrintItemRow } from './print-items.ts'

/**
 * Removes an item with its file, its crops and every place that it gave. An account that nothing else names leaves the
 * audit, unless a person has said whose it is.
 * @throws EenlijnError `not-found`.
 */
export async function removePrint(deps: Deps, input: { readonly auditId: string; readonly itemId: string }): Promise<void> {
  const { db } = deps.store
  const now = deps.now().toISOString()
  const digests = deps.store.transact((tx) => {
    const audit = findAudit(tx, input.auditId)
    const item = findPrintItem(tx, audit.id, input.itemId)
    const reading = item.reading ?? emptyReading
    const route = item.route as PrintRoute
    const found = claimsOf(reading, { name: item.name, route, seenAt: item.at }).length
    const mine = [item.file, ...digestsOf(reading)].filter((digest) => !usedElsewhere(tx, item, digest))
    for (const digest of mine)
      tx.delete(evidence)
        .where(and(eq(evidence.auditId, audit.id), eq(evidence.digest, digest)))
        .run()
    removePlaces(tx, audit.id, mine)
    tx.delete(printItems).where(eq(printItems.id, item.id)).run()
    if (item.state !== 'reading')
      countRoute(tx, audit.id, route, { found: -found, read: item.state === 'read' ? -1 : 0, unseen: item.state === 'read' ? 0 : -1 }, now)
    return mine
  })
  deps.bell.ring(input.auditId)
  for (const digest of digests)
    if (!db.select({ auditId: evidence.auditId }).from(evidence).where(eq(evidence.digest, digest)).limit(1).get())
      await deps.blobs.remove(digest)
  deps.store.checkpoint()
}

/** Two files may show the very same place. */
function usedElsewhere(tx: Db, item: PrintItemRow, digest: string): boolean {
  return tx
    .select()
    .from(printItems)
    .where(and(eq(printItems.auditId, item.auditId), ne(printItems.id, item.id)))
    .all()
    .some((other) => other.file === digest || digestsOf(other.reading ?? emptyReading).includes(digest))
}

function removePlaces(tx: Db, auditId: string, digests: readonly string[]): void {
  const places = tx
    .select({ id: foundVia.id, candidateId: foundVia.candidateId, crop: foundVia.crop, record: foundVia.record })
    .from(foundVia)
    .innerJoin(candidates, eq(candidates.id, foundVia.candidateId))
    .where(and(eq(candidates.auditId, auditId), isNotNull(foundVia.id)))
    .all()
    .filter(({ crop, record }) => (crop !== null && digests.includes(crop)) || (record !== null && digests.includes(record)))
  for (const { id } of places) tx.delete(foundVia).where(eq(foundVia.id, id)).run()
  for (const candidateId of new Set(places.map((place) => place.candidateId))) removeUnnamed(tx, candidateId)
}

function removeUnnamed(tx: Db, candidateId: string): void {
  const unnamed = tx
    .select({ accountId: candidates.accountId, furtherPlaces: candidates.furtherPlaces })
    .from(candidates)
    .leftJoin(foundVia, eq(foundVia.candidateId, candidates.id))
    .where(and(eq(candidates.id, candidateId), isNull(foundVia.id)))
    .get()
  if (!unnamed || unnamed.furtherPlaces > 0) return
  const decided = tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.accountId, unnamed.accountId)).limit(1).get()
  if (!decided) tx.delete(candidates).where(eq(candidates.id, candidateId)).run()
}
