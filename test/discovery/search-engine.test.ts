import { afterEach, describe, expect, it } from 'vitest'
import { braveSearch, dearestRun, planSearch, readResultPage, searchEngine, searxngSearch } from '../../src/discovery/search-engine.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { httpFetcherFor } from '../capture/setting.ts'
import { type Page, type Site, startSite } from '../support/site.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})
async function open(pages: Record<string, Page>): Promise<Site> {
  const site = await startSite(pages)
  sites.push(site)
  return site
}

const organisation = {
  name: 'Stad Voorbeeld',
  aliases: ['Gemeente Voorbeeld'],
  website: 'https://stadvoorbeeld.example',
  country: 'nl',
  wikidataId: null,
}
const platforms: PlatformId[] = ['facebook', 'instagram']
const input = { organisation, locations: ['Zwembad De Plas'], platforms }
/** With a price that somebody said yes to. */
const agreed = { ...input, maxDollars: 1 }

interface Result {
  readonly url: string
  readonly title?: string
  readonly description?: string
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Page => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** Answers as Brave documents it: results for queries that hold a word, none otherwise. */
const braveAnswering =
  (found: Readonly<Record<string, Result[]>>): Page =>
  (request, response) => {
    const query = new URL(request.url ?? '/', 'http://x').searchParams.get('q') ?? ''
    const results = Object.entries(found).flatMap(([word, results]) => (query.includes(word) ? results : []))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({ type: 'search', query: { original: query }, ...(results.length > 0 ? { web: { type: 'search', results } } : {}) }),
    )
  }

async function brave(page: Page) {
  const site = await open({ '/res/v1/web/search': page })
  return {
    site,
    engine: braveSearch({ key: 'sleutel-1', endpoint: site.url('/res/v1/web/search'), country: 'nl' }),
    fetcher: httpFetcherFor([site]),
  }
}

const cityPage = {
  url: 'https://www.facebook.com/stadvoorbeeld/',
  title: 'Stad Voorbeeld | Facebook',
  description: 'De <strong>Stad Voorbeeld</strong> op Facebook',
}

describe('a plan', () => {
  it('holds every query and its price before anything is asked', () => {
    const engine = braveSearch({ key: 'sleutel-1' })
    const { queries, controls, cost } = planSearch(input, engine)
    expect(queries.map(({ text }) => text)).toEqual([
      '"Stad Voorbeeld" site:facebook.com -inurl:posts',
      '"Stad Voorbeeld" site:instagram.com -inurl:/p/ -inurl:/reel/',
      '"Gemeente Voorbeeld" site:facebook.com -inurl:posts',
      '"Gemeente Voorbeeld" site:instagram.com -inurl:/p/ -inurl:/reel/',
      '"Stad Voorbeeld" "Zwembad De Plas" (site:facebook.com OR site:instagram.com)',
    ])
    expect(controls).toHaveLength(2)
    expect(cost).toMatchObject({ requests: 7, dollars: 0.035 })
    expect(cost.text.nl).toBe('7 zoekopdrachten bij Brave Search: hoogstens $ 0,04.')
  })

  it('costs nothing with an own instance, or without an engine', () => {
    expect(planSearch(input, searxngSearch({ instance: 'https://zoek.example' })).cost).toMatchObject({ requests: 7, dollars: 0 })
    expect(planSearch(input, null).cost).toMatchObject({ requests: 0, dollars: 0 })
  })

  it('plans no more than the amount that somebody agreed to pays for, made-up names among it', () => {
    const engine = braveSearch({ key: 'sleutel-1' })
    const asked = (maxDollars: number) => {
      const { queries, controls, unpaid, cost } = planSearch(input, engine, maxDollars)
      return [queries.length, controls.length, unpaid, cost.dollars]
    }
    expect(asked(0)).toEqual([0, 0, 5, 0])
    expect(asked(0.01)).toEqual([0, 0, 5, 0])
    expect(asked(0.02)).toEqual([2, 2, 3, 0.02])
    expect(asked(0.035)).toEqual([5, 2, 0, 0.035])
    expect(dearestRun(engine)).toMatchObject({ requests: 62, dollars: 0.31 })
  })

  it('names the organisation once when the location does', () => {
    const { queries } = planSearch({ ...input, locations: ['Stad Voorbeeld Zwembad'] }, null)
    expect(queries.at(-1)?.text).toBe('"Stad Voorbeeld Zwembad" (site:facebook.com OR site:instagram.com)')
  })

  it('never asks more than sixty questions', () => {
    const locations = Array.from({ length: 300 }, (_, at) => `Locatie ${at}`)
    expect(planSearch({ ...input, locations }, null).queries).toHaveLength(60)
  })

  it('keeps a quote in a name from ending the phrase', () => {
    const { queries } = planSearch({ ...input, organisation: { ...organisation, name: 'Stichting "De Linde"', aliases: [] } }, null)
    expect(queries[0]?.text).toBe('"Stichting De Linde" site:facebook.com -inurl:posts')
  })
})

