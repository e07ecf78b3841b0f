import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryPace, createRedisPace, type Pace } from '../../src/capture/pace.ts'
import { startRedis } from '../support/redis.ts'

let server: Awaited<ReturnType<typeof startRedis>>
const clients: Redis[] = []
beforeAll(async () => {
  server = await startRedis()
})
afterAll(async () => {
  for (const client of clients) client.disconnect()
  await server.stop()
})

function redis(): Redis {
  const client = new Redis(server.url, { maxRetriesPerRequest: 1 })
  clients.push(client)
  return client
}

let run = 0
const makers: Record<string, (minIntervalMs: number, workers: number) => Pace[]> = {
  memory: (minIntervalMs, workers) => {
    const pace = createMemoryPace({ minIntervalMs, now: Date.now })
    return Array.from({ length: workers }, () => pace)
  },
  redis: (minIntervalMs, workers) => {
    const prefix = `test${run++}`
    return Array.from({ length: workers }, () => createRedisPace({ redis: redis(), prefix, minIntervalMs }))
  },
}

describe.each(Object.entries(makers))('a pace in %s', (_, make) => {
  it('gives each host its turns one after another, over all workers', async () => {
    const workers = make(80, 3)
    const started = performance.now()
    const times = await Promise.all(
      [0, 1, 2, 0, 1, 2].map(async (worker) => {
        expect(await workers[worker]?.wait('stad.example')).toEqual({ kind: 'turn' })
        return performance.now() - started
      }),
    )
    // A turn may come late on a busy machine, never early.
    for (const [n, time] of times.sort((a, b) => a - b).entries()) expect(time).toBeGreaterThan(n * 80 - 5)
    expect(times.at(-1)).toBeLessThan(3000)
  })

  it('keeps no host waiting for another', async () => {
    const [pace] = make(5000, 1) as [Pace]
    const started = performance.now()
    await Promise.all(['a.example', 'b.example', 'c.example'].map((host) => pace.wait(host)))
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('leaves the space that a host asks for', async () => {
    const [pace] = make(1, 1) as [Pace]
    await pace.wait('a.example', { spaceMs: 200 })
    const started = performance.now()
    await pace.wait('a.example')
    expect(performance.now() - started).toBeGreaterThan(180)
  })

  it('keeps a short silence for all workers and reports a long one', async () => {
    const [one, other] = make(1, 2) as [Pace, Pace]
    await one.hush('a.example', 200)
    const started = performance.now()
    expect(await other.wait('a.example', { patienceMs: 1000 })).toEqual({ kind: 'turn' })
    expect(performance.now() - started).toBeGreaterThan(180)
    await one.hush('a.example', 60_000)
    await one.hush('a.example', 10)
    const turn = await other.wait('a.example', { patienceMs: 1000 })
    expect(turn).toMatchObject({ kind: 'silent' })
    expect(turn.kind === 'silent' && turn.forMs).toSatisfy((ms: number) => ms > 55_000 && ms <= 60_000)
  })

  it('lets go of who stops waiting', async () => {
    const [pace] = make(60_000, 1) as [Pace]
    await pace.wait('a.example')
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    await expect(pace.wait('a.example', { signal: stop.signal })).rejects.toThrow()
  })
})

describe('a pace in redis', () => {
  it('leaves nothing behind', async () => {
    const pace = createRedisPace({ redis: redis(), prefix: 'tidy', minIntervalMs: 20 })
    await pace.wait('a.example')
    await pace.hush('a.example', 30)
    await new Promise((done) => setTimeout(done, 120))
    expect(await redis().keys('tidy*')).toEqual([])
  })
})
