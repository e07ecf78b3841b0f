import { expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import type { Candidate } from '../../src/model/candidate.ts'
import type { PicturesReading } from '../../src/model/pictures.ts'
import { unseen } from '../../src/model/seen.ts'
import { noFacts } from '../../src/model/site-facts.ts'
import { ofOneJob } from '../../src/model/team.ts'
import type { EndedJob } from '../../src/queue/port.ts'
import { cancelAudit } from '../../src/services/cancel-audit.ts'
import { chooseOrganisation } from '../../src/services/choose-organisation.ts'
import { eventsAfter } from '../../src/services/events.ts'
import { ingest } from '../../src/services/ingest.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { reconcile } from '../../src/services/reconcile.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { readRecord } from '../../src/services/write-record.ts'
import { putJson } from '../../src/store/json-blob.ts'
import { testDeps } from '../support/deps.ts'

const nobody = { personId: null }
const at = '2026-11-02T09:00:00.000Z'

const ended = (auditId: string, kind: string, result: unknown, name = kind): EndedJob => ({
  id: `${auditId}.${name}`,
  kind,
  group: auditId,
  payload: {},
  state: 'completed',
  result,
  error: null,
})

const nothingCompared: PicturesReading = {
  methods: 'test',
  banners: { groups: [], unsure: [], pairs: [] },
  avatars: { groups: [], unsure: [], pairs: [] },
  logos: [],
  portraits: { groups: [], pairs: [], faces: [] },
  palettes: [],
  legibility: [],
  unreadable: [],
}

const resolved = { state: 'none', choices: [], chosen: null, claims: [], why: null, byHand: null, log: null }

const instagram: Candidate = {
  key: 'instagram:delinde',
  platform: 'instagram',
  handle: 'delinde',
  url: 'https://www.instagram.com/delinde',
  closed: false,
  doubt: null,
  verdict: 'ours',
  confidence: 0.97,
  kind: 'central',
  signals: [],
  foundVia: [
    {
      route: 'website',
      page: 'https://delinde.example/',
      pageTitle: 'De Linde',
      source: 'link',
      zone: 'footer',
      label: 'Instagram',
      quote: '',
      seenAt: at,
      record: null,
    },
  ],
  furtherPlaces: 3,
}

async function judgedJob(deps: Deps, auditId: string, candidates: Candidate[]): Promise<EndedJob> {
  return ended(auditId, 'judge', {
    candidates: await deps.blobs.put(new TextEncoder().encode(JSON.stringify(candidates))),
    siteBelongs: 'yes',
  })
}

async function auditAtJudging(deps: Deps): Promise<string> {
  const { auditId } = await startAudit(deps, { name: 'De Linde', website: 'https://delinde.example/' })
  await ingest(deps, ended(auditId, 'resolve', resolved))
  return auditId
}

test('an audit goes from resolve through judge and look to done, and leaves a record', async () => {
  const { deps } = await testDeps()
  const auditId = await auditAtJudging(deps)
  await ingest(deps, await judgedJob(deps, auditId, [instagram]))
  const accountId = readAudit(deps, auditId, nobody).candidates[0]?.accountId ?? ''
  const snapshot = {
    key: instagram.key,
    url: instagram.url,
    state: 'walled',
    wall: 'login',
    httpStatus: 200,
    displayName: unseen('walled'),
    description: unseen('walled'),
    picture: unseen('walled'),
    website: unseen('walled'),
    takenAt: at,
    record: null,
  }
  const look = {
    ...ended(auditId, 'look', { accountId, snapshot, log: null }, `look.${accountId}`),
    payload: { auditId, archive: null, accountId, key: instagram.key, platform: 'instagram', url: instagram.url },
  }
  await ingest(deps, look)
  await ingest(deps, ended(auditId, 'link', { state: 'not-looked', claims: null, found: 0, why: null, byHand: null, log: null }))
  await ingest(deps, ended(auditId, 'assess', { looked: 1 }))
  expect(readAudit(deps, auditId, nobody).state).toBe('running')
  const compared = await deps.blobs.put(new TextEncoder().encode(JSON.stringify(nothingCompared)))
  await ingest(deps, {
    ...ended(auditId, 'pictures', { reading: compared, looked: 0, unreadable: 0 }, 'compare'),
    payload: { auditId, archive: null, pictures: compared, input: 'nothing' },
  })
  expect(readAudit(deps, auditId, nobody)).toMatchObject({
    state: 'done',
    candidates: [{ standing: 'ours', snapshot: { state: 'walled', wall: 'login' } }],
  })
  expect(readRecord(deps, auditId)).toMatchObject({
    state: 'done',
    siteBelongs: 'yes',
    accounts: [{ key: 'instagram:delinde', verdict: 'ours' }],
  })
})

test('a job delivered twice changes nothing the second time', async () => {
  const { deps } = await testDeps()
  const auditId = await auditAtJudging(deps)
  const judged = await judgedJob(deps, auditId, [instagram])
  await ingest(deps, judged)
  const events = eventsAfter(deps.store.db, auditId, 0)
  await ingest(deps, judged)
  expect(readAudit(deps, auditId, nobody).candidates).toHaveLength(1)
  expect(eventsAfter(deps.store.db, auditId, 0)).toEqual(events)
})

test('a late result of a cancelled audit is dropped', async () => {
  const { deps } = await testDeps()
  const auditId = await auditAtJudging(deps)
  await cancelAudit(deps, auditId)
  await ingest(deps, await judgedJob(deps, auditId, [instagram]))
  expect(readAudit(deps, auditId, nobody)).toMatchObject({ state: 'cancelled', candidates: [] })
  expect(await deps.queue.state(`${auditId}.judge`)).not.toBe('waiting')
})

test('a worker that gave up on a profile leaves it unseen, not missing', async () => {
  const { deps } = await testDeps()
  const auditId = await auditAtJudging(deps)
  await ingest(deps, await judgedJob(deps, auditId, [instagram]))
  const accountId = readAudit(deps, auditId, nobody).candidates[0]?.accountId ?? ''
  const payload = { auditId, archive: null, accountId, key: instagram.key, platform: 'instagram', url: instagram.url }
  await ingest(deps, { ...ended(auditId, 'look', null, `look.${accountId}`), payload, state: 'failed', error: 'boom' })
  expect(readAudit(deps, auditId, nobody).candidates[0]?.snapshot).toMatchObject({ state: 'unreachable', wall: 'network' })
})

test('several organisations of one name wait for a choice, and the choice goes on', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde' })
  const choice = (wikidataId: string, website: string | null) => ({
    wikidataId,
    name: 'De Linde',
    description: 'zorgorganisatie',
    website,
    country: 'nl',
    aliases: [],
  })
  await ingest(
    deps,
    ended(auditId, 'resolve', {
      ...resolved,
      state: 'several',
      choices: [choice('Q1', 'https://a.example/'), choice('Q2', 'https://b.example/')],
    }),
  )
  expect(readAudit(deps, auditId, nobody)).toMatchObject({ state: 'choosing', choices: [{ wikidataId: 'Q1' }, { wikidataId: 'Q2' }] })
  await expect(chooseOrganisation(deps, auditId, { wikidataId: 'Q9' })).rejects.toThrow(/not on the list/)
  await chooseOrganisation(deps, auditId, { wikidataId: 'Q2' })
  expect(readAudit(deps, auditId, nobody)).toMatchObject({
    state: 'running',
    organisation: { website: 'https://b.example/', wikidataId: 'Q2' },
  })
  expect(await deps.queue.state(`${auditId}.resolve-chosen`)).toBe('waiting')
})

