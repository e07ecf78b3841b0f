import type { OrganisationChoice } from '../model/audit.ts'
import type { Fetched, Fetcher } from '../model/fetch.ts'
import type { Organisation } from '../model/organisation.ts'
import type { Text } from '../model/text.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { choose } from './wikidata/choose.ts'
import { claimsOf, type RegisterClaim } from './wikidata/claims.ts'
import { type Item, itemsOf, organisationsAmong, registeredDomain } from './wikidata/items.ts'

const API = 'https://www.wikidata.org/w/api.php'
const MOST_CHOICES = 7
const SEARCHED = 20
const ITEM_ID = /^Q\d{1,12}$/
/** Since 2025 names that are the same everywhere stand under `mul`. */
const LANGUAGES = ['nl', 'en', 'mul', 'de', 'fr']

const apiUrl = (parameters: Readonly<Record<string, string>>): string =>
  `${API}?${new URLSearchParams(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)))}`

/** The search by name; parameters sorted, so that an archive can replay it. */
export const wikidataSearchUrl = (name: string, language: string): string =>
  apiUrl({ action: 'wbsearchentities', format: 'json', language, limit: String(SEARCHED), search: name, type: 'item', uselang: language })

/** The items themselves, at most 50 in one request. */
export const wikidataEntitiesUrl = (ids: readonly string[]): string =>
  apiUrl({
    action: 'wbgetentities',
    format: 'json',
    ids: ids.slice(0, 50).join('|'),
    languages: LANGUAGES.join('|'),
    props: 'aliases|claims|descriptions|labels',
  })

export interface Resolution {
  /** `several`: a person chooses. `none`: looked, and it is not there. `not-looked`: could not look. */
  readonly state: 'one' | 'several' | 'none' | 'not-looked'
  /** Likely ones first, at most seven. */
  readonly choices: OrganisationChoice[]
  readonly chosen: OrganisationChoice | null
  /** Accounts of the chosen one only. */
  readonly claims: RegisterClaim[]
  /** Why there is no single answer; `null` for `one`. */
  readonly why: Text | null
  /** How a person goes on where we could not look; else `null`. */
  readonly byHand: Text | null
}

/**
 * Which organisation a name means, and which accounts Wikidata names for it. At most three requests: the name in Dutch,
 * in English when that gives nothing, and the items. With a `wikidataId` only that item is read.
 */
export async function resolveOrganisation(asked: Organisation & { readonly fetcher: Fetcher }): Promise<Resolution> {
  const known = asked.wikidataId !== null && ITEM_ID.test(asked.wikidataId) ? asked.wikidataId : null
  const ids = known ? [known] : await searchIds(asked.name.trim(), asked.fetcher)
  if ('trouble' in ids) return notLooked(ids.trouble)
  if (ids.length === 0) return nothing(notKnown)
  const url = wikidataEntitiesUrl(ids)
  const { json, fetched } = await getJson(url, asked.fetcher)
  const items = itemsOf(json, ids, LANGUAGES)
  if (items === null) return notLooked(fetched)
  return decide({ ...asked, wikidataId: known }, items, fetched)
}

type Trouble = { readonly trouble: Fetched }

async function searchIds(name: string, fetcher: Fetcher): Promise<string[] | Trouble> {
  if (name === '') return []
  for (const language of ['nl', 'en']) {
    const { json, fetched } = await getJson(wikidataSearchUrl(name, language), fetcher)
    const hits = (json as { search?: unknown } | null)?.search
    if (!Array.isArray(hits)) return { trouble: fetched }
    const ids = hits.map((hit) => (hit as { id?: unknown } | null)?.id).filter((id) => typeof id === 'string' && ITEM_ID.test(id))
    if (ids.length > 0) return ids as string[]
  }
  return []
}

