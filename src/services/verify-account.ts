import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Address, PlatformId } from '../model/platform.ts'
import { classifyUrl } from '../platforms/classify.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accountNames, accounts, organisations, publicChecks } from '../store/schema.ts'
import { accountOfSecondAddress } from './account-names.ts'
import { type OwnAccount, ownAccounts } from './own-accounts.ts'

/** Who answers, as anybody may know it. */
export interface CheckingOrganisation {
  readonly name: string
  readonly slug: string
  readonly website: string | null
}

export interface AccountAnswer {
  /** `unknown` says nothing against the account: it is not in a list that an organisation published here. */
  readonly status: 'official' | 'closed' | 'unknown'
  /** As it was asked, and as it was understood; `null` when it is no account of a platform that we know. */
  readonly asked: string
  readonly account: { readonly platform: PlatformId; readonly handle: string; readonly url: string } | null
  readonly organisation: CheckingOrganisation | null
  /** ISO 8601. */
  readonly since: string | null
  readonly lastSeen: string | null
}

interface Check extends CheckingOrganisation {
  readonly organisationId: string
}

const checksWhere = (db: Db, condition: SQL) =>
  db
    .select({
      organisationId: publicChecks.organisationId,
      slug: publicChecks.slug,
      name: organisations.name,
      website: organisations.website,
    })
    .from(publicChecks)
    .innerJoin(organisations, eq(organisations.id, publicChecks.organisationId))
    .where(condition)
    .orderBy(publicChecks.since)
    .prepare()

const checkOfSlug = prepareOnce((db) => checksWhere(db, eq(publicChecks.slug, sql.placeholder('slug'))))

/** Organisations that answer and know the account, by this address or by a second one. */
const checksKnowing = prepareOnce((db) => {
  const key = sql.placeholder('key')
  const known = db.select({ id: accounts.organisationId }).from(accounts).where(eq(accounts.key, key))
  const byName = db
    .select({ id: accounts.organisationId })
    .from(accountNames)
    .innerJoin(accounts, eq(accounts.id, accountNames.accountId))
    .where(eq(accountNames.key, key))
  return checksWhere(db, inArray(publicChecks.organisationId, known.union(byName)))
})

/** Who answers under a slug; `undefined` when nobody does (any more). */
export const organisationOfSlug = (db: Db, slug: string): string | undefined =>
  checkOfSlug(db).get({ slug: slug.toLowerCase() })?.organisationId

/** @throws EenlijnError `not-found` for a slug that is none (any more). */
function checkOf(db: Db, slug: string): Check {
  const check = checkOfSlug(db).get({ slug: slug.toLowerCase() })
  if (check) return check
  throw new EenlijnError('not-found', {
    nl: 'Deze organisatie heeft hier geen lijst van haar accounts (meer). Kijk op haar eigen website.',
    en: 'This organisation has no list of its accounts here (any more). Look at its own website.',
  })
}

const longestQuestion = 2_000

/**
 * Whether an account is an organisation's own, for anybody who asks: among all organisations that answer, or the one of the slug.
 * Only accounts that the organisation says are its own are known; all others are `unknown`, whatever we think of them.
 * @throws EenlijnError `invalid-input` for an empty question, `not-found` for the slug.
 */
export function verifyAccount(deps: Deps, { url, slug = null }: { url: string; slug?: string | null }): AccountAnswer {
  const { db } = deps.store
  const asking = slug === null ? null : checkOf(db, slug)
  const asked = url.trim()
  if (asked === '' || asked.length > longestQuestion)
    throw new EenlijnError(
      'invalid-input',
      {
        nl: 'Plak het adres van het account, bijvoorbeeld https://www.instagram.com/zorgwijde.',
        en: 'Paste the address of the account, for example https://www.instagram.com/zorgwijde.',
      },
      { field: 'url' },
    )
  const address = classifyUrl(asked, { fromText: true })
  const unknown: AccountAnswer = {
    ...{ status: 'unknown', asked, account: accountView(address), since: null, lastSeen: null },
    organisation: asking && withoutId(asking),
  }
  const { key } = address
  if (address.kind !== 'account' || key === null || address.owner === 'person') return unknown
  const found = (asking ? [asking] : checksKnowing(db).all({ key })).flatMap((check) => {
    const account = ownAccount(db, check.organisationId, key)
    return account ? [{ check, account }] : []
  })
  const best = found.find(({ account }) => account.status === 'official') ?? found[0]
  if (!best) return unknown
  const { status, platform, handle, url: known, since, lastSeen } = best.account
  return { status, asked, account: { platform, handle, url: known }, organisation: withoutId(best.check), since, lastSeen }
}

/** Of one organisation: under the name that it is known by, or under a second address of the same account. */
function ownAccount(db: Db, organisationId: string, key: string): OwnAccount | undefined {
  const [known] = ownAccounts(db, organisationId, key)
  if (known) return known
  const second = accountOfSecondAddress(db, organisationId, key)
  const row = second === null ? undefined : db.select({ key: accounts.key }).from(accounts).where(eq(accounts.id, second)).get()
  return row ? ownAccounts(db, organisationId, row.key)[0] : undefined
}

const accountView = ({ kind, platform, handle, url }: Address): AccountAnswer['account'] =>
  kind === 'account' && platform !== null && handle !== null && url !== null ? { platform, handle, url } : null

const withoutId = ({ name, slug, website }: Check): CheckingOrganisation => ({ name, slug, website })

/** The accounts that an organisation publishes as its own. @throws EenlijnError `not-found`. */
export function readOfficialAccounts(
  deps: Deps,
  slug: string,
): { organisationId: string; organisation: CheckingOrganisation; accounts: OwnAccount[] } {
  const { db } = deps.store
  const check = checkOf(db, slug)
  return { organisationId: check.organisationId, organisation: withoutId(check), accounts: ownAccounts(db, check.organisationId) }
}
