import { claimSignals } from '../../config/claim-signals.ts'
import { prior, thresholds } from '../../config/signals.ts'
import type { AccountKind, Candidate, FoundVia, Signal, Verdict } from '../model/candidate.ts'
import type { Claim } from '../model/jobs.ts'
import type { Organisation } from '../model/organisation.ts'
import { likeness, nameForms } from './likeness.ts'

/** Beyond this many places the count is enough. */
const placesKept = 12

/** Signals that can decide without the website naming the account. */
const proofs: ReadonlySet<string> = new Set(['in-register', 'earlier-ours', 'domain-handle', 'verified-link'])

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

export function verdictOf(confidence: number): Verdict {
  if (confidence >= thresholds.ours) return 'ours'
  if (confidence >= thresholds.likely) return 'likely'
  return confidence <= thresholds.notOurs ? 'not-ours' : 'unknown'
}

/**
 * Brings together what the website named and what registers and people named, each account once with every place.
 * A claim adds its reason to the judgement; by itself a register makes an account likely, and people's pastes
 * prove nothing, because whoever pastes decides afterwards.
 */
export function mergeClaims(input: {
  readonly organisation: Organisation
  readonly candidates: readonly Candidate[]
  readonly claims: readonly Claim[]
}): Candidate[] {
  const byKey = new Map<string, { candidate: Candidate | null; claims: Claim[] }>()
  for (const candidate of input.candidates) byKey.set(candidate.key, { candidate, claims: [] })
  for (const claim of input.claims) {
    const known = byKey.get(claim.key)
    if (known) known.claims.push(claim)
    else byKey.set(claim.key, { candidate: null, claims: [claim] })
  }
  const { name, aliases } = input.organisation
  const forms = nameForms([name, ...aliases], [])
  return [...byKey.values()]
    .map(({ candidate, claims }) => merged(candidate, claims, (handle) => likeness(handle, forms)))
    .toSorted((a, b) => b.confidence - a.confidence)
}

function merged(candidate: Candidate | null, claims: readonly Claim[], likenessOf: (handle: string) => number | null): Candidate {
  const first = claims[0]
  if (first === undefined) return candidate as Candidate
  const base = candidate ?? bare(first, likenessOf(first.handle))
  const added = signalsOf(claims)
  if (added.length === 0 && candidate) return { ...base, foundVia: places(base, claims) }
  const signals = [...base.signals, ...added]
  const sum = probability(logOdds(base.confidence) + added.reduce((total, signal) => total + signal.weight, 0))
  // A name and a find are both weak, and together still no proof: that takes the site, a register, or the domain itself.
  const confidence = candidate || added.some(({ id }) => proofs.has(id)) ? sum : Math.min(sum, thresholds.ours - 0.01)
  const verdict = verdictOf(confidence)
  const kind: AccountKind = base.kind === 'unknown' && (verdict === 'ours' || verdict === 'likely') ? 'central' : base.kind
  return { ...base, signals, confidence, verdict, kind, foundVia: places(base, claims) }
}

/** One signal per kind of source, however often it names the account. */
function signalsOf(claims: readonly Claim[]): Signal[] {
  const ids = new Set<keyof typeof claimSignals>()
  for (const { via, proof } of claims) {
    if (via.route === 'wikidata') ids.add('in-register')
    if (via.route === 'earlier-audit') ids.add('earlier-ours')
    if (via.route === 'pasted') ids.add('pasted')
    if (via.route === 'press') ids.add('in-press')
    if (via.route === 'platform-search' || via.route === 'search-engine') ids.add('found-by-search')
    if (via.route === 'handle-guess') ids.add('guessed')
    if (proof) ids.add(proof)
  }
  return [...ids].map((id) => ({ id, weight: claimSignals[id].weight, text: claimSignals[id].text }))
}

/** An account that no page of the site names: only its name speaks for it. */
function bare(claim: Claim, like: number | null): Candidate {
  const { platform, handle, url, key, closed, doubt } = claim
  const id = like === null ? null : like >= 0.9 ? 'name-alike' : like >= 0.65 ? 'name-close' : like < 0.3 ? 'name-unlike' : null
  const signals = id === null ? [] : [{ id, weight: claimSignals[id].weight, text: claimSignals[id].text }]
  const confidence = probability(prior + signals.reduce((sum, signal) => sum + signal.weight, 0))
  return {
    platform,
    handle,
    url,
    key,
    closed,
    doubt,
    verdict: 'unknown',
    confidence,
    kind: 'unknown',
    signals,
    foundVia: [],
    furtherPlaces: 0,
  }
}

function places(base: Candidate, claims: readonly Claim[]): FoundVia[] {
  return [...base.foundVia, ...claims.map((claim) => claim.via)].slice(0, placesKept)
}

const logOdds = (confidence: number): number => {
  const bounded = Math.min(Math.max(confidence, 1e-6), 1 - 1e-6)
  return Math.log(bounded / (1 - bounded))
}
