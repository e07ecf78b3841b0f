import { and, eq } from 'drizzle-orm'
import type { Snapshot } from '../model/snapshot.ts'
import type { Db } from '../store/open.ts'
import { accounts, snapshots } from '../store/schema.ts'
import type { AccountRow } from './find-audit.ts'
import { accountNow, followIdentity } from './follow-identity.ts'

export interface LookToKeep {
  readonly auditId: string
  readonly organisationId: string
  /** As it was when the look was asked for. */
  readonly accountId: string
  readonly snapshot: Snapshot
  readonly now: string
}

/** Keeps what a look showed with the account that it is of, which the look itself may tell. `null` when the account is gone. */
export function keepLook(tx: Db, { auditId, organisationId, accountId, snapshot, now }: LookToKeep): AccountRow | null {
  const asked = accountNow(tx, organisationId, accountId, snapshot.key)
  if (asked === null) return null
  const id = followIdentity(tx, { auditId, accountId: asked, snapshot, now })
  const account = tx.select().from(accounts).where(eq(accounts.id, id)).get()
  if (!account) return null
  const known = tx
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.auditId, auditId), eq(snapshots.accountId, id)))
    .get()
  // Of two addresses of one account the look at its name counts, and any look before none.
  const isBetter = known?.body.state !== 'captured' || (snapshot.state === 'captured' && snapshot.url === account.url)
  if (isBetter) {
    const row = { auditId, accountId: id, state: snapshot.state, body: { ...snapshot, key: account.key } }
    tx.insert(snapshots)
      .values(row)
      .onConflictDoUpdate({ target: [snapshots.auditId, snapshots.accountId], set: row })
      .run()
  } else if (known.body.key !== account.key)
    tx.update(snapshots)
      .set({ body: { ...known.body, key: account.key } })
      .where(and(eq(snapshots.auditId, auditId), eq(snapshots.accountId, id)))
      .run()
  return account
}
