import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { progressLimitBytes } from '../../src/queue/limits.ts'
import type { Handler } from '../../src/queue/port.ts'
import { echo, eventually, fail, flow, group, idsOf, job, type QueueAt, sum, takeAll } from './setting.ts'

/** Fan-out and fan-in, and what is told on the way. */
export function contractOfFlows(at: QueueAt): void {
  describe('runs a flow', () => {
    test('the parent after its children, with their outcomes in the order given, the failed one too', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ sum, echo: async ({ payload }) => sleep(Number(payload), payload), fail }, { concurrency: 3 })
      await at.queue.enqueue(
        flow('f', [job('slow', { payload: 40 }), job('bad', { kind: 'fail', attempts: 2 }), job('quick', { payload: 0 })]),
      )
      expect(await at.queue.state('f')).toBe('blocked')
      await eventually(() => taken.length === 4)
      expect(idsOf(taken).at(-1)).toBe('f')
      expect(taken.at(-1)).toMatchObject({ state: 'completed' })
      expect(taken.at(-1)?.result).toEqual([
        { id: 'slow', kind: 'echo', state: 'completed', result: 40, error: null },
        { id: 'bad', kind: 'fail', state: 'failed', result: null, error: 'out of order' },
        { id: 'quick', kind: 'echo', state: 'completed', result: 0, error: null },
      ])
    })

    test('whose children were taken long before the parent, which still sees them at a second attempt', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ echo, sum: async (running) => (running.attempt === 1 ? fail(running) : running.children()) })
      await at.queue.enqueue(flow('f', [job('a', { payload: 'A' }), job('b', { payload: 'B' })], { backoffMs: 80 }))
      await eventually(() => taken.length === 2)
      await eventually(() => taken.length === 3)
      expect(taken[2]?.result).toMatchObject([
        { id: 'a', result: 'A' },
        { id: 'b', result: 'B' },
      ])
    })

    test('with a delay, which counts from the end of the last child', async () => {
      const ranAt: Record<string, number> = {}
      const mark: Handler = async ({ id }) => {
        ranAt[id] = performance.now()
      }
      at.queue.work({ sum: mark, echo: mark })
      await at.queue.enqueue(flow('f', [job('a', { delayMs: 60 })], { delayMs: 80 }))
      await eventually(() => ranAt.f)
      expect((ranAt.f ?? 0) - (ranAt.a ?? 0)).toBeGreaterThanOrEqual(79)
    })

    test('with no children: a plain job', async () => {
      const taken = takeAll(at.queue)
      at.queue.work({ sum })
      await at.queue.enqueue(flow('f', []))
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ id: 'f', state: 'completed', result: [] })
    })

    test('once, however often and at once it is enqueued', async () => {
      const taken = takeAll(at.queue)
      const again = () => at.queue.enqueue(flow('f', [job('a'), job('bad', { kind: 'fail', attempts: 1 })]))
      await Promise.all([again(), again(), again()])
      at.queue.work({ sum: async () => again(), echo, fail })
      await eventually(() => taken.length === 3)
      await sleep(30)
      expect(idsOf(taken)).toEqual(['a', 'bad', 'f'])
    })

    test('that waits for a job which was known before: waiting, running, completed or failed', async () => {
      const gate = Promise.withResolvers<void>()
      const worker = at.queue.work({ echo, fail, gated: async () => gate.promise }, { concurrency: 4 })
      await at.queue.enqueue(job('done', { payload: 1 }))
      await at.queue.enqueue(job('lost', { kind: 'fail', attempts: 1 }))
      await at.queue.enqueue(job('busy', { kind: 'gated' }))
      await vi.waitUntil(async () => (await at.queue.state('lost')) === 'failed' && (await at.queue.state('done')) === 'completed', {
        timeout: 3_000,
        interval: 5,
      })
      await at.queue.enqueue(job('later', { delayMs: 100 }))
      await at.queue.enqueue(flow('f', [job('lost'), job('done'), job('busy'), job('later'), job('new')]))
      expect(await at.queue.state('f')).toBe('blocked')
      gate.resolve()
      await worker.stop()
      const taken = takeAll(at.queue)
      at.queue.work({ sum, echo })
      await eventually(() => taken.length === 6)
      expect(idsOf(taken).at(-1)).toBe('f')
      const states = { lost: 'failed', done: 'completed', busy: 'completed', later: 'completed', new: 'completed' }
      expect(taken.at(-1)?.result).toMatchObject(Object.entries(states).map(([id, state]) => ({ id, state })))
    })

    test('that only waits for what has failed already', async () => {
      const worker = at.queue.work({ fail })
      await at.queue.enqueue(job('lost', { kind: 'fail', attempts: 1 }))
      await vi.waitUntil(async () => (await at.queue.state('lost')) === 'failed', { timeout: 3_000, interval: 5 })
      await worker.stop()
      await at.queue.enqueue(flow('f', [job('lost')]))
      const taken = takeAll(at.queue)
      at.queue.work({ sum })
      await eventually(() => taken.length === 2)
      expect(taken[1]).toMatchObject({ id: 'f', result: [{ id: 'lost', state: 'failed', error: 'out of order' }] })
    })

    test('but not one that wants the child of another', async () => {
      await at.queue.enqueue(flow('f', [job('a')]))
      await expect(at.queue.enqueue(flow('g', [job('b'), job('a')]))).rejects.toMatchObject({ code: 'invalid-input', field: 'children' })
      expect([await at.queue.state('g'), await at.queue.state('b')]).toEqual([null, null])
    })
  })

  describe('tells progress', () => {
    test('to a listener, in another process too, and drops what is too large', async () => {
      const heard: unknown[] = []
      const listening = at.peer().onProgress((ofGroup, id, event) => heard.push([ofGroup, id, event]))
      at.queue.work({
        echo: async (running) => {
          await running.progress({ tooLarge: 'x'.repeat(progressLimitBytes) })
          // Who has just begun to listen may miss the first.
          while (heard.length === 0) {
            await running.progress({ page: 2 })
            await sleep(10)
          }
        },
      })
      await at.queue.enqueue(job('a'))
      await eventually(() => heard.length > 0)
      expect(heard[0]).toEqual([group, 'a', { page: 2 }])
      await listening.stop()
      const before = heard.length
      await at.queue.enqueue(job('b'))
      await sleep(40)
      expect(heard.length).toBe(before)
    })

    test('and a listener that throws hurts nobody', async () => {
      at.queue.onProgress(() => {
        throw new Error('no ears')
      })
      const taken = takeAll(at.queue)
      at.queue.work({ echo: async (running) => running.progress(1) })
      await at.queue.enqueue(job('a'))
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ state: 'completed' })
    })
  })
}
