import { handleGuess, honestChecks } from '../src/discovery/handle-guess.ts'
import type { RouteOutcome } from '../src/discovery/outcome.ts'
import { blueskySearch, fediverseSearch, platformSearch, youtubeSearch } from '../src/discovery/platform-search.ts'
import { engineOf, searchEngine } from '../src/discovery/search-engine.ts'
import type { Fetcher } from '../src/model/fetch.ts'
import { type PayloadOf, routeJob } from '../src/model/jobs.ts'
import { searchedPlatforms } from '../src/model/platform.ts'
import type { Text } from '../src/model/text.ts'
import type { WorkerDeps } from './deps.ts'
import { defineJob } from './job.ts'

/** Links beyond this many help nobody; the first are the likeliest. */
const mostLinks = 60
/** Enough to see what sort of hits a source gives for a made-up name. */
const mostSetAside = 20

/** Asks platforms or a search engine for accounts of this name. What a route finds is a candidate, never a verdict. */
export const route = defineJob(routeJob, async (deps, payload, job) => {
  const visiting = await deps.visit({ archive: payload.archive, earlier: payload.earlier, signal: job.signal })
  const outcome = await take(deps, payload, visiting.fetcher)
  job.signal.throwIfAborted()
  return {
    state: outcome.state,
    claims: await deps.blobs.put(new TextEncoder().encode(JSON.stringify(outcome.claims))),
    found: outcome.claims.length,
    why: payload.archive !== null && outcome.state === 'not-looked' ? onlyOnline : outcome.why,
    byHand: outcome.byHand,
    links: outcome.links.slice(0, mostLinks).map(({ label, url, platform }) => ({ label, url, ...(platform ? { platform } : {}) })),
    asked: outcome.asked ?? 0,
    setAside: outcome.setAside.slice(0, mostSetAside).map(({ platform, handle, url }) => ({ platform, handle, url })),
    log: await visiting.keepLog(),
  }
})

/** An archive of a website seldom holds what platforms answered; that is one reason, not one for each of them. */
const onlyOnline: Text = {
  nl: 'In het webarchief staan geen antwoorden van platforms en zoekmachines. Deze route heeft internet nodig.',
  en: 'The web archive holds no answers of platforms and search engines. This route needs the internet.',
}

function take(
  { keys }: WorkerDeps,
  { route, organisation, platforms, confirmed, locations, maxDollars }: PayloadOf<typeof routeJob>,
  fetcher: Fetcher,
): Promise<RouteOutcome> {
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
