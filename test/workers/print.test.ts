import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { readPrintItems } from '../../src/services/print-items.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { readPrint } from '../../src/services/read-print.ts'
import { requests } from '../../src/store/schema.ts'
import { testApplication } from '../support/application.ts'
import { drawPoster } from '../support/draw-poster.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { type Poster, posters } from '../support/posters.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { type Site, startSite } from '../support/site.ts'
import { until } from '../support/until.ts'

let redis: TestRedis
let site: Site
beforeAll(async () => {
  redis = await startRedis()
  site = await startSite({
    '/actie': { status: 302, headers: { location: 'https://www.instagram.com/delinde_actie/' } },
    '/weg': { status: 404, body: 'weg' },
  })
})
afterAll(async () => {
  await site.stop()
  await redis.stop()
})

const poster = (codes: readonly string[]) => drawPoster({ ...(posters[0] as Poster), lines: ['Scan de code'], codes: [...codes] })
const nobody = { personId: null }

async function readOn(deps: Deps, codes: readonly string[]) {
  const auditId = endedAudit(deps)
  await readPrint(deps, { auditId, name: 'poster.png', route: 'print', title: '', personId: null, bytes: await poster(codes) })
  const item = await until(() => readPrintItems(deps, auditId).find(({ state }) => state !== 'reading'), 150)
  return { auditId, item }
}

test('over Redis: a code’s address is asked once, its account is found, and a dead page is a note', async () => {
  const { deps } = await testApplication({
    REDIS_URL: redis.url,
    EENLIJN_NETWORK: 'on',
    EENLIJN_ALLOW_PRIVATE: `127.0.0.1:${site.port}`,
  })
  const { auditId, item } = await readOn(deps, [site.url('/actie'), site.url('/weg')])
  expect(item).toMatchObject({ state: 'read' })
  expect(item.addresses.map(({ url, state, leadsTo }) => [new URL(url).pathname, state, leadsTo]).sort()).toEqual([
    ['/actie', 'answers', 'https://www.instagram.com/delinde_actie/'],
    ['/weg', 'dead', null],
  ])
  expect([site.hits('/actie'), site.hits('/weg')]).toEqual([1, 1])
  const view = readAudit(deps, auditId, nobody)
  expect(view.candidates).toMatchObject([{ key: 'instagram:delinde_actie', foundVia: [{ route: 'print', label: 'certain' }] }])
  expect(view.printed).toMatchObject([{ kind: 'dead-address' }])
  const asked = deps.store.db.select().from(requests).all()
  expect(asked.find(({ url }) => url === site.url('/weg'))).toMatchObject({ outcome: 'missing', status: 404, record: expect.any(String) })
}, 180_000)
