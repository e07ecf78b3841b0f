import type { Fetcher } from '../model/fetch.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { type Guess, guessHandles } from '../naming/guess.ts'
import { platform as platformById } from '../platforms/index.ts'
import { nonsenseNames } from './nonsense.ts'
import { type HandLink, joinTexts, type RouteOutcome } from './outcome.ts'
import { aboutOf, askSource, type SourceOutcome, type SourceQuestion, summary } from './platform-search/ask-source.ts'
import { blueskySearch } from './platform-search/bluesky.ts'
import type { ExistenceCheck } from './platform-search/client.ts'
import { facebookPicture } from './platform-search/facebook.ts'
import { fediverseCheck } from './platform-search/fediverse.ts'
import { githubCheck } from './platform-search/github.ts'
import { telegramCheck } from './platform-search/telegram.ts'
import { tiktokCheck } from './platform-search/tiktok.ts'

export { blueskySearch, facebookPicture, fediverseCheck, githubCheck, telegramCheck, tiktokCheck }

/** The platforms that say without a login whether a name is taken. Add `youtubeSearch` when there is a key. */
export const honestChecks = (): ExistenceCheck[] => [
  blueskySearch(),
  fediverseCheck(),
  facebookPicture(),
  tiktokCheck(),
  telegramCheck(),
  githubCheck(),
]

export interface HandleGuessInput {
  readonly organisation: Organisation
  /** Accounts that are known to be the organisation's. */
  readonly confirmed: readonly { readonly platform: PlatformId; readonly handle: string }[]
  readonly platforms: readonly PlatformId[]
  readonly checks: readonly ExistenceCheck[]
  readonly fetcher: Fetcher
  /** Guesses for each platform. Default 5. */
  readonly most?: number
}

export interface HandleGuessOutcome extends RouteOutcome {
  /** Every guess, those that could not be asked among them. */
  readonly guesses: readonly Guess[]
  readonly sources: readonly SourceOutcome[]
}

/**
 * Guesses names and asks whether such accounts exist, only where a platform says so honestly. What exists is a candidate
 * and no more: a name proves nothing. Guesses on the other platforms become links for a person to open.
 */
export async function handleGuess(input: HandleGuessInput): Promise<HandleGuessOutcome> {
  const { organisation, confirmed, platforms, checks, fetcher, most = 5 } = input
  const about = aboutOf(organisation)
  const guesses = guessHandles({ ...organisation, confirmed, platforms, most })
  const sources: SourceOutcome[] = []
  for (const check of checks.filter(({ platform }) => platforms.includes(platform))) {
    const question = (handle: string): SourceQuestion => ({
      label: handle,
      ask: async () => {
        const answer = await check.check(handle, about, fetcher)
        return answer.kind === 'seen' ? { ...answer, value: [answer.value] } : answer
      },
    })
    for (const [server, own] of serversOf(check, guesses)) {
      const controls = own
        .slice(0, 1)
        .flatMap((handle) => nonsenseLike(handle, organisation.name))
        .map(question)
      const questions = own.map(question)
      const service = server || check.service
      sources.push(await askSource({ route: 'handle-guess', platform: check.platform, service, controls, questions }))
    }
  }
  const isAnswered = (platform: PlatformId) => {
    const own = sources.filter((source) => source.platform === platform)
    return own.length > 0 && own.every(({ state }) => state === 'done')
  }
  const unasked = guesses.filter(({ platform }) => !isAnswered(platform))
  const all = summary(sources)
  return {
    ...all,
    state: all.state === 'done' && unasked.length > 0 ? 'partial' : all.state,
    why: joinTexts([all.why, unasked.length > 0 ? notAsked : null]),
    byHand: unasked.length > 0 ? byHand : null,
    links: unasked.map(linkOf),
    guesses,
    sources,
  }
}

/** What to ask by the server that answers it; '' where the platform is one server. Each server is tried with nonsense of its own. */
function serversOf(check: ExistenceCheck, guesses: readonly Guess[]) {
  const own = guesses.filter(({ platform, handle }) => platform === check.platform && check.takes(handle))
  const all = own.flatMap(({ handle }) => [handle, ...(check.alsoAsk?.(handle) ?? [])])
  return Map.groupBy(all, (handle) => /^@[^@]+@(.+)$/.exec(handle)?.[1] ?? '')
}

/** Nonsense in the form of a real guess: on the same server, under the same host. */
function nonsenseLike(handle: string, name: string): string[] {
  return nonsenseNames(name).map((word) => {
    if (/^@[^@]+@/.test(handle)) return handle.replace(/^@[^@]+/, `@${word}`)
    if (handle.includes('.') && !handle.startsWith('@')) return `${word}.bsky.social`
    return handle.startsWith('@') ? `@${word}` : word
  })
}

const linkOf = ({ platform, handle, url }: Guess): HandLink => {
  const on = platformById(platform).name
  return { label: { nl: `${handle} op ${on}`, en: `${handle} on ${on}` }, url, platform }
}

const notAsked: Text = {
  nl: 'Niet elk platform zegt eerlijk of een naam bestaat. Die namen hebben wij niet gevraagd.',
  en: 'Not every platform says honestly whether a name exists. We did not ask about those names.',
}

const byHand: Text = {
  nl: 'Open de namen die hier staan. Is een account van jullie, plak dan het adres.',
  en: 'Open the names listed here. If an account is yours, paste its address.',
}
