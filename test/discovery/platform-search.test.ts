import { afterEach, describe, expect, it } from 'vitest'
import type { NameSearch } from '../../src/discovery/platform-search/client.ts'
import { blueskySearch, fediverseSearch, platformSearch, youtubeSearch } from '../../src/discovery/platform-search.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { httpFetcherFor } from '../capture/setting.ts'
import { type Page, type Site, startSite } from '../support/site.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

const organisation = {
  name: 'Stad Voorbeeld',
  aliases: [],
  website: 'https://www.stadvoorbeeld.example/nl',
  country: 'nl',
  wikidataId: null,
}

/** Answers a search for this organisation, and nothing for other names. */
const answering =
  (parameter: string, some: unknown, none: unknown): Page =>
  (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://x').searchParams.get(parameter) ?? ''
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(asked.includes('Voorbeeld') ? some : none))
  }

async function run(
  page: Page,
  clientOf: (site: Site) => NameSearch,
  more: { platforms?: PlatformId[]; locations?: string[]; totalMs?: number } = {},
) {
  const site = await startSite({ '*': page })
  sites.push(site)
  const client = clientOf(site)
  const fetcher = httpFetcherFor([site], more.totalMs ? { totalMs: more.totalMs, idleMs: more.totalMs } : {})
  const platforms = more.platforms ?? [client.platform]
  return { site, found: await platformSearch({ organisation, locations: more.locations ?? [], platforms, clients: [client], fetcher }) }
}

const bluesky = (site: Site) => blueskySearch({ appView: site.origin })
const actors = [
  {
    did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa',
    handle: 'stadvoorbeeld.example',
    displayName: 'Stad Voorbeeld',
    description: 'Nieuws uit de stad',
  },
  {
    did: 'did:plc:bbbbbbbbbbbbbbbbbbbbbbbb',
    handle: 'zwembad.bsky.social',
    displayName: 'Zwembad',
    description: 'Zie https://www.stadvoorbeeld.example/zwembad',
  },
  { did: 'did:plc:cccccccccccccccccccccccc', handle: 'jan.bsky.social', displayName: 'Jan', description: 'Woont hier' },
  {
    did: 'did:plc:dddddddddddddddddddddddd',
    handle: 'stadvoorbeeld.bsky.social',
    displayName: 'Stad Voorbeeld fans',
    description: 'geheim',
    labels: [{ val: '!no-unauthenticated' }],
  },
]

describe('Bluesky', () => {
  it('is searched by name; hits are the ones of that name or of our website', async () => {
    const { site, found } = await run(answering('q', { actors }, { actors: [] }), bluesky)
    expect(found).toMatchObject({ state: 'done', why: null, byHand: null, links: [], setAside: [] })
    expect(found.claims.map(({ key, proof, displayName }) => [key, proof, displayName])).toEqual([
      ['bluesky:stadvoorbeeld.example', 'domain-handle', 'Stad Voorbeeld'],
      ['bluesky:zwembad.bsky.social', 'names-our-site', 'Zwembad'],
      ['bluesky:stadvoorbeeld.bsky.social', null, null],
    ])
    expect(JSON.stringify(found.claims)).not.toContain('geheim')
    expect(found.claims[0]?.via).toMatchObject({
      route: 'platform-search',
      page: 'https://bsky.app/profile/stadvoorbeeld.example',
      pageTitle: 'Bluesky',
      label: '#1 · Stad Voorbeeld',
      quote: 'Stad Voorbeeld · stadvoorbeeld.example · Nieuws uit de stad',
    })
    expect(found.sources).toMatchObject([{ platform: 'bluesky', state: 'done', asked: 3 }])
    expect(site.requests.filter(({ line }) => line.includes('searchActors'))).toHaveLength(3)
  })

  it('is asked for each location too', async () => {
    const { found } = await run(answering('q', { actors: [] }, { actors: [] }), bluesky, { locations: ['De Plas'] })
    expect(found).toMatchObject({ state: 'done', claims: [], sources: [{ asked: 4 }] })
  })

  it('that answers made-up names with accounts of that name is set aside', async () => {
    const echo: Page = (request, response) => {
      const name = new URL(request.url ?? '/', 'http://x').searchParams.get('q') ?? ''
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ actors: [{ ...actors[0], handle: `${name.toLowerCase().replaceAll(' ', '')}.bsky.social`, displayName: name }] }),
      )
    }
    const { found } = await run(echo, bluesky)
    expect(found).toMatchObject({ state: 'partial', claims: [], setAside: [{ key: 'bluesky:stadvoorbeeld.bsky.social' }] })
    expect(found.why?.nl).toContain('namen die wij zelf verzonnen')
    expect(found.links.map(({ url }) => url)).toEqual(['https://bsky.app/search?q=Stad%20Voorbeeld'])
  })

  it.each<[string, Page, string]>([
    ['a refusal', { status: 403, body: 'Forbidden' }, 'liet ons er niet in'],
    ['a wall', { status: 999, body: 'nee' }, 'liet ons er niet in'],
    ['too many questions', { status: 429, headers: { 'retry-after': '300' } }, 'vroeg ons om 5 minuten te wachten'],
    ['a fault', { status: 502, body: 'Bad gateway' }, 'niet te bereiken'],
    ['half an answer', { headers: { 'content-type': 'application/json' }, body: '{"actors":[' }, 'niet konden lezen'],
    ['an answer of another form', { headers: { 'content-type': 'application/json' }, body: '{"actors":{}}' }, 'niet konden lezen'],
    ['a page', '<title>Bluesky</title>', 'niet konden lezen'],
    ['silence', () => {}, 'niet op tijd'],
  ])('answering with %s was not looked at, and says how to go on', async (_, page, words) => {
    const { found } = await run(page, bluesky, { totalMs: 300 })
    expect(found).toMatchObject({ state: 'not-looked', claims: [], sources: [{ state: 'not-looked' }] })
    expect(found.why?.nl).toContain(words)
    expect(found.byHand).not.toBeNull()
    expect(found.links).toHaveLength(1)
  })
})

