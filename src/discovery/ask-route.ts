import type { Fetcher } from '../model/fetch.ts'
import type { PayloadOf, routeJob } from '../model/jobs.ts'
import { searchedPlatforms } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { handleGuess, honestChecks } from './handle-guess.ts'
import type { RouteOutcome } from './outcome.ts'
import { blueskySearch, fediverseSearch, platformSearch, youtubeSearch } from './platform-search.ts'
import { engineOf, searchEngine } from './search-engine.ts'

export interface RouteQuestion
  extends Pick<PayloadOf<typeof routeJob>, 'route' | 'organisation' | 'platforms' | 'confirmed' | 'locations' | 'maxDollars' | 'archive'> {
  /** The operator's own keys and instances; a route without its key says so. */
  readonly keys: { readonly searxng: string | null; readonly brave: string | null; readonly youtube: string | null }
  readonly fetcher: Fetcher
}

/** Links beyond this many help nobody; the first are the likeliest. */
const mostLinks = 60
/** Enough to see what sort of hits a source gives for a made-up name. */
const mostSetAside = 20

/** Asks platforms or a search engine for accounts of this name. What a route finds is a candidate, never a verdict. */
export async function askRoute(question: RouteQuestion): Promise<RouteOutcome> {
  const outcome = await take(question)
  return {
    ...outcome,
    why: question.archive !== null && outcome.state === 'not-looked' ? onlyOnline : outcome.why,
    links: outcome.links.slice(0, mostLinks),
    setAside: outcome.setAside.slice(0, mostSetAside),
  }
}

/** An archive of a website seldom holds what platforms answered; that is one reason, not one for each of them. */
const onlyOnline: Text = {
  nl: 'In het webarchief staan geen antwoorden van platforms en zoekmachines. Deze route heeft internet nodig.',
  en: 'The web archive holds no answers of platforms and search engines. This route needs the internet.',
}

function take({ route, organisation, platforms, confirmed, locations, maxDollars, keys, fetcher }: RouteQuestion): Promise<RouteOutcome> {
  const asked = { organisation, locations, platforms: platforms.length > 0 ? platforms : searchedPlatforms, fetcher }
  switch (route) {
    case 'platform-search':
      return platformSearch({
        ...asked,
        clients: [blueskySearch(), fediverseSearch(), ...(keys.youtube ? [youtubeSearch({ key: keys.youtube })] : [])],
      })
    case 'handle-guess':
      return handleGuess({ ...asked, confirmed, checks: honestChecks() })
    case 'search-engine':
      return searchEngine({ ...asked, engine: engineOf(keys, organisation.country), maxDollars })
  }
}
