import { utimesSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expireEvidence } from '../../src/services/evidence.ts'
import { expireTeam } from '../../src/services/expire-team.ts'
import { importTeam } from '../../src/services/import-team.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { evidence, organisations, teamMembers } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { recordBasis } from '../support/sample-team.ts'

const day = 86_400_000

test('raw evidence is deleted on its day, and what two audits need stays for the second', async () => {
  const { deps, clock } = await testDeps()
  const { auditId: first } = await startAudit(deps, { name: 'De Linde' })
  const { auditId: second } = await startAudit(deps, { name: 'De Es' })
  const keep = async (text: string, rows: readonly [string, number][]) => {
    const digest = await deps.blobs.put(new TextEncoder().encode(text))
    const old = new Date(clock.now.getTime() - 5 * day)
    utimesSync((await deps.blobs.path(digest)) ?? '', old, old)
    for (const [auditId, days] of rows)
      deps.store.db
        .insert(evidence)
        .values({ digest, auditId, kind: 'page', expiresAt: new Date(clock.now.getTime() + days * day).toISOString() })
        .run()
    return digest
  }
  const alone = await keep('alone', [[first, 30]])
  const shared = await keep('shared', [
    [first, 30],
    [second, 40],
  ])
  clock.now = new Date(clock.now.getTime() + 31 * day)
  expect(await expireEvidence(deps)).toEqual({ rows: 2, blobs: 1 })
  expect(await deps.blobs.get(alone)).toBeNull()
  expect(await deps.blobs.get(shared)).not.toBeNull()
})

test('nothing of the demonstration goes, however long ago it is dated', async () => {
  const { deps, clock } = await testDeps()
  const auditId = endedAudit(deps)
  deps.store.db.update(organisations).set({ demo: true }).run()
  const digest = await deps.blobs.put(new TextEncoder().encode('verzonnen'))
  const long = new Date(clock.now.getTime() - 400 * day)
  utimesSync((await deps.blobs.path(digest)) ?? '', long, long)
  deps.store.db.insert(evidence).values({ digest, auditId, kind: 'page', expiresAt: long.toISOString() }).run()
  recordBasis(deps, auditId)
  importTeam(deps, { auditId, text: 'Sanne van Vliet' })
  deps.store.db.update(teamMembers).set({ createdAt: long.toISOString(), agreedAt: null, joinedBy: 'team-page' }).run()
  expect(await expireEvidence(deps)).toEqual({ rows: 0, blobs: 0 })
  expect(await expireTeam(deps)).toEqual({ looks: 0, profiles: 0, members: 0 })
  expect(await deps.blobs.get(digest)).not.toBeNull()
})

test('a young blob without a row is left alone: its job may not have been taken in yet', async () => {
  const { deps } = await testDeps()
  const digest = await deps.blobs.put(new TextEncoder().encode('young'))
  deps.store.checkpoint()
  expect((await expireEvidence({ ...deps, now: () => new Date() })).blobs).toBe(0)
  expect(await deps.blobs.get(digest)).not.toBeNull()
})
