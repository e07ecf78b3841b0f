import type { SignalId } from '../../config/signals.ts'
import type { AccountKind, Candidate, FoundVia, Verdict } from '../model/candidate.ts'
import type { PageReading } from '../model/mention.ts'
import type { Organisation } from '../model/organisation.ts'
import { confidenceOf, signalOf, verdictOf } from './confidence.ts'
import type { Occurrence } from './facts.ts'
import { crowdedKeys, gather } from './gather.ts'
import { folded, likeness, type NameForms, nameForms } from './likeness.ts'
import { partsOfSite } from './parts.ts'
import { siteBelongsTo } from './site-belongs-to.ts'
import { namesOfSite } from './site-names.ts'
import { compareWithEachOther, personal, type Weighed, weigh } from './weigh.ts'

/** The accounts that a site names, judged, and how many profiles of people it names. */
export interface SiteJudgement {
  /** Surest first; profiles of people among them, of kind `person`. */
  readonly candidates: readonly Candidate[]
  /** Distinct profiles of people. */
  readonly people: number
}

const placesKept = 6

/** Two to four words, the first with a capital. */
export const isPersonName = (name: string): boolean => /^\p{Lu}\S*(?:\s+\S+){1,3}$/u.test(name)

/** Names of authors that are people's: the site's own name is often given as its author. */
function authorForms(pages: readonly PageReading[], site: NameForms): NameForms {
  const names = new Set(pages.flatMap((page) => page.authors))
  const people = [...names].filter((name) => isPersonName(name) && (likeness(folded(name), site) ?? 0) < 0.5)
  return nameForms(people.slice(0, 200), [])
}

function kindOf({ ids, address, part }: Weighed, verdict: Verdict): AccountKind {
  const has = (id: SignalId): boolean => ids.includes(id)
  if (has('personal-address')) return 'person'
  if (verdict === 'ours' || verdict === 'likely') return part?.part ?? (has('group-address') ? 'unit' : 'central')
  if (has('host-default') || has('placeholder')) return 'host'
  if (has('in-credit')) return 'agency'
  if (ids.some((id) => personal.has(id))) return 'person'
  if (has('among-partners')) return 'partner'
  if (verdict === 'unknown' && part !== null) return part.part
  if (has('in-embedded-post') || has('in-article') || has('in-comments') || address.kind === 'content') return 'quoted'
  return 'unknown'
}

function placeOf({ mention, page }: Occurrence): FoundVia {
  return {
    route: 'website',
    page: page.url,
    pageTitle: page.title,
    source: mention.source,
    zone: mention.zone,
    label: mention.label,
    quote: mention.quote,
    seenAt: page.fetchedAt,
    record: page.record,
  }
}

function candidateOf(weighed: Weighed): Candidate | null {
  const { key, address, ids, occurrences } = weighed
  if (address.platform === null || address.handle === null || address.url === null) return null
  const signals = [...new Set(ids)].map((id) => signalOf(id))
  const confidence = confidenceOf(signals, true)
  const verdict = verdictOf(confidence)
  const places = occurrences.toSorted((a, b) => b.testimony.weight - a.testimony.weight)
  return {
    key,
    platform: address.platform,
    handle: address.handle,
    url: address.url,
    closed: address.closed,
    doubt: address.doubt,
    verdict,
    confidence,
    kind: kindOf(weighed, verdict),
    signals,
    foundVia: places.slice(0, placesKept).map(placeOf),
    furtherPlaces: Math.max(0, places.length - placesKept),
  }
}

/** Said of every account of a site that is or may be another's; it bounds their confidence. */
const doubts = { yes: null, doubtful: 'site-in-doubt', no: 'site-of-another' } as const

/**
 * Says of every account that a site's pages name whether it is the organisation's.
 * `organisation.name` may be '' when only the site is known. No page or no mention gives no candidate.
 */
export function judgeSite(input: { readonly pages: readonly PageReading[]; readonly organisation: Organisation }): SiteJudgement {
  const { pages, organisation } = input
  const names = namesOfSite(pages, organisation.website)
  const site = nameForms([organisation.name, ...organisation.aliases, ...names.names], names.labels)
  const context = {
    site,
    authors: authorForms(pages, site),
    crowded: crowdedKeys(pages),
    parts: partsOfSite(pages, site),
    pages: pages.length,
  }
  const weighed = compareWithEachOther(gather(pages).map((known) => weigh(known, context)))
  const reason = doubts[siteBelongsTo(organisation, pages).verdict]
  const candidates = weighed
    .map((one) => candidateOf(reason === null ? one : { ...one, ids: [reason, ...one.ids] }))
    .filter((candidate) => candidate !== null)
    .toSorted((a, b) => b.confidence - a.confidence)
  return { candidates, people: candidates.filter(({ kind }) => kind === 'person').length }
}
