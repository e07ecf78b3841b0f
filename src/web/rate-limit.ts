import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'

export interface RateLimit {
  /** Seconds until this client may ask again; 0: it may now, and this one is counted. */
  wait(client: string): number
}

interface Count {
  n: number
  until: number
}

/**
 * Counts what each client asks in a fixed stretch of time, in memory alone: a restart forgets it, and no more than `clients`
 * are remembered, those that came first going first.
 */
export function createRateLimit(setting: { most: number; perMs: number; clients?: number; now?: () => number }): RateLimit {
  const { most, perMs, clients = 10_000, now = Date.now } = setting
  const counts = new Map<string, Count>()
  return {
    wait(client) {
      const at = now()
      const known = counts.get(client)
      if (!known || known.until <= at) {
        counts.delete(client)
        const [oldest] = counts.keys()
        if (counts.size >= clients && oldest !== undefined) counts.delete(oldest)
        counts.set(client, { n: 1, until: at + perMs })
        return 0
      }
      known.n += 1
      return known.n > most ? Math.max(1, Math.ceil((known.until - at) / 1_000)) : 0
    },
  }
}

/** Who asks, as far as an address tells: of IPv6 the network, since one visitor has all of it. */
export function clientOf(c: Context, { behindProxy }: { behindProxy: boolean }): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded || remoteOf(c)
  if (!ipaddr.isValid(address)) return 'unknown'
  const read = ipaddr.process(address)
  return read instanceof ipaddr.IPv6
    ? read.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')
    : read.toString()
}

/** Without a socket, as in a test, everybody is the same client. */
function remoteOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
