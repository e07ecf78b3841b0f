import type { FoundVia, RouteId } from '../model/candidate.ts'
import type { Claim } from '../model/jobs.ts'
import type { Address, PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'

/** A finding on the account itself that speaks for it being the organisation's. Judged elsewhere; here only seen. */
export type Proof =
  /** Its handle is the organisation's own domain (Bluesky, a Fediverse server of one's own). */
  | 'domain-handle'
  /** The server checked that the organisation's site links back (`verified_at`). */
  | 'verified-link'
  /** Its website field leads to the organisation's domain. Anybody can write that. */
  | 'names-our-site'

/** An account that a route found, with what the source said of it. */
export interface RouteClaim extends Claim {
  /** As the source shows it; `null` when it shows none. */
  readonly displayName: string | null
  readonly proof: Proof | null
}

/** An address that a person can open to look for themselves. */
export interface HandLink {
  readonly label: Text
  readonly url: string
  /** Where it leads; left out for a page that searches several. */
  readonly platform?: PlatformId
}

/** How one route ended. `not-looked` and `partial` carry the reason; an empty list with `done` means: looked, none there. */
export interface RouteOutcome {
  readonly state: 'done' | 'partial' | 'not-looked'
  readonly claims: readonly RouteClaim[]
  /** Hits of a source that also "finds" nonsense names: shown with a notice, never counted. */
  readonly setAside: readonly RouteClaim[]
  /** Profiles of persons among the hits: counted, and not kept. */
  readonly people: number
  /** Questions that were asked, those about made-up names among them. */
  readonly asked?: number
  readonly why: Text | null
  readonly byHand: Text | null
  readonly links: readonly HandLink[]
}

/** A claim for an account or for the author of a post; `null` for anything else, and for what is a person's by its form. */
export function claimOf(address: Address, via: FoundVia, seen: Partial<Pick<RouteClaim, 'displayName' | 'proof'>> = {}): RouteClaim | null {
  const { kind, platform, handle, url, key, closed, doubt, owner } = address
  if ((kind !== 'account' && kind !== 'content') || owner === 'person' || !platform || !handle || !url || !key) return null
  return { platform, handle, url, key, closed, doubt, via, displayName: seen.displayName ?? null, proof: seen.proof ?? null }
}

export interface SeenAt {
  readonly page: string | null
  readonly pageTitle: string
  readonly label: string
  readonly quote: string
  readonly at: string
  readonly record: string | null
  readonly source?: FoundVia['source']
}

export const viaOf = (route: RouteId, { at, source = 'link', label, quote, pageTitle, ...rest }: SeenAt): FoundVia => ({
  route,
  source,
  zone: 'unknown',
  seenAt: at,
  ...rest,
  label: label.slice(0, 200),
  quote: quote.slice(0, 300),
  pageTitle: pageTitle.slice(0, 200),
})

/** Where a hit stood in a list of results, and what was asked: see `report/search-rank.ts` for the way back. */
export const rankLabel = (rank: number, query: string): string => (query === '' ? `#${rank}` : `#${rank} · ${query}`)

/** Claims once per account, found at the first place that named it; an account's own page goes before a post of it. */
export function uniqueClaims(claims: readonly RouteClaim[]): RouteClaim[] {
  const byKey = new Map<string, RouteClaim>()
  for (const claim of claims) {
    const known = byKey.get(claim.key)
    const isBetter = known?.proof === null && (claim.proof !== null || (known.via.source === 'text' && claim.via.source !== 'text'))
    if (known === undefined || isBetter) byKey.set(claim.key, claim)
  }
  return [...byKey.values()]
}

/** Texts of several sources as one, each once; `null` when there are none. */
export function joinTexts(texts: readonly (Text | null)[]): Text | null {
  const all = new Map(texts.flatMap((text) => (text === null ? [] : [[text.nl, text] as const])))
  if (all.size === 0) return null
  const join = (language: 'nl' | 'en') => [...all.values()].map((text) => text[language]).join(' ')
  return { nl: join('nl'), en: join('en') }
}
