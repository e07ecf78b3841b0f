import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startApplication } from '../../src/application.ts'
import { routeIds } from '../../src/model/candidate.ts'
import type { WallKind } from '../../src/model/snapshot.ts'
import { explanationsOf } from '../../src/services/explain-deviation.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { listAudits } from '../../src/services/list-audits.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { readLocations } from '../../src/services/read-locations.ts'
import { readManagers } from '../../src/services/read-managers.ts'
import { readTeam } from '../../src/services/read-team.ts'
import { readRecord } from '../../src/services/write-record.ts'
import { accountNames, accounts, houseStyles, looksByHand, managers, persons, requests, settings } from '../../src/store/schema.ts'
import { testApplication } from '../support/application.ts'
import { temporaryDir, testEnv } from '../support/deps.ts'

const nobody = { personId: null }

test('a year of the demonstration organisation: every route finds, every wall is met, and people did their part', {
  timeout: 900_000,
}, async () => {
  const data = { EENLIJN_DATA_DIR: temporaryDir() }
  const cutOff = await startApplication(testEnv(data))
  const first = await cutOff.startDemo()
  await cutOff.stop()

  const { deps, startDemo, demoFinished } = await testApplication(data)
  const { db } = deps.store
  expect(await startDemo()).toBe(first)
  await demoFinished()

  const audits = listAudits(deps)
  expect(audits.map(({ createdAt, state }) => `${createdAt.slice(0, 7)} ${state}`)).toEqual([
    '2026-09 done',
    '2026-06 done',
    '2026-03 done',
    '2025-12 done',
  ])
  expect(audits.at(-1)?.id).toBe(first)
  for (const { createdAt, finishedAt } of audits) expect(Date.parse(finishedAt ?? '') - Date.parse(createdAt)).toBeLessThan(900_000)
  const newest = audits[0]?.id ?? ''
  const view = readAudit(deps, newest, nobody)

  const found = new Set(view.candidates.flatMap(({ foundVia }) => foundVia.map(({ route }) => route)))
  expect(routeIds.filter((route) => !found.has(route))).toEqual([])
  const walls = new Set(view.candidates.flatMap(({ snapshot }) => snapshot?.wall ?? []))
  const met: WallKind[] = [
    ...(['login', 'consent', 'blocked', 'rate-limited', 'robots', 'not-found', 'suspended', 'moved', 'closed-platform'] as const),
    'not-in-archive',
  ]
  // LinkedIn's refusal of the newest audit was overcome by hand; the machine's own look still says it.
  for (const { byHand } of view.candidates) if (byHand?.machine?.wall) walls.add(byHand.machine.wall)
  expect(met.filter((wall) => !walls.has(wall))).toEqual([])
  expect(view.candidates.filter(({ byHand }) => byHand).map(({ platform }) => platform)).toEqual(['linkedin', 'facebook'])
  const impostor = view.candidates.find(({ key }) => key === 'bluesky:wilgenwaard-winactie.bsky.social')
  expect([impostor?.standing, impostor?.kind]).toEqual(['not-ours', 'impostor'])
  expect(view.printed).toMatchObject([{ kind: 'gone', item: 'Poster van de open dag op De Dijkhof' }])
  const missed = db.select({ url: requests.url }).from(requests).where(eq(requests.outcome, 'failed: not-in-archive')).all()
  expect([...new Set(missed.map(({ url }) => url))]).toEqual(['https://www.threads.com/@zorggroepwilgenwaard'])
  for (const audit of audits) expect(readRecord(deps, audit.id).assessment.score.grade).not.toBeNull()
  for (const audit of audits) expect(readAudit(deps, audit.id, nobody).assessment?.score.grade, audit.createdAt).not.toBeNull()

  expect(db.select().from(accountNames).where(eq(accountNames.renamed, true)).all()).toMatchObject([{ handle: 'ZG_Wilgenwaard' }])
  const { organisationId } = findAudit(db, newest)
  expect(explanationsOf(db, organisationId).size).toBe(1)
  expect(db.select().from(houseStyles).all()).toHaveLength(1)
  const team = readTeam(deps, newest)
  expect(team.members).toHaveLength(7)
  expect(team.members.map(({ name }) => name)).not.toContain('Tineke Hofdijk')
  expect(team.reading?.skipped).toBe(1)
  expect(readLocations(deps, newest).rows).toHaveLength(5)
  const sole = readManagers(deps, newest).findings.filter(({ sort }) => sort === 'mend')
  expect(sole.map(({ rule }) => rule)).toContain('own-employee')

  const counts = () =>
    [accounts, houseStyles, looksByHand, managers, persons]
      .map((table) => db.select().from(table).all().length)
      .concat(listAudits(deps).length)
  const before = counts()
  expect(await startDemo()).toBeNull()
  // As after a start that was cut off before anything could be noted down.
  for (const row of db.select().from(settings).all())
    if (row.name.startsWith('demo:') && row.name !== 'demo:colleague') db.delete(settings).where(eq(settings.name, row.name)).run()
  await startDemo()
  await demoFinished()
  expect(counts()).toEqual(before)
})