describe('a search that costs money', () => {
  it('asks nothing when nobody said yes to the price, and names it', async () => {
    const { site, engine, fetcher } = await brave(braveAnswering({ '': [cityPage] }))
    const { state, why, asked } = await searchEngine({ ...input, engine, fetcher })
    expect([state, asked, site.requests]).toEqual(['not-looked', 0, []])
    expect(why?.nl).toContain('niemand heeft ja gezegd tegen de prijs. 7 zoekopdrachten bij Brave Search: hoogstens $ 0,04.')
  })

  it('stops at the amount, and says how much was not asked', async () => {
    const { site, engine, fetcher } = await brave(braveAnswering({ 'site:facebook.com -inurl': [cityPage] }))
    const { state, why, asked, claims } = await searchEngine({ ...input, engine, fetcher, maxDollars: 0.02 })
    expect([state, asked, claims.length]).toEqual(['partial', 4, 1])
    expect(site.requests.filter(({ line }) => line.includes('/web/search'))).toHaveLength(4)
    expect(why?.en).toBe('3 questions did not fit in the amount that you agreed to.')
  })
})

describe('a search at Brave', () => {
  it('keeps rank, query, date and words of each result', async () => {
    const { site, engine, fetcher } = await brave(
      braveAnswering({ 'site:facebook.com -inurl': [{ url: 'https://example.org', title: 'Stad Voorbeeld' }, cityPage] }),
    )
    const found = await searchEngine({ ...agreed, engine, fetcher })
    expect(found).toMatchObject({ state: 'done', why: null, byHand: null, setAside: [] })
    expect(found.claims).toHaveLength(1)
    expect(found.claims[0]).toMatchObject({
      key: 'facebook:stadvoorbeeld',
      via: {
        route: 'search-engine',
        source: 'link',
        page: 'https://search.brave.com/search?q=%22Stad%20Voorbeeld%22%20site%3Afacebook.com%20-inurl%3Aposts',
        label: '#2 · "Stad Voorbeeld" site:facebook.com -inurl:posts',
        quote: 'Stad Voorbeeld | Facebook — De Stad Voorbeeld op Facebook',
      },
    })
    expect(Date.parse(found.claims[0]?.via.seenAt ?? '')).toBeGreaterThan(Date.now() - 60_000)
    const asked = site.requests.filter(({ line }) => line.includes('/web/search'))
    expect(asked).toHaveLength(7)
    expect(asked.every(({ headers }) => headers['x-subscription-token'] === 'sleutel-1')).toBe(true)
    expect(asked.some(({ line }) => line.includes('sleutel'))).toBe(false)
  })

  it('takes the author of a post as a weak mention, and only counts persons', async () => {
    const { engine, fetcher } = await brave(
      braveAnswering({
        'site:instagram.com -inurl': [
          { url: 'https://www.facebook.com/stadvoorbeeld/posts/123456789', title: 'Stad Voorbeeld opent zwembad' },
          { url: 'https://www.linkedin.com/in/jan-jansen-1a2b3c4d', title: 'Jan Jansen - Stad Voorbeeld' },
        ],
      }),
    )
    const { claims, people } = await searchEngine({ ...agreed, engine, fetcher })
    expect(claims.map(({ key, via }) => [key, via.source])).toEqual([['facebook:stadvoorbeeld', 'text']])
    expect(people).toBe(1)
  })

  it('leaves out results that do not mention the name', async () => {
    const { engine, fetcher } = await brave(
      braveAnswering({ site: [{ url: 'https://www.facebook.com/dorpelders', title: 'Dorp Elders' }] }),
    )
    expect(await searchEngine({ ...agreed, engine, fetcher })).toMatchObject({ state: 'done', claims: [] })
  })

  it('sets everything aside when made-up names are "found" too', async () => {
    const { engine, fetcher } = await brave((request, response) => {
      const query = new URL(request.url ?? '/', 'http://x').searchParams.get('q') ?? ''
      const name = /"([^"]+)"/.exec(query)?.[1] ?? ''
      response.writeHead(200, { 'content-type': 'application/json' })
      const handle = name.toLowerCase().replaceAll(' ', '')
      response.end(
        JSON.stringify({ type: 'search', web: { results: [{ url: `https://www.facebook.com/${handle}`, title: name, description: '' }] } }),
      )
    })
    const found = await searchEngine({ ...agreed, engine, fetcher })
    expect(found).toMatchObject({ state: 'partial', claims: [] })
    expect(found.setAside.map(({ key }) => key)).toContain('facebook:stadvoorbeeld')
    expect(found.why?.nl).toContain('namen die wij zelf verzonnen')
  })

  it.each([
    [
      'a key that it does not know',
      json({ type: 'ErrorResponse', error: { code: 'SUBSCRIPTION_TOKEN_INVALID', status: 422 } }, 422),
      'kent je sleutel niet',
    ],
    ['spent credit', json({ type: 'ErrorResponse', error: { code: 'QUOTA_LIMITED', status: 429 } }, 402), 'tegoed'],
    ['too many questions', json({}, 429, { 'retry-after': '3600' }), 'vroeg ons om 60 minuten te wachten'],
    ['a wall', { status: 999, body: 'nee' } as Page, 'liet ons er niet in'],
    ['a refusal', { status: 403, body: 'nee' } as Page, 'liet ons er niet in'],
    ['half an answer', { headers: { 'content-type': 'application/json' }, body: '{"type":"sear' } as Page, 'niet konden lezen'],
    ['an answer of another form', json({ type: 'images' }), 'niet konden lezen'],
    ['a page instead of JSON', '<h1>Even geduld</h1>', 'niet konden lezen'],
  ])('says that it could not look for %s, never that there is nothing', async (_, page, words) => {
    const { site, engine, fetcher } = await brave(page)
    const found = await searchEngine({ ...agreed, engine, fetcher })
    expect(found.state).toBe('not-looked')
    expect(found.why?.nl).toContain(words)
    expect(found.byHand).not.toBeNull()
    expect(found.links.length).toBeGreaterThan(0)
    expect(site.requests.length).toBeLessThanOrEqual(4)
  })

  it('is partly done when it is refused half way', async () => {
    let asked = 0
    const answer = braveAnswering({ 'site:facebook.com -inurl': [cityPage] })
    const { engine, fetcher } = await brave((request, response) => {
      asked++
      if (asked > 4 || typeof answer !== 'function') response.writeHead(429, { 'retry-after': '3600' }).end()
      else answer(request, response)
    })
    const found = await searchEngine({ ...agreed, engine, fetcher })
    expect(found).toMatchObject({ state: 'partial', claims: [{ key: 'facebook:stadvoorbeeld' }] })
    expect(asked).toBe(5)
  })

  it('does not wait for ever', async () => {
    const site = await open({ '/zoek': () => {} })
    const engine = braveSearch({ key: 'sleutel-1', endpoint: site.url('/zoek') })
    const found = await searchEngine({ ...agreed, engine, fetcher: httpFetcherFor([site], { totalMs: 300, idleMs: 200 }) })
    expect(found).toMatchObject({ state: 'not-looked', why: { nl: 'Brave Search antwoordde niet op tijd.' } })
  })
})