test('what a job brought of people goes, and takes nothing along that another job put', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde', website: 'https://www.delinde.example' })
  await ingest(deps, ended(auditId, 'resolve', resolved))
  const judged = await deps.blobs.put(new TextEncoder().encode('[]'))
  const team = await putJson(deps.blobs, ofOneJob(`${auditId}.website`, []))
  const site = { ...{ state: 'done', candidates: null, siteBelongs: 'yes', pagesRead: 1, pagesUnseen: 0, peopleCounted: 0 }, team }
  await ingest(deps, ended(auditId, 'website', { ...site, facts: noFacts, why: null, log: null }))
  expect([await deps.blobs.path(team), await deps.blobs.path(judged)]).toEqual([null, expect.any(String)])
  await ingest(deps, ended(auditId, 'judge', { candidates: judged, siteBelongs: 'yes' }))
  expect(readAudit(deps, auditId, nobody)).toMatchObject({ state: 'running' })
})

test('an audit whose job was lost is handed to the queue again', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde' })
  const lost = await testDeps()
  const after = { ...deps, queue: lost.deps.queue }
  expect(await after.queue.state(`${auditId}.resolve`)).toBeNull()
  expect(await reconcile(after)).toBe(1)
  expect(await after.queue.state(`${auditId}.resolve`)).toBe('waiting')
  expect(await reconcile(after)).toBe(0)
})

test('without a website the route says so and the audit goes on', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde' })
  await ingest(deps, ended(auditId, 'resolve', resolved))
  const website = readAudit(deps, auditId, nobody).routes.find((route) => route.route === 'website')
  expect(website).toMatchObject({
    state: 'not-looked',
    why: { nl: expect.stringContaining('geen website') },
    byHand: { nl: expect.any(String) },
  })
  expect(await deps.queue.state(`${auditId}.judge`)).toBe('blocked')
})

test('an audit of named routes takes those and no other, the register apart', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde', website: 'https://delinde.example/', routes: ['handle-guess'] })
  await ingest(deps, ended(auditId, 'resolve', resolved))
  expect(readAudit(deps, auditId, nobody).routes.map(({ route }) => route)).toEqual(['wikidata', 'handle-guess'])
  expect(await deps.queue.state(`${auditId}.handle-guess`)).toBe('waiting')
  expect(await deps.queue.state(`${auditId}.website`)).toBeNull()
  expect(await deps.queue.state(`${auditId}.search-engine`)).toBeNull()
})
