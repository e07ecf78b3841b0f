import type { BlockReason, FailureReason, Fetched, FetchOptions } from '../model/fetch.ts'
import { decodeText } from './charset.ts'
import { nestsTooDeep } from './nesting.ts'

/** What a server said to one request, its encodings undone and its cookies left out. From the web or from an archive. */
export interface Answer {
  readonly kind: 'answer'
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** ISO 8601, UTC. */
  readonly at: string
  /** The body is the page as a browser showed it. */
  readonly rendered: boolean
  /** Digest of the evidence, or `null` when none was kept. */
  readonly record: string | null
}

/** Why one request has no answer. */
export type Stop =
  | {
      readonly kind: 'failed'
      readonly reason: FailureReason
      readonly message: string
      readonly at: string
      readonly record: string | null
    }
  | {
      readonly kind: 'blocked'
      readonly reason: BlockReason
      readonly message: string
      readonly retryAfterSeconds: number | null
      readonly at: string
      readonly record: string | null
    }

/** The way to an answer: where it began, the addresses that sent it on, where it ended. */
export interface Way {
  readonly requested: string
  readonly url: string
  /** The addresses that answered with a redirect, in order. */
  readonly redirects: readonly string[]
}

/** The result of an answer. One reading for the web and for archives, so that a replay says what the live audit said. */
export function fetchedFrom(answer: Answer, way: Way, options: FetchOptions, now: number): Fetched {
  const { status, headers, at, record } = answer
  // Scripts may lead a browser on to another address than the one that answered.
  const url = answer.rendered ? answer.url : way.url
  const asked = { requested: way.requested, url, redirects: way.redirects, at, record }
  const contentType = headers['content-type'] ?? ''
  const mediaType = mediaTypeOf(contentType, answer.body)
  const text = isText(mediaType) ? decodeText(answer.body, contentType) : ''
  if (status === 404 || status === 410) return { ...asked, kind: 'missing', status, text }

  const block = blockOf(status, headers, text)
  if (block !== null) {
    const retryAfterSeconds = retryAfter(headers['retry-after'], Date.parse(at) || now)
    return { ...asked, kind: 'blocked', reason: block, status, retryAfterSeconds, text }
  }
  const failure = failureIn(status, mediaType, answer.body.length, options) ?? unreadable(mediaType, text)
  if (failure !== null) return { ...asked, kind: 'failed', ...failure }
  return { ...asked, kind: 'page', status, headers, mediaType, body: answer.body, text, rendered: answer.rendered }
}

/** The result of a request that has no answer. */
export function fetchedFromStop(stop: Stop, way: Way): Fetched {
  const asked = { requested: way.requested, url: way.url, redirects: way.redirects, at: stop.at, record: stop.record }
  if (stop.kind === 'failed') return { ...asked, kind: 'failed', reason: stop.reason, message: stop.message }
  const { reason, message: text, retryAfterSeconds } = stop
  return { ...asked, kind: 'blocked', reason, status: null, retryAfterSeconds, text }
}

function blockOf(status: number, headers: Answer['headers'], text: string): BlockReason | null {
  if (status === 429) return 'rate-limited'
  if (headers['cf-mitigated'] === 'challenge' || headers['x-amzn-waf-action'] !== undefined) return 'denied'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 503 && looksLikeChallenge(text)) return 'denied'
  // 508 and 999 are refusals of unknown clients, not faults: several large platforms answer so.
  if (status === 508 || status >= 600) return 'denied'
  // Any other 4xx refuses the request without saying that the page does not exist.
  return status >= 400 && status < 500 && status !== 408 ? 'denied' : null
}

const challengeMarks = ['captcha', 'challenge-platform', 'cf-chl', 'checking your browser', 'just a moment', 'are you a robot']

function looksLikeChallenge(text: string): boolean {
  const head = text.slice(0, 20_000).toLowerCase()
  return challengeMarks.some((mark) => head.includes(mark))
}

function failureIn(
  status: number,
  mediaType: string,
  bytes: number,
  { accept = 'any', maxBytes }: FetchOptions,
): { reason: FailureReason; message: string } | null {
  if (status === 408) return { reason: 'timeout', message: 'the server waited too long (408)' }
  if (status >= 500) return { reason: 'server-error', message: `the server answered ${status}` }
  if (status < 200 || status >= 300) return { reason: 'network', message: `the server answered ${status} without a page` }
  if (!fits(mediaType, accept)) return { reason: 'wrong-type', message: `${mediaType} instead of ${accept}` }
  if (maxBytes !== undefined && bytes > maxBytes) return { reason: 'too-large', message: `more than ${maxBytes} bytes` }
  return null
}

function unreadable(mediaType: string, text: string): { reason: FailureReason; message: string } | null {
  const deep = mediaType.includes('html') && nestsTooDeep(text)
  return deep ? { reason: 'undecodable', message: 'elements nested deeper than any browser shows' } : null
}

/** Whether a body of this type can be what the caller asked for. */
export function fits(mediaType: string, accept: NonNullable<FetchOptions['accept']>): boolean {
  switch (accept) {
    case 'any':
      return true
    case 'html':
      return mediaType === 'text/html' || mediaType === 'application/xhtml+xml' || mediaType === 'text/plain'
    case 'image':
      return mediaType.startsWith('image/')
    case 'json':
      return mediaType === 'application/json' || mediaType.endsWith('+json') || mediaType.startsWith('text/')
    case 'xml':
      return mediaType.endsWith('/xml') || mediaType.endsWith('+xml') || mediaType === 'text/plain'
  }
}

/** The type as declared, lower case and without parameters; looked at when nothing was declared. */
export function mediaTypeOf(contentType: string, body: Uint8Array): string {
  const declared = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^[\w.+-]+\/[\w.+-]+$/.test(declared)) return declared
  const head = Buffer.from(body.subarray(0, 512)).toString('latin1').trimStart()
  if (head === '' || head.includes('\0')) return 'application/octet-stream'
  if (head.startsWith('<?xml')) return 'application/xml'
  if (head.startsWith('<')) return 'text/html'
  return 'text/plain'
}

function isText(mediaType: string): boolean {
  return mediaType.startsWith('text/') || /(?:json|xml|javascript)$/.test(mediaType)
}

/** `Retry-After` in whole seconds from `from` (epoch milliseconds), given as seconds or as an HTTP date; `null` when absent or unreadable. */
export function retryAfter(header: string | undefined, from: number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value)
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - from) / 1000))
}