describe('a search at an own SearXNG', () => {
  const searxng = async (page: Page) => {
    const site = await open({ '/search': page })
    return { engine: searxngSearch({ instance: `${site.origin}/` }), fetcher: httpFetcherFor([site]) }
  }

  it('reads its JSON', async () => {
    const { engine, fetcher } = await searxng(
      json({
        query: 'x',
        results: [{ url: 'https://x.com/stadvoorbeeld', title: 'Stad Voorbeeld', content: 'bericht', engine: 'mojeek' }],
        unresponsive_engines: [],
      }),
    )
    expect(await searchEngine({ ...agreed, engine, fetcher })).toMatchObject({ state: 'done', claims: [{ key: 'x:stadvoorbeeld' }] })
  })

  it('says which setting is missing when JSON is off', async () => {
    const { engine, fetcher } = await searxng({ status: 403, body: 'Forbidden' })
    const { state, why } = await searchEngine({ ...agreed, engine, fetcher })
    expect([state, why?.nl]).toEqual(['not-looked', expect.stringContaining('search.formats')])
  })

  it('does not take the silence of its engines for an absence', async () => {
    const { engine, fetcher } = await searxng(
      json({
        results: [],
        unresponsive_engines: [
          ['duckduckgo', 'CAPTCHA'],
          ['brave', 'too many requests'],
        ],
      }),
    )
    const { state, why } = await searchEngine({ ...agreed, engine, fetcher })
    expect([state, why?.en]).toEqual(['not-looked', 'Not every engine behind SearXNG answered: duckduckgo, brave.'])
  })

  it('gives part of an answer as a part', async () => {
    const { engine, fetcher } = await searxng(
      json({
        results: [{ url: 'https://x.com/stadvoorbeeld', title: 'Stad Voorbeeld' }],
        unresponsive_engines: [['startpage', 'CAPTCHA']],
      }),
    )
    const { state, why, claims } = await searchEngine({ ...agreed, engine, fetcher })
    expect([state, claims.length]).toEqual(['partial', 1])
    expect(why?.nl).toContain('startpage')
  })
})

