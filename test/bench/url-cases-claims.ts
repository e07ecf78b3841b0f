import type { AddressKind } from '../../src/model/platform.ts'
import { platformOfName } from '../../src/platforms/index.ts'

/** One case of another project's test suite. */
export interface PeerCase {
  readonly source: string
  readonly suite: string
  readonly platform: string
  readonly mode: string
  readonly kind: string
  readonly input: unknown
  readonly expected: unknown
}

/** What a case says in our terms. */
export interface Claim {
  /** The address; `null` for the whole input. */
  readonly text: string | null
  /** `account` stands for a community as well, `none` for whatever names nobody. */
  readonly kind: Extract<AddressKind, 'account' | 'content' | 'none'>
  readonly handle: string | null
  /** The product's rule by which a peer's answer was put into our terms. */
  readonly mapped: keyof typeof productRules | null
}

/** Rules of the product that decide where peers disagree among themselves, read from the text of the address alone. */
export const productRules = {
  post: 'a post, video, pin or player names at most its author; a peer that counts it as a match says "content"',
  tab: "a profile's tab, or a query behind it, is the account; a pattern that must span the whole text says nothing against that",
} as const

interface Expected {
  readonly type?: string
  readonly url?: string
  readonly username?: string
}

const post = /\/watch\?v=|youtu\.be\/|tiktok\.com\/(?:embed|v)\/\d|\/video\/\d|\/pin\/\d/
const tab = /\/sub-page$|\?param=/

// Peers' own names for platforms we know.
const aliases: Readonly<Record<string, string>> = { spotifyArtist: 'spotify', spotifyUser: 'spotify', subreddit: 'reddit' }
const known = (name: string): boolean => platformOfName(aliases[name] ?? name) !== null

/** The claims of a case, or the reason why it says nothing about our platforms' addresses. */
export function claimsOf(peer: PeerCase): Claim[] | string {
  if (peer.platform === 'email' || peer.platform === 'phone') return 'about e-mail addresses or phone numbers'
  if (peer.kind === 'html') return 'about whole markup, not addresses'
  if (peer.mode === 'must-not-be-account') return [{ text: null, kind: 'none', handle: null, mapped: null }]
  if (peer.platform !== 'all' && !known(peer.platform)) return 'about a platform that we do not read'
  if (typeof peer.input !== 'string' && peer.input !== null) return 'the input is no text'
  const input = peer.input ?? ''
  switch (peer.mode) {
    case 'is-account-link':
    case 'contains':
      return [claim(null, input, peer.expected === true, null)]
    case 'exact':
      if (peer.expected === false && tab.test(input)) return [{ text: null, kind: 'account', handle: null, mapped: 'tab' }]
      return [claim(null, input, peer.expected === true, null)]
    case 'capture-group-1':
    case 'parse':
      return [claim(null, input, peer.expected !== null, peer.expected === null ? null : String(peer.expected))]
    case 'find-all':
      return foundClaims((peer.expected ?? []) as readonly (string | Expected)[])
  }
  return `of an unknown sort: ${peer.mode}`
}

function claim(text: string | null, address: string, matches: boolean, handle: string | null): Claim {
  if (!matches) return { text, kind: 'none', handle: null, mapped: null }
  return post.test(address) ? { text, kind: 'content', handle: null, mapped: 'post' } : { text, kind: 'account', handle, mapped: null }
}

function foundClaims(expected: readonly (string | Expected)[]): Claim[] {
  const claims: Claim[] = []
  for (const entry of expected) {
    if (typeof entry === 'string') claims.push(claim(entry, entry, true, entry.replace(/[?&].*$/, '')))
    else if (known(entry.type ?? '')) claims.push(claim(entry.url ?? null, entry.url ?? '', true, entry.username ?? null))
  }
  return claims.length > 0 ? claims : [{ text: null, kind: 'none', handle: null, mapped: null }]
}
