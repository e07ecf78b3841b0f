import { afterEach, describe, expect, it } from 'vitest'
import {
  blueskySearch,
  facebookPicture,
  fediverseCheck,
  githubCheck,
  telegramCheck,
  tiktokCheck,
} from '../../src/discovery/handle-guess.ts'
import type { ExistenceCheck, NameSearch } from '../../src/discovery/platform-search/client.ts'
import { fediverseSearch, youtubeSearch } from '../../src/discovery/platform-search.ts'
import { braveSearch, type SearchEngine, searxngSearch } from '../../src/discovery/search-engine.ts'
import type { Fetcher } from '../../src/model/fetch.ts'
import { httpFetcherFor } from '../capture/setting.ts'
import { type Page, type Site, startSite } from '../support/site.ts'

/** Every service behind every wall: what it could not say is a trouble with a reason, never an absence and never an account. */

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

const asJson = { 'content-type': 'application/json' }
const consent = `<!doctype html><html lang="nl"><head><title>Voordat je verdergaat</title></head><body>
  <h1>Voordat je verdergaat</h1><form action="/save"><button>Alles afwijzen</button><button>Alles accepteren</button></form></body></html>`

const walls: readonly (readonly [string, Page, RegExp])[] = [
  ['too many questions', { status: 429, headers: { 'retry-after': '120' } }, /vroeg ons om 2 minuten te wachten/],
  ['a refusal of unknown clients', { status: 999, body: '' }, /liet ons er niet in/],
  ['a refusal', { status: 403, body: '<h1>Forbidden</h1>' }, /liet ons er niet in|geen JSON/],
  ['a consent page', consent, /niet konden lezen|liet ons er niet in/],
  ['a fault', { status: 503, body: 'later' }, /niet te bereiken/],
  ['half an answer', { headers: asJson, body: '{"data":{"url":"https://x' }, /niet konden lezen/],
  ['an answer of another form', { headers: asJson, body: '[17]' }, /niet konden lezen/],
  ['silence', () => {}, /niet op tijd/],
]

const about = { domain: 'stadvoorbeeld.example' }
const nobody = () => 'mastodon.example'

const checked = (check: ExistenceCheck, handle: string) => (fetcher: Fetcher) => check.check(handle, about, fetcher)
const searched = (search: NameSearch) => (fetcher: Fetcher) => search.find('Stad Voorbeeld', about, fetcher)
const asked = (engine: SearchEngine) => (fetcher: Fetcher) => engine.ask('"Stad Voorbeeld"', fetcher)

const services = {
  'Bluesky, by name': ({ origin }: Site) => searched(blueskySearch({ appView: origin })),
  'Bluesky, an account': ({ origin }: Site) => checked(blueskySearch({ appView: origin }), 'stadvoorbeeld.bsky.social'),
  'Mastodon, by name': ({ origin }: Site) => searched(fediverseSearch({ server: nobody(), origin: () => origin })),
  'Mastodon, an account': ({ origin }: Site) =>
    checked(fediverseCheck({ servers: [nobody()], origin: () => origin }), `@stadvoorbeeld@${nobody()}`),
  WebFinger: ({ origin }: Site) => checked(fediverseCheck({ servers: [], origin: () => origin }), '@stadvoorbeeld@stadvoorbeeld.example'),
  'YouTube, by name': ({ origin }: Site) => searched(youtubeSearch({ key: 'sleutel', endpoint: origin })),
  'YouTube, a channel': ({ origin }: Site) => checked(youtubeSearch({ key: 'sleutel', endpoint: origin }), '@stadvoorbeeld'),
  'Facebook, a picture': ({ origin }: Site) => checked(facebookPicture({ graph: origin }), 'stadvoorbeeld'),
  'TikTok, an account': ({ origin }: Site) => checked(tiktokCheck({ origin }), 'stadvoorbeeld'),
  'Telegram, a channel': ({ origin }: Site) => checked(telegramCheck({ origin }), 'stadvoorbeeld'),
  'GitHub, an account': ({ origin }: Site) => checked(githubCheck({ api: origin }), 'stadvoorbeeld'),
  'Brave Search': ({ origin }: Site) => asked(braveSearch({ key: 'sleutel', endpoint: `${origin}/web` })),
  SearXNG: ({ origin }: Site) => asked(searxngSearch({ instance: origin })),
}

describe.each(Object.entries(services))('%s', (_, client) => {
  it.each(walls)('behind %s could not be asked, and says why', async (_name, page, why) => {
    const site = await startSite({ '*': page })
    sites.push(site)
    const answer = await client(site)(httpFetcherFor([site], { totalMs: 400, idleMs: 400 }))
    expect(answer.kind).toBe('trouble')
    if (answer.kind !== 'trouble') return
    expect(answer.why.nl).toMatch(why)
    expect(answer.why.en).not.toBe('')
  })
})
