import { createHash } from 'node:crypto'
import { crawlLimits } from '../../config/crawl.ts'
import { createAddressGuard } from '../../src/capture/address-guard.ts'
import { createHttpFetcher, type HttpFetcherOptions } from '../../src/capture/http.ts'
import type { FetchLimits } from '../../src/capture/limits.ts'
import { createMemoryPace } from '../../src/capture/pace.ts'
import { createRecorder } from '../../src/capture/record.ts'
import { userAgentOf } from '../../src/capture/user-agent.ts'
import { allowSites, type Site } from '../support/site.ts'

export const userAgent = userAgentOf({ version: '0.0', contact: 'https://eenlijn.example/bot' })

/** A recorder that keeps its records in memory, in the order in which they came. */
export function memoryRecorder() {
  const records = new Map<string, Uint8Array>()
  const { keep } = createRecorder({
    async put(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      records.set(digest, bytes)
      return digest
    },
  })
  return { keep, records, archive: () => Buffer.concat([...records.values()]) }
}

/** A fetcher that reaches these sites and nothing else on this machine, hardly paced. */
export function httpFetcherFor(sites: Site[], limits: Partial<FetchLimits> = {}, more: Partial<HttpFetcherOptions> = {}) {
  return createHttpFetcher({
    userAgent,
    limits: { ...crawlLimits, ...limits },
    guard: createAddressGuard({ allow: allowSites(...sites) }),
    pace: createMemoryPace({ minIntervalMs: 1, now: Date.now }),
    keep: null,
    now: Date.now,
    ...more,
  })
}
