import type { Fetched, FetchOptions } from '../model/fetch.ts'
import { type Answer, fetchedFrom, fetchedFromStop, type Stop, type Way } from './answer.ts'
import { refreshTarget } from './refresh.ts'

/** Asks one address, no redirects followed. */
export type Hop = (url: URL, options: FetchOptions) => Promise<Answer | Stop>

export interface FollowSetting {
  readonly redirects: number
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** The end of the way: an answer that is no redirect, or why there is none. */
export interface Arrival {
  readonly way: Way
  readonly end: Answer | Stop
}

const longestAddress = 4096
const redirectStatuses = new Set([301, 302, 303, 307, 308])

/** An address that a request can be made for, without fragment and credentials; `null` for anything else. */
export function parseAddress(text: string, base?: string): URL | null {
  if (text.length > longestAddress || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  url.username = ''
  url.password = ''
  return url.href.length > longestAddress ? null : url
}

/** Gets one address by `hop`, following its redirects by hand so that every address on the way is checked. */
export async function follow(requested: string, hop: Hop, options: FetchOptions, setting: FollowSetting): Promise<Fetched> {
  const { way, end } = await arrive(requested, hop, options, setting)
  return end.kind === 'answer' ? fetchedFrom(end, way, options, setting.now()) : fetchedFromStop(end, way)
}

/** The walk itself; also used for `robots.txt`, which is read from whatever answer it leads to. */
export async function arrive(requested: string, hop: Hop, options: FetchOptions, setting: FollowSetting): Promise<Arrival> {
  const redirects: string[] = []
  let url = parseAddress(requested)
  let at = requested
  const stop = (reason: 'bad-address' | 'redirect-loop', message: string): Arrival => ({
    way: { requested, url: at, redirects },
    end: { kind: 'failed', reason, message, at: new Date(setting.now()).toISOString(), record: null },
  })
  for (;;) {
    if (url === null) return stop('bad-address', `not an address that can be asked: ${at.slice(0, 200)}`)
    at = url.href
    if (redirects.includes(at)) return stop('redirect-loop', `${at} leads back to itself`)
    if (redirects.length > setting.redirects) return stop('redirect-loop', `more than ${setting.redirects} redirects`)
    const end = await hop(url, options)
    const target = end.kind === 'answer' ? redirectTarget(end) : null
    if (target === null) return { way: { requested, url: at, redirects }, end }
    redirects.push(at)
    url = parseAddress(target, at)
    at = target
  }
}

/** Where an answer sends the reader, as written; `null` when it is a page of its own. */
export function redirectTarget(answer: Pick<Answer, 'url' | 'status' | 'headers' | 'body' | 'rendered'>): string | null {
  const { url, status, headers, body, rendered } = answer
  if (redirectStatuses.has(status)) return headers.location ?? null
  if (status !== 200 || rendered || !headers['content-type']?.toLowerCase().includes('html')) return null
  const target = refreshTarget(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8'))
  const address = target === null ? null : parseAddress(target, url)
  // A page that refreshes to itself only renews what it says.
  return address === null || address.href === url ? null : address.href
}
