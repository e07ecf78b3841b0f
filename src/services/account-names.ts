import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Candidate } from '../model/candidate.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accountNames, accounts } from '../store/schema.ts'
import type { AccountNameView } from './views.ts'

export interface NamesOfAccount {
  /** Names and addresses that it had before, oldest first. */
  readonly former: readonly AccountNameView[]
  /** When another account was seen under its name; `null` when its name is its own. */
  readonly takenOverAt: string | null
}

const namesIn = prepareOnce((db) =>
  db
    .select({ name: accountNames, key: accounts.key })
    .from(accountNames)
    .innerJoin(accounts, eq(accounts.id, accountNames.accountId))
    .where(eq(accounts.organisationId, sql.placeholder('organisationId')))
    .orderBy(asc(accountNames.id))
    .prepare(),
)

/** What is known of earlier names, by account id, of all accounts of an organisation. */
export function namesOfAccounts(db: Db, organisationId: string): Map<string, NamesOfAccount> {
  const rows = namesIn(db).all({ organisationId })
  const names = new Map<string, NamesOfAccount>()
  for (const { name, key } of rows) {
    const known = names.get(name.accountId) ?? { former: [], takenOverAt: null }
    const { handle, url, firstSeenAt, lastSeenAt, renamed } = name
    const former = name.key === key ? known.former : [...known.former, { handle, url, firstSeenAt, lastSeenAt, renamed }]
    names.set(name.accountId, { former, takenOverAt: name.key === key ? name.takenOverAt : known.takenOverAt })
  }
  return names
}

const secondAddress = prepareOnce((db) =>
  db
    .select({ id: accounts.id })
    .from(accountNames)
    .innerJoin(accounts, eq(accounts.id, accountNames.accountId))
    .where(
      and(
        eq(accounts.organisationId, sql.placeholder('organisationId')),
        eq(accountNames.key, sql.placeholder('key')),
        eq(accountNames.renamed, false),
        isNull(accountNames.takenOverAt),
      ),
    )
    .prepare(),
)

/** The account that has this as its second address; `null` for any other address. */
export const accountOfSecondAddress = (db: Db, organisationId: string, key: string): string | null =>
  secondAddress(db).get({ organisationId, key })?.id ?? null

/**
 * Candidates under the names that their accounts are known by: what stood under a second address of an account joins it.
 * A name that an account had before is left as it is, since somebody else may bear it now; a look tells.
 */
export function underTheirNames(db: Db, organisationId: string, judged: readonly Candidate[]): Candidate[] {
  const rows = db
    .select({ second: accountNames.key, account: accounts })
    .from(accountNames)
    .innerJoin(accounts, eq(accounts.id, accountNames.accountId))
    .where(and(eq(accounts.organisationId, organisationId), eq(accountNames.renamed, false), isNull(accountNames.takenOverAt)))
    .all()
  const known = new Map(rows.map(({ second, account: { key, handle, url } }) => [second, { key, handle, url, doubt: null }]))
  const byKey = new Map<string, Candidate>()
  for (const one of judged.map((candidate) => ({ ...candidate, ...known.get(candidate.key) }))) {
    const other = byKey.get(one.key)
    byKey.set(one.key, other ? joined(other, one) : one)
  }
  return [...byKey.values()]
}

function joined(a: Candidate, b: Candidate): Candidate {
  const better = b.confidence > a.confidence ? b : a
  return { ...better, foundVia: [...a.foundVia, ...b.foundVia], furtherPlaces: a.furtherPlaces + b.furtherPlaces }
}
