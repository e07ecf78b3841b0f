import { and, eq, ne } from 'drizzle-orm'
import type { PlatformId } from '../model/platform.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { accountFromHandle } from '../platforms/classify.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { accountNames, accounts, candidates, snapshots } from '../store/schema.ts'
import type { AccountRow } from './find-audit.ts'
import { mergeAccounts } from './merge-accounts.ts'

interface Look {
  readonly auditId: string
  readonly accountId: string
  readonly snapshot: Snapshot
  readonly now: string
}

/** The account that a look of an earlier row is about: rows that proved to be one account were made one. `null` when it is gone. */
export function accountNow(tx: Db, organisationId: string, accountId: string, key: string): string | null {
  const itself = tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).get()
  if (itself) return itself.id
  const named = tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.organisationId, organisationId), eq(accounts.key, key)))
    .get()
  if (named) return named.id
  const renamed = tx
    .select({ id: accounts.id })
    .from(accountNames)
    .innerJoin(accounts, eq(accounts.id, accountNames.accountId))
    .where(and(eq(accounts.organisationId, organisationId), eq(accountNames.key, key)))
    .get()
  return renamed?.id ?? null
}

/**
 * Holds an account by the platform's own number for it. The same number under another name is the same account, renamed or under
 * a second address: its history goes on under the name it bears now. Another number under a known name means that somebody else
 * bears that name now. Gives the id of the account that the look is of.
 */
export function followIdentity(tx: Db, { auditId, accountId, snapshot, now }: Look): string {
  const account = tx.select().from(accounts).where(eq(accounts.id, accountId)).get()
  if (!account || snapshot.state !== 'captured' || !snapshot.permanentId?.seen) return accountId
  const permanentId = snapshot.permanentId.value
  if (account.permanentId !== null && account.permanentId !== permanentId) {
    keepName(tx, account, { now, takenOverAt: now })
    return accountId
  }
  if (account.permanentId === permanentId) forgetTakeOver(tx, account)
  const shown = shownAccount(account, snapshot)
  const other = sameAccount(tx, account, permanentId, shown?.key ?? null)
  const kept = other ? elder(account, other) : account
  if (other) {
    const gone = kept === account ? other : account
    // Two addresses that one audit found at once are no change of name, unless an earlier one saw the account under the other.
    const atOnce = metInOneAudit(tx, auditId, account.id, other.id) && !seenBefore(tx, auditId, other.id)
    const renamed = !isNumber(account, permanentId) && !isNumber(other, permanentId) && !atOnce
    mergeAccounts(tx, kept, gone)
    const name = nameNow([account, other], shown, permanentId, account)
    for (const former of [account, other]) if (former.key !== name.key) keepName(tx, { ...former, id: kept.id }, { now, renamed })
    setName(tx, kept.id, name)
  } else if (shown && isNumber(account, permanentId)) {
    keepName(tx, account, { now })
    setName(tx, account.id, shown)
  }
  tx.update(accounts).set({ permanentId }).where(eq(accounts.id, kept.id)).run()
  return kept.id
}

type Name = Pick<AccountRow, 'handle' | 'key' | 'url'>

/** The account under the name that its own profile shows; `null` where it shows none. */
function shownAccount({ platform }: AccountRow, { handle }: Snapshot): Name | null {
  if (!handle?.seen) return null
  const { handle: name, key, url } = accountFromHandle(platform as PlatformId, handle.value)
  return name && key && url ? { handle: name, key, url } : null
}

/** `channel/UC…`, a number: an address by the number itself. */
const isNumber = ({ handle }: Name, permanentId: string): boolean => handle.split('/').at(-1)?.toLowerCase() === permanentId.toLowerCase()

function sameAccount(tx: Db, account: AccountRow, permanentId: string, shownKey: string | null): AccountRow | undefined {
  const others = tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.organisationId, account.organisationId), eq(accounts.platform, account.platform), ne(accounts.id, account.id)))
    .all()
  return (
    others.find((other) => other.permanentId === permanentId) ??
    others.find((other) => other.permanentId === null && (isNumber(other, permanentId) || other.key === shownKey))
  )
}

const elder = (a: AccountRow, b: AccountRow): AccountRow =>
  a.firstFoundAt === b.firstFoundAt ? (a.key < b.key ? a : b) : a.firstFoundAt < b.firstFoundAt ? a : b

function metInOneAudit(tx: Db, auditId: string, a: string, b: string): boolean {
  const rows = tx.select({ id: candidates.accountId }).from(candidates).where(eq(candidates.auditId, auditId)).all()
  const found = new Set(rows.map(({ id }) => id))
  return found.has(a) && found.has(b)
}

/** Whether an earlier audit saw the account under its name, and this one does not. */
function seenBefore(tx: Db, auditId: string, accountId: string): boolean {
  const captured = tx
    .select({ auditId: snapshots.auditId })
    .from(snapshots)
    .where(and(eq(snapshots.accountId, accountId), eq(snapshots.state, 'captured')))
    .all()
  return captured.length > 0 && captured.every((look) => look.auditId !== auditId)
}

/** What the profile calls itself, else the address that is a name, else the one that was looked at. */
function nameNow(both: readonly AccountRow[], shown: Name | null, permanentId: string, looked: AccountRow): Name {
  return (
    both.find(({ key }) => key === shown?.key) ??
    both.find((one) => !isNumber(one, permanentId) && one.id === looked.id) ??
    both.find((one) => !isNumber(one, permanentId)) ??
    looked
  )
}

const setName = (tx: Db, id: string, { handle, key, url }: Name): void =>
  void tx.update(accounts).set({ handle, key, url }).where(eq(accounts.id, id)).run()

function keepName(
  tx: Db,
  { id, handle, key, url, firstFoundAt }: AccountRow,
  { now, renamed = false, takenOverAt = null }: { now: string; renamed?: boolean; takenOverAt?: string | null },
): void {
  const row = { accountId: id, handle, key, url, lastSeenAt: now, renamed, takenOverAt }
  const known = tx
    .select()
    .from(accountNames)
    .where(and(eq(accountNames.accountId, id), eq(accountNames.key, key)))
    .get()
  if (known)
    tx.update(accountNames)
      .set({ ...row, renamed: renamed || known.renamed, takenOverAt: known.takenOverAt ?? takenOverAt })
      .where(eq(accountNames.id, known.id))
      .run()
  else
    tx.insert(accountNames)
      .values({ id: newId(), firstSeenAt: firstFoundAt, ...row })
      .run()
}

/** The name is back with the account that it belonged to. */
function forgetTakeOver(tx: Db, { id, key }: AccountRow): void {
  tx.update(accountNames)
    .set({ takenOverAt: null })
    .where(and(eq(accountNames.accountId, id), eq(accountNames.key, key)))
    .run()
}
