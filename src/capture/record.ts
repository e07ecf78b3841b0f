import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { WARCRecord, type WARCRecordOpts, WARCSerializer } from 'warcio'
import type { Stop } from './answer.ts'
import { isFailureReason } from './failure.ts'
import { cookieHeaders } from './headers.ts'

/** What is kept of one request. */
type Evidence =
  | {
      readonly kind: 'response'
      readonly url: string
      readonly at: string
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
      /** The body was cut at a limit. */
      readonly cut?: boolean
    }
  | {
      /** A page as a browser showed it. */
      readonly kind: 'rendered'
      readonly url: string
      readonly at: string
      readonly html: string
      /** Where the browser ended, when scripts led it on. */
      readonly finalUrl: string
    }
  | {
      /** A request that got no answer, and why. */
      readonly kind: 'stop'
      readonly url: string
      readonly stop: Stop
    }

/** Keeps evidence and gives its digest. */
export type Keep = (evidence: Evidence) => Promise<string>

/** Extension fields of our own records; WARC 1.1 allows them (section 5, "named fields"). */
export const fields = { finalUrl: 'eenlijn-final-url', stop: 'eenlijn-stop' } as const

/** A recorder that turns evidence into one gzip WARC record per blob. Records laid end to end are a WARC file. */
export function createRecorder(deps: { put(bytes: Uint8Array): Promise<string> }): { keep: Keep } {
  return { keep: async (evidence) => deps.put(await WARCSerializer.serialize(recordOf(evidence), { gzip: true })) }
}

function recordOf(evidence: Evidence): WARCRecord {
  switch (evidence.kind) {
    case 'response': {
      const { status, headers, body, cut = false } = evidence
      const kept = Object.entries(headers).filter(([name]) => !cookieHeaders.has(name))
      return create('response', evidence.url, evidence.at, body, cut ? { 'WARC-Truncated': 'length' } : {}, {
        statusline: `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`,
        httpHeaders: kept.map(([name, value]) => [name, oneLine(value)]),
      })
    }
    case 'rendered': {
      const type = 'text/html; charset=utf-8'
      return create('resource', evidence.url, evidence.at, Buffer.from(evidence.html), {
        'Content-Type': type,
        [fields.finalUrl]: evidence.finalUrl,
      })
    }
    case 'stop': {
      const { stop } = evidence
      const word = stop.kind === 'failed' ? stop.reason : `${stop.reason} ${stop.retryAfterSeconds ?? ''}`.trim()
      const type = 'text/plain; charset=utf-8'
      return create('metadata', evidence.url, stop.at, Buffer.from(stop.message), { 'Content-Type': type, [fields.stop]: word })
    }
  }
}

function create(
  type: 'response' | 'resource' | 'metadata',
  url: string,
  at: string,
  body: Uint8Array,
  warcHeaders: Record<string, string>,
  http: Pick<WARCRecordOpts, 'statusline' | 'httpHeaders'> = {},
): WARCRecord {
  // The same evidence makes the same bytes, so that a replay keeps what the live audit kept and stores it once.
  const id = createHash('sha256')
    .update([type, url, at, JSON.stringify(http), ''].join('\n'))
    .update(body)
    .digest('hex')
  const uuid = id.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
  // Computed here: the writer sets up a program of its own for each digest that is missing.
  const payload = `sha256:${createHash('sha256').update(body).digest('hex')}`
  const headers = { 'WARC-Record-ID': `<urn:uuid:${uuid}>`, 'WARC-Payload-Digest': payload, ...warcHeaders }
  return WARCRecord.create({ type, url, date: at, warcVersion: 'WARC/1.1', warcHeaders: headers, ...http }, [body])
}

/** The stop that a record holds, from the field `eenlijn-stop` and the record's content. */
export function stopFrom(word: string, message: string, at: string): Stop {
  const [reason = '', seconds] = word.split(' ')
  const kept = { message, at, record: null }
  if (reason === 'rate-limited')
    return { kind: 'blocked', reason, retryAfterSeconds: seconds === undefined ? null : Number(seconds) || 0, ...kept }
  return { kind: 'failed', reason: isFailureReason(reason) ? reason : 'network', ...kept }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ').slice(0, 8192)
}
