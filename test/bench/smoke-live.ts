/**
 * Asks every outside service once for real, and says what each answered. Fails softly: without internet every line says why.
 *   node --import tsx test/bench/smoke-live.ts
 * Keys are the product’s own: BRAVE_SEARCH_KEY, YOUTUBE_API_KEY and SEARXNG_URL; a service without its key is left out.
 * A profile page counts as expected when it is seen or when a wall stands there that the product knows.
 */
import { crawlLimits } from '../../config/crawl.ts'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { createHttpFetcher } from '../../src/capture/http.ts'
import { createMemoryPace } from '../../src/capture/pace.ts'
import { userAgentOf } from '../../src/capture/user-agent.ts'
import { firstLook } from '../../src/discovery/first-look.ts'
import {
  blueskySearch,
  facebookPicture,
  fediverseCheck,
  githubCheck,
  telegramCheck,
  tiktokCheck,
} from '../../src/discovery/handle-guess.ts'
import { nonsenseNames } from '../../src/discovery/nonsense.ts'
import type { ExistenceCheck, NameSearch } from '../../src/discovery/platform-search/client.ts'
import { fediverseSearch, youtubeSearch } from '../../src/discovery/platform-search.ts'
import { braveSearch, type SearchEngine, searxngSearch } from '../../src/discovery/search-engine.ts'
import type { ServiceAnswer } from '../../src/discovery/service-answer.ts'
import { wikidataEntitiesUrl, wikidataSearchUrl } from '../../src/discovery/wikidata.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'
import { platformName } from '../../src/report/platform-name.ts'

const fetcher = createHttpFetcher({
  userAgent: userAgentOf({ version: '0.1.0', contact: 'https://github.com/eenlijn' }),
  limits: { ...crawlLimits, totalMs: 10_000, patienceMs: 2_000 },
  guard: createAddressGuard({
    // An own SearXNG often stands on this machine.
    allow: (host, port) => process.env.SEARXNG_URL !== undefined && isAt(process.env.SEARXNG_URL, host, port),
  }),
  pace: createMemoryPace({ minIntervalMs: 1_000, now: Date.now }),
  keep: null,
  now: Date.now,
})

function isAt(address: string, host: string, port: number): boolean {
  const url = new URL(address)
  return url.hostname === host && Number(url.port || (url.protocol === 'https:' ? 443 : 80)) === port
}

interface Try {
  readonly service: string
  readonly question: string
  readonly expected: 'seen' | 'absent' | 'seen or walled'
  ask(): Promise<string>
}

const about = { domain: null }
const [nonsense] = nonsenseNames('smoke')

/** An answer without hits counts as an absence. */
const outcome = (answer: ServiceAnswer<unknown>): string => {
  if (answer.kind === 'trouble') return `trouble: ${answer.why.en}`
  const list = answer.kind === 'seen' && Array.isArray(answer.value) ? answer.value : null
  return list?.length === 0 ? 'absent' : answer.kind
}

const exists = (check: ExistenceCheck, known: string, unknown: string): Try[] => [
  { service: check.service, question: known, expected: 'seen', ask: async () => outcome(await check.check(known, about, fetcher)) },
  { service: check.service, question: unknown, expected: 'absent', ask: async () => outcome(await check.check(unknown, about, fetcher)) },
]

const finds = (search: NameSearch, name: string): Try[] => [
  {
    service: `${search.service} search`,
    question: name,
    expected: 'seen',
    ask: async () => outcome(await search.find(name, about, fetcher)),
  },
  {
    service: `${search.service} search`,
    question: nonsense,
    expected: 'absent',
    ask: async () => outcome(await search.find(nonsense, about, fetcher)),
  },
]

const searches = (engine: SearchEngine): Try[] => [
  {
    service: engine.name,
    question: '"Rijksmuseum" site:instagram.com',
    expected: 'seen',
    ask: async () => {
      const answer = await engine.ask('"Rijksmuseum" site:instagram.com', fetcher)
      return outcome(answer.kind === 'seen' ? { ...answer, value: answer.value.results } : answer)
    },
  },
]

