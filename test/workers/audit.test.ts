import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Application, startApplication } from '../../src/application.ts'
import { demoOrganisation } from '../../src/demo/organisation.ts'
import { packDemoArchive } from '../../src/demo/pack.ts'
import type { Deps } from '../../src/deps.ts'
import type { AuditRecord } from '../../src/model/audit.ts'
import { auditArchive } from '../../src/services/audit-archive.ts'
import { cancelAudit } from '../../src/services/cancel-audit.ts'
import { eventsAfter } from '../../src/services/events.ts'
import { openEvidence } from '../../src/services/evidence.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { readRecord } from '../../src/services/write-record.ts'
import { accounts, foundVia } from '../../src/store/schema.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { testEnvIn } from '../support/deps.ts'

const nobody = { personId: null }

async function auditDemoSite(deps: Deps, request: object) {
  const archive = await deps.blobs.put(await packDemoArchive())
  const { auditId } = await startAudit(deps, { ...request, archive })
  await untilEnded(deps, auditId)
  return auditId
}

const demoRequest = { name: demoOrganisation.name, website: demoOrganisation.website }

/** An audit of the demonstration's newest web, for the tests that only look at it. */
let done: { readonly application: Application; readonly deps: Deps; readonly auditId: string }
const doneIn = mkdtempSync(join(tmpdir(), 'eenlijn-test-'))
beforeAll(async () => {
  const application = await startApplication(testEnvIn(doneIn))
  done = { application, deps: application.deps, auditId: await auditDemoSite(application.deps, demoRequest) }
})
afterAll(async () => {
  await done.application.stop()
  rmSync(doneIn, { recursive: true, force: true })
})

test('the demonstration organisation goes through every station to a uniformity grade', async () => {
  const { deps, startDemo } = await testApplication()
  const auditId = (await startDemo()) ?? ''
  await untilEnded(deps, auditId)
  const view = readAudit(deps, auditId, nobody)
  expect(view.state).toBe('done')
  expect(view.routes.map((route) => route.route).sort()).toEqual([
    'handle-guess',
    'linked-account',
    'platform-search',
    'search-engine',
    'website',
    'wikidata',
  ])
  expect(view.assessment?.score.grade).toBeGreaterThan(5)
  expect(view.assessment?.score.coverage).toBeGreaterThan(0.5)
  const looks = new Set(view.candidates.map((candidate) => candidate.snapshot?.state))
  for (const state of ['captured', 'walled', 'gone'] as const) expect(looks).toContain(state)
  expect(view.peopleCounted).toBeGreaterThan(0)
  expect(await startDemo()).toBeNull()
})

