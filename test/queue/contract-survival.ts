import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { echo, eventually, fail, flow, job, killWhileRunning, never, type QueueAt, startProcess, takeAll, untilAborted } from './setting.ts'

/** Stops, crashes and closing. */
export function contractOfSurvival(at: QueueAt): void {
  describe('loses nothing', () => {
    test('when a worker stops: what it had begun runs again, and the cut-off run does not count', async () => {
      const attempts: number[] = []
      const worker = at.queue.work({
        echo: (running) => {
          attempts.push(running.attempt)
          return untilAborted(running)
        },
      })
      await at.queue.enqueue(job('a', { attempts: 1 }))
      await eventually(() => attempts.length === 1)
      await worker.stop(20)
      const taken = takeAll(at.queue)
      at.queue.work({ echo: async ({ attempt }) => attempt })
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ state: 'completed', result: 1 })
    })

    test('when a worker stops while a job can still end in time', async () => {
      let running = false
      const taken = takeAll(at.queue)
      const worker = at.queue.work({
        echo: async ({ signal }) => {
          running = true
          await sleep(60)
          return signal.aborted
        },
      })
      await at.queue.enqueue(job('a'))
      await at.queue.enqueue(job('b'))
      await eventually(() => running)
      await worker.stop()
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ id: 'a', result: false })
      expect(await at.queue.state('b')).toBe('waiting')
    })

    test('when the process of a worker is killed: its job runs again elsewhere, and is delivered once', async () => {
      await at.queue.enqueue(job('a', { kind: 'hang', payload: 'kept' }))
      await at.close()
      await killWhileRunning(at.processArguments)
      at.open()
      const taken = takeAll(at.queue)
      at.queue.work({ hang: async ({ attempt, payload }) => ({ attempt, payload }) })
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ id: 'a', state: 'completed', result: { attempt: 2, payload: 'kept' } })
      await sleep(100)
      expect(taken.length).toBe(1)
    })

    test('when a job kills its process every time: it fails once its attempts are used up', async () => {
      await at.queue.enqueue(job('a', { kind: 'hang', attempts: 1 }))
      await at.close()
      await killWhileRunning(at.processArguments)
      at.open()
      const taken = takeAll(at.queue)
      at.queue.work({ hang: never })
      await eventually(() => taken.length === 1)
      expect(taken[0]).toMatchObject({ id: 'a', state: 'failed', error: 'The process that ran this job died; it was started 1 times.' })
    })
  })

  test('once closed keeps no process alive', async () => {
    await at.close()
    const { child, said, ended } = startProcess('close', at.processArguments)
    expect(await said).toBe('took a\n')
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
    expect(await ended).toBe(0)
    clearTimeout(timer)
  })

  test('counts jobs by state, and knows nothing of a job it never had', async () => {
    const gate = Promise.withResolvers<void>()
    const worker = at.queue.work({ echo, fail, gated: () => gate.promise }, { concurrency: 3 })
    await at.queue.enqueue(job('good'))
    await at.queue.enqueue(job('bad', { kind: 'fail', attempts: 1 }))
    await at.queue.enqueue(job('busy', { kind: 'gated' }))
    await vi.waitUntil(
      async () =>
        (await at.queue.counts()).completed === 1 && (await at.queue.counts()).failed === 1 && (await at.queue.counts()).active === 1,
      { timeout: 3_000, interval: 5 },
    )
    const stopping = worker.stop()
    await at.queue.enqueue(job('later', { delayMs: 60_000 }))
    await at.queue.enqueue(flow('f', [job('child')]))
    expect(await at.queue.counts()).toEqual({ waiting: 1, delayed: 1, blocked: 1, active: 1, completed: 1, failed: 1, cancelled: 0 })
    expect(await Promise.all(['good', 'bad', 'busy', 'later', 'f', 'child', 'unknown'].map((id) => at.queue.state(id)))).toEqual([
      'completed',
      'failed',
      'active',
      'delayed',
      'blocked',
      'waiting',
      null,
    ])
    gate.resolve()
    await stopping
  })
}
