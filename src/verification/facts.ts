import { type SignalId, signals } from '../../config/signals.ts'
import type { Mention, PageReading } from '../model/mention.ts'

/** One mention with the page that it stood on and what it testifies. */
export interface Occurrence {
  readonly mention: Mention
  readonly page: PageReading
  readonly testimony: Testimony
}

/** Kinds of evidence that say the same thing twice when they come twice; the best of each counts once. */
type EvidenceClass = 'place' | 'jsonld' | 'twitter-site' | 'publisher' | 'author' | 'head' | 'script' | 'via' | 'file'

/** What one occurrence says. */
export interface Testimony {
  readonly evidence: EvidenceClass
  readonly signals: readonly SignalId[]
  /** Sum of the weights. */
  readonly weight: number
}

const byZone = {
  head: null,
  header: 'in-header',
  nav: 'in-nav',
  main: null,
  article: 'in-article',
  aside: 'in-aside',
  comments: 'in-comments',
  footer: 'in-footer',
  'social-box': null,
  'person-card': 'on-person-card',
  unknown: null,
} as const satisfies Readonly<Record<Mention['zone'], SignalId | null>>

const byHint = {
  follow: 'asks-to-follow',
  'follow-us': 'asks-to-follow-us',
  icon: 'icon-or-name',
  'platform-label': 'icon-or-name',
  declared: 'declared-link',
  'social-class': 'in-social-box',
  share: 'in-share-box',
  credit: 'in-credit',
  quoted: 'in-embedded-post',
  byline: 'in-byline',
  partner: 'among-partners',
  related: 'in-related-item',
  prose: 'in-running-text',
  campaign: null,
  hidden: null,
} as const satisfies Readonly<Record<Mention['hints'][number], SignalId | null>>

/** Zones that belong to the site, not to what the page treats of. */
export const chrome: ReadonlySet<Mention['zone']> = new Set(['header', 'nav', 'footer'])

function signalsOfPlace(mention: Mention): SignalId[] {
  if (mention.source === 'rel-me' && mention.zone === 'head') return ['declared-in-head']
  const found = new Set<SignalId>()
  const zone = byZone[mention.zone]
  if (zone !== null) found.add(zone)
  for (const hint of mention.hints) {
    const id = byHint[hint]
    // A sentence in the footer or header is still the site speaking.
    if (id !== null && !(id === 'in-running-text' && chrome.has(mention.zone))) found.add(id)
  }
  if (mention.group !== null && mention.zone !== 'comments' && !mention.hints.includes('credit')) found.add('with-other-platforms')
  if (mention.source === 'text') found.add('only-in-text')
  if (mention.address.kind === 'content') found.add('only-a-post')
  return [...found]
}

function classify(mention: Mention): { evidence: EvidenceClass; signals: SignalId[] } {
  switch (mention.source) {
    case 'jsonld':
      return { evidence: 'jsonld', signals: [`jsonld-${mention.entity ?? 'other'}`] }
    case 'meta-twitter-site':
      return { evidence: 'twitter-site', signals: ['twitter-site'] }
    case 'meta-twitter-creator':
      return { evidence: 'author', signals: ['twitter-creator'] }
    case 'article-publisher':
      return { evidence: 'publisher', signals: ['article-publisher'] }
    case 'article-author':
      return { evidence: 'author', signals: ['article-author'] }
    case 'meta-other':
      return mention.hints.includes('byline')
        ? { evidence: 'author', signals: ['article-author'] }
        : { evidence: 'head', signals: ['meta-other'] }
    case 'inline-script':
      return { evidence: 'script', signals: ['in-script'] }
    case 'share-via':
      return { evidence: 'via', signals: ['share-via'] }
    case 'declared-file':
      return { evidence: 'file', signals: ['declared-file'] }
    default:
      return { evidence: 'place', signals: signalsOfPlace(mention) }
  }
}

/** What one mention testifies, with the sum of its weights. */
export function testimonyOf(mention: Mention): Testimony {
  const { evidence, signals: found } = classify(mention)
  return { evidence, signals: found, weight: found.reduce((sum, id) => sum + signals[id].weight, 0) }
}

/** The best testimony of each class; those against count only while nothing speaks clearly for. */
export function bestTestimonies(occurrences: readonly Occurrence[]): Testimony[] {
  const best = new Map<EvidenceClass, Testimony>()
  for (const { testimony } of occurrences) {
    const known = best.get(testimony.evidence)
    if (known === undefined || testimony.weight > known.weight) best.set(testimony.evidence, testimony)
  }
  const all = [...best.values()]
  const clear = all.some(({ weight }) => weight >= 1.5)
  return clear ? all.filter(({ weight }) => weight > 0) : all
}
