import type { FetchLimits, RenderLimits } from '../src/capture/limits.ts'

// Every number here is a promise to the owners of the sites that are read.

const second = 1000
const megabyte = 2 ** 20

/** Pages of the organisation's own site that one audit reads. Footers and contact pages come long before the fortieth. */
export const pagesPerAudit = 40

/** Between two requests to one host, over all workers and audits together. Milliseconds. */
export const paceMs = second

/** The largest web archive that is taken in. A site of a thousand pages with its pictures stays under it. Bytes. */
export const maxArchiveBytes = 300 * megabyte

/** One request, and one audit's requests together. */
export const crawlLimits: FetchLimits = {
  totalMs: 30 * second,
  connectMs: 10 * second,
  idleMs: 15 * second,
  pageBytes: 10 * megabyte,
  headerBytes: 32 * 1024,
  redirects: 10,
  concurrency: 2,
  patienceMs: 30 * second,
  defaultSilenceMs: 60 * second,
  crawlDelayMs: 10 * second,
  // RFC 9309: at least 500 KiB of a robots.txt is read (section 2.5), over at least five redirects (2.3.1.2).
  robotsBytes: 500 * 1024,
  robotsRedirects: 5,
  memoBytes: 32 * megabyte,
}

/** One page in the browser. */
export const renderLimits: RenderLimits = {
  totalMs: 25 * second,
  settleMs: 4 * second,
  requests: 200,
  bytes: 30 * megabyte,
  pageBytes: 10 * megabyte,
  idleMs: 60 * second,
}

/** Audits of lists that run at once, over all lists together; who asks for one audit does not wait behind them. */
export const batchAuditsAtOnce = 6

/**
 * An audit that nobody waits for, of a list or a schedule, uses what another read within a day as it is: a site is not asked
 * twice a day for the same. Whoever starts one by hand may just have changed something, so then every page is asked about.
 */
export const freshMs = 24 * 60 * 60 * second
