import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { importLocations } from '../../src/services/import-locations.ts'
import { auditRoutes } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'
import { readable, visitor } from './visitor.ts'

async function opened(settings: Readonly<Record<string, string>> = {}) {
  const { deps } = await testDeps(settings)
  const { auditId } = await sampleAudit(deps, 'found')
  return { deps, auditId, somebody: visitor(deps), page: (locale = 'nl') => visitor(deps).get(`/${locale}/audits/${auditId}`) }
}

/** The markup of one route of the panel. */
const routeOf = (text: string, route: string): string => text.split(`id="route-${route}"`)[1]?.split('id="route-')[0] ?? ''
const words = (text: string): string => readable({ text, status: 200, headers: new Headers() })

const reportOf = (deps: Deps, auditId: string, route: string) =>
  deps.store.db
    .select()
    .from(auditRoutes)
    .where(eq(auditRoutes.auditId, auditId))
    .all()
    .find((row) => row.route === route)?.report

describe('the panel of routes', () => {
  test('has every route in a fixed order, with its state in a word', async () => {
    const { page } = await opened()
    const { text } = await page()
    const order = [...text.matchAll(/id="route-([\w-]+)"/g)].map(([, route]) => route)
    expect(order).toEqual([
      'website',
      'wikidata',
      'search-engine',
      'platform-search',
      'handle-guess',
      'linked-account',
      'print',
      'press',
      'pasted',
    ])
    expect(words(routeOf(text, 'website'))).toContain('Deels bekeken 38 pagina’s gelezen · 6 accounts gevonden · 2 pagina’s niet te zien')
    expect(words(routeOf(text, 'print'))).toContain('Jouw beurt')
  })

  test('says calmly what could not be looked at, and leads to the accounts that were found', async () => {
    const { page } = await opened()
    const { text } = await page()
    expect(text).toMatch(/id="route-search-engine"[^>]*class="hatched-edge"/)
    expect(words(routeOf(text, 'search-engine'))).toContain('Niet bekeken Wij vragen geen zoekmachines zonder sleutel. Zo doe je het zelf:')
    expect(routeOf(text, 'wikidata')).toMatch(/Bekijk dit account[\s\S]*accounts\?show=all#a-/)
  })

  test('folds what a person can open by platform, with names and locations', async () => {
    const { deps, auditId, page } = await opened()
    importLocations(deps, { auditId, text: 'De Dijkhof\nHet Baken' })
    const { text } = await page('en')
    const search = routeOf(text, 'platform-search')
    expect(search).toContain('https://www.facebook.com/search/pages/?q=Zorgwijde%20De%20Dijkhof')
    expect(search.match(/<details/g)?.length).toBeGreaterThan(10)
    expect(search).not.toContain('<details open')
    expect(routeOf(text, 'search-engine')).toContain('target="_blank"')
  })

  test('shows hits that were set aside, without a link', async () => {
    const { deps, page } = await opened()
    const report = { route: 'platform-search', state: 'partial', pagesRead: 0, pagesUnseen: 0, found: 0, why: null, byHand: null } as const
    const setAside = [{ platform: 'mastodon', handle: '@bcdfgh@onzin.example', url: 'https://onzin.example/@bcdfgh' }] as const
    deps.store.db
      .update(auditRoutes)
      .set({ report: { ...report, setAside: [...setAside] } })
      .where(eq(auditRoutes.route, 'platform-search'))
      .run()
    const { text } = await page()
    expect(words(routeOf(text, 'platform-search'))).toContain('1 treffer die niet meetelt')
    expect(text).not.toContain('href="https://onzin.example/@bcdfgh"')
  })

  test('tells how many accounts wait for a person, with the way to the first', async () => {
    const { page } = await opened()
    const { text } = await page()
    expect(text).toMatch(/<h2 id="to-look-at">\d accounts? zit/)
    expect(text).toMatch(/\/accounts\/\w+\/look\?from=accounts/)
  })
})

describe('a route taken again from the panel', () => {
  test('is under way, and can be refreshed', async () => {
    const { deps, auditId, somebody, page } = await opened()
    const answer = await somebody.post(`/nl/audits/${auditId}/routes/handle-guess`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/nl/audits/${auditId}#route-handle-guess`])
    expect(reportOf(deps, auditId, 'handle-guess')).toMatchObject({ state: 'running' })
    const { text } = await page()
    expect(words(routeOf(text, 'handle-guess'))).toContain('Wij zoeken hier nu.')
    const twice = await somebody.post(`/nl/audits/${auditId}/routes/handle-guess`)
    expect(twice.status).toBe(409)
    expect(readable(twice)).toContain('Hier wordt nog gezocht.')
  })

  test('that costs money has a button that names the price, and only that amount is agreed to', async () => {
    const { auditId, somebody, page } = await opened({ BRAVE_SEARCH_KEY: 'sleutel-1' })
    const search = routeOf((await page()).text, 'search-engine')
    const [, dollars = ''] = /name="maxDollars" value="([\d.]+)"/.exec(search) ?? []
    expect(words(search)).toContain(`Ja, zoek voor hoogstens $ ${(Math.ceil(Number(dollars) * 100) / 100).toFixed(2).replace('.', ',')}`)
    expect((await somebody.post(`/nl/audits/${auditId}/routes/search-engine`, { maxDollars: dollars })).status).toBe(303)
    expect((await somebody.post(`/nl/audits/${auditId}/routes/search-engine`, { maxDollars: 'veel' })).status).toBe(400)
  })

  test('is not offered for a search engine that nobody set up', async () => {
    const { auditId, page } = await opened()
    expect(routeOf((await page()).text, 'search-engine')).not.toContain(`/nl/audits/${auditId}/routes/search-engine`)
  })
})

describe('the form that starts an audit', () => {
  test('asks for a yes to the price only where a search engine costs money', async () => {
    const free = await testDeps()
    expect((await visitor(free.deps).get('/nl/')).text).not.toContain('maxDollars')
    const { deps } = await testDeps({ BRAVE_SEARCH_KEY: 'sleutel-1' })
    const page = await visitor(deps).get('/nl/')
    expect(readable(page)).toContain('Ja, Brave Search mag hoogstens $ 0,31 kosten Wij stellen hoogstens 62 vragen.')
    expect(page.text).toContain('<input type="checkbox" name="maxDollars" value="0.31"')
  })
})

describe('the box for a page of results', () => {
  test('takes the accounts out of it and says what became of them', async () => {
    const { auditId, somebody } = await opened()
    const page = await somebody.post(`/nl/audits/${auditId}/results`, { text: 'https://www.tiktok.com/@zorgwijde', query: 'zorgwijde' })
    expect(page.status).toBe(200)
    expect(readable(page)).toContain('1 account toegevoegd.')
    expect(page.text).toMatch(/role="status"[^>]*data-focus/)
  })

  test('keeps what was typed when it is refused', async () => {
    const { auditId, somebody } = await opened()
    const page = await somebody.post(`/en/audits/${auditId}/results`, { text: 'nothing to see', query: 'zorgwijde' })
    expect(page.status).toBe(400)
    expect(page.text).toContain('nothing to see</textarea>')
    expect(page.text).toContain('value="zorgwijde"')
    expect(page.text).toMatch(/id="results-error">We found no account in it/)
  })
})
