import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBullQueue } from '../../src/queue/bullmq.ts'
import type { EndedJob, Queue } from '../../src/queue/port.ts'
import { startRedis, type TestRedis } from '../support/redis.ts'
import { queueContract } from './contract.ts'
import { eventually, job } from './setting.ts'

let redis: TestRedis
let client: Redis
let made = 0

beforeAll(async () => {
  redis = await startRedis()
  client = new Redis(redis.url)
})
afterAll(async () => {
  client?.disconnect()
  await redis?.stop()
})

const lockMs = 500
const stalledCheckMs = 250
const options = (prefix: string) => ({ url: redis.url, prefix, lockMs, stalledCheckMs, onError: () => {} })

queueContract('BullMQ', async () => {
  const prefix = `${redis.prefix}-${made++}`
  const open = (now?: () => number) => createBullQueue({ ...options(prefix), turnsEveryMs: 20, ...(now ? { now } : {}) })
  return {
    open,
    peer: () => open(),
    processArguments: ['bullmq', redis.url, prefix, `${lockMs}`, `${stalledCheckMs}`],
    release: async () => {},
  }
})

const isEmpty = async (queue: Queue) => Object.values(await queue.counts()).every((n) => n === 0)

/** Everything that stands in Redis under the prefix, as text. */
async function everythingIn(prefix: string): Promise<string> {
  const found: string[] = []
  for await (const keys of client.scanStream({ match: `${prefix}*`, count: 500 }))
    for (const key of keys) found.push(key, JSON.stringify(await contentOf(key)))
  return found.join('\n')
}

async function contentOf(key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'hash':
      return client.hgetall(key)
    case 'zset':
      return client.zrange(key, '0', '-1')
    case 'list':
      return client.lrange(key, 0, -1)
    case 'set':
      return client.smembers(key)
    case 'stream':
      return client.xrange(key, '-', '+')
    default:
      return client.get(key)
  }
}

