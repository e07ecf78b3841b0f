import { describe, expect, test } from 'vitest'
import type { EndedJob, RecurringJob } from '../../src/queue/port.ts'
import { echo, eventually, group, idsOf, type QueueAt, takeAll, untilAborted } from './setting.ts'

const recurring = (more: Partial<RecurringJob> = {}): RecurringJob => ({
  id: 'again',
  group,
  kind: 'echo',
  payload: null,
  rule: '30 2 * * *',
  timeZone: 'Europe/Amsterdam',
  ...more,
})
const hour = 3_600_000

/** Jobs that come back by the calendar. */
export function contractOfRecurringJobs(at: QueueAt): void {
  /** Sets the simulated clock and lets the queue do what is due; keeping an equal job again is a reason to look. */
  async function setClock(moment: number, job: RecurringJob): Promise<void> {
    at.clock.at = moment
    const due = await at.queue.nextTurn(job.id)
    await at.queue.setRecurring(job)
    if (due !== null && due <= moment) await eventually(async () => (await at.queue.nextTurn(job.id)) !== due)
  }

  /** Runs the clock to a moment, an hour at a time, and waits for what has to be taken in. */
  async function runTo(moment: string, job: RecurringJob, settled = allTaken): Promise<void> {
    const to = Date.parse(moment)
    while (at.clock.at < to) {
      await setClock(Math.min(to, at.clock.at + hour), job)
      await eventually(settled)
    }
  }

  const allTaken = async () => Object.values(await at.queue.counts()).every((n) => n === 0)

  async function startAt(moment: string, job: RecurringJob): Promise<EndedJob[]> {
    at.clock.at = Date.parse(moment)
    at.queue.work({ echo })
    const taken = takeAll(at.queue)
    await at.queue.setRecurring(job)
    return taken
  }

  describe('brings back', () => {
    test('a job each time that the calendar says, over both changes of the clock, never twice', async () => {
      const job = recurring()
      const taken = await startAt('2026-03-28T00:00Z', job)
      await runTo('2026-03-31T00:00Z', job)
      await eventually(() => taken.length === 3)
      await setClock(Date.parse('2026-10-24T00:00Z'), job)
      await eventually(() => taken.length === 4)
      await runTo('2026-10-27T00:00Z', job)
      await eventually(() => taken.length === 7)
      expect(idsOf(taken)).toEqual([
        'again.20260328T0130',
        // 02:30 does not exist on this day: the end of the gap is 03:00.
        'again.20260329T0100',
        'again.20260330T0030',
        // A whole summer away: one turn, not two hundred.
        'again.20260331T0030',
        'again.20261024T0030',
        // 02:30 comes twice on this day.
        'again.20261025T0030',
        'again.20261026T0130',
      ])
    })

    test('what was missed in a night of downtime, once', async () => {
      const job = recurring({ rule: '0 * * * *' })
      await startAt('2026-11-22T20:30Z', job)
      await at.reopen()
      at.clock.at = Date.parse('2026-11-23T07:10Z')
      at.queue.work({ echo })
      const taken = takeAll(at.queue)
      await eventually(() => taken.length === 1)
      expect(idsOf(taken)).toEqual(['again.20261122T2100'])
      await eventually(async () => (await at.queue.nextTurn('again')) === Date.parse('2026-11-23T08:00Z'))
    })

    test('no second turn while the first one runs', async () => {
      at.clock.at = Date.parse('2026-11-22T20:30Z')
      const job = recurring({ rule: '0 * * * *', kind: 'wait' })
      const taken = takeAll(at.queue)
      at.queue.work({ wait: untilAborted })
      await at.queue.setRecurring(job)
      await runTo('2026-11-23T01:30Z', job, async () => (await at.queue.counts()).active < 2)
      await eventually(async () => (await at.queue.counts()).active === 1)
      expect(await at.queue.state('again.20261122T2100')).toBe('active')
      expect(await at.queue.state('again.20261122T2200')).toBeNull()
      expect(taken).toEqual([])
    })

    test('each a little later than the rule says, by its offset', async () => {
      const job = recurring({ rule: '0 6 1 1,4,7,10 *', offsetMs: 26 * hour })
      await startAt('2026-11-22T00:00Z', job)
      expect(await at.queue.nextTurn('again')).toBe(Date.parse('2027-01-02T07:00Z'))
    })

    test('nothing once it was taken away, and by another rule once that was set', async () => {
      await startAt('2026-11-22T00:00Z', recurring())
      await at.queue.setRecurring(recurring({ rule: '0 12 * * *' }))
      expect(await at.queue.nextTurn('again')).toBe(Date.parse('2026-11-22T11:00Z'))
      await at.queue.removeRecurring('again')
      expect(await at.queue.nextTurn('again')).toBeNull()
    })

    test.each([
      ['a rule of six fields', { rule: '0 30 2 * * *' }],
      ['a day that no month has', { rule: '0 0 31 2 *' }],
      ['words', { rule: 'every morning' }],
      ['a time zone that is nowhere', { timeZone: 'Europe/Elzerdijk' }],
      ['an offset of a year', { offsetMs: 365 * 24 * hour }],
    ])('not at all: %s is refused', async (_, more) => {
      await expect(at.queue.setRecurring(recurring(more))).rejects.toMatchObject({ code: 'invalid-input' })
    })
  })
}
