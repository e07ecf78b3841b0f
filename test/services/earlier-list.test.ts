import { expect, test } from 'vitest'
import { earlierListSchema, websiteJob } from '../../src/model/jobs.ts'
import { earlierListFor } from '../../src/services/earlier-list.ts'
import { expireEvidence } from '../../src/services/evidence.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { keepVisits } from '../../src/services/keep-evidence.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testDeps } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'

const day = 86_400_000

test('the longest quarter later there is evidence to ask by, of pages that tell of nobody', async () => {
  const { deps, clock } = await testDeps()
  clock.now = new Date('2026-07-01T04:00:00.000Z')
  const website = 'https://www.delinde.example/'
  const auditId = endedAudit(deps, { website })
  const now = clock.now.toISOString()
  const visit = async (path: string) => {
    const record = await deps.blobs.put(new TextEncoder().encode(path))
    return { url: `${website}${path}`, outcome: 'page', status: 200, at: now, record }
  }
  const visits = [await visit(''), await visit('aanbod'), await visit('ons-team'), await visit('verhaal')]
  const [front, offer, , story] = visits
  const log = { visits, kept: visits.map(({ record }) => record), ofPeople: [story?.record ?? ''] }
  deps.store.transact((tx) => keepVisits({ tx, deps, auditId, now }, log, websiteJob.kind))

  const listAfter = async (days: number) => {
    clock.now = new Date(Date.parse(now) + days * day)
    await expireEvidence(deps)
    const next = await startAudit(deps, { name: 'De Linde', website })
    const digest = await earlierListFor(deps, findAudit(deps.store.db, next.auditId))
    const bytes = digest === null ? null : await deps.blobs.get(digest)
    return bytes ? earlierListSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).pages.map(({ url }) => url) : []
  }
  expect((await listAfter(7)).toSorted()).toEqual(visits.map(({ url }) => url).toSorted())
  expect((await listAfter(92)).toSorted()).toEqual([front?.url, offer?.url])
  expect(await listAfter(101)).toEqual([])
})
