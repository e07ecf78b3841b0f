import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { turnJob } from '../../src/model/jobs.ts'
import type { EndedJob } from '../../src/queue/port.ts'
import { ingest } from '../../src/services/ingest.ts'
import { handOverSchedules, listSchedules, readSchedule, removeSchedule, saveSchedule } from '../../src/services/schedule.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { audits, organisations, schedules } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'

/** An organisation whose first audit has ended. */
async function setting(name = 'Zorg Wijde') {
  const { deps, clock } = await testDeps()
  const auditId = await audited(deps, name)
  return { deps, clock, auditId }
}

async function audited(deps: Deps, name: string): Promise<string> {
  const { auditId } = await startAudit(deps, { name, website: 'https://www.zorgwijde.example/', links: 'https://x.com/zorgwijde' })
  end(deps, auditId)
  return auditId
}

const end = (deps: Deps, auditId: string) => deps.store.db.update(audits).set({ state: 'done' }).where(eq(audits.id, auditId)).run()

const turnOf = (deps: Deps, id: string): EndedJob => {
  const schedule = deps.store.db.select().from(schedules).get()
  return {
    id,
    kind: turnJob.kind,
    group: 'schedule',
    payload: { scheduleId: schedule?.id ?? 'gone' },
    state: 'completed',
    result: {},
    error: null,
  }
}

const auditsOf = (deps: Deps) => deps.store.db.select().from(audits).orderBy(audits.id).all()

describe('a schedule', () => {
  test('is quarterly by default, in Dutch time, and known to the queue', async () => {
    const { deps, auditId } = await setting()
    const schedule = await saveSchedule(deps, auditId, {})
    expect(schedule).toMatchObject({
      rhythm: 'quarterly',
      timeZone: 'Europe/Amsterdam',
      lastAt: null,
      skipped: 0,
      organisation: { name: 'Zorg Wijde' },
    })
    const next = Date.parse(schedule.nextAt ?? '')
    expect(next).toBe(await deps.queue.nextTurn(`schedule.${schedule.organisation.id}`))
    expect(readSchedule(deps, auditId)).toEqual(schedule)
  })

  test('of many organisations is spread over two weeks, the same for each every time', async () => {
    const { deps, auditId } = await setting()
    const ids = [auditId]
    for (let n = 1; n < 40; n++) ids.push(await audited(deps, `Zorg Wijde ${n}`))
    for (const id of ids) await saveSchedule(deps, id, {})
    const before = listSchedules(deps).map(({ nextAt }) => Date.parse(nextAt ?? ''))
    const days = new Set(before.map((at) => Math.floor(at / 86_400_000)))
    expect(days.size).toBeGreaterThan(7)
    expect(Math.max(...before) - Math.min(...before)).toBeLessThanOrEqual(14 * 86_400_000)
    await handOverSchedules(deps)
    expect(listSchedules(deps).map(({ nextAt }) => Date.parse(nextAt ?? ''))).toEqual(before)
  })

  test('takes a rule of one’s own to the minute', async () => {
    const { deps, auditId } = await setting()
    const schedule = await saveSchedule(deps, auditId, { rhythm: 'own', rule: '15  7 1 3 *', timeZone: 'Europe/Lisbon' })
    expect(schedule).toMatchObject({ rhythm: 'own', rule: '15 7 1 3 *' })
    expect(schedule.nextAt).toMatch(/-03-01T07:15:00\.000Z$/)
  })

  test.each([
    [{ rhythm: 'own', rule: 'elke maandag' }, 'rule'],
    [{ rhythm: 'own' }, 'rule'],
    [{ timeZone: 'Elzerdijk' }, 'timeZone'],
    [{ rhythm: 'soms' }, 'rhythm'],
  ])('%j is refused, and says where it goes wrong', async (input, field) => {
    const { deps, auditId } = await setting()
    await expect(saveSchedule(deps, auditId, input as never)).rejects.toMatchObject({ code: 'invalid-input', field })
    expect(readSchedule(deps, auditId)).toBeNull()
  })

  test('that is taken away brings nothing any more', async () => {
    const { deps, auditId } = await setting()
    const { organisation } = await saveSchedule(deps, auditId, {})
    const turn = turnOf(deps, 'turn-1')
    await removeSchedule(deps, auditId)
    expect(await deps.queue.nextTurn(`schedule.${organisation.id}`)).toBeNull()
    await ingest(deps, turn)
    expect(auditsOf(deps)).toHaveLength(1)
  })
})

describe('a turn', () => {
  test('begins an audit of the same organisation, asked for the same way without what was handed in once', async () => {
    const { deps, auditId } = await setting()
    await saveSchedule(deps, auditId, {})
    await ingest(deps, turnOf(deps, 'turn-1'))
    const [first, second] = auditsOf(deps)
    expect(second?.organisationId).toBe(first?.organisationId)
    expect(second?.request).toEqual({ name: 'Zorg Wijde', website: 'https://www.zorgwijde.example/' })
    expect(readSchedule(deps, auditId)).toMatchObject({ lastAuditId: second?.id, lastAt: '2026-11-02T09:00:00.000Z' })
  })

  test('is of its own organisation, whoever else came to bear the name', async () => {
    const { deps } = await testDeps()
    const { auditId } = await startAudit(deps, { name: 'De Linde' })
    end(deps, auditId)
    await saveSchedule(deps, auditId, {})
    // A register told the website of the first; the second is another organisation.
    deps.store.db.update(organisations).set({ website: 'https://delinde.example/', domain: 'delinde.example' }).run()
    const other = await startAudit(deps, { name: 'De Linde', website: 'https://linde-zorg.example/' })
    end(deps, other.auditId)
    await ingest(deps, turnOf(deps, 'turn-1'))
    const [first, second, third] = auditsOf(deps)
    expect([second?.organisationId === first?.organisationId, third?.organisationId]).toEqual([false, first?.organisationId])
  })

  test('that is delivered twice begins one audit', async () => {
    const { deps, auditId } = await setting()
    await saveSchedule(deps, auditId, {})
    await ingest(deps, turnOf(deps, 'turn-1'))
    await ingest(deps, turnOf(deps, 'turn-1'))
    expect(auditsOf(deps)).toHaveLength(2)
    expect(readSchedule(deps, auditId)?.skipped).toBe(0)
  })

  test('is passed over while an audit runs, and counted', async () => {
    const { deps, auditId } = await setting()
    await saveSchedule(deps, auditId, {})
    await ingest(deps, turnOf(deps, 'turn-1'))
    await ingest(deps, turnOf(deps, 'turn-2'))
    expect(auditsOf(deps)).toHaveLength(2)
    expect(readSchedule(deps, auditId)?.skipped).toBe(1)
    end(deps, auditsOf(deps)[1]?.id ?? '')
    await ingest(deps, turnOf(deps, 'turn-3'))
    expect(auditsOf(deps)).toHaveLength(3)
  })
})
