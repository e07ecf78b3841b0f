import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { noHouseStyle } from '../../src/model/house-style.ts'
import { seen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { newestAssessment } from '../../src/services/assess-audit.ts'
import { pictureSetFor } from '../../src/services/check-input.ts'
import { explainDeviation, takeBackExplanation } from '../../src/services/explain-deviation.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { inputDigest } from '../../src/services/picture-set.ts'
import { readUniformity } from '../../src/services/read-uniformity.ts'
import { rescoreAudit } from '../../src/services/rescore-audit.ts'
import { newId } from '../../src/store/id.ts'
import { assessments, houseStyles, pictureReadings, snapshots } from '../../src/store/schema.ts'
import { group, picture, reading } from '../checks/world.ts'
import { testDeps } from '../support/deps.ts'
import { sampleAudit } from '../support/sample-audit.ts'

/** The sample audit with a banner on each account that was captured: `house` everywhere but on YouTube. */
async function withBanners() {
  const { deps } = await testDeps()
  const { auditId, accounts, jannie } = await sampleAudit(deps)
  const rows = deps.store.db.select().from(snapshots).where(eq(snapshots.auditId, auditId)).all()
  for (const row of rows) {
    const name = row.body.key.startsWith('youtube:') ? 'sea' : 'house'
    const body: Snapshot = { ...row.body, state: 'captured', banner: seen(picture(name), 'img') }
    deps.store.db.update(snapshots).set({ body }).where(eq(snapshots.accountId, row.accountId)).run()
  }
  return { deps, auditId, accounts, jannie }
}

const newest = (deps: Deps, auditId: string) => {
  const assessment = newestAssessment(deps, findAudit(deps.store.db, auditId))
  if (!assessment) throw new Error('not assessed')
  return assessment
}

const findingOf = (deps: Deps, auditId: string, check: string, on: string) =>
  newest(deps, auditId).findings.find((finding) => finding.check === check && finding.subject?.startsWith(`${on}:`))

function compare(deps: Deps, auditId: string, references: string[] = []): void {
  const audit = findAudit(deps.store.db, auditId)
  const body = reading({ banners: [group(null, 'house'), group(references[0] === picture('sea') ? 'sea' : null, 'sea')], avatars: [] })
  const input = inputDigest(pictureSetFor(deps.store.db, audit), body.methods)
  deps.store.db.insert(pictureReadings).values({ id: newId(), auditId, input, body, at: deps.now().toISOString() }).run()
}

function agree(deps: Deps, auditId: string, references: string[]): void {
  const { organisationId } = findAudit(deps.store.db, auditId)
  const body = { ...noHouseStyle, background: { references, passage: { quote: 'Overal de zee.', document: 'Huisstijl' } } }
  deps.store.db.insert(houseStyles).values({ id: newId(), organisationId, body, personId: null, at: deps.now().toISOString() }).run()
}

test('pictures count from when they were compared, and a comparison of other pictures says nothing of these', async () => {
  const { deps, auditId } = await withBanners()
  expect(findingOf(deps, auditId, 'background', 'youtube')?.outcome.kind).toBe('unknown')
  compare(deps, auditId)
  expect(findingOf(deps, auditId, 'background', 'youtube')?.outcome).toEqual({ kind: 'scored', value: 0 })
  expect(newest(deps, auditId).basis?.pictures).not.toBeNull()
  agree(deps, auditId, [picture('sea')])
  expect(findingOf(deps, auditId, 'background', 'youtube')?.outcome.kind).toBe('unknown')
  compare(deps, auditId, [picture('sea')])
  const youtube = findingOf(deps, auditId, 'background', 'youtube')
  expect(youtube?.outcome).toEqual({ kind: 'scored', value: 1 })
  expect(youtube?.why.nl).toContain('Overal de zee.')
})

test('a picture that came after the comparison is not compared yet, and the others stay compared', async () => {
  const { deps, auditId, accounts } = await withBanners()
  compare(deps, auditId)
  const accountId = accounts.get('facebook:zorgwijde') ?? ''
  const row = deps.store.db.select().from(snapshots).where(eq(snapshots.accountId, accountId)).get()
  if (!row) throw new Error('no look')
  const body = { ...row.body, banner: seen(picture('new'), 'img') }
  deps.store.db.update(snapshots).set({ body }).where(eq(snapshots.accountId, accountId)).run()
  const found = newest(deps, auditId).findings.filter(({ check }) => check === 'background')
  expect(found.find(({ subject }) => subject === 'facebook:zorgwijde')?.outcome.kind).toBe('unknown')
  expect(found.find(({ subject }) => subject === 'youtube:@zorgwijdetv')?.outcome.kind).toBe('scored')
})

test('each cause of a new assessment is written down; what changes nothing writes none', async () => {
  const { deps, auditId, accounts, jannie } = await withBanners()
  const first = newest(deps, auditId).version
  compare(deps, auditId)
  newest(deps, auditId)
  const accountId = accounts.get('youtube:@zorgwijdetv') ?? ''
  const about = { auditId, accountId, check: 'background', personId: jannie }
  explainDeviation(deps, { ...about, reason: 'Eigen serie', approver: 'Directie' })
  expect(findingOf(deps, auditId, 'background', 'youtube')?.explained?.reason).toBe('Eigen serie')
  takeBackExplanation(deps, about)
  expect(findingOf(deps, auditId, 'background', 'youtube')?.outcome).toEqual({ kind: 'scored', value: 0 })
  agree(deps, auditId, [])
  expect(newest(deps, auditId).version).toBe(newest(deps, auditId).version)
  const rows = deps.store.db.select().from(assessments).where(eq(assessments.auditId, auditId)).all()
  expect(rows.filter(({ version }) => version > first).map(({ because }) => because)).toEqual(['pictures', 'decisions', 'decisions'])
})

test('a stored audit is scored under another rubric without anything being written', async () => {
  const { deps, auditId } = await withBanners()
  compare(deps, auditId)
  const before = newest(deps, auditId)
  const old = rescoreAudit(deps, { auditId, rubric: '2026.1' })
  expect(old.score).toMatchObject({ rubric: '2026.1', maximum: 10 })
  expect(old.findings).toEqual(before.findings)
  expect(newest(deps, auditId)).toEqual(before)
  expect(() => rescoreAudit(deps, { auditId, rubric: '1999.1' })).toThrow(/2026\.1, 2026\.2/)
})

test('the model shows the parts, and the points of the accounts add up to the total', async () => {
  const { deps, auditId } = await withBanners()
  compare(deps, auditId)
  const model = readUniformity(deps, auditId, { personId: null, reveal: true }, { target: 9.5 })
  expect(model?.parts.map(({ part }) => part)).toEqual(['names', 'background', 'pictures', 'text'])
  const sum = model?.accounts.reduce((total, { points }) => total + points, 0)
  expect(sum).toBeCloseTo(model?.score.points ?? 0, 4)
  expect(model?.deviations.some(({ check, about }) => check === 'background' && about?.startsWith('YouTube'))).toBe(true)
  expect(readUniformity(deps, auditId, { personId: newId() })).toBeNull()
})
