import { plainAddress } from '../../src/discovery/location-pages.ts'
import type { Location } from '../../src/model/location.ts'
import type { Organisation } from '../../src/model/organisation.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { createLocator, type LocatableAccount } from '../../src/verification/locate.ts'

/** Words that a set is made of. Two lists with no word in common: one to set the weights on, one to check them. */
export interface Words {
  readonly organisation: string
  readonly names: readonly string[]
  readonly places: readonly string[]
  readonly sorts: readonly string[]
  readonly strangers: readonly string[]
}

const list = (text: string): string[] => text.trim().split(/\s+/)

export const setWords: Words = {
  organisation: 'Zorgwijde',
  names: list(`Notenboom Dijkhof Baken Kwast Kruimel Wilgenhof Merel Eikenburg Zonnewende Waterlelie Molenwiek Boomgaard Veerhuis Klaproos
    Lindenhof Zwaluw Kompas Vuurtoren Hazelaar Parelmoer Korenbloem Rietvoorn Valkenhof Sleutelbloem Meerpaal`),
  places: list(`Elzerdijk Gouda Waddinxveen Alphen Bodegraven Woerden Oudewater Schoonhoven Nieuwkoop Reeuwijk Boskoop Haastrecht Linschoten
    Montfoort Harmelen Vleuten Zegveld Kamerik Moordrecht Zevenhuizen`),
  sorts: ['woonzorgcentrum', 'thuiszorg', ''],
  strangers: list('bakkerij kapsalon voetbal garage makelaar tandarts fietsen bloemist'),
}

export const checkWords: Words = {
  organisation: 'Stichting Kindergeluk',
  names:
    list(`Vlindertuin Bosrand Speelkasteel Kikkersprong Regenboog Eekhoorn Hummelhuis Paddenstoel Toverbal Madelief Zandkasteel Krekelhof
    Bijenkorf Lieveheer Sterrenwacht Dolfijn Kabouter Tuimelaar Klimboom Zeepbel Ooievaar Egelnest Vossenhol Pinguin Duikelaar`),
  places:
    list(`Deventer Zutphen Apeldoorn Raalte Olst Wijhe Twello Epe Vaassen Lochem Gorssel Borculo Ruurlo Vorden Hengelo Eefde Diepenveen
    Bathmen Holten Rijssen`),
  sorts: ['kinderopvang', 'bso', ''],
  strangers: list('slagerij yoga judo hotel notaris fysio wijnbar atletiek'),
}

/** Numbers from a seed, 0 to 1 (mulberry32), so that every run makes the same set. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface LocationSet {
  readonly organisation: Organisation
  readonly locations: readonly Location[]
  readonly accounts: readonly LocatableAccount[]
  /** By account id; `null` for what belongs to no location. */
  readonly truth: ReadonlyMap<string, string | null>
}

const platforms: readonly PlatformId[] = ['facebook', 'instagram', 'x', 'youtube', 'linkedin']

/** Invented locations of which three in five share their place with others, with accounts named as people name them, and with noise. */
export function makeLocationSet(words: Words, count: number, noise: number, seed = 1): LocationSet {
  const random = numbers(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const org = words.organisation.split(' ').at(-1)?.toLowerCase() ?? ''
  const title = (at: number) => {
    const round = Math.floor(at / words.names.length)
    return [
      pick(['De', 'Het', '']),
      words.names[at % words.names.length],
      round === 0 ? '' : `${['Noord', 'Zuid', 'Oost'][round - 1] ?? round}`,
    ]
      .filter(Boolean)
      .join(' ')
  }
  const locations = Array.from({ length: count }, (_, at): Location => {
    const place = words.places[Math.floor((at * words.places.length) / count)] ?? ''
    return { id: `l${at}`, name: title(at), place, address: null, page: `https://www.${org}.example/locaties/${at}` }
  })
  const accounts: LocatableAccount[] = []
  const truth = new Map<string, string | null>()
  const add = (handle: string, over: Partial<LocatableAccount>, of: string | null) => {
    const accountId = `a${accounts.length}`
    const platform = pick(platforms)
    const shown = platform === 'linkedin' ? `company/${handle}` : platform === 'youtube' ? `@${handle}` : handle
    const base = { kind: 'unknown', standing: 'unknown', labels: [], pages: [], displayName: null } as const
    accounts.push({ accountId, platform, handle: shown, ...base, ...over })
    truth.set(accountId, of)
  }
  const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  for (const location of locations) {
    const [name, place] = [fold(location.name), fold(location.place ?? '')]
    const sort = pick(words.sorts)
    const forms = [`${org}${name}`, `${name}_${place}`, `${sort}${name}`, `${org}.${name}`, name, `${name}${place}`, `${name}_${org}`]
    for (let n = 1 + Math.floor(random() * 3); n > 0; n--)
      add(
        pick(forms),
        random() < 0.4 ? { displayName: `${location.name} ${pick([words.organisation, location.place ?? ''])}` } : {},
        location.id,
      )
    // Shortened so far that only people know it.
    if (random() < 0.1) add(`${org}${name.slice(0, 3)}`, {}, location.id)
    // A name of its own, known from the location's page alone; and one that only the profile's name tells.
    if (random() < 0.15) add(`${pick(words.strangers)}vrienden${accounts.length}`, { pages: [location.page ?? ''] }, location.id)
    if (random() < 0.15) add(`${10_000_000 + accounts.length}`, { displayName: `${words.organisation} ${location.name}` }, location.id)
  }
  for (let n = 0; n < noise; n++) {
    const [name, place, stranger] = [fold(pick(words.names)), fold(pick(words.places)), pick(words.strangers)]
    const noises: readonly (readonly [string, Partial<LocatableAccount>])[] = [
      [`${stranger}${place}`, { displayName: `${stranger} ${place}` }],
      [`${stranger}${name}`, {}],
      [`${name}amsterdam`, {}],
      [name, { displayName: `${stranger} ${name}` }],
      [`${org}${pick(['', 'nl', '_official', 'werkenbij', 'nieuws'])}`, { kind: pick(['central', 'unknown'] as const), standing: 'ours' }],
      [`${stranger}${n}`, { pages: locations.slice(0, 3).map(({ page }) => page ?? '') }],
      [`${org}${stranger}`, { standing: 'likely' }],
    ]
    add(...pick(noises), null)
  }
  const website = `https://www.${org}.example/`
  const organisation = { name: words.organisation, aliases: [], website, country: 'nl', wikidataId: null }
  return { organisation, locations, accounts, truth }
}

/** How well accounts are brought to their locations. Recall over the accounts that have one, precision over those that got one. */
export function measure({ organisation, locations, accounts, truth }: LocationSet) {
  const locate = createLocator(locations, organisation, plainAddress)
  let [given, right, belong] = [0, 0, 0]
  const wrong: string[] = []
  for (const account of accounts) {
    const expected = truth.get(account.accountId) ?? null
    const got = locate(account)?.locationId ?? null
    if (expected !== null) belong++
    if (got !== null) given++
    if (got !== null && got === expected) right++
    if (got !== expected) wrong.push(`${account.handle} (${account.displayName ?? 'no name seen'}): ${got} instead of ${expected}`)
  }
  return { recall: right / belong, precision: right / given, accounts: accounts.length, belong, given, wrong }
}
