import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { payloadLimitBytes, resultLimitBytes } from '../../src/queue/limits.ts'
import type { Handler, NewJob } from '../../src/queue/port.ts'
import { echo, eventually, fail, flow, group, idsOf, job, type QueueAt, takeAll } from './setting.ts'

/** Jobs run, in order, as often as asked, one to an id. */
export function contractOfRuns(at: QueueAt): void {
  describe('runs jobs', () => {
    test('and hands payload and result to the taker', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ echo: async ({ payload, kind, id, attempt }) => ({ payload, kind, id, attempt }) })
      await at.queue.enqueue(job('a', { payload: { n: 1 } }))
      await eventually(() => taken.length === 1)
      const result = { payload: { n: 1 }, kind: 'echo', id: 'a', attempt: 1 }
      expect(taken).toEqual([{ id: 'a', kind: 'echo', group, payload: { n: 1 }, state: 'completed', result, error: null }])
    })

    test('with a handler that returns nothing: the result is null', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ echo: async () => undefined })
      await at.queue.enqueue(job('a'))
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ state: 'completed', result: null, error: null })
    })

    test('by priority, and those of one priority in the order they came', async () => {
      for (const [id, priority] of [
        ['late', 100],
        ['first', 0],
        ['usual-1', undefined],
        ['usual-2', 50],
        ['soon', 1],
      ] as const) {
        await at.queue.enqueue(job(id, priority === undefined ? {} : { priority }))
      }
      const ran: string[] = []
      at.queue.work({ echo: async ({ id }) => ran.push(id) })
      await eventually(() => ran.length === 5)
      expect(ran).toEqual(['first', 'soon', 'usual-1', 'usual-2', 'late'])
    })

    test('not before their delay is over', async () => {
      const ranAt: number[] = []
      at.queue.work({ echo: async () => ranAt.push(performance.now()) })
      const began = performance.now()
      await at.queue.enqueue(job('later', { delayMs: 150 }))
      await at.queue.enqueue(job('much-later', { delayMs: 60_000 }))
      expect(await at.queue.state('much-later')).toBe('delayed')
      await eventually(() => ranAt.length === 1)
      expect((ranAt[0] ?? 0) - began).toBeGreaterThanOrEqual(149)
      expect((ranAt[0] ?? 0) - began).toBeLessThan(2_000)
    })

    test('at most `concurrency` at a time, and as many as that', async () => {
      let running = 0
      let most = 0
      const taken = takeAll(at.queue)
      const handler: Handler = async () => {
        most = Math.max(most, ++running)
        await eventually(() => most >= 3)
        await sleep(5)
        running--
      }
      for (let i = 0; i < 12; i++) await at.queue.enqueue(job(`j${i}`))
      at.queue.work({ echo: handler }, { concurrency: 3 })
      await eventually(() => taken.length === 12)
      expect(most).toBe(3)
    })

    test('that come while a worker waits, without a delay', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ echo })
      await sleep(60)
      const began = performance.now()
      await at.queue.enqueue(job('a'))
      await eventually(() => taken.length === 1)
      expect(performance.now() - began).toBeLessThan(2_000)
    })
  })

  describe('tries again', () => {
    test('as often as `attempts` says, ever later, and then the job has failed', async () => {
      const runs: { attempt: number; at: number }[] = []
      const taken = takeAll(at.queue)
      at.queue.work({
        echo: async ({ attempt }) => {
          runs.push({ attempt, at: performance.now() })
          throw new Error(`attempt ${attempt} went wrong`)
        },
      })
      await at.queue.enqueue(job('a', { attempts: 3, backoffMs: 60, payload: 7 }))
      await eventually(() => taken.length === 1)
      expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
      const [first, second, third] = runs.map(({ at }) => at) as [number, number, number]
      expect(second - first).toBeGreaterThanOrEqual(59)
      expect(third - second).toBeGreaterThanOrEqual(119)
      expect(taken[0]).toMatchObject({ state: 'failed', error: 'attempt 3 went wrong', result: null, payload: 7 })
    })

    test('and a job that then succeeds has no error', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ echo: async (running) => (running.attempt < 3 ? fail(running) : 'well') })
      await at.queue.enqueue(job('a'))
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ state: 'completed', result: 'well', error: null })
    })

    test('but not after an error that says `retry: false`', async () => {
      let runs = 0
      const taken = takeAll(at.queue)
      at.queue.work({
        echo: async () => {
          runs++
          throw Object.assign(new Error('that page does not exist'), { retry: false })
        },
      })
      await at.queue.enqueue(job('a', { attempts: 5 }))
      await eventually(() => taken.length === 1)
      await sleep(30)
      expect(runs).toBe(1)
      expect(taken[0]).toMatchObject({ state: 'failed', error: 'that page does not exist' })
    })

    test('nor for a kind that nobody handles: the error names it', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ echo })
      await at.queue.enqueue(job('a', { kind: 'toString', attempts: 5 }))
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ state: 'failed', error: 'No worker has a handler for jobs of kind toString.' })
    })
  })

  describe('refuses', () => {
    test('a payload over its limit, and keeps nothing of it', async () => {
      const fits = 'x'.repeat(payloadLimitBytes - 2)
      await expect(at.queue.enqueue(job('big', { payload: `${fits}x` }))).rejects.toMatchObject({ code: 'too-large', field: 'payload' })
      expect(await at.queue.state('big')).toBe(null)
      await at.queue.enqueue(job('fits', { payload: fits }))
      expect(await at.queue.state('fits')).toBe('waiting')
    })

    test('a result over its limit: the job fails at once, with a sentence that says why', async () => {
      let runs = 0
      const taken = takeAll(at.queue)
      const sized =
        (bytes: number): Handler =>
        async () => {
          runs++
          return 'é'.repeat(bytes / 2 - 1)
        }
      at.queue.work({ fits: sized(resultLimitBytes), large: sized(resultLimitBytes + 2) })
      await at.queue.enqueue(job('a', { kind: 'large', attempts: 3 }))
      await at.queue.enqueue(job('b', { kind: 'fits' }))
      await eventually(() => taken.length === 2)
      expect(runs).toBe(2)
      expect(taken[0]).toMatchObject({ id: 'a', state: 'failed', result: null })
      expect(taken[0]?.error).toBe(
        `The result of job a takes 65538 bytes; at most 65536 fit. Keep large data in the blob store and pass its digest.`,
      )
      expect(taken[1]).toMatchObject({ id: 'b', state: 'completed' })
    })

    test('ids, groups and kinds that are not plain words, and numbers that make no sense', async () => {
      const wrong: [keyof NewJob, unknown][] = [
        ['id', 'a:b'],
        ['id', ''],
        ['group', 'a b'],
        ['kind', 'é'],
        ['priority', 101],
        ['attempts', 0],
        ['delayMs', -1],
        ['backoffMs', 0.5],
      ]
      for (const [field, value] of wrong) {
        await expect(at.queue.enqueue({ ...job('a'), [field]: value }), field).rejects.toMatchObject({ code: 'invalid-input', field })
      }
      expect(await at.queue.state('a')).toBe(null)
    })

    test('a flow with a child twice, or a child of another group', async () => {
      await expect(at.queue.enqueue(flow('f', [job('c'), job('c')]))).rejects.toMatchObject({ code: 'invalid-input', field: 'children' })
      await expect(at.queue.enqueue(flow('f', [job('c', { group: 'audit-2' })]))).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'children',
      })
      expect(await at.queue.state('f')).toBe(null)
    })
  })

  describe('keeps one job to an id', () => {
    test('while it waits, while it runs and until it is taken', async () => {
      let runs = 0
      const gate = Promise.withResolvers<void>()
      await at.queue.enqueue(job('a', { payload: 'first' }))
      await at.queue.enqueue(job('a', { payload: 'second' }))
      const worker = at.queue.work({
        echo: async ({ payload }) => {
          runs++
          await gate.promise
          return payload
        },
      })
      await eventually(() => runs === 1)
      expect(await at.queue.state('a')).toBe('active')
      await at.queue.enqueue(job('a', { payload: 'third' }))
      gate.resolve()
      await vi.waitUntil(async () => (await at.queue.state('a')) === 'completed', { timeout: 3_000, interval: 5 })
      await at.queue.enqueue(job('a', { payload: 'fourth' }))
      expect(await at.queue.counts()).toMatchObject({ completed: 1, waiting: 0 })
      const taken = takeAll(at.queue)
      await eventually(() => taken.length === 1)
      await vi.waitUntil(async () => (await at.queue.state('a')) === null, { timeout: 3_000, interval: 5 })
      await at.queue.enqueue(job('a', { payload: 'fifth' }))
      await eventually(() => taken.length === 2)
      expect(taken.map(({ result }) => result)).toEqual(['first', 'fifth'])
      await worker.stop()
    })

    test('whatever word or number the id is', async () => {
      const ids = ['7', 'meta', 'wait', 'id', '-', 'a.b_c-D', 'x'.repeat(200)]
      const taken = takeAll(at.queue)
      for (const id of ids) await at.queue.enqueue(job(id))
      at.queue.work({ echo })
      await eventually(() => taken.length === ids.length)
      expect(idsOf(taken).sort()).toEqual(ids.sort())
    })
  })
}
