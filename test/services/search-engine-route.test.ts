import { afterEach, expect, test } from 'vitest'
import { readAudit } from '../../src/services/read-audit.ts'
import { readRoutes } from '../../src/services/read-routes.ts'
import { rerunRoute } from '../../src/services/rerun-route.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { type Site, startSite } from '../support/site.ts'

const sites: Site[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

/** An own SearXNG that knows one account, and a second one from `later` on. */
async function ownEngine() {
  const found = [{ url: 'https://x.com/zorgwijde', title: 'Zorgwijde (@zorgwijde) / X' }]
  const site = await startSite({
    '/search': (request, response) => {
      const asked = new URL(request.url ?? '/', 'http://x').searchParams.get('q') ?? ''
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ results: asked.includes('Zorgwijde') ? found : [], unresponsive_engines: [] }))
    },
  })
  sites.push(site)
  return { site, later: () => found.unshift({ url: 'https://x.com/zorgwijde_nl', title: 'Zorgwijde Nederland' }) }
}

test('a search by an own engine is part of an audit, and can be taken again when it is done', async () => {
  const { site, later } = await ownEngine()
  const { deps } = await testApplication({ SEARXNG_URL: site.origin, EENLIJN_NETWORK: 'on' })
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde', platforms: ['x'], routes: ['search-engine'] })
  await untilEnded(deps, auditId)
  const audit = () => readAudit(deps, auditId, { personId: null })
  const report = () => audit().routes.find(({ route }) => route === 'search-engine')
  expect(report()).toMatchObject({ state: 'done', found: 1, asked: 3 })
  const [first] = audit().candidates
  expect(first).toMatchObject({ handle: 'zorgwijde', foundVia: [{ route: 'search-engine', pageTitle: 'SearXNG' }] })
  expect(first?.foundVia[0]?.label).toMatch(/^#1 · "Zorgwijde" /)
  expect(readRoutes(deps, auditId).price).toMatchObject({ engine: 'SearXNG', requests: 3, dollars: 0 })

  later()
  await rerunRoute(deps, { auditId, route: 'search-engine' })
  await expect.poll(() => report()?.state, { timeout: 20_000, interval: 100 }).toBe('done')
  expect(audit().state).toBe('done')
  const handles = audit().candidates.map(({ handle }) => handle)
  expect(handles.toSorted()).toEqual(['zorgwijde', 'zorgwijde_nl'])
  // The first one moved to the second place: it stands there as one place more, with the newer rank.
  expect(
    audit()
      .candidates.find(({ handle }) => handle === 'zorgwijde')
      ?.foundVia.map(({ label }) => label.slice(0, 2)),
  ).toEqual(['#1', '#2'])
}, 60_000)
