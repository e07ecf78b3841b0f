import type { AccountKind, Verdict } from '../model/candidate.ts'
import type { Located, Location } from '../model/location.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import { isGeneric } from '../naming/affixes.ts'
import { ownWords } from '../naming/build.ts'
import { coreOf } from '../naming/likeness.ts'
import { chosenName, stemOf, tokensOf } from '../naming/tokens.ts'
import { createWordIndex, type WordIndex } from '../naming/word-index.ts'
import { type LocationEvidence, weighLocation } from './weigh-location.ts'

/** What is known of an account for saying where it belongs. */
export interface LocatableAccount {
  readonly accountId: string
  readonly platform: PlatformId
  readonly handle: string
  /** As shown on the profile; `null` when not seen. */
  readonly displayName: string | null
  readonly kind: AccountKind
  readonly standing: Verdict
  /** Words of the links that lead to it. */
  readonly labels: readonly string[]
  /** Pages where it was found. */
  readonly pages: readonly string[]
}

/** From here on an account is said to belong to a location. */
const LOCATED_FROM = 0.5
/** Two locations nearer to each other than this (log-odds) are told apart by nobody. */
const TIE = 0.75
/** An account on more pages than these besides a location's own is the whole organisation's. */
const MOST_OTHER_PAGES = 1

/** A word within another is cut out from this length on; what stays of a name says something when it is longer than this. */
const [GLUED, SHORT] = [4, 3]

const NEVER: ReadonlySet<AccountKind> = new Set(['central', 'person', 'agency', 'host', 'partner', 'quoted'])

interface Known {
  readonly location: Location
  readonly name: ReadonlySet<string>
  readonly place: ReadonlySet<string>
  readonly page: string | null
}

interface Index {
  /** The organisation's own words. */
  readonly own: readonly string[]
  readonly names: WordIndex<Known>
  readonly places: WordIndex<Known>
  readonly byPage: ReadonlyMap<string, Known>
  readonly samePage: (page: string) => string
  /** Whether a word is a common one; each is judged once. */
  readonly isCommon: (word: string) => boolean
  /** How many locations have a word in their name; how many stand in a place. */
  readonly nameCount: ReadonlyMap<string, number>
  readonly placeCount: ReadonlyMap<string, number>
}

/**
 * Says of accounts to which location they belong. Words of names and places are indexed once, so that an account costs
 * the length of its name and not the number of locations. A central account belongs to none, nor does one that fits
 * two locations equally well.
 * @param samePage what two spellings of one address share
 */
export function createLocator(
  locations: readonly Location[],
  organisation: Organisation,
  samePage: (page: string) => string,
): (account: LocatableAccount) => Located | null {
  const index = indexOf(locations, organisation, samePage)
  return (account) => {
    if (NEVER.has(account.kind) || account.standing === 'not-ours') return null
    const ranked = [...gather(index, account)]
      .map(([known, evidence]) => ({ known, ...weighLocation(evidence) }))
      .sort((a, b) => b.odds - a.odds)
    const [best, second] = ranked
    if (!best || (second && best.odds - second.odds < TIE)) return null
    const confidence = 1 / (1 + Math.exp(-best.odds))
    if (confidence < LOCATED_FROM) return null
    return { locationId: best.known.location.id, accountId: account.accountId, confidence, by: 'machine', reasons: best.reasons }
  }
}

function indexOf(locations: readonly Location[], organisation: Organisation, samePage: Index['samePage']): Index {
  const own = [...new Set(ownWords(organisation).flatMap((word) => [word, coreOf(word)]))].filter((word) => word.length > 2)
  const all = locations.map((location) => knownOf(location, own, samePage))
  const entries = (words: (known: Known) => ReadonlySet<string>) =>
    all.flatMap((known) => [...words(known)].map((word) => [word, known] as const))
  return {
    own,
    names: createWordIndex(entries((known) => known.name)),
    places: createWordIndex(entries((known) => known.place)),
    byPage: new Map(all.flatMap((known) => (known.page ? [[known.page, known] as const] : []))),
    samePage,
    isCommon: once(isGeneric),
    nameCount: countOf(entries((known) => known.name).map(([word]) => word)),
    placeCount: countOf(all.map(placeKey)),
  }
}

function once(judge: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>()
  return (word) => {
    const judged = known.get(word) ?? judge(word)
    known.set(word, judged)
    return judged
  }
}

const countOf = (words: readonly string[]): Map<string, number> =>
  words.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map<string, number>())
const placeKey = (known: Known): string => [...known.place].join(' ')

