import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Address, PlatformId } from '../model/platform.ts'
import { classifyUrl } from '../platforms/classify.ts'
import type { Db } from '../store/open.ts'
import { accounts, organisations, publicChecks } from '../store/schema.ts'
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

/** @throws EenlijnError `not-found` for a slug that is none (any more). */
function checksOf(deps: Deps, slug: string | null): Check[] {
  const rows = deps.store.db
    .select({
      organisationId: publicChecks.organisationId,
      slug: publicChecks.slug,
      name: organisations.name,
      website: organisations.website,
    })
    .from(publicChecks)
    .innerJoin(organisations, eq(organisations.id, publicChecks.organisationId))
    .where(slug === null ? undefined : eq(publicChecks.slug, slug.toLowerCase()))
    .orderBy(publicChecks.since)
    .all()
  if (slug !== null && rows.length === 0)
    throw new EenlijnError('not-found', {
      nl: 'Deze organisatie heeft hier geen lijst van haar accounts (meer). Kijk op haar eigen website.',
      en: 'This organisation has no list of its accounts here (any more). Look at its own website.',
    })
  return rows
}

const longestQuestion = 2_000

/**
 * Whether an account is an organisation's own, for anybody who asks: among all organisations that answer, or the one of the slug.
 * Only accounts that the organisation says are its own are known; all others are `unknown`, whatever we think of them.
 * @throws EenlijnError `invalid-input` for an empty question, `not-found` for the slug.
 */
export function verifyAccount(deps: Deps, { url, slug = null }: { url: string; slug?: string | null }): AccountAnswer {
  const checks = checksOf(deps, slug)
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
    organisation: slug === null ? null : withoutId(checks[0]),
  }
  const { key } = address
  if (address.kind !== 'account' || key === null || address.owner === 'person') return unknown
  const found = checks.flatMap((check) => {
    const account = ownAccount(deps.store.db, check.organisationId, key)
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

const withoutId = (check: Check | undefined): CheckingOrganisation | null =>
  check ? { name: check.name, slug: check.slug, website: check.website } : null

/** The accounts that an organisation publishes as its own. @throws EenlijnError `not-found`. */
export function readOfficialAccounts(
  deps: Deps,
  slug: string,
): { organisationId: string; organisation: CheckingOrganisation; accounts: OwnAccount[] } {
  const [check] = checksOf(deps, slug)
  if (!check) throw new Error('no check')
  const { organisationId, name, website } = check
  return { organisationId, organisation: { name, slug: check.slug, website }, accounts: ownAccounts(deps.store.db, organisationId) }
}