describe('in Redis', () => {
  let prefix: string
  let queue: Queue
  let taken: EndedJob[]

  beforeEach(() => {
    prefix = `${redis.prefix}-${made++}`
    queue = createBullQueue(options(prefix))
    taken = []
  })
  afterEach(() => queue.close())

  const take = () => queue.onEnded(async (ended) => void taken.push(ended))
  const handlers = {
    echo: async ({ payload }: { payload: unknown }) => payload,
    secretive: async ({ progress, payload }: { progress(event: unknown): Promise<void>; payload: unknown }) => {
      await progress(payload)
      throw new Error(`cannot read the page of ${payload}`)
    },
    sum: async (running: { children(): Promise<unknown> }) => running.children(),
  }
  const flow = {
    ...job('f', { kind: 'sum', payload: 'Jan Jansen' }),
    children: [job('a', { payload: 'Jan Jansen' }), job('b', { kind: 'secretive', payload: 'Jan Jansen', attempts: 2 })],
  }

  test('nothing of a job stands any more once it was taken: no payload, result, error or progress', async () => {
    queue.work(handlers)
    await queue.enqueue(flow)
    await vi.waitUntil(async () => (await queue.state('f')) === 'completed', { timeout: 3_000, interval: 5 })
    expect(await everythingIn(prefix)).toContain('Jan Jansen')
    take()
    await eventually(() => taken.length === 3)
    await vi.waitUntil(() => isEmpty(queue), { timeout: 3_000, interval: 5 })
    const left = await everythingIn(prefix)
    expect(left).not.toContain('Jan')
    expect(left).not.toContain('j-a')
  })

  test('nor of a job that was cancelled, running or not', async () => {
    let running = false
    queue.work({
      ...handlers,
      long: async ({ payload, signal }) => {
        running = true
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        throw new Error(`stopped with ${payload}`)
      },
    })
    await queue.enqueue(job('long', { kind: 'long', payload: 'Jan Jansen' }))
    await eventually(() => running)
    await queue.enqueue(flow)
    await queue.cancelGroup('audit-1')
    await vi.waitUntil(() => isEmpty(queue), { timeout: 3_000, interval: 5 })
    const left = await everythingIn(prefix)
    expect(left).not.toContain('Jan')
    expect(left).toContain(`${prefix}:cancelled:audit-1`)
    expect(await client.pttl(`${prefix}:cancelled:audit-1`)).toBeGreaterThan(6 * 24 * 3_600_000)
  })

  test('a job of a cancelled group that a worker fetched in the gap does not run', async () => {
    let runs = 0
    await queue.enqueue(job('a'))
    await client.set(`${prefix}:cancelled:audit-1`, '1')
    take()
    queue.work({ echo: async () => void runs++ })
    await queue.enqueue(job('other', { group: 'audit-2' }))
    await eventually(() => taken.length === 1)
    expect(runs).toBe(1)
    expect(taken[0]?.id).toBe('other')
    expect(await queue.state('a')).toBe(null)
  })

  test('a job that ended as its group was cancelled is not taken', async () => {
    queue.work(handlers)
    await queue.enqueue(job('a'))
    await vi.waitUntil(async () => (await queue.state('a')) === 'completed', { timeout: 3_000, interval: 5 })
    await client.set(`${prefix}:cancelled:audit-1`, '1')
    take()
    await vi.waitUntil(() => isEmpty(queue), { timeout: 3_000, interval: 5 })
    expect(taken).toEqual([])
  })

  test('a worker that missed the message of a cancellation hears of it when its connection is back', async (context) => {
    if (!redis.own) context.skip('It would cut connections of others that use the Redis at REDIS_URL.')
    let reason: unknown
    let running = false
    queue.work({
      echo: async ({ signal }) => {
        running = true
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        reason = signal.reason
      },
    })
    await queue.enqueue(job('a'))
    await eventually(() => running)
    await client.set(`${prefix}:cancelled:audit-1`, '1')
    await client.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
    await eventually(() => reason)
    expect(reason).toMatchObject({ code: 'cancelled' })
  })

  test('a worker that lost its job stops with it: the job runs again, and is taken once', async () => {
    const reasons: string[] = []
    const firstRun = Promise.withResolvers<void>()
    queue.work({
      echo: async ({ signal, attempt }) => {
        if (attempt > 1) return 'second run'
        firstRun.resolve()
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        reasons.push(signal.reason.message)
        return 'first run'
      },
    })
    take()
    await queue.enqueue(job('a'))
    await firstRun.promise
    await client.del(`${prefix}:jobs:j-a:lock`)
    await eventually(() => taken.length === 1)
    expect(reasons).toEqual(['Another worker took the job over.'])
    expect(taken).toMatchObject([{ id: 'a', state: 'completed', result: 'second run' }])
  })

  test('a child comes before its parent, even when its machine has a clock that runs ahead', async () => {
    queue.work(handlers)
    await queue.enqueue(flow)
    await vi.waitUntil(async () => (await queue.state('f')) === 'completed', { timeout: 3_000, interval: 5 })
    await client.zadd(`${prefix}:jobs:completed`, Date.now() + 60_000, 'j-a')
    take()
    await eventually(() => taken.length === 3)
    expect(taken.at(-1)?.id).toBe('f')
  })

  test('two workers share the jobs, and each runs once', async () => {
    const other = createBullQueue(options(prefix))
    const ran: string[] = []
    const worker = (name: string) => ({
      echo: async ({ id }: { id: string }) => {
        await sleep(5)
        ran.push(`${name} ${id}`)
      },
    })
    take()
    queue.work(worker('one'))
    other.work(worker('two'))
    for (let i = 0; i < 20; i++) await queue.enqueue(job(`j${i}`))
    await eventually(() => taken.length === 20)
    expect(new Set(ran.map((line) => line.slice(4))).size).toBe(20)
    expect(ran.length).toBe(20)
    expect(ran.filter((line) => line.startsWith('one')).length).toBeGreaterThan(0)
    expect(ran.filter((line) => line.startsWith('two')).length).toBeGreaterThan(0)
    await other.close()
  })
})
