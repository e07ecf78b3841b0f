import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { clientOf, createRateLimit } from '../../src/web/rate-limit.ts'

describe('a client', () => {
  test('may ask so often in a stretch of time, then waits for the rest of it', () => {
    let now = 0
    const limit = createRateLimit({ most: 3, perMs: 60_000, now: () => now })
    expect([1, 2, 3, 4].map(() => limit.wait('a'))).toEqual([0, 0, 0, 60])
    now = 45_500
    expect(limit.wait('a')).toBe(15)
    expect(limit.wait('b')).toBe(0)
    now = 60_000
    expect(limit.wait('a')).toBe(0)
  })

  test('is forgotten when too many others came', () => {
    const limit = createRateLimit({ most: 1, perMs: 60_000, clients: 2, now: () => 0 })
    expect(['a', 'b', 'c', 'a'].map((client) => limit.wait(client))).toEqual([0, 0, 0, 0])
    expect(limit.wait('c')).toBeGreaterThan(0)
  })
})

describe('who asks', () => {
  const asked = async (forwarded: string, behindProxy: boolean) => {
    const app = new Hono().get('/', (c) => c.text(clientOf(c, { behindProxy })))
    return (await app.request('/', { headers: { 'X-Forwarded-For': forwarded } })).text()
  }

  test('is the last that our proxy saw; what a client writes itself does not count', async () => {
    expect(await asked('198.51.100.9, 203.0.113.7', true)).toBe('203.0.113.7')
    expect(await asked('203.0.113.7', false)).toBe('unknown')
    expect(await asked('<script>', true)).toBe('unknown')
  })

  test('is one network of IPv6, and the same in both spellings of IPv4', async () => {
    expect(await asked('2001:db8:1:2:aaaa::1', true)).toBe(await asked('2001:db8:1:2:bbbb::2', true))
    expect(await asked('2001:db8:1:3::1', true)).not.toBe(await asked('2001:db8:1:2::1', true))
    expect(await asked('::ffff:203.0.113.7', true)).toBe('203.0.113.7')
  })
})
