import { Agent, buildConnector, request } from 'undici'
import type { FetchOptions } from '../model/fetch.ts'
import { type AddressGuard, portOf } from './address-guard.ts'
import { fits, mediaTypeOf } from './answer.ts'
import { readBody } from './body.ts'
import { CaptureFailure, failureOf } from './failure.ts'
import { addHeader, headersOfDecoded } from './headers.ts'
import type { FetchLimits } from './limits.ts'

/** What came back over the wire, its encodings undone. */
export interface Exchanged {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** The body was longer than the limit and was cut there. */
  readonly cut: boolean
}

export interface ExchangeOptions {
  readonly accept: NonNullable<FetchOptions['accept']>
  readonly maxBytes: number
  readonly overflow: 'fail' | 'cut'
  readonly signal: AbortSignal
  /** The caller's own; they never replace what says who we are. */
  readonly headers?: FetchOptions['headers']
}

/** One request to one address: no redirects, no robots.txt, no pace. @throws CaptureFailure */
export type Exchange = (url: URL, options: ExchangeOptions) => Promise<Exchanged>

const acceptHeader: Readonly<Record<ExchangeOptions['accept'], string>> = {
  html: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
  image: 'image/avif,image/webp,image/png,image/jpeg,image/svg+xml,image/*;q=0.8,*/*;q=0.1',
  json: 'application/json,*/*;q=0.1',
  xml: 'application/xml,text/xml,*/*;q=0.1',
  any: '*/*',
}

/** Requests over sockets that connect to checked addresses only. */
export function createExchange({ guard, limits, userAgent }: { guard: AddressGuard; limits: FetchLimits; userAgent: string }): Exchange {
  const agent = checkedAgent(guard, limits)
  return async (url, options) => {
    try {
      const response = await request(url, {
        dispatcher: agent,
        signal: options.signal,
        headers: {
          ...lowerCased(options.headers),
          'user-agent': userAgent,
          accept: acceptHeader[options.accept],
          'accept-language': 'nl,en;q=0.8,*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
        },
      })
      return await readResponse(response, options)
    } catch (thrown) {
      throw options.signal.aborted ? failureOf(options.signal.reason) : failureOf(thrown)
    }
  }
}

const lowerCased = (headers: FetchOptions['headers'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/** Sockets that connect to checked addresses only. */
export function checkedAgent(
  guard: AddressGuard,
  limits: Pick<FetchLimits, 'connectMs' | 'concurrency' | 'idleMs' | 'headerBytes'>,
): Agent {
  const connectors = new Map<number, ReturnType<typeof buildConnector>>()
  const connectorFor = (port: number) => {
    const known = connectors.get(port)
    if (known !== undefined) return known
    const made = buildConnector({ lookup: guard.lookupFor(port), timeout: limits.connectMs })
    connectors.set(port, made)
    return made
  }
  return new Agent({
    allowH2: false,
    connections: limits.concurrency,
    keepAliveTimeout: 2_000,
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: limits.headerBytes,
    connect(target, done) {
      try {
        // An address written as a number never reaches the lookup, so it is checked here.
        const url = new URL(`${target.protocol}//${target.host ?? target.hostname}`)
        guard.check(url)
        connectorFor(portOf(url))(target, done)
      } catch (thrown) {
        done(failureOf(thrown), null)
      }
    },
  })
}

type Response = Awaited<ReturnType<typeof request>>

async function readResponse(response: Response, options: ExchangeOptions): Promise<Exchanged> {
  const { statusCode: status, body } = response
  // Leaving a body unread must not surface later as an error of its own.
  body.on('error', () => {})
  const headers: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(response.headers)) {
    for (const one of [value ?? []].flat()) addHeader(headers, name.toLowerCase(), one)
  }
  try {
    if (status >= 300 && status < 400) return { status, headers: headersOfDecoded(headers), body: new Uint8Array(), cut: false }
    refuseEarly(status, headers, options)
    const limit = options.maxBytes
    const encoding = headers['content-encoding'] ?? ''
    // One byte more than the limit tells a body that fits from one that was cut.
    const read = await readBody(body, { encoding, limit: options.overflow === 'cut' ? limit + 1 : limit, overflow: options.overflow })
    return { status, headers: headersOfDecoded(headers), body: read.subarray(0, limit), cut: read.length > limit }
  } finally {
    body.destroy()
  }
}

/** Does not download what would be refused after all. */
function refuseEarly(status: number, headers: Record<string, string>, { accept, maxBytes, overflow }: ExchangeOptions): void {
  if (status < 200 || status >= 300) return
  const contentType = headers['content-type'] ?? ''
  const mediaType = mediaTypeOf(contentType, new Uint8Array())
  if (contentType !== '' && !fits(mediaType, accept)) throw new CaptureFailure('wrong-type', `${mediaType} instead of ${accept}`)
  const length = Number(headers['content-length'])
  if (overflow === 'fail' && length > maxBytes) throw new CaptureFailure('too-large', `${length} bytes announced, ${maxBytes} allowed`)
}