describe('the Fediverse', () => {
  it('is searched by name; a link that the server checked is proof', async () => {
    const accounts = [
      {
        acct: 'Voorbeeld',
        display_name: 'Stad Voorbeeld',
        note: '<p>Hoi &amp; welkom</p>',
        url: 'https://mastodon.social/@Voorbeeld',
        fields: [{ name: 'Site', value: '<a href="https://stadvoorbeeld.example">site</a>', verified_at: '2026-01-01T00:00:00Z' }],
      },
      {
        acct: 'stadvoorbeeld@elders.example',
        display_name: 'Stad Voorbeeld',
        note: '',
        url: 'https://elders.example/@stadvoorbeeld',
        fields: [],
      },
    ]
    const { found } = await run(answering('q', { accounts }, { accounts: [] }), (site) => fediverseSearch({ origin: () => site.origin }))
    expect(found.claims.map(({ handle, proof }) => [handle, proof])).toEqual([
      ['@Voorbeeld@mastodon.social', 'verified-link'],
      ['@stadvoorbeeld@elders.example', null],
    ])
    expect(found.claims[0]?.via.quote).toBe('Stad Voorbeeld · @Voorbeeld@mastodon.social · Hoi & welkom')
  })

  it('behind a login was not looked at', async () => {
    const { found } = await run({ status: 401, body: '{"error":"This method requires an authenticated user"}' }, (site) =>
      fediverseSearch({ origin: () => site.origin }),
    )
    expect(found).toMatchObject({ state: 'not-looked', why: { nl: 'mastodon.social liet ons er niet in.' } })
  })
})

describe('YouTube', () => {
  const items = [
    {
      id: { kind: 'youtube#channel', channelId: 'UCabcdefghijklmnopqrstuv' },
      snippet: { title: 'Stad Voorbeeld', description: 'Meer op https://stadvoorbeeld.example' },
    },
  ]

  it('is searched with the key in a header, and its use is counted', async () => {
    const clients: ReturnType<typeof youtubeSearch>[] = []
    const { site, found } = await run(answering('q', { items }, { items: [] }), (site) => {
      const client = youtubeSearch({ key: 'sleutel-2', endpoint: site.origin })
      clients.push(client)
      return client
    })
    expect(found).toMatchObject({ state: 'done', claims: [{ handle: 'channel/UCabcdefghijklmnopqrstuv', proof: 'names-our-site' }] })
    expect(clients[0]?.use).toEqual({ searches: 3, units: 0 })
    expect(site.requests.filter(({ headers }) => headers['x-goog-api-key'] === 'sleutel-2')).toHaveLength(3)
    expect(site.requests.some(({ line }) => line.includes('sleutel'))).toBe(false)
  })

  it.each([
    ['quotaExceeded', 403, 'aantal vragen voor vandaag op'],
    ['badRequest', 400, 'kent je sleutel niet'],
  ])('says what is wrong with the key: %s', async (reason, status, words) => {
    const page = {
      status,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ error: { code: status, message: 'API key', errors: [{ reason }] } }),
    }
    const { found } = await run(page, (site) => youtubeSearch({ key: 'k', endpoint: site.origin }))
    expect(found.state).toBe('not-looked')
    expect(found.why?.nl).toContain(words)
  })
})

describe('a platform that only searches for who is logged in', () => {
  it('gets search links for the name and for each location, and is never called done', async () => {
    const { found } = await run(answering('q', { actors: [] }, { actors: [] }), bluesky, {
      platforms: ['bluesky', 'linkedin', 'facebook', 'whatsapp'],
      locations: ['De Plas'],
    })
    expect(found.state).toBe('partial')
    expect(found.links.map(({ label, url }) => [label.nl, url])).toEqual([
      ['‘Stad Voorbeeld’ op LinkedIn', 'https://www.linkedin.com/search/results/companies/?keywords=Stad%20Voorbeeld'],
      ['‘Stad Voorbeeld De Plas’ op LinkedIn', 'https://www.linkedin.com/search/results/companies/?keywords=Stad%20Voorbeeld%20De%20Plas'],
      ['‘Stad Voorbeeld’ op Facebook', 'https://www.facebook.com/search/pages/?q=Stad%20Voorbeeld'],
      ['‘Stad Voorbeeld De Plas’ op Facebook', 'https://www.facebook.com/search/pages/?q=Stad%20Voorbeeld%20De%20Plas'],
    ])
  })

  it('is not looked at when no client may ask anything', async () => {
    const found = await platformSearch({ organisation, locations: [], platforms: ['linkedin'], clients: [], fetcher: httpFetcherFor([]) })
    expect(found).toMatchObject({ state: 'not-looked', sources: [] })
  })
})
