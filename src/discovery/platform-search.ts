import type { Fetcher } from '../model/fetch.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { likeness } from '../naming/likeness.ts'
import { chosenName, stemOf } from '../naming/tokens.ts'
import { nonsenseNames } from './nonsense.ts'
import { joinTexts, type RouteOutcome } from './outcome.ts'
import { aboutOf, askSource, type SourceOutcome, type SourceQuestion, summary } from './platform-search/ask-source.ts'
import type { Hit, NameSearch } from './platform-search/client.ts'
import { searchLinks } from './platform-search/links.ts'

export { blueskySearch } from './platform-search/bluesky.ts'
export { fediverseSearch } from './platform-search/fediverse.ts'
export { searchLinks } from './platform-search/links.ts'
export { youtubeSearch } from './platform-search/youtube.ts'

export interface PlatformSearchInput {
  readonly organisation: Organisation
  /** Names of locations. */
  readonly locations: readonly string[]
  /** Platforms that the audit looks at. */
  readonly platforms: readonly PlatformId[]
  /** The clients that may ask: Bluesky and the Fediverse always, YouTube with the user's key. */
  readonly clients: readonly NameSearch[]
  readonly fetcher: Fetcher
}

export interface PlatformSearchOutcome extends RouteOutcome {
  readonly sources: readonly SourceOutcome[]
}

const MOST_NAMES = 4
const MOST_PLACES = 30
/** From here on two names count as recognisably one: see the steps in `naming/likeness.ts`. */
const ALIKE = 0.6

/**
 * Searches by name on platforms that let anybody search, and gives search links for the others. A hit counts when its
 * name or handle is recognisably the organisation's, or when it names the organisation's website.
 */
export async function platformSearch({
  organisation,
  locations,
  platforms,
  clients,
  fetcher,
}: PlatformSearchInput): Promise<PlatformSearchOutcome> {
  const about = aboutOf(organisation)
  const names = [organisation.name, ...organisation.aliases].slice(0, MOST_NAMES)
  const places = locations.slice(0, MOST_PLACES).map((place) => placeName(organisation.name, place))
  const asking = clients.filter(({ platform }) => platforms.includes(platform))
  const sources: SourceOutcome[] = []
  for (const client of asking) {
    const question = (name: string, fits: (hit: Hit) => boolean): SourceQuestion => ({
      label: name,
      ask: () => client.find(name, about, fetcher),
      fits,
    })
    const resembles = (hit: Hit) => hit.proof !== null || [...names, ...places].some((name) => isAlike(client.platform, name, hit))
    const controls = nonsenseNames(organisation.name).map((name) => question(name, (hit) => isAlike(client.platform, name, hit)))
    const questions = [...names, ...places].map((name) => question(name, resembles))
    sources.push(await askSource({ route: 'platform-search', platform: client.platform, service: client.service, controls, questions }))
  }
  const unasked = platforms.filter((id) => !asking.some(({ platform }) => platform === id))
  const blind = sources.filter(({ state }) => state !== 'done').map(({ platform }) => platform)
  const links = searchLinks([...unasked, ...blind], [...names, ...places])
  const all = summary(sources)
  const open = links.length > 0
  return {
    ...all,
    state: all.state === 'done' && open ? 'partial' : all.state,
    why: joinTexts([all.why, open && unasked.length > 0 ? closedSearch : null]),
    byHand: open ? byHand : null,
    links,
    sources,
  }
}

/** A location as people search for it: with the organisation's name in front, unless that stands in it already. */
export const placeName = (organisation: string, place: string): string =>
  stemOf(place).includes(stemOf(organisation)) ? place : `${organisation} ${place}`

function isAlike(platform: PlatformId, name: string, { displayName, handle }: Hit): boolean {
  const chosen = chosenName(platform, handle)
  return [displayName, chosen].some((one) => one !== null && likeness(name, one) >= ALIKE)
}

const closedSearch: Text = {
  nl: 'Op de andere platforms kan alleen iemand die is ingelogd zoeken.',
  en: 'On the other platforms only somebody who is logged in can search.',
}

const byHand: Text = {
  nl: 'Open een zoeklink, kijk welke accounts van jullie zijn en plak hun adressen.',
  en: 'Open a search link, see which accounts are yours and paste their addresses.',
}