describe('without an engine', () => {
  it('the queries are links, and nothing is asked', async () => {
    const site = await open({})
    const found = await searchEngine({ ...agreed, engine: null, fetcher: httpFetcherFor([site]) })
    expect(found.state).toBe('not-looked')
    expect(found.links).toHaveLength(20)
    expect(found.links.slice(0, 4).map(({ url }) => new URL(url).hostname)).toEqual([
      'duckduckgo.com',
      'www.google.com',
      'www.bing.com',
      'www.startpage.com',
    ])
    expect(site.requests).toEqual([])
  })
})

describe('a page of results that a person hands over', () => {
  const at = '2026-11-02T09:00:00.000Z'
  const read = (text: string) => readResultPage(text, { at, record: null, query: 'Stad Voorbeeld' })

  it('is read from a saved page, with redirects undone', () => {
    const bing = `https://www.bing.com/ck/a?!&amp;&amp;p=1f2e&amp;u=a1${btoa('https://www.instagram.com/stadvoorbeeld/').replaceAll('=', '')}&amp;ntb=1`
    const { claims } = read(`<html><body>
      <a href="/url?q=https://www.facebook.com/stadvoorbeeld/&amp;sa=U"><h3>Stad Voorbeeld - Facebook</h3></a>
      <a href="//duckduckgo.com/l/?uddg=https%3A%2F%2Fx.com%2Fstadvoorbeeld&amp;rut=9f">Stad Voorbeeld op X</a>
      <a href="${bing}">Stad Voorbeeld op Instagram</a>
      <a href="https://stadvoorbeeld.example/">Stad Voorbeeld</a></body></html>`)
    expect(claims.map(({ key }) => key)).toEqual(['facebook:stadvoorbeeld', 'x:stadvoorbeeld', 'instagram:stadvoorbeeld'])
    expect(claims[0]?.via).toMatchObject({ route: 'search-engine', page: null, label: '#1 · Stad Voorbeeld', seenAt: at })
  })

  it('is read from copied text, whose addresses are trails', () => {
    const { claims, people } = read(
      `Stad Voorbeeld (@stadvoorbeeld)\nhttps://www.instagram.com › stadvoorbeeld\n2.345 volgers\n\nJan Jansen\nhttps://nl.linkedin.com › in › jan-jansen-1a2b3c\n\nnl-nl.facebook.com › stadvoorbeeld › posts`,
    )
    expect(claims.map(({ key }) => key)).toEqual(['instagram:stadvoorbeeld', 'facebook:stadvoorbeeld'])
    expect(people).toBe(1)
  })

  it('says nothing of what is no page of results', () => {
    for (const text of ['', 'niets', '<html></html>', '<a href="https://www.bing.com/ck/a?u=a1%%%">x</a>'])
      expect(read(text).claims).toEqual([])
  })

  it('reads a megabyte of markup in a second', () => {
    for (const text of ['<a href="https://www.bing.com/ck/a?u=a1'.repeat(26_000), '<a '.repeat(350_000), ' › '.repeat(250_000)]) {
      const start = performance.now()
      read(text)
      expect(performance.now() - start).toBeLessThan(1500)
    }
  })
})
