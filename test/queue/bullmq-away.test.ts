import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createBullQueue } from '../../src/queue/bullmq.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { eventually, job } from './setting.ts'

describe('when Redis goes away', () => {
  let own: TestRedis | undefined
  beforeEach(async (context) => {
    own = await startRedis()
    if (!own.own) context.skip('The Redis at REDIS_URL is not ours to kill.')
  })
  afterEach(() => own?.stop())

  const queueAt = (server: TestRedis | undefined, told: unknown[] = []) =>
    createBullQueue({ url: server?.url ?? '', prefix: 'test', lockMs: 500, stalledCheckMs: 250, onError: (error) => told.push(error) })

  test('the same queue goes on when it is back: enqueue, worker, taker and watcher', async () => {
    const told: unknown[] = []
    const queue = queueAt(own, told)
    const taken: string[] = []
    const heard: unknown[] = []
    queue.onEnded(async ({ id }) => void taken.push(id))
    queue.onProgress((_group, id) => heard.push(id))
    queue.work({ echo: async (running) => running.progress(1) })
    await queue.enqueue(job('before'))
    await eventually(() => taken.includes('before'))
    const port = Number(new URL(own?.url ?? '').port)
    await own?.kill()
    await sleep(150)
    const enqueued = queue.enqueue(job('meanwhile'))
    own = await startRedis({ port })
    await enqueued
    await queue.enqueue(job('after'))
    await eventually(() => taken.includes('meanwhile') && taken.includes('after'))
    await eventually(() => heard.includes('after') || heard.includes('meanwhile'))
    expect(told.length).toBeGreaterThan(0)
    await queue.close()
  })

  test('closing does not hang, nor does it lose a word about what could not be done', async () => {
    const queue = queueAt(own)
    let running = false
    queue.onEnded(async () => {})
    queue.work({
      echo: async ({ signal }) => {
        running = true
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      },
    })
    await queue.enqueue(job('a'))
    await eventually(() => running)
    await own?.kill()
    const enqueued = queue.enqueue(job('b')).catch((error) => error)
    await sleep(50)
    const began = performance.now()
    await queue.close()
    expect(performance.now() - began).toBeLessThan(2_500)
    expect(await enqueued).toBeInstanceOf(Error)
  })
})

test('a Redis that never comes: enqueue says so within seconds instead of waiting for ever', async () => {
  const queue = createBullQueue({ url: 'redis://127.0.0.1:1', prefix: 'test', onError: () => {} })
  const began = performance.now()
  await expect(queue.enqueue(job('a'))).rejects.toThrow(/max retries/i)
  expect(performance.now() - began).toBeLessThan(8_000)
  await queue.close()
})
