import type { Fetcher } from '../model/fetch.ts'
import type { Organisation } from '../model/organisation.ts'
import type { Address } from '../model/platform.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { hostOfAddress, isLinkInBio, linksOnProfile, type ProfileLink, withScheme } from '../verification/profile-links.ts'
import { claimOf, joinTexts, type RouteClaim, type RouteOutcome, uniqueClaims, viaOf } from './outcome.ts'
import { aboutOf } from './platform-search/ask-source.ts'
import { isOurs } from './platform-search/websites.ts'
import { troubleOf } from './service-answer.ts'
import { readPage } from './website/read-page.ts'

/** A confirmed account, with what its profile showed. */
export interface LinkingAccount {
  readonly key: string
  readonly url: string
  readonly snapshot: Pick<Snapshot, 'website' | 'description' | 'takenAt' | 'record'> & Partial<Pick<Snapshot, 'linksBack'>>
}

/** An account whose profile leads to the organisation's own domain. Together with a link from the site that is a link both ways. */
interface LinkBack {
  readonly key: string
  /** As written on the profile. */
  readonly url: string
  readonly from: ProfileLink['from']
}

export interface LinkedAccountsOutcome extends RouteOutcome {
  readonly linksBack: readonly LinkBack[]
  /** Pairs of confirmed accounts that lead to each other, each pair once. */
  readonly bothWays: readonly (readonly [string, string])[]
}

export interface LinkedAccountsInput {
  readonly organisation: Organisation
  readonly accounts: readonly LinkingAccount[]
  readonly fetcher: Fetcher
}

const MOST_PAGES = 10

/**
 * Follows what confirmed accounts say of themselves: other accounts that they name, their link-in-bio page (asked once),
 * and whether they lead back to the organisation's site.
 */
export async function linkedAccounts({ organisation, accounts, fetcher }: LinkedAccountsInput): Promise<LinkedAccountsOutcome> {
  const about = aboutOf(organisation)
  const known = new Set(accounts.map(({ key }) => key))
  const written = accounts.map((account) => ({ account, links: linksOnProfile(account.snapshot) }))
  const pages = new Map(
    written.flatMap(({ account, links }) =>
      links.filter(({ url }) => isLinkInBio(url)).map(({ url }) => [withScheme(url), account] as const),
    ),
  )
  const read = await Promise.all([...pages].slice(0, MOST_PAGES).map(([url, account]) => readLinkPage(account, url, fetcher)))
  const direct = written.flatMap(({ account, links }) => links.map((link) => mentionOf(account, link)))
  const all = [...direct, ...read.flatMap(({ mentions }) => mentions)]
  const claims = all.flatMap(({ claim }) => (claim === null ? [] : [claim]))
  const people = new Set(all.flatMap(({ address }) => (address.owner === 'person' && address.key !== null ? [address.key] : [])))
  const troubles = read.flatMap(({ why }) => (why === null ? [] : [why]))
  const unseen = accounts.filter(({ snapshot }) => !snapshot.website.seen && !snapshot.description.seen && !snapshot.linksBack?.seen).length
  const partly = troubles.length > 0 || unseen > 0
  return {
    state: accounts.length === 0 || unseen === accounts.length ? 'not-looked' : partly ? 'partial' : 'done',
    claims: uniqueClaims(claims.filter(({ key }) => !known.has(key))),
    setAside: [],
    people: people.size,
    why: accounts.length === 0 ? noAccounts : joinTexts([...troubles, unseen > 0 ? unseenOf(unseen) : null]),
    byHand: accounts.length > 0 && partly ? byHand : null,
    links: [],
    linksBack: written.flatMap(({ account, links }) =>
      links.filter(({ url }) => isOurs(url, about)).map(({ url, from }): LinkBack => ({ key: account.key, url, from })),
    ),
    bothWays: pairs(
      all.map(({ account, address }) => [account.key, address.key ?? ''] as const),
      known,
    ),
  }
}

interface FoundMention {
  readonly account: LinkingAccount
  readonly address: Address
  readonly claim: RouteClaim | null
}

const fieldWords: Readonly<Record<LinkBack['from'], string>> = { 'website-field': 'website', description: 'bio', links: 'links' }

function mentionOf(account: LinkingAccount, { url, from }: ProfileLink): FoundMention {
  const { takenAt: at, record } = account.snapshot
  const address = classifyUrl(url)
  const via = viaOf('linked-account', { page: account.url, pageTitle: account.key, label: fieldWords[from], quote: url, at, record })
  return { account, address, claim: claimOf(address, via) }
}

async function readLinkPage(
  account: LinkingAccount,
  url: string,
  fetcher: Fetcher,
): Promise<{ mentions: FoundMention[]; why: Text | null }> {
  const fetched = await fetcher.get(url, { accept: 'html', render: true })
  if (fetched.kind !== 'page') return { mentions: [], why: troubleOf(hostOfAddress(url), fetched).why }
  const { at, record } = fetched
  const page = readPage(fetched.text, { url: fetched.url, fetchedAt: at, record })
  const mentions = page.mentions.map(({ address, label, quote, source }): FoundMention => {
    const via = viaOf('linked-account', { page: fetched.url, pageTitle: page.title, label, quote, at, record, source })
    return { account, address, claim: claimOf(address, via) }
  })
  return { mentions, why: null }
}

/** Both directions present, each pair once in the order of its keys. */
function pairs(links: readonly (readonly [string, string])[], known: ReadonlySet<string>): (readonly [string, string])[] {
  const directed = new Set(links.map(([from, to]) => `${from} ${to}`))
  const found = links.filter(([from, to]) => from < to && known.has(to) && directed.has(`${to} ${from}`))
  return [...new Map(found.map((pair) => [pair.join(' '), pair])).values()]
}

const noAccounts: Text = {
  nl: 'Er is nog geen account van de organisatie bekend dat ergens naar kan verwijzen.',
  en: 'No account of the organisation is known yet that could lead anywhere.',
}

const unseenOf = (count: number): Text => ({
  nl: count === 1 ? 'Van 1 account konden wij het profiel niet zien.' : `Van ${count} accounts konden wij het profiel niet zien.`,
  en: count === 1 ? 'We could not see the profile of 1 account.' : `We could not see the profiles of ${count} accounts.`,
})

const byHand: Text = {
  nl: 'Open de profielen zelf, kijk bij ‘website’ en ‘links’, en plak de accounts die daar staan.',
  en: 'Open the profiles yourself, look under ‘website’ and ‘links’, and paste the accounts that are named there.',
}
