import { describe, expect, test, vi } from 'vitest'
import type { Handler } from '../../src/queue/port.ts'
import { echo, eventually, fail, flow, group, idsOf, job, type QueueAt, sum, takeAll, untilAborted } from './setting.ts'

/** What goes when a group is cancelled. */
export function contractOfCancelling(at: QueueAt): void {
  describe('cancels a group', () => {
    test('waiting, delayed and blocked jobs go, those of other groups stay', async () => {
      await at.queue.enqueue(job('waiting'))
      await at.queue.enqueue(job('delayed', { delayMs: 60_000 }))
      await at.queue.enqueue(flow('parent', [job('child-1'), job('child-2')]))
      await at.queue.enqueue(job('other', { group: 'audit-2' }))
      expect(await at.queue.counts()).toEqual({ waiting: 4, delayed: 1, blocked: 1, active: 0, completed: 0, failed: 0, cancelled: 0 })
      await at.queue.cancelGroup(group)
      expect(await at.queue.counts()).toEqual({ waiting: 1, delayed: 0, blocked: 0, active: 0, completed: 0, failed: 0, cancelled: 0 })
      for (const id of ['waiting', 'delayed', 'parent', 'child-1', 'child-2']) expect(await at.queue.state(id), id).toBe(null)
      const taken = takeAll(at.queue)
      at.queue.work({ echo, sum })
      await eventually(() => taken.length === 1)
      expect(idsOf(taken)).toEqual(['other'])
    })

    test('running ones are told, wherever they run, and what they still say is dropped', async () => {
      const reasons: unknown[] = []
      const running: string[] = []
      const gate = Promise.withResolvers<string>()
      const taken = takeAll(at.queue)
      const watched =
        (more: Handler): Handler =>
        async (each) => {
          running.push(each.id)
          each.signal.addEventListener('abort', () => reasons.push(each.signal.reason))
          return more(each)
        }
      at.peer().work({ obeys: watched(untilAborted), ignores: watched(() => gate.promise) }, { concurrency: 3 })
      await at.queue.enqueue(job('c', { kind: 'ignores', group: 'audit-2' }))
      await at.queue.enqueue(job('a', { kind: 'obeys' }))
      await at.queue.enqueue(flow('parent', [job('b', { kind: 'ignores' }), job('waits')]))
      await eventually(() => running.length === 3)
      await at.queue.cancelGroup(group)
      expect(await at.queue.state('parent')).toBe(null)
      await eventually(() => reasons.length === 2)
      gate.resolve('done')
      await vi.waitUntil(async () => Object.values(await at.queue.counts()).every((n) => n === 0), { timeout: 3_000, interval: 10 })
      expect(idsOf(taken)).toEqual(['c'])
      expect(reasons).toMatchObject([{ code: 'cancelled' }, { code: 'cancelled' }])
      for (const id of ['a', 'b', 'parent', 'waits']) expect(await at.queue.state(id), id).toBe(null)
    })

    test('a job that runs on is called cancelled until it ends', async () => {
      const gate = Promise.withResolvers<void>()
      let running = false
      at.queue.work({
        echo: () => {
          running = true
          return gate.promise
        },
      })
      await at.queue.enqueue(job('a'))
      await eventually(() => running)
      await at.queue.cancelGroup(group)
      expect(await at.queue.state('a')).toBe('cancelled')
      expect(await at.queue.counts()).toMatchObject({ active: 0, cancelled: 1 })
      gate.resolve()
      await vi.waitUntil(async () => (await at.queue.state('a')) === null, { timeout: 3_000, interval: 5 })
    })

    test('what ended and was not taken yet is not taken any more', async () => {
      at.queue.work({ echo, fail })
      await at.queue.enqueue(job('good'))
      await at.queue.enqueue(job('bad', { kind: 'fail', attempts: 1 }))
      await vi.waitUntil(async () => (await at.queue.counts()).completed + (await at.queue.counts()).failed === 2, {
        timeout: 3_000,
        interval: 5,
      })
      await at.queue.cancelGroup(group)
      const taken = takeAll(at.queue)
      await at.queue.enqueue(job('other', { group: 'audit-2' }))
      await eventually(() => taken.length === 1)
      expect(idsOf(taken)).toEqual(['other'])
    })

    test('what comes for it later is dropped, after a restart too', async () => {
      await at.queue.cancelGroup(group)
      await at.queue.enqueue(job('late'))
      await at.reopen()
      await at.queue.enqueue(flow('later', [job('child')]))
      expect(await at.queue.counts()).toMatchObject({ waiting: 0, blocked: 0 })
      expect([await at.queue.state('late'), await at.queue.state('later')]).toEqual([null, null])
    })

    test('a retry that was waiting for its turn does not come', async () => {
      let runs = 0
      at.queue.work({
        echo: async (running) => {
          runs++
          return fail(running)
        },
      })
      await at.queue.enqueue(job('a', { backoffMs: 60_000 }))
      await vi.waitUntil(async () => runs === 1 && (await at.queue.state('a')) === 'delayed', { timeout: 3_000, interval: 5 })
      await at.queue.cancelGroup(group)
      expect(await at.queue.state('a')).toBe(null)
      expect(await at.queue.counts()).toMatchObject({ delayed: 0, waiting: 0 })
    })
  })
}
