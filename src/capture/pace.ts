import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'

/** What came of waiting: the host's turn, or a silence that is longer than the caller has patience for. */
type Turn = { readonly kind: 'turn' } | { readonly kind: 'silent'; readonly forMs: number }

interface WaitOptions {
  /** Space after this turn, when the host wants more than the usual one. Milliseconds. */
  readonly spaceMs?: number
  /** The longest silence to sit out. Waiting for a turn behind others does not count. Milliseconds. */
  readonly patienceMs?: number
  readonly signal?: AbortSignal
}

/** How fast each host is asked. Turns are handed out one after another, over all who share the pace. */
export interface Pace {
  /** Waits for this host's next turn. @throws the signal's reason when aborted */
  wait(host: string, options?: WaitOptions): Promise<Turn>
  /** Nothing is asked of this host for so many milliseconds. A shorter silence never ends a longer one. */
  hush(host: string, forMs: number): Promise<void>
}

/** A day: no host silences us for longer than that. */
const longestSilenceMs = 24 * 60 * 60 * 1000

/** A pace within one process. `now` gives epoch milliseconds. */
export function createMemoryPace({ minIntervalMs, now }: { minIntervalMs: number; now: () => number }): Pace {
  const hosts = new Map<string, { next: number; silentUntil: number }>()

  const reserve = (host: string, spaceMs: number, patienceMs: number): number => {
    const at = now()
    for (const [known, { next, silentUntil }] of hosts) if (next <= at && silentUntil <= at) hosts.delete(known)
    const { next, silentUntil } = hosts.get(host) ?? { next: 0, silentUntil: 0 }
    if (silentUntil - at > patienceMs) return at - silentUntil
    const slot = Math.max(at, next, silentUntil)
    hosts.set(host, { next: slot + spaceMs, silentUntil })
    return slot - at
  }

  return {
    wait: async (host, options = {}) => {
      const { spaceMs, patienceMs } = filled(options, minIntervalMs)
      return turnAfter(reserve(host, spaceMs, patienceMs), options.signal)
    },
    async hush(host, forMs) {
      const known = hosts.get(host) ?? { next: 0, silentUntil: 0 }
      hosts.set(host, { ...known, silentUntil: Math.max(known.silentUntil, now() + Math.min(forMs, longestSilenceMs)) })
    },
  }
}

/** Reserves a turn in one step, by Redis' own clock, so that no two workers get the same one. Negative: silent for so long. */
const reserveScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local silent = tonumber(redis.call('GET', KEYS[2]) or '0')
if silent - now > tonumber(ARGV[2]) then return now - silent end
local slot = math.max(now, silent, tonumber(redis.call('GET', KEYS[1]) or '0'))
local following = slot + tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%.0f', following), 'PX', math.max(1, following - now))
return slot - now
`

const hushScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local till = math.max(now + tonumber(ARGV[1]), tonumber(redis.call('GET', KEYS[1]) or '0'))
redis.call('SET', KEYS[1], string.format('%.0f', till), 'PX', math.max(1, till - now))
return 1
`

/** A pace that holds across all workers that share a Redis. Keys hold a host and a time, and vanish when their time is past. */
export function createRedisPace({ redis, prefix, minIntervalMs }: { redis: Redis; prefix: string; minIntervalMs: number }): Pace {
  const turnKey = (host: string) => `${prefix}:pace:{${host}}:next`
  const silenceKey = (host: string) => `${prefix}:pace:{${host}}:silent`
  return {
    wait: async (host, options = {}) => {
      const { spaceMs, patienceMs } = filled(options, minIntervalMs)
      const reply = await redis.eval(reserveScript, 2, turnKey(host), silenceKey(host), Math.ceil(spaceMs), Math.ceil(patienceMs))
      return turnAfter(Number(reply), options.signal)
    },
    async hush(host, forMs) {
      await redis.eval(hushScript, 1, silenceKey(host), Math.ceil(Math.min(forMs, longestSilenceMs)))
    },
  }
}

function filled({ spaceMs = 0, patienceMs = longestSilenceMs }: WaitOptions, minIntervalMs: number) {
  return { spaceMs: Math.max(minIntervalMs, spaceMs), patienceMs: Math.min(patienceMs, longestSilenceMs) }
}

async function turnAfter(waitMs: number, signal: AbortSignal | undefined): Promise<Turn> {
  signal?.throwIfAborted()
  if (waitMs < 0) return { kind: 'silent', forMs: -waitMs }
  if (waitMs > 0) await sleep(waitMs, undefined, { signal })
  return { kind: 'turn' }
}