/** The words that tell a location apart: without the organisation's own and without common ones, unless nothing is left then. */
function knownOf(location: Location, own: readonly string[], samePage: Index['samePage']): Known {
  const words = (text: string) => tokensOf(text, own).filter((word) => word.length > 2 && !own.includes(word))
  const telling = (text: string) => words(text).filter((word) => !isGeneric(word))
  const name = telling(location.name)
  return {
    location,
    name: new Set(name.length > 0 ? name : words(location.name)),
    place: new Set(telling(location.place ?? '')),
    page: location.page ? samePage(location.page) : null,
  }
}

interface Read {
  readonly text: string
  readonly tokens: readonly string[]
}

/** The locations of which words stand in any of the texts, with those words. */
function meet(words: WordIndex<Known>, texts: readonly Read[]): Map<Known, Set<string>> {
  const all = new Map<Known, Set<string>>()
  for (const { text, tokens } of texts)
    for (const [known, found] of words.find(text, tokens)) all.set(known, new Set([...found, ...(all.get(known) ?? [])]))
  return all
}

/** What stays of handle and shown name without the words that were met. Locations that share a name leave the same: asked once. */
function createLeftovers(index: Index, handle: Read, shown: Read) {
  const asked = new Map<string, { ofHandle: string; ofShown: string }>()
  return (met: readonly string[]) => {
    const explained = [...index.own, ...met]
    const left = asked.get(met.join(' ')) ?? {
      ofHandle: leftoverOf(index, handle.tokens, explained),
      ofShown: leftoverOf(index, shown.tokens, explained),
    }
    asked.set(met.join(' '), left)
    return left
  }
}

const nothing: ReadonlySet<string> = new Set()

/** What an account has in common with each location that it has anything in common with. */
function gather(index: Index, account: LocatableAccount): Map<Known, LocationEvidence> {
  const { own } = index
  const read = (text: string): Read => ({ text, tokens: tokensOf(text, own) })
  const handle = read(chosenName(account.platform, account.handle) ?? '')
  const shown = read(account.displayName ?? '')
  const texts = [handle, shown, ...account.labels.map(read)]
  const [names, places, pages] = [meet(index.names, texts), meet(index.places, texts), ownPages(index, account.pages)]
  const placesNamed = [...new Set([...places.values()].flatMap((words) => [...words]))]
  const standsForUs = account.standing === 'ours' || account.standing === 'likely'
  const ofUs = standsForUs || texts.some(({ text }) => own.some((word) => word.length >= GLUED && stemOf(text).includes(word)))
  const leftovers = createLeftovers(index, handle, shown)
  const evidenceOf = (known: Known): LocationEvidence => {
    const [name, place] = [names.get(known) ?? nothing, places.get(known) ?? nothing]
    const left = leftovers([...name, ...place])
    return {
      location: known.location,
      nameWords: [...name],
      nameShare: [...known.name].every((word) => known.place.has(word)) ? 0 : shareOf(index, known.name, name),
      place: known.place.size > 0 && place.size === known.place.size,
      aloneInPlace: index.placeCount.get(placeKey(known)) === 1,
      otherPlace: placesNamed.some((word) => !known.place.has(word) && !known.name.has(word)),
      ownPage: pages.has(known),
      ofUs,
      leftover: left.ofHandle,
      leftoverShown: left.ofShown,
    }
  }
  return new Map([...new Set([...names.keys(), ...places.keys(), ...pages])].map((known) => [known, evidenceOf(known)]))
}

/** Which part of a name was met, 0 to 1; a word that many locations share counts for little. */
function shareOf({ nameCount }: Index, words: ReadonlySet<string>, met: ReadonlySet<string>): number {
  const worth = (some: ReadonlySet<string>) => [...some].reduce((sum, word) => sum + 1 / (nameCount.get(word) ?? 1), 0)
  return words.size === 0 ? 0 : worth(met) / worth(words)
}

/** The one location on whose page the account stands; none when it stands on those of several, or all over the site. */
function ownPages({ byPage, samePage }: Index, pages: readonly string[]): ReadonlySet<Known> {
  const known = pages.map((page) => byPage.get(samePage(page)))
  const own = new Set(known.filter((one) => one !== undefined))
  const others = known.filter((one) => one === undefined).length
  return own.size === 1 && others <= MOST_OTHER_PAGES ? own : new Set()
}

/** What stays of a name when everything that is explained is cut out; '' when that says nothing: short, or common words. */
function leftoverOf({ isCommon }: Index, tokens: readonly string[], explained: readonly string[]): string {
  if (tokens.length === 0) return ''
  const longestFirst = explained.filter((word) => word.length >= GLUED).sort((a, b) => b.length - a.length)
  const rest = tokens
    .filter((token) => !explained.includes(token))
    .flatMap((token) => longestFirst.reduce((left, word) => left.replaceAll(word, ' '), token).split(' '))
    .filter((piece) => piece !== '' && !isCommon(piece))
    .join('')
  return rest.length > SHORT ? rest : ''
}
