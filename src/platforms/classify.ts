import type { Address, PlatformId } from '../model/platform.ts'
import { locate } from './address.ts'
import { formOfHandle } from './define.ts'
import { isFediverseHost } from './fediverse-hosts.ts'
import type { CompiledSite, Platform } from './grammar.ts'
import { type FoundDomain, findDomain, siteUnder } from './hosts.ts'
import { platform } from './index.ts'
import { innerAddress } from './inner-address.ts'
import { withoutTrailingPunctuation } from './markup.ts'
import { readFediverse } from './mastodon.ts'
import { addressOf, readName } from './name.ts'
import { type PathParts, readPath } from './path.ts'
import { matchRule } from './pattern.ts'

export interface ClassifyOptions {
  /** The address of the page, for what is written relative to it. */
  readonly base?: string
  /** Found in running text, so that punctuation behind it is not part of it. */
  readonly fromText?: boolean
  /** The page says that this leads to the Fediverse: rel=me, or a label with "Mastodon". */
  readonly fediverse?: boolean
}

const mostHops = 3
const longestAddress = 16_000
const longestHandle = 400

/** No platform's address. */
const none: Address = Object.freeze({
  kind: 'none',
  platform: null,
  handle: null,
  url: null,
  key: null,
  owner: 'any',
  doubt: null,
  closed: false,
})

const nobody = (kind: Address['kind'], owner: Platform | null): Address => ({
  ...none,
  kind,
  platform: owner?.id ?? null,
  closed: owner?.closed !== undefined,
})

/**
 * Says what an address is by the grammar of its platform, from its text alone.
 * Reads what pages and people write: entities, missing schemes, redirects (three deep), doubled addresses.
 * Never throws.
 */
export function classifyUrl(raw: string, options?: ClassifyOptions): Address {
  let text = raw.slice(0, longestAddress).toWellFormed()
  if (options?.fromText) text = withoutTrailingPunctuation(text)
  if (isFediverseName(text)) return accountFromHandle('mastodon', text.replace(/^(?:acct:)?@?/, '@'))
  let base = options?.base
  let shell: Address = none
  for (let hop = 0; hop <= mostHops; hop++) {
    const located = locate(text, base)
    if (located === null) return shell
    const found = findDomain(located.host)
    if (found === null) return otherHost(located.host, located.tail, options) ?? shell
    const path = readPath(located.tail)
    const inner = innerAddress(found, path, located.tail)
    if (inner === null) return judge(found, path)
    if (shell === none) shell = inner.own ? nobody('platform-page', found.entry.sites[0]?.platform ?? null) : none
    text = inner.text
    base = `https://${located.host}/`
  }
  return shell
}

/** `@noor@server.example` and `acct:noor@server.example`. */
const isFediverseName = (text: string): boolean => text.startsWith('@') || text.startsWith('acct:')

/** Whether an address may be a platform's: cheap, and never wrong when it says no. */
export function mightBePlatformUrl(raw: string): boolean {
  if (isFediverseName(raw)) return true
  const located = locate(raw.slice(0, longestAddress))
  return located !== null && (findDomain(located.host) !== null || fediversePath.test(located.tail))
}

/**
 * The account that a handle names: `@acme`, `acme`, `company/acme`, `@acme@server.example`, or a whole address.
 * Kind `none` when it breaks the platform's rule; a community for what is a group's or an invite's.
 */
export function accountFromHandle(id: PlatformId, handle: string): Address {
  const written = handle
    .slice(0, longestHandle + 1)
    .trim()
    .toWellFormed()
  if (written === '' || written.length > longestHandle) return none
  const owner = platform(id)
  if (/^(?:https?:)?\/\//i.test(written)) return ofPlatform(id, classifyUrl(written))
  const found = formOfHandle(owner, written)
  if (found !== null) return addressOf(owner, found.form, found.name, found.form.kind ?? 'account', null)
  const host = owner.hosts[0]
  if (host !== undefined && written.includes('/'))
    return ofPlatform(id, classifyUrl(`https://${written.startsWith(host) ? '' : `${host}/`}${written}`))
  return none
}

const ofPlatform = (id: PlatformId, address: Address): Address =>
  address.platform === id && (address.kind === 'account' || address.kind === 'community') ? address : none

const fediversePath = /^\/(?:web\/|deck\/)?(?:@|%40|users\/)./i

function otherHost(host: string, tail: string, options: ClassifyOptions | undefined): Address | null {
  if (!fediversePath.test(tail)) return null
  return options?.fediverse || isFediverseHost(host) ? readFediverse(host, readPath(tail)) : null
}

function judge(found: FoundDomain, path: PathParts): Address {
  const { entry, under } = found
  if (entry.whole !== null) return nobody(entry.whole, null)
  const [first] = entry.sites
  if (first === undefined) return none
  const served = siteUnder(entry.sites, under)
  if (served !== null) return judgeOn(served.site, served.label, path)
  return first.shared ? none : nobody('platform-page', first.platform)
}

const nameless: ReadonlySet<Address['kind'] | null> = new Set(['unresolved', 'share', 'platform-page'])

function judgeOn(site: CompiledSite, label: string, path: PathParts): Address {
  const owner = site.platform
  const parts = site.skip?.test(path.lower[0] ?? '') ? withoutFirst(path) : path
  for (const rule of site.rules.get(parts.lower[0] ?? '') ?? site.otherRules) {
    const match = matchRule(rule, parts, owner.reserved)
    if (match === null) continue
    const form = match.form ?? (label === '' ? null : site.labelForm)
    const name = match.form === null ? form && readName(form, label) : match.name
    if (form === null || name === null || nameless.has(rule.kind)) return nobody(rule.kind ?? 'platform-page', owner)
    const soft = rule.startsWithName && owner.softReserved.has(name.toLowerCase()) ? 'soft-reserved' : null
    return addressOf(owner, form, name, rule.kind ?? form.kind ?? 'account', rule.doubt ?? soft)
  }
  return site.shared ? none : nobody('platform-page', owner)
}

const withoutFirst = (path: PathParts): PathParts => ({
  segments: path.segments.slice(1),
  lower: path.lower.slice(1),
  query: path.query,
})
