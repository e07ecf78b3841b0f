/** What one audit may take from the web; the numbers stand in `config/crawl.ts`. Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** From asking to the last byte read, one request. */
  readonly totalMs: number
  readonly connectMs: number
  /** Longest silence while waiting for headers or between two pieces of a body. */
  readonly idleMs: number
  /** Body after its encodings are undone. */
  readonly pageBytes: number
  readonly headerBytes: number
  readonly redirects: number
  /** Requests that one fetcher has under way at once. */
  readonly concurrency: number
  /** The longest silence a host may ask for that is waited out; a longer one is reported. */
  readonly patienceMs: number
  /** What a host that says "too many requests" without saying for how long gets. */
  readonly defaultSilenceMs: number
  /** A `Crawl-delay` above this is kept to this. */
  readonly crawlDelayMs: number
  readonly robotsBytes: number
  readonly robotsRedirects: number
  /** Bodies that one audit keeps at hand, so that no address is asked twice. */
  readonly memoBytes: number
}

/** What one page shown by a browser may take. */
export interface RenderLimits {
  readonly totalMs: number
  /** How long to wait for the network to fall silent once the page stands. */
  readonly settleMs: number
  readonly requests: number
  /** All bytes that all of the page's connections bring. */
  readonly bytes: number
  /** The markup of the page as shown. */
  readonly pageBytes: number
  /** A browser that nobody uses is closed after this. */
  readonly idleMs: number
}