/** The answer as JSON; `null` when it is none, for whatever reason. An `error` of the API has neither hits nor entities. */
async function getJson(url: string, fetcher: Fetcher): Promise<{ json: unknown; fetched: Fetched }> {
  const fetched = await fetcher.get(url, { accept: 'json' })
  if (fetched.kind !== 'page' || fetched.status !== 200) return { json: null, fetched }
  try {
    return { json: JSON.parse(fetched.text) as unknown, fetched }
  } catch {
    return { json: null, fetched }
  }
}

function decide(asked: Organisation, items: readonly Item[], from: Fetched): Resolution {
  const domain = ownDomain(asked.website)
  const wanted = { name: asked.name, aliases: asked.aliases, domain, country: asked.country }
  const found = asked.wikidataId ? { chosen: items[0] ?? null, items } : choose(organisationsAmong(items), wanted)
  const choices = found.items.slice(0, MOST_CHOICES).map((item) => choiceOf(item, domain))
  if (found.chosen) {
    const claims = claimsOf(found.chosen, from.at, from.record)
    return { state: 'one', choices, chosen: choiceOf(found.chosen, domain), claims, why: null, byHand: null }
  }
  if (choices.length > 0) return { state: 'several', choices, chosen: null, claims: [], why: severalKnown, byHand: null }
  return nothing(domain === null ? notKnown : otherWebsite(domain))
}

/** A page on a platform is no website of one's own: its domain says nothing. */
function ownDomain(website: string | null): string | null {
  return website === null || classifyUrl(website).kind !== 'none' ? null : registeredDomain(website)
}

function choiceOf({ id, name, description, aliases, websites, countries }: Item, domain: string | null): OrganisationChoice {
  const website = websites.find((one) => registeredDomain(one) === domain) ?? websites[0] ?? null
  return { wikidataId: id, name, description, aliases: aliases.slice(0, 10), website, country: countries[0] ?? null }
}

const nothing = (why: Text): Resolution => ({ state: 'none', choices: [], chosen: null, claims: [], why, byHand: null })

const severalKnown: Text = {
  nl: 'Wikidata kent meer dan één organisatie die zo kan heten. Kies welke je bedoelt, of vul de website in.',
  en: 'Wikidata knows more than one organisation that may be called this. Choose which one you mean, or fill in the website.',
}

const notKnown: Text = {
  nl: 'Wikidata kent geen organisatie met deze naam. Dat zegt niets over de organisatie. Plak de links die je zelf al hebt.',
  en: 'Wikidata knows no organisation of this name. That says nothing about the organisation. Paste the links that you already have.',
}

const otherWebsite = (domain: string): Text => ({
  nl: `Wikidata kent geen organisatie met deze naam en de website ${domain}. Accounts van een andere organisatie nemen wij niet over.`,
  en: `Wikidata knows no organisation of this name with the website ${domain}. We do not take over accounts of another one.`,
})

const byHand: Text = {
  nl: 'Zoek de organisatie zelf op wikidata.org en plak de links die daar staan.',
  en: 'Look the organisation up on wikidata.org yourself and paste the links that stand there.',
}

const notLooked = (fetched: Fetched): Resolution => ({
  state: 'not-looked',
  choices: [],
  chosen: null,
  claims: [],
  why: troubleOf(fetched),
  byHand,
})

function troubleOf(fetched: Fetched): Text {
  if (fetched.kind === 'blocked' && fetched.reason === 'rate-limited')
    return { nl: 'Wikidata vroeg ons om even te wachten.', en: 'Wikidata asked us to wait for a while.' }
  if (fetched.kind === 'blocked') return { nl: 'Wikidata liet ons er niet in.', en: 'Wikidata did not let us in.' }
  if (fetched.kind === 'failed' && fetched.reason === 'not-in-archive')
    return { nl: 'Dit archief bevat geen antwoord van Wikidata.', en: 'This archive holds no answer of Wikidata.' }
  if (fetched.kind === 'page')
    return { nl: 'Wikidata gaf een antwoord dat wij niet konden lezen.', en: 'Wikidata gave an answer that we could not read.' }
  return { nl: 'Wikidata was niet te bereiken.', en: 'Wikidata could not be reached.' }
}
