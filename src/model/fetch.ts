/** The contract between whoever needs a page and `src/capture`, the only code that opens sockets. */

export type FailureReason =
  | 'dns'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'too-large'
  | 'redirect-loop'
  | 'private-address'
  | 'bad-address'
  | 'wrong-type'
  | 'undecodable'
  | 'offline'
  | 'not-in-archive'
  | 'cancelled'
  | 'network'
  | 'server-error'

export type BlockReason = 'robots' | 'forbidden' | 'rate-limited' | 'login' | 'denied'

interface Asked {
  /** The address that was asked for. */
  readonly requested: string
  /** The address that answered, after redirects. */
  readonly url: string
  readonly redirects: readonly string[]
  /** ISO 8601, UTC. From an archive: when the record was made. */
  readonly at: string
  /** Digest of the WARC record kept as evidence, or `null` when nothing was kept. */
  readonly record: string | null
}

/** What became of one request. A refusal is never an absence. */
export type Fetched =
  | (Asked & {
      readonly kind: 'page'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly mediaType: string
      readonly body: Uint8Array
      /** Body decoded by its own charset; '' for what is not text. */
      readonly text: string
      /** The page as a browser showed it, not as the server sent it. */
      readonly rendered: boolean
    })
  | (Asked & { readonly kind: 'missing'; readonly status: 404 | 410; readonly text: string })
  | (Asked & {
      readonly kind: 'blocked'
      readonly reason: BlockReason
      readonly status: number | null
      readonly retryAfterSeconds: number | null
      readonly text: string
    })
  | (Asked & { readonly kind: 'failed'; readonly reason: FailureReason; readonly message: string })

export interface FetchOptions {
  readonly accept?: 'html' | 'image' | 'json' | 'xml' | 'any'
  /** Ask a browser when the markup says nothing without scripts. */
  readonly render?: boolean
  readonly maxBytes?: number
  /**
   * Sent beside our own, such as a person's key for a service. Only to the origin that is asked: a redirect elsewhere
   * goes without them. Never kept as evidence.
   */
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Gets one address, checked, paced and recorded. Never throws for what the other side does. */
export interface Fetcher {
  get(url: string, options?: FetchOptions): Promise<Fetched>
}