const { BRAVE_SEARCH_KEY: BRAVE_KEY, YOUTUBE_API_KEY: YOUTUBE_KEY, SEARXNG_URL } = process.env
const youtube = YOUTUBE_KEY ? youtubeSearch({ key: YOUTUBE_KEY }) : null
/** One profile page, as an audit looks at it. */
const looks = (url: string): Try => ({
  service: `${platformName(classifyUrl(url).platform ?? '')} page`,
  question: url.replace(/^https:\/\/(?:www\.)?/, ''),
  expected: 'seen or walled',
  ask: async () => {
    const { platform, key } = classifyUrl(url)
    if (platform === null || key === null) return 'trouble: no account address'
    const look = { candidate: { key, platform, url }, fetcher, putPicture: async () => '0'.repeat(64), now: () => new Date() }
    const { state, wall } = await firstLook(look)
    return state === 'captured' || state === 'walled' ? 'seen or walled' : `trouble: ${state}${wall ? `, ${wall}` : ''}`
  },
})

const reads = (service: string, question: string, url: string, accept: 'html' | 'json' | 'any'): Try => ({
  service,
  question,
  expected: 'seen',
  ask: async () => {
    const fetched = await fetcher.get(url, { accept })
    return fetched.kind === 'page' ? 'seen' : `trouble: ${'reason' in fetched ? fetched.reason : fetched.kind}`
  },
})

const tries: Try[] = [
  ...exists(blueskySearch(), 'bsky.app', `${nonsense}.bsky.social`),
  ...finds(blueskySearch(), 'Rijksmuseum'),
  ...exists(fediverseCheck(), '@Mastodon@mastodon.social', `@${nonsense}@mastodon.social`),
  ...finds(fediverseSearch(), 'Mastodon'),
  ...exists(facebookPicture(), 'rijksmuseum', nonsense),
  ...exists(tiktokCheck(), 'rijksmuseum', nonsense),
  ...exists(telegramCheck(), 'telegram', nonsense),
  ...exists(githubCheck(), 'nodejs', nonsense),
  ...(youtube ? [...exists(youtube, '@rijksmuseum', `@${nonsense}`), ...finds(youtube, 'Rijksmuseum')] : []),
  ...(BRAVE_KEY ? searches(braveSearch({ key: BRAVE_KEY })) : []),
  ...(SEARXNG_URL ? searches(searxngSearch({ instance: SEARXNG_URL })) : []),
  // Without known servers the account is asked by WebFinger, as on an organisation’s own domain.
  ...exists({ ...fediverseCheck({ servers: [] }), service: 'WebFinger' }, '@Mastodon@mastodon.social', `@${nonsense}@mastodon.social`),
  reads('Wikidata search', 'Rijksmuseum', wikidataSearchUrl('Rijksmuseum', 'nl'), 'json'),
  reads('Wikidata entities', 'Q190804', wikidataEntitiesUrl(['Q190804']), 'json'),
  reads('Link in bio', 'linktr.ee/rijksmuseum', 'https://linktr.ee/rijksmuseum', 'html'),
  ...[
    'https://x.com/rijksmuseum',
    'https://www.linkedin.com/company/rijksmuseum',
    'https://www.youtube.com/@rijksmuseum',
    'https://www.facebook.com/rijksmuseum',
    'https://www.instagram.com/rijksmuseum/',
    'https://www.tiktok.com/@rijksmuseum',
    'https://www.threads.com/@rijksmuseum',
    'https://bsky.app/profile/bsky.app',
    'https://mastodon.social/@Mastodon',
    'https://www.pinterest.com/rijksmuseum/',
    'https://t.me/telegram',
    'https://vimeo.com/rijksmuseum',
    'https://github.com/nodejs',
  ].map(looks),
]

let right = 0
for (const { service, question, expected, ask } of tries) {
  const found = await ask()
  if (found === expected) right++
  console.log(`${found === expected ? 'as expected' : 'otherwise  '}  ${service.padEnd(18)} ${question.padEnd(36)} ${found}`)
}
for (const [name, key] of Object.entries({ 'Brave Search': BRAVE_KEY, YouTube: YOUTUBE_KEY, SearXNG: SEARXNG_URL }))
  if (!key) console.log(`left out     ${name}: no key or address is set`)
console.log(`${right} of ${tries.length} answered as expected`)
