import { getDomainWithoutSuffix } from 'tldts'
import type { AccountKind } from '../model/candidate.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import { isGeneric } from './affixes.ts'
import { handleFrom } from './handle-form.ts'
import { coreOf, likeness, shorterStems } from './likeness.ts'
import { chosenName, stemOf, tokensOf } from './tokens.ts'

/** What naming needs to know of an account of the organisation. */
export interface NamedAccount {
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly kind: AccountKind
  /** As shown on the profile; `null` when not seen. */
  readonly displayName: string | null
}

/** How an organisation's handles are built, as far as they agree. */
export interface CommonBuild {
  /** Folded: `delinde`. */
  readonly stem: string
  /** As most accounts write it: `de_linde`. */
  readonly spelled: string
  /** Accounts that follow it, out of `of` with a chosen name: "4 of 5". */
  readonly support: number
  readonly of: number
  /** Keys of the accounts that do not. */
  readonly exceptions: readonly string[]
}

interface Named {
  readonly key: string
  readonly name: string
  readonly stem: string
  readonly local: boolean
}

const LOCAL: ReadonlySet<AccountKind> = new Set(['location', 'unit', 'campaign'])

/** Accounts of a place, department or campaign carry a word of their own besides the organisation's name. */
export const isLocal = (kind: AccountKind): boolean => LOCAL.has(kind)

function named(account: NamedAccount): Named[] {
  const name = chosenName(account.platform, account.handle)
  return name === null ? [] : [{ key: account.key, name, stem: stemOf(name), local: isLocal(account.kind) }]
}

/** Whether a name is built as the stem, or for a place as `stem + place`. */
export const follows = (stem: string, common: string, local: boolean): boolean =>
  stem === common || (local && (stem.startsWith(common) || stem.endsWith(common)))

/** Words that are the organisation's own: from its names and its domain. */
export const ownWords = (organisation: Organisation): string[] => [
  ...[organisation.name, ...organisation.aliases].flatMap((name) => tokensOf(name)),
  ...(organisation.website ? [stemOf(getDomainWithoutSuffix(organisation.website) ?? '')] : []),
]

const stemsOf = (organisation: Organisation): string[] =>
  [getDomainWithoutSuffix(organisation.website ?? '') ?? '', organisation.name, ...organisation.aliases].map(stemOf).filter(Boolean)

function spelling(stem: string, accounts: readonly Named[]): string {
  const written = accounts.filter((account) => account.stem === stem).map(({ name }) => name.toLowerCase())
  const counts = Map.groupBy(written, (name) => name)
  const [most] = [...counts].sort(([a, many], [b, more]) => more.length - many.length || a.length - b.length || a.localeCompare(b))
  return most?.[0] ?? stem
}

/** Each is held against every name; more of them would take the square of the accounts. */
const MOST_CANDIDATES = 60

/**
 * The build that most handles follow, or `null` when no account has a chosen name. A tie goes to the name nearest to the
 * website and the organisation's names. With `support` below 2 nothing is shared yet: the build is then a proposal, the
 * organisation's own name or domain where those are distinctive.
 */
export function commonBuild(accounts: readonly NamedAccount[], organisation: Organisation): CommonBuild | null {
  const all = accounts.flatMap(named)
  if (all.length === 0) return null
  const own = stemsOf(organisation)
  const central = all.filter(({ local }) => !local).map(({ stem }) => stem)
  const rank = (stem: string) => {
    const near = own.indexOf(stem)
    const alike = [...all.map(({ name }) => name), ...own].reduce((sum, name) => sum + likeness(stem, name), 0)
    return { stem, support: all.filter((one) => follows(one.stem, stem, one.local)).length, near: near < 0 ? own.length : near, alike }
  }
  const others = central.length === 0 ? all.map(({ stem }) => stem) : []
  const candidates = [...new Set([...own, ...central, ...others])].slice(0, MOST_CANDIDATES).map(rank)
  const shared = candidates.filter(({ support }) => support > 1)
  const proper = candidates.filter(({ near, stem }) => near < own.length && coreOf(stem) !== '')
  const [best] = (shared.length > 0 ? shared : proper.length > 0 ? proper : candidates).sort(
    (a, b) => b.support - a.support || a.near - b.near || b.alike - a.alike || a.stem.length - b.stem.length || (a.stem < b.stem ? -1 : 1),
  )
  if (!best) return null
  return {
    stem: best.stem,
    spelled: spelling(best.stem, all),
    support: best.support,
    of: all.length,
    exceptions: all.filter((one) => !follows(one.stem, best.stem, one.local)).map(({ key }) => key),
  }
}

/** The word that tells a place or department apart: from the profile's name, else from the handle. `null` when neither has one. */
function placeOf(account: NamedAccount, build: CommonBuild, organisation: Organisation): string | null {
  const words = [...ownWords(organisation), build.stem, ...shorterStems(build.stem)]
  const own = new Set(words)
  const rest = (name: string) => tokensOf(name, words).filter((token) => !own.has(token) && !isGeneric(token) && token.length > 2)
  const shown = account.displayName ? rest(account.displayName) : []
  const written = rest(chosenName(account.platform, account.handle) ?? '')
  const place = (shown.length > 0 ? shown : written).join('')
  return place === '' ? null : place
}

/**
 * The exact handle that would make an account follow the build, within the platform's rule for new names: as most
 * accounts write it, else the plain stem, else with one common word less, or with the country when the stem is too short.
 * Whether it is still free is not known.
 * `null` when none fits, or when a place's name is not known.
 */
export function suggestHandle(account: NamedAccount, build: CommonBuild, organisation: Organisation): string | null {
  const place = isLocal(account.kind) ? placeOf(account, build, organisation) : ''
  if (place === null) return null
  const separator = /[._-]/.exec(build.spelled)?.[0] ?? ''
  const withCountry = organisation.country ? [`${build.stem}${organisation.country}`] : []
  const stems = [build.spelled, build.stem, ...shorterStems(build.stem), ...withCountry]
  const names = place === '' ? stems : stems.map((stem, at) => `${stem}${at === 0 ? separator : ''}${place}`)
  for (const name of names) {
    if (coreOf(stemOf(name)) === '') continue
    const handle = handleFrom(account.platform, name, account.handle)
    if (handle !== null) return handle
  }
  return null
}
