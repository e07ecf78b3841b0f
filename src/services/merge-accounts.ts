import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../store/open.ts'
import { accounts, candidates, foundVia, grades } from '../store/schema.ts'
import type { AccountRow } from './find-audit.ts'

/**
 * Makes two rows of one account one: everything that was said and seen of `gone` becomes `kept`'s, and `gone` is no more.
 * Where both have something that an account has once, that of `kept` stays.
 */
export function mergeAccounts(tx: Db, kept: AccountRow, gone: AccountRow): void {
  for (const theirs of tx.select().from(candidates).where(eq(candidates.accountId, gone.id)).all()) joinCandidate(tx, kept.id, theirs)
  for (const table of tablesOfAccounts(tx))
    tx.run(sql`UPDATE OR IGNORE ${sql.identifier(table)} SET account_id = ${kept.id} WHERE account_id = ${gone.id}`)
  tx.run(sql`UPDATE OR IGNORE ${grades} SET subject = ${kept.id} WHERE subject = ${gone.id}`)
  tx.delete(accounts).where(eq(accounts.id, gone.id)).run()
}

/** In an audit that found both, the better judged candidate stays, with the places of both. */
function joinCandidate(tx: Db, keptId: string, theirs: typeof candidates.$inferSelect): void {
  const mine = tx
    .select()
    .from(candidates)
    .where(and(eq(candidates.auditId, theirs.auditId), eq(candidates.accountId, keptId)))
    .get()
  if (!mine) return
  const better = theirs.confidence > mine.confidence ? theirs : mine
  const { verdict, confidence, kind, signals } = better
  tx.update(foundVia).set({ candidateId: mine.id }).where(eq(foundVia.candidateId, theirs.id)).run()
  tx.update(candidates)
    .set({ verdict, confidence, kind, signals, furtherPlaces: mine.furtherPlaces + theirs.furtherPlaces })
    .where(eq(candidates.id, mine.id))
    .run()
  tx.delete(candidates)
    .where(inArray(candidates.id, [theirs.id]))
    .run()
}

/** Every table that speaks of accounts, also those that are added after this was written. */
function tablesOfAccounts(tx: Db): string[] {
  const rows = tx.all<{ name: string }>(
    sql`SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'account_id' WHERE m.type = 'table'`,
  )
  return rows.map(({ name }) => name)
}
