import { hostAccounts, placeholderNames, prior, type SignalId, signals } from '../../config/signals.ts'
import { bestTestimonies, chrome } from './facts.ts'
import { type Known, likenessOf } from './gather.ts'
import { folded, isOpaque, likeness, type NameForms, nameOfHandle } from './likeness.ts'
import { type PartOf, type PartsOfSite, partOf } from './parts.ts'
import { givesPersonsName } from './people.ts'

/** An account with the reasons found so far. */
export interface Weighed extends Known {
  readonly ids: SignalId[]
  /** Folded naming part of the handle; '' for a number or code. */
  readonly name: string
  readonly likeness: number | null
  /** The part of the organisation that it belongs to if it is the organisation's. */
  readonly part: PartOf | null
}

/** What all accounts of one site are compared with. */
export interface SiteContext {
  readonly site: NameForms
  readonly authors: NameForms
  readonly crowded: ReadonlySet<string>
  readonly parts: PartsOfSite
  /** Pages read. */
  readonly pages: number
}

/** Signals that an account is a person's. */
export const personal: ReadonlySet<SignalId> = new Set([
  'on-person-card',
  'in-byline',
  'jsonld-person',
  'twitter-creator',
  'article-author',
  'name-of-author',
  'under-a-persons-name',
])
/** Platforms where an invite or channel is how an organisation is present; elsewhere a group is a group. */
const communityPlatforms: ReadonlySet<string> = new Set(['discord', 'telegram', 'whatsapp', 'slack', 'meetup', 'reddit'])
const hosts: ReadonlySet<string> = new Set(hostAccounts)
const placeholders: ReadonlySet<string> = new Set(placeholderNames)

/** Log-odds of the signals together with the prior. */
const logOdds = (ids: readonly SignalId[]): number => ids.reduce((total, id) => total + signals[id].weight, prior)

const inChrome = ({ occurrences }: Known): boolean => occurrences.some(({ mention }) => chrome.has(mention.zone))

function likenessSignal(like: number | null): SignalId[] {
  if (like === null) return []
  if (like >= 0.9) return ['name-alike']
  if (like >= 0.65) return ['name-close']
  if (like >= 0.45) return ['name-related']
  return like < 0.3 ? ['name-unlike'] : []
}

function pageSignals({ occurrences }: Known, pages: number, stated: boolean): SignalId[] {
  const on = new Set(occurrences.map(({ page }) => page.url)).size
  if (pages >= 3 && on >= Math.max(3, pages * 0.5)) return ['on-most-pages']
  return pages >= 5 && on === 1 && !stated ? ['on-one-page'] : []
}

/** What an account's own places and name say. */
export function weigh(known: Known, context: SiteContext): Weighed {
  const { address, occurrences } = known
  const handle = address.handle ?? ''
  const like = likenessOf(known, context.site)
  const likely = like ?? 0
  const name = isOpaque(handle) ? '' : folded(nameOfHandle(handle))
  const testimonies = bestTestimonies(occurrences)
  // Who writes or builds under the site's own name is the site: a one-person site, a maker of sites, a byline of the organisation.
  const ids: SignalId[] = testimonies.flatMap(({ signals: found }) =>
    found.filter((id) => likely < 0.9 || !(personal.has(id) || id === 'in-credit')),
  )
  ids.push(...likenessSignal(like))
  if (likely < 0.65 && (likeness(handle, context.authors) ?? 0) >= 0.65) ids.push('name-of-author')
  if (likely < 0.65 && givesPersonsName(occurrences, context.site)) ids.push('under-a-persons-name')
  if (likely < 0.65 && context.crowded.has(known.key) && !inChrome(known)) ids.push('among-many')
  if (likely < 0.9 && hosts.has(name)) ids.push('host-default')
  if (likely < 0.9 && placeholders.has(name)) ids.push('placeholder')
  if (address.owner === 'person') ids.push('personal-address')
  if (address.kind === 'community' && !communityPlatforms.has(address.platform ?? '')) ids.push('group-address')
  ids.push(
    ...pageSignals(
      known,
      context.pages,
      testimonies.some(({ weight }) => weight >= 2),
    ),
  )
  const part = partOf(handle, occurrences, context.parts)
  return { ...known, ids: ofPart(ids, part), name, likeness: like, part }
}

/**
 * An account of a location or department bears another name, stands on one page and beside the organisation's own: for it
 * none of that speaks against being theirs.
 */
function ofPart(ids: readonly SignalId[], part: PartOf | null): SignalId[] {
  if (part?.by !== 'place') return [...ids]
  const kept = ids.filter((id) => !commonOfParts.has(id) && !(id === 'among-many' && !part.listed))
  return [...kept, 'of-a-part']
}
const commonOfParts: ReadonlySet<SignalId> = new Set(['name-unlike', 'on-one-page', 'in-running-text'])

/** Signals that an account is a maker's or partner's: a row with the organisation's own does not make it hers. */
const others: ReadonlySet<SignalId> = new Set(['in-credit', 'among-partners'])

const groupsOf = ({ occurrences }: Known): string[] =>
  occurrences.flatMap(({ mention, page }) => (mention.group === null ? [] : [`${page.url} ${mention.group}`]))

/** What candidates say of each other, all from what was known before, so that their order does not matter. */
export function compareWithEachOther(weighed: readonly Weighed[]): Weighed[] {
  const sure = new Set(weighed.filter(({ ids }) => logOdds(ids) >= 1.5))
  const personalGroups = new Set(weighed.filter(({ ids }) => ids.includes('personal-address')).flatMap(groupsOf))
  const sureGroups = new Set([...sure].flatMap(groupsOf))
  const platformsOfName = new Map<string, Set<string | null>>()
  const sureNames = new Map<string, Set<string | null>>()
  for (const one of weighed) {
    if (one.name === '') continue
    for (const names of sure.has(one) ? [platformsOfName, sureNames] : [platformsOfName]) {
      names.set(one.name, (names.get(one.name) ?? new Set()).add(one.address.platform))
    }
  }
  const taken = new Map<string | null, Set<Weighed>>()
  for (const one of sure)
    if ((one.likeness ?? 0) >= 0.65) taken.set(one.address.platform, (taken.get(one.address.platform) ?? new Set()).add(one))

  function relations(one: Weighed): SignalId[] {
    if (one.ids.includes('personal-address')) return []
    const ids: SignalId[] = []
    const { platform } = one.address
    const elsewhere = [...(sureNames.get(one.name) ?? [])].some((other) => other !== platform)
    if (elsewhere) ids.push('same-name-elsewhere')
    else if ((platformsOfName.get(one.name)?.size ?? 0) >= 3 && !one.ids.includes('on-person-card')) ids.push('same-name-thrice')
    // A number says nothing here: it is often the same account under its other address.
    if (one.part?.by !== 'place' && one.likeness !== null && one.likeness < 0.45 && (taken.get(platform)?.size ?? 0) > 0)
      ids.push('another-is-theirs')
    const groups = groupsOf(one)
    if (groups.some((group) => personalGroups.has(group))) {
      if (!inChrome(one) && (one.likeness ?? 0) < 0.65) ids.push('beside-personal')
    } else if (!sure.has(one) && !one.ids.some((id) => others.has(id)) && groups.some((group) => sureGroups.has(group)))
      ids.push('beside-own')
    return ids
  }
  return weighed.map((one) => ({ ...one, ids: [...one.ids, ...relations(one)] }))
}
