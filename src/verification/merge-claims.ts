import { fanWords } from '../../config/claim-signals.ts'
import type { AccountKind, Candidate, FoundVia } from '../model/candidate.ts'
import type { Claim } from '../model/jobs.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import { type AnySignalId, confidenceOf, signalOf, verdictOf } from './confidence.ts'
import { likeness, type NameForms, nameForms, nameOfHandle } from './likeness.ts'
import { domainOf } from './profile-links.ts'
import { signalsOfRoutes } from './route-signals.ts'

/** Beyond this many places the count is enough. */
const placesKept = 12

/** Proofs that lean on the website: worth nothing where the website is a stranger's. */
export const leansOnSite: ReadonlySet<string> = new Set(['domain-handle', 'verified-link', 'names-our-site'])

export type SiteBelongs = 'yes' | 'doubtful' | 'no' | 'not-judged'

/** Said of what leans on a website that is or may be another's. */
export const doubtOf = (siteBelongs: SiteBelongs): AnySignalId | null =>
  siteBelongs === 'no' ? 'site-of-another' : siteBelongs === 'doubtful' ? 'site-in-doubt' : null

/**
 * Brings together what the website named and what registers and people named, each account once with every place.
 * A claim adds its reason to the judgement; by itself a register makes an account likely, and people's pastes
 * prove nothing, because whoever pastes decides afterwards.
 */
export function mergeClaims(input: {
  readonly organisation: Organisation
  readonly candidates: readonly Candidate[]
  readonly claims: readonly Claim[]
  readonly siteBelongs?: SiteBelongs
  /** Only accounts of these count; all when there are none. */
  readonly platforms?: readonly PlatformId[]
}): Candidate[] {
  const byKey = new Map<string, { candidate: Candidate | null; claims: Claim[] }>()
  for (const candidate of input.candidates) byKey.set(candidate.key, { candidate, claims: [] })
  for (const claim of input.claims) {
    const known = byKey.get(claim.key)
    if (known) known.claims.push(claim)
    else byKey.set(claim.key, { candidate: null, claims: [claim] })
  }
  const { name, aliases, website } = input.organisation
  const siteBelongs = input.siteBelongs ?? 'not-judged'
  const label = website !== null && siteBelongs !== 'no' ? domainOf(website)?.label : undefined
  const context: MergeContext = {
    forms: nameForms([name, ...aliases], label === undefined ? [] : [label]),
    doubt: doubtOf(siteBelongs),
    siteNames: siteBelongs === 'yes' ? input.candidates.filter(({ verdict }) => verdict === 'ours') : [],
  }
  const asked = input.platforms ?? []
  return [...byKey.values()]
    .map(({ candidate, claims }) => merged(candidate, claims, context))
    .filter(({ platform }) => asked.length === 0 || asked.includes(platform))
    .toSorted((a, b) => b.confidence - a.confidence)
}

interface MergeContext {
  readonly forms: NameForms
  readonly doubt: AnySignalId | null
  /** The accounts of its own that the site names, where it is the organisation's and was read. */
  readonly siteNames: readonly Candidate[]
}

function merged(candidate: Candidate | null, claims: readonly Claim[], context: MergeContext): Candidate {
  const first = claims[0]
  if (first === undefined) return candidate as Candidate
  const { forms, doubt } = context
  const proofs = claims.flatMap(({ proof }) => (proof ? [proof] : []))
  const isHit = proofs.length === 0 && claims.every(({ via }) => hits.has(via.route))
  const base = candidate ?? bare(first, likeness(first.handle, forms), isHit)
  const ids = new Set<AnySignalId>([...signalsOfRoutes(claims.map(({ via }) => via.route)), ...proofs])
  if (candidate === null && isHit) for (const id of againstHit(first, context)) ids.add(id)
  if (doubt !== null && [...ids].some((id) => leansOnSite.has(id))) ids.add(doubt)
  const known = new Set(base.signals.map(({ id }) => id))
  const signals = [...base.signals, ...[...ids].filter((id) => !known.has(id)).map((id) => signalOf(id))]
  const confidence = confidenceOf(signals, candidate !== null)
  const verdict = verdictOf(confidence)
  const kind: AccountKind = base.kind === 'unknown' && (verdict === 'ours' || verdict === 'likely') ? 'central' : base.kind
  return { ...base, signals, confidence, verdict, kind, foundVia: places(base, claims) }
}

/** Routes whose finds are mostly other people's; what a register or a person names is not held to the same. */
export const hits: ReadonlySet<FoundVia['route']> = new Set(['search-engine', 'platform-search', 'handle-guess', 'press'])

/** What speaks against an account that only a search brought up. */
function againstHit({ platform, handle }: Claim, { forms, siteNames }: MergeContext): AnySignalId[] {
  const like = likeness(handle, forms) ?? 0
  const isTaken = siteNames.some((own) => own.platform === platform && (likeness(own.handle, forms) ?? 0) >= 0.65)
  return [
    ...(siteNames.length > 0 ? (['not-on-site'] as const) : []),
    ...(isTaken && like >= 0.45 ? (['another-on-platform'] as const) : []),
    ...(fanWords.test(nameOfHandle(handle)) && !forms.words.some((word) => fanWords.test(word)) ? (['handle-of-fans'] as const) : []),
  ]
}

/** An account that no page of the site names: only its name speaks for it. */
function bare({ platform, handle, url, key, closed, doubt }: Claim, like: number | null, isHit: boolean): Candidate {
  const id = nameSignal(like, isHit)
  const account = { platform, handle, url, key, closed, doubt }
  const signals = id === null ? [] : [signalOf(id)]
  return { ...account, verdict: 'unknown', confidence: 0, kind: 'unknown', signals, foundVia: [], furtherPlaces: 0 }
}

function nameSignal(like: number | null, isHit: boolean): AnySignalId | null {
  if (like === null) return null
  if (like >= 0.9) return 'name-alike'
  if (like >= 0.65) return 'name-close'
  return like >= 0.3 ? null : isHit ? 'name-of-stranger' : 'name-unlike'
}

/** One of each route stays whatever the number: later judgement asks which routes named the account. */
function places(base: Candidate, claims: readonly Claim[]): FoundVia[] {
  const all = [...base.foundVia, ...claims.map((claim) => claim.via)]
  if (all.length <= placesKept) return all
  const firsts = new Set([...new Map(all.toReversed().map((via) => [via.route, via])).values()])
  const rest = all.filter((via) => !firsts.has(via)).slice(0, Math.max(0, placesKept - firsts.size))
  return all.filter((via) => firsts.has(via) || rest.includes(via))
}
