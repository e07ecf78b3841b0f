import { Redis } from 'ioredis'

const longestPauseMs = 1_000
/** Attempts to reconnect that a command of a hasty client lives through. */
const hastyRetries = 10

/**
 * A client that reconnects for as long as it lives. Commands given while Redis is away wait: those of a `patient`
 * client (a worker's) until it is back, those of a `hasty` one five to ten seconds, then they reject. Once `life` is
 * aborted neither it nor its duplicates connect again.
 */
export function connectRedis(url: string, temper: 'patient' | 'hasty', onError: (error: unknown) => void, life?: AbortSignal): Redis {
  const client = new Redis(url, {
    maxRetriesPerRequest: temper === 'patient' ? null : hastyRetries,
    retryStrategy: (times) => (life?.aborted ? null : Math.min(times * 100, longestPauseMs)),
  })
  client.on('error', onError)
  return client
}

/** Closes at once; commands that still wait for an answer reject. */
export function hangUp(client: { readonly status: string; connect(): Promise<void>; disconnect(): void }): void {
  // `disconnect` between two attempts to connect would leave the waiting commands hanging; during one it does not.
  if (client.status === 'reconnecting') client.connect().catch(() => {})
  client.disconnect()
}
