import type { Fetched, Fetcher, FetchOptions } from '../model/fetch.ts'
import { type AddressGuard, hostOf } from './address-guard.ts'
import { type Answer, retryAfter, type Stop } from './answer.ts'
import type { Earlier, EarlierAnswer } from './earlier.ts'
import { createExchange, type Exchanged, type ExchangeOptions } from './exchange.ts'
import { CaptureFailure } from './failure.ts'
import { follow, parseAddress } from './follow.ts'
import type { FetchLimits } from './limits.ts'
import { createMemo } from './memo.ts'
import type { Pace } from './pace.ts'
import type { Keep } from './record.ts'
import { createRobots, type Robots } from './robots.ts'
import { createTurnstile } from './turnstile.ts'

export interface HttpFetcherOptions {
  readonly userAgent: string
  readonly limits: FetchLimits
  readonly guard: AddressGuard
  readonly pace: Pace
  /** Keeps evidence of every request, redirects and failures among them; `null` keeps nothing. */
  readonly keep: Keep | null
  /** What an earlier audit kept; its pages are asked for again only as far as the server says that they changed. */
  readonly earlier?: Earlier | null
  /** Told of evidence that is used again. */
  readonly onUsedAgain?: (record: string) => void
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Ends everything this fetcher does. */
  readonly signal?: AbortSignal
}

export interface HttpFetcher extends Fetcher {
  /** The same reading of robots.txt, for whoever asks on this fetcher's behalf. */
  readonly robots: Robots
}

/** Fetches over HTTP: addresses checked on every hop, robots.txt and pace kept, sizes and times limited. One per audit. */
export function createHttpFetcher(options: HttpFetcherOptions): HttpFetcher {
  const { limits, now } = options
  const ask = remembering(createAsk(options), limits.memoBytes)
  const robots = createRobots({
    hop: (url, { signal }) => ask(url, { accept: 'any', maxBytes: limits.robotsBytes, overflow: 'cut', spaceMs: 0, signal }),
    redirects: limits.robotsRedirects,
    now,
  })
  const hop = async (url: URL, asked: FetchOptions): Promise<Answer | Stop> => {
    const { stop, delayMs } = await robots.rulingFor(url)
    if (stop !== null) return stop
    const { accept = 'any', maxBytes = limits.pageBytes, signal, headers } = asked
    return ask(url, { accept, maxBytes, overflow: 'fail', spaceMs: Math.min(delayMs, limits.crawlDelayMs), signal, headers })
  }
  return {
    robots,
    get: (url: string, asked: FetchOptions = {}): Promise<Fetched> => {
      let atHome = parseAddress(url)?.origin
      return follow(
        url,
        (to, how) => {
          // Who sends the request elsewhere must not choose where the headers go, so they do not come back either.
          if (to.origin !== atHome) atHome = undefined
          return hop(to, atHome === undefined ? { ...how, headers: undefined } : how)
        },
        asked,
        { redirects: limits.redirects, now },
      )
    },
  }
}

interface Question extends Omit<ExchangeOptions, 'signal'> {
  readonly spaceMs: number
  readonly signal: AbortSignal | undefined
}

interface Attempt {
  readonly result: Answer | Stop
  /** The host asked for a silence short enough to sit out. */
  readonly again: boolean
}

type Ask = (url: URL, question: Question) => Promise<Answer | Stop>

/** No address is asked twice in one audit, whether as a page, as the end of a redirect or as robots.txt. */
function remembering(ask: Ask, maxBytes: number): Ask {
  const memo = createMemo<Answer | Stop>({
    maxBytes,
    sizeOf: (result) => 1000 + (result.kind === 'answer' ? result.body.length : 0),
    passing: (result) => result.kind === 'failed' && result.reason === 'cancelled',
  })
  return (url, question) => memo(`${question.accept} ${question.maxBytes} ${url.href} ${sentBeside(question)}`, () => ask(url, question))
}

/** The answer to one key is not the answer to another. */
const sentBeside = ({ headers = {} }: Question): string => JSON.stringify(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)))

/** One address, asked when its host's turn comes, and once more after a short "too many requests". */
function createAsk(options: HttpFetcherOptions): Ask {
  const { limits, guard, pace, keep, now, earlier = null, onUsedAgain } = options
  const exchange = createExchange(options)
  const turnstile = createTurnstile(limits.concurrency)
  const time = () => new Date(now()).toISOString()

  const stopped = async (url: URL, stop: Stop): Promise<Stop> => {
    if (keep === null || (stop.kind === 'failed' && stop.reason === 'cancelled')) return stop
    return { ...stop, record: await keep({ kind: 'stop', url: url.href, stop }) }
  }
  const answered = async (url: URL, exchanged: Exchanged): Promise<Answer> => {
    const { status, headers, body } = exchanged
    const at = time()
    const record = keep === null ? null : await keep({ kind: 'response', url: url.href, at, ...exchanged })
    return { kind: 'answer', url: url.href, status, headers, body, at, rendered: false, record }
  }
  const usedAgain = ({ answer }: EarlierAnswer): Answer => {
    onUsedAgain?.(answer.record)
    return answer
  }
  const once = async (url: URL, question: Question): Promise<Attempt> => {
    const host = hostOf(url)
    const signal = joined(question.signal, options.signal)
    try {
      guard.check(url)
      // Neither what a key opened nor a file that may have been cut is the page as anybody gets it.
      const known = question.headers || question.overflow === 'cut' ? null : await earlier?.find(url)
      if (known?.fresh) return { result: usedAgain(known), again: false }
      const turn = await pace.wait(host, { spaceMs: question.spaceMs, patienceMs: limits.patienceMs, signal })
      if (turn.kind === 'silent') {
        const retryAfterSeconds = Math.ceil(turn.forMs / 1000)
        const message = `${host} asked for silence`
        const stop: Stop = { kind: 'blocked', reason: 'rate-limited', message, retryAfterSeconds, at: time(), record: null }
        return { result: await stopped(url, stop), again: false }
      }
      const asked = known?.condition ? { ...question, headers: known.condition } : question
      const exchanged = await exchange(url, { ...asked, signal: joined(signal, AbortSignal.timeout(limits.totalMs)) })
      if (known && exchanged.status === 304) return { result: usedAgain(known), again: false }
      const answer = await answered(url, exchanged)
      const silenceMs = silenceAsked(exchanged, limits.defaultSilenceMs, now())
      if (silenceMs > 0) await pace.hush(host, silenceMs)
      return { result: answer, again: answer.status === 429 && silenceMs <= limits.patienceMs }
    } catch (thrown) {
      const failure = signal.aborted ? new CaptureFailure('cancelled', 'cancelled') : thrown
      if (!(failure instanceof CaptureFailure)) throw failure
      const { reason, message } = failure
      return { result: await stopped(url, { kind: 'failed', reason, message, at: time(), record: null }), again: false }
    }
  }
  return (url, question) =>
    turnstile(async () => {
      const first = await once(url, question)
      return first.again ? (await once(url, question)).result : first.result
    })
}

/** How long the host wants to be left alone, in milliseconds. 429 and 503 are the answers that may say so. */
function silenceAsked({ status, headers }: Exchanged, defaultMs: number, now: number): number {
  if (status !== 429 && status !== 503) return 0
  const seconds = retryAfter(headers['retry-after'], now)
  if (seconds !== null) return seconds * 1000
  return status === 429 ? defaultMs : 0
}

function joined(...signals: (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined))
}
