import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { NewJob } from '../../src/queue/port.ts'
import { echo, eventually, fail, flow, idsOf, job, type QueueAt, sum, takeAll } from './setting.ts'

/** What ended reaches the taker. */
export function contractOfDelivery(at: QueueAt): void {
  describe('delivers', () => {
    test('what ended before a restart, children first', async () => {
      at.queue.work({ echo, sum, fail })
      await at.queue.enqueue(flow('f', [job('a', { payload: { name: 'Jan' } }), job('b', { kind: 'fail', attempts: 1 })]))
      await vi.waitUntil(async () => (await at.queue.state('f')) === 'completed', { timeout: 3_000, interval: 5 })
      await at.reopen()
      const taken = takeAll(at.queue)
      await eventually(() => taken.length === 3)
      expect(idsOf(taken)).toEqual(['a', 'b', 'f'])
      expect(taken[0]).toMatchObject({ payload: { name: 'Jan' }, result: { name: 'Jan' } })
      expect(taken[1]).toMatchObject({ state: 'failed', error: 'out of order' })
    })

    test('again, in the same order, when `take` throws', async () => {
      const seen: string[] = []
      let refusals = 2
      at.queue.onEnded(async ({ id }) => {
        seen.push(id)
        if (id === 'b' && refusals-- > 0) throw new Error('the database is busy')
      })
      for (const id of ['a', 'b', 'c']) await at.queue.enqueue(job(id))
      at.queue.work({ echo })
      await eventually(() => seen.includes('c'))
      expect(seen).toEqual(['a', 'b', 'b', 'b', 'c'])
    })

    test('again after a restart, when `take` had not resolved', async () => {
      let seen = 0
      at.queue.work({ echo })
      at.queue.onEnded(async () => {
        seen++
        throw new Error('the disk is full')
      })
      await at.queue.enqueue(job('a'))
      await eventually(() => seen > 0)
      await at.reopen()
      const taken = takeAll(at.queue)
      await eventually(() => taken.length === 1)
      expect(idsOf(taken)).toEqual(['a'])
    })

    test('to one taker at a time, until that one stops', async () => {
      const first = at.queue.onEnded(async () => {})
      expect(() => at.queue.onEnded(async () => {})).toThrow('has a taker already')
      await first.stop()
      const taken = takeAll(at.queue)
      at.queue.work({ echo })
      await at.queue.enqueue(job('a'))
      await eventually(() => taken.length === 1)
    })

    test('what `take` itself led to: a next job enqueued in it', async () => {
      const seen: string[] = []
      at.queue.onEnded(async ({ id }) => {
        seen.push(id)
        if (id !== 'stage-3') await at.queue.enqueue(job(`stage-${Number(id.slice(-1)) + 1}`))
      })
      at.queue.work({ echo })
      await at.queue.enqueue(job('stage-1'))
      await eventually(() => seen.length === 3)
      expect(seen).toEqual(['stage-1', 'stage-2', 'stage-3'])
    })

    test('every job exactly once, whatever fails and however often', { timeout: 30_000 }, async () => {
      const step = fc.record({
        priority: fc.integer({ min: 0, max: 100 }),
        delayMs: fc.constantFrom(0, 0, 4),
        attempts: fc.integer({ min: 1, max: 3 }),
        failures: fc.integer({ min: 0, max: 3 }),
        final: fc.boolean(),
      })
      const tree = fc.record({ top: step, children: fc.array(step, { maxLength: 3 }) })
      const taken = takeAll(at.queue)
      at.queue.work(
        {
          step: async ({ payload, attempt }) => {
            const { failures, final } = payload as { failures: number; final: boolean }
            if (attempt <= failures) throw Object.assign(new Error('by design'), { retry: !final })
          },
        },
        { concurrency: 4 },
      )
      let round = 0
      await fc.assert(
        fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 6 }), async (trees) => {
          taken.length = 0
          round++
          const expected = new Map<string, 'completed' | 'failed'>()
          const made = (id: string, { failures, final, ...options }: (typeof trees)[number]['top']): NewJob => {
            expected.set(id, failures === 0 || (failures < options.attempts && !final) ? 'completed' : 'failed')
            return job(id, { kind: 'step', payload: { failures, final }, ...options })
          }
          await Promise.all(
            trees.map(({ top, children }, i) =>
              at.queue.enqueue({
                ...made(`r${round}-${i}`, top),
                children: children.map((child, k) => made(`r${round}-${i}-${k}`, child)),
              }),
            ),
          )
          await vi.waitUntil(async () => Object.values(await at.queue.counts()).every((n) => n === 0), { timeout: 5_000, interval: 5 })
          expect(taken.map(({ id, state }) => `${id} ${state}`).sort()).toEqual([...expected].map(([id, state]) => `${id} ${state}`).sort())
          for (const [place, { id }] of taken.entries()) {
            const parentPlace = taken.findIndex((each) => id.startsWith(`${each.id}-`))
            if (parentPlace >= 0) expect(parentPlace).toBeGreaterThan(place)
          }
        }),
        { numRuns: 12 },
      )
    })
  })
}
