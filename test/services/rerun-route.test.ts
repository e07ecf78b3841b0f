import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { Claim } from '../../src/model/jobs.ts'
import { importLocations } from '../../src/services/import-locations.ts'
import { ingest } from '../../src/services/ingest.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { readRoutes } from '../../src/services/read-routes.ts'
import { rerunRoute } from '../../src/services/rerun-route.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { audits } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'

async function endedAudit(settings: Readonly<Record<string, string>> = {}, state = 'done') {
  const { deps } = await testDeps(settings)
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde', aliases: ['ZW Zorg'], platforms: ['facebook', 'bluesky'] })
  deps.store.db.update(audits).set({ state }).where(eq(audits.id, auditId)).run()
  return { deps, auditId, audit: () => readAudit(deps, auditId, { personId: null }) }
}

const claim: Claim = {
  platform: 'bluesky',
  handle: 'zorgwijde.bsky.social',
  url: 'https://bsky.app/profile/zorgwijde.bsky.social',
  key: 'bluesky:zorgwijde.bsky.social',
  closed: false,
  doubt: null,
  via: {
    route: 'platform-search',
    page: 'https://bsky.app/profile/zorgwijde.bsky.social',
    pageTitle: 'Bluesky',
    source: 'link',
    zone: 'unknown',
    label: '#2 · Zorgwijde',
    quote: 'Zorgwijde',
    seenAt: '2026-11-02T09:00:00.000Z',
    record: null,
  },
}

/** What a worker hands back for the route's job. */
async function end(deps: Deps, auditId: string, claims: readonly Claim[]) {
  const report = readAudit(deps, auditId, { personId: null }).routes.find(({ route }) => route === 'platform-search')
  const base = { auditId, archive: null, route: 'platform-search', platforms: [], confirmed: [], locations: [], maxDollars: 0 }
  const organisation = { name: 'Zorgwijde', aliases: [], website: null, country: null, wikidataId: null }
  const result = {
    state: 'partial',
    claims: await deps.blobs.put(new TextEncoder().encode(JSON.stringify(claims))),
    found: claims.length,
    why: null,
    byHand: null,
    links: [],
    asked: 5,
    setAside: [{ platform: 'mastodon', handle: '@zorg@nonsense.example', url: 'https://nonsense.example/@zorg' }],
    log: null,
  }
  await ingest(deps, {
    id: report?.job ?? '',
    group: auditId,
    kind: 'route',
    payload: { ...base, organisation },
    state: 'completed',
    result,
    error: null,
  })
}

describe('a route that is taken again', () => {
  test('runs with the names and locations known by now, and says so', async () => {
    const { deps, auditId, audit } = await endedAudit()
    importLocations(deps, { auditId, text: 'De Dijkhof\nHet Baken' })
    await rerunRoute(deps, { auditId, route: 'platform-search' })
    const report = audit().routes.find(({ route }) => route === 'platform-search')
    expect(report?.state).toBe('running')
    expect(await deps.queue.state(report?.job ?? '')).toBe('waiting')
  })

  test('brings what it found in as candidates of the same audit, once, with rank, question and date', async () => {
    const { deps, auditId, audit } = await endedAudit()
    for (const _ of [1, 2]) {
      await rerunRoute(deps, { auditId, route: 'platform-search' })
      await end(deps, auditId, [claim])
    }
    const { candidates, routes } = audit()
    expect(candidates.map(({ handle }) => handle)).toEqual(['zorgwijde.bsky.social'])
    expect(candidates[0]?.foundVia).toMatchObject([claim.via])
    expect(routes.find(({ route }) => route === 'platform-search')).toMatchObject({ state: 'partial', asked: 5, found: 1 })
    expect(readRoutes(deps, auditId).rows.find(({ route }) => route === 'platform-search')).toMatchObject({
      accounts: [{ handle: 'zorgwijde.bsky.social' }],
      report: { setAside: [{ platform: 'mastodon' }] },
    })
  })

  test('is refused while it runs, while the audit runs, after a stop, and for what cannot run alone', async () => {
    const done = await endedAudit()
    await rerunRoute(done.deps, { auditId: done.auditId, route: 'handle-guess' })
    const again = rerunRoute(done.deps, { auditId: done.auditId, route: 'handle-guess' })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    await expect(rerunRoute(done.deps, { auditId: done.auditId, route: 'website' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(rerunRoute(done.deps, { auditId: done.auditId, route: 'search-engine', maxDollars: 11 })).rejects.toMatchObject({
      code: 'invalid-input',
      field: 'maxDollars',
    })
    for (const state of ['running', 'cancelled', 'failed']) {
      const { deps, auditId } = await endedAudit({}, state)
      await expect(rerunRoute(deps, { auditId, route: 'handle-guess' })).rejects.toMatchObject({ code: 'conflict' })
    }
  })
})

describe('the routes of an audit', () => {
  test('stand in a fixed order, those not taken too, each with what a person can open', async () => {
    const { deps, auditId } = await endedAudit()
    importLocations(deps, { auditId, text: Array.from({ length: 60 }, (_, at) => `Huis ${at + 1}`).join('\n') })
    const { rows, price } = readRoutes(deps, auditId)
    expect(rows.map(({ route }) => route)).toEqual([
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
    const [facebook, bluesky, ...others] = rows[3]?.byHand ?? []
    expect([facebook?.platform, bluesky?.platform, others]).toEqual(['facebook', 'bluesky', []])
    expect(facebook?.questions.slice(0, 3).map(({ question }) => question)).toEqual(['Zorgwijde', 'ZW Zorg', 'Zorgwijde Huis 1'])
    expect(facebook).toMatchObject({ more: 22, questions: { length: 40 } })
    expect(rows[2]?.byHand[0]?.questions[0]?.links.map(({ name }) => name)).toEqual(['DuckDuckGo', 'Google', 'Bing', 'Startpage'])
    expect(rows.map(({ again }) => again)).toEqual([false, false, true, true, true, false, false, false, false])
    expect(price).toMatchObject({ engine: null, requests: 0, dollars: 0 })
  })

  test('carry the price of a search that costs money, before anything is asked', async () => {
    const { deps, auditId } = await endedAudit({ BRAVE_SEARCH_KEY: 'sleutel-1' })
    const { price } = readRoutes(deps, auditId)
    // The name on two platforms, the other name on the one that the worksheet names, and two made-up names.
    expect(price).toMatchObject({ engine: 'Brave Search', requests: 5, dollars: 0.025 })
    expect(price.text.nl).toBe('5 zoekopdrachten bij Brave Search: hoogstens $ 0,03.')
  })
})
