import { disclaimers, type ProfileSignalId } from '../../config/profile-signals.ts'
import type { Candidate } from '../model/candidate.ts'
import type { Organisation } from '../model/organisation.ts'
import type { SiteFacts } from '../model/site-facts.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { siteVouches } from './confidence.ts'
import { contactsInText } from './contacts.ts'
import { folded, likeness, type NameForms, nameForms } from './likeness.ts'
import { domainOf, isLinkInBio, isShortened, linksOnProfile } from './profile-links.ts'
import { areRivals, splitName } from './sorts.ts'

/** What profiles are compared with; made once for all accounts of an organisation. */
export interface ProfileContext {
  readonly organisation: Organisation
  readonly forms: NameForms
  /** Whether the website may be taken for the organisation's at all. */
  readonly siteIsOurs: boolean
  readonly site: { readonly domain: string; readonly label: string } | null
  readonly facts: SiteFacts
}

export function profileContext(organisation: Organisation, siteIsOurs: boolean, facts: SiteFacts): ProfileContext {
  const { name, aliases, website } = organisation
  const site = website === null || classifyUrl(website).kind !== 'none' ? null : domainOf(website)
  return { organisation, siteIsOurs, facts, site, forms: nameForms([name, ...aliases], site && siteIsOurs ? [site.label] : []) }
}

type Judged = Pick<Candidate, 'platform' | 'handle' | 'signals' | 'foundVia'>

/** What an account's own profile says for and against it being the organisation's. Nothing was seen, nothing is said. */
export function signalsOfProfile(candidate: Judged, snapshot: Snapshot, context: ProfileContext): ProfileSignalId[] {
  if (snapshot.state !== 'captured') return []
  return [
    ...ofLinks(candidate, snapshot, context),
    ...ofName(candidate, snapshot, context),
    ...ofDescription(snapshot, context),
    ...(snapshot.verified?.seen && snapshot.verified.value ? (['verified-mark'] as const) : []),
  ]
}

/** Whether the handle is the organisation's own domain, which platforms of such handles have checked. */
export function isDomainHandle(
  { platform, handle }: Pick<Candidate, 'platform' | 'handle'>,
  { site, siteIsOurs }: ProfileContext,
): boolean {
  if (site === null || !siteIsOurs || (platform !== 'bluesky' && platform !== 'mastodon')) return false
  const host = platform === 'mastodon' ? handle.slice(handle.lastIndexOf('@') + 1) : handle.replace(/^@/, '')
  return domainOf(host)?.domain === site.domain
}

/** The label in front of another ending is most often the same owner's: `acme.nl` and `acme.org`. */
const isAlike = (label: string, { site, forms }: ProfileContext): boolean => label === site?.label || (likeness(label, forms) ?? 0) >= 0.9

function ofLinks(candidate: Judged, snapshot: Snapshot, context: ProfileContext): ProfileSignalId[] {
  const { site } = context
  if (site === null || !context.siteIsOurs) return []
  const links = linksOnProfile(snapshot)
  const named = candidate.foundVia.some(({ route }) => route === 'website')
  const vouched = siteVouches(candidate.signals, named)
  if (links.some(({ url }) => domainOf(url)?.domain === site.domain)) {
    if (!vouched) return candidate.signals.some(({ id }) => id === 'names-our-site') ? [] : ['profile-names-our-site']
    return [
      candidate.foundVia.some(({ source, route }) => route === 'website' && source === 'rel-me') ? 'rel-me-both-ways' : 'links-both-ways',
    ]
  }
  const elsewhere = links.filter(({ url, from }) => from !== 'description' && isSiteOfAnother(url, context))
  if (elsewhere.length === 0) return []
  return [vouched ? 'linked-though-other-site' : 'names-another-site']
}

/** A website proper, and not one that may be the organisation's or may lead to it. */
function isSiteOfAnother(url: string, context: ProfileContext): boolean {
  if (isLinkInBio(url) || isShortened(url) || classifyUrl(url).kind !== 'none') return false
  const found = domainOf(url)
  return found !== null && !isAlike(found.label, context)
}

function ofName(
  { platform, handle, signals }: Judged,
  { displayName }: Snapshot,
  { organisation, forms }: ProfileContext,
): ProfileSignalId[] {
  if (!displayName.seen) return []
  const shown = displayName.value.slice(0, 200)
  const name = splitName(shown)
  const names = [organisation.name, ...organisation.aliases].filter((one) => one !== '').map(splitName)
  if (
    names.length > 0 &&
    name.sort.size > 0 &&
    names.every((one) => areRivals(one, name) || one.sort.size === 0) &&
    names.some((one) => areRivals(one, name))
  )
    return ['another-sort']
  // Platforms show the handle where nobody chose a name: it says nothing new.
  if (folded(shown) === folded(handle) || platform === 'whatsapp') return []
  const like = likeness(shown, forms)
  if (like === null) return []
  if (like >= 0.75) return ['display-name-alike']
  // A location or department bears a name of its own.
  const isPart = signals.some(({ id }) => id === 'of-a-part')
  return like < 0.3 && names.length > 0 && !isPart ? ['display-name-unlike'] : []
}

const shortestName = 5

function ofDescription({ description, displayName, handle }: Snapshot, { organisation, facts, site }: ProfileContext): ProfileSignalId[] {
  const own = description.seen ? description.value.slice(0, 5_000) : ''
  const all = [displayName, handle].map((field) => (field?.seen ? field.value : '')).join(' ')
  const disclaimed = disclaimers
    .filter(({ words }) => words.test(own) || words.test(all))
    .slice(0, 1)
    .map(({ id }) => id)
  if (own === '') return disclaimed
  const text = folded(own)
  const { phones, emailDomains } = contactsInText(own)
  const names = [organisation.name, ...organisation.aliases].map(folded).filter((name) => name.length >= shortestName)
  return [
    ...disclaimed,
    ...(names.some((name) => text.includes(name)) ? (['description-names-us'] as const) : []),
    ...(facts.places.some((place) => mentions(own, place)) ? (['description-names-our-place'] as const) : []),
    ...(emailDomains.some((domain) => domain === site?.domain || facts.emailDomains.includes(domain))
      ? (['same-email-domain'] as const)
      : []),
    ...(phones.some((phone) => facts.phones.includes(phone)) ? (['same-phone'] as const) : []),
  ]
}

/** As a whole word, whatever its case. */
function mentions(text: string, place: string): boolean {
  const at = text.toLowerCase().indexOf(place.toLowerCase())
  const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character)
  return at >= 0 && !isLetter(text[at - 1]) && !isLetter(text[at + place.length])
}