test('whoever watches sees every page that is read; every place opens to the page that was kept; of people only their number is kept', async () => {
  const { deps, auditId } = done
  const pages = eventsAfter(deps.store.db, auditId, 0).flatMap((event) => (event.kind === 'page' ? [event.data] : []))
  const ofSite = pages.filter(({ url }) => url.includes('wilgenwaard.example'))
  expect(ofSite.length).toBeGreaterThan(20)
  expect(ofSite.at(-1)?.read).toBeGreaterThan(20)
  expect(ofSite.at(-1)?.found).toBeGreaterThan(10)
  const view = readAudit(deps, auditId, nobody)
  const places = view.candidates.flatMap((candidate) => candidate.foundVia.filter((via) => via.route === 'website'))
  expect(places.length).toBeGreaterThan(10)
  for (const place of places.slice(0, 10)) {
    const kept = await openEvidence(deps, { auditId, digest: place.record ?? '' })
    expect(kept?.content.url).toBe(place.page)
    expect(kept?.content.text.length).toBeGreaterThan(100)
  }
  expect(view.peopleCounted).toBeGreaterThan(2)
  const rows = JSON.stringify([deps.store.db.select().from(accounts).all(), deps.store.db.select().from(foundVia).all()])
  for (const kept of [JSON.stringify(readRecord(deps, auditId)), rows]) expect(kept).not.toMatch(/linkedin\.com\/in\//)
})

test('a name that has nothing to do with the site gets no account of it', async () => {
  const { deps } = await testApplication()
  const auditId = await auditDemoSite(deps, { name: 'Vliegclub Zwarte Raaf', website: demoOrganisation.website })
  const view = readAudit(deps, auditId, nobody)
  expect(view.siteBelongs).toBe('no')
  expect(view.candidates.filter((candidate) => candidate.standing === 'ours')).toEqual([])
})

test.each(['Qxzvbn Wrtpls', 'asdfghjkl qwerty', '1234567890', 'Ѫ҂҈ ꙮ', 'a'.repeat(200)])(
  'the nonsense name %j, without a site, gets nothing',
  async (name) => {
    const { deps } = await testApplication()
    const { auditId } = await startAudit(deps, { name })
    await untilEnded(deps, auditId)
    expect(readAudit(deps, auditId, nobody)).toMatchObject({ state: 'done', candidates: [] })
  },
)

test('without a network the audit is done, and says route by route what could not be looked at and how to go on', async () => {
  const { deps } = await testApplication()
  const { auditId } = await startAudit(deps, { name: 'De Linde', website: 'https://delinde.example/', links: 'instagram.com/delinde' })
  await untilEnded(deps, auditId)
  const view = readAudit(deps, auditId, nobody)
  expect(view.state).toBe('done')
  for (const name of ['website', 'wikidata']) {
    const route = view.routes.find((one) => one.route === name)
    expect(route).toMatchObject({
      state: 'not-looked',
      why: { nl: expect.any(String), en: expect.any(String) },
      byHand: { nl: expect.any(String) },
    })
  }
  expect(view.candidates).toMatchObject([{ key: 'instagram:delinde', snapshot: { state: 'unreachable', wall: 'network' } }])
})

test('a cancelled audit stops, keeps what was found, and takes nothing in afterwards', async () => {
  const { deps } = await testApplication()
  const archive = await deps.blobs.put(await packDemoArchive())
  const { auditId } = await startAudit(deps, { name: demoOrganisation.name, website: demoOrganisation.website, archive })
  while (!eventsAfter(deps.store.db, auditId, 0).some((event) => event.kind === 'page'))
    await new Promise((resolve) => setTimeout(resolve, 5))
  await cancelAudit(deps, auditId)
  const events = eventsAfter(deps.store.db, auditId, 0).length
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(eventsAfter(deps.store.db, auditId, 0)).toHaveLength(events)
  expect(readAudit(deps, auditId, nobody)).toMatchObject({ state: 'cancelled' })
  expect(readRecord(deps, auditId).state).toBe('cancelled')
})

test('an audit’s own archive, its records laid end to end, gives the same audit again', async () => {
  const { deps, auditId: first } = done
  const records: Uint8Array[] = []
  for await (const record of auditArchive(deps, first)) records.push(record)
  const other = await testApplication()
  const archive = await other.deps.blobs.put(Buffer.concat(records))
  const { auditId: again } = await startAudit(other.deps, { ...demoRequest, archive })
  await untilEnded(other.deps, again)
  const found = (record: AuditRecord) => ({
    accounts: record.accounts.map(({ key, verdict, confidence, foundVia }) => ({ key, verdict, confidence, places: foundVia.length })),
    looks: record.snapshots.map(({ key, state, wall, displayName, picture }) => ({ key, state, wall, displayName, picture: picture.seen })),
    routes: record.routes,
    people: record.people,
  })
  expect(found(readRecord(other.deps, again))).toEqual(found(readRecord(deps, first)))
})

test('two audits of the same archive, neither knowing of the other, give the same record but for ids and times', async () => {
  function bareRecord(deps: Deps, auditId: string) {
    const { organisation, routes, accounts, people, siteBelongs, assessment } = readRecord(deps, auditId)
    const places = accounts.map(({ foundVia, ...account }) => ({ ...account, foundVia: foundVia.map(({ record: _, ...via }) => via) }))
    return { organisation, routes, accounts: places, people, siteBelongs, score: assessment.score }
  }
  const { deps } = await testApplication()
  const other = await auditDemoSite(deps, demoRequest)
  expect(bareRecord(deps, other)).toEqual(bareRecord(done.deps, done.auditId))
})
