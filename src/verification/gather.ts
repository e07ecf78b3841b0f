import type { PageReading } from '../model/mention.ts'
import type { Address } from '../model/platform.ts'
import { chrome, type Occurrence, testimonyOf } from './facts.ts'
import { isOpaque, likeness, type NameForms } from './likeness.ts'

/** An account with every place where the pages name it. */
export interface Known {
  readonly key: string
  readonly address: Address
  readonly occurrences: readonly Occurrence[]
}

/** Brings the mentions of all pages together, each account once. What names no account is left out. */
export function gather(pages: readonly PageReading[]): Known[] {
  const byKey = new Map<string, Occurrence[]>()
  for (const page of pages) {
    for (const mention of page.mentions) {
      const { key, kind } = mention.address
      if (key === null || (kind !== 'account' && kind !== 'community' && kind !== 'content')) continue
      const known = byKey.get(key)
      const occurrence = { mention, page, testimony: testimonyOf(mention) }
      if (known === undefined) byKey.set(key, [occurrence])
      else known.push(occurrence)
    }
  }
  mergeSplitDomains(byKey)
  return [...byKey].map(([key, occurrences]) => ({ key, occurrences, address: addressOf(occurrences) }))
}

/** `@acme@acme.org` and `social.acme.org/@acme` are one account: a Fediverse server may stand beside the domain of its names. */
function mergeSplitDomains(byKey: Map<string, Occurrence[]>): void {
  for (const [key, occurrences] of byKey) {
    const [, user, domain] = /^mastodon:(@[^@]+@)(.+)$/.exec(key) ?? []
    if (user === undefined) continue
    const server = [...byKey.keys()].find((other) => other.startsWith(`mastodon:${user}`) && other.endsWith(`.${domain}`))
    if (server === undefined) continue
    byKey.get(server)?.push(...occurrences)
    byKey.delete(key)
  }
}

/** The account itself rather than a post that names it. */
function addressOf(occurrences: readonly Occurrence[]): Address {
  const itself = occurrences.find(({ mention }) => mention.address.kind !== 'content') ?? occurrences[0]
  return (itself as Occurrence).mention.address
}

/** From so many accounts of one platform on, outside header and footer, a page lists others. */
const crowd = 3

/** Keys of accounts that stand among many of their platform on one page. */
export function crowdedKeys(pages: readonly PageReading[]): Set<string> {
  const crowded = new Set<string>()
  for (const page of pages) {
    const byPlatform = new Map<string, Set<string>>()
    for (const { address, zone } of page.mentions) {
      if (address.key === null || address.platform === null || chrome.has(zone)) continue
      const keys = byPlatform.get(address.platform) ?? new Set()
      byPlatform.set(address.platform, keys.add(address.key))
    }
    for (const keys of byPlatform.values()) if (keys.size >= crowd) for (const key of keys) crowded.add(key)
  }
  return crowded
}

/** "Zorggroep-Wilgenhof" of facebook.com/pages/Zorggroep-Wilgenhof/1234567. */
function nameInAddress({ occurrences }: Known): string | null {
  for (const { mention } of occurrences) {
    const name = /\/(?:pages|people|p|pg)\/([^/?#]{2,100})\/\d{6,}/i.exec(mention.raw)?.[1]
    if (name !== undefined) return name.replace(/%[0-9a-f]{2}/gi, ' ')
  }
  return null
}

/**
 * Likeness of an account's name to the site's names, 0 to 1; `null` when the name says nothing: a number without a name
 * beside it, or the code of an invite.
 */
export function likenessOf(known: Known, forms: NameForms): number | null {
  const { handle, kind } = known.address
  const like = likeness(handle ?? '', forms)
  if (kind === 'community') return (like ?? 0) < 0.45 ? null : like
  if (like !== null || handle === null || !isOpaque(handle)) return like
  const beside = nameInAddress(known)
  const named = beside === null ? null : likeness(beside, forms)
  return (named ?? 0) < 0.45 ? null : named
}
