import { parseAddress } from './follow.ts'
import type { Headers } from './headers.ts'
import { fields } from './record.ts'
import type { RecordPlace } from './warc-reader.ts'

/** One capture of one address in a web archive. */
export interface ArchivedPage extends RecordPlace {
  readonly url: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** `rendered`: as a browser showed it. `resource`: a file kept without its response. `stop`: a request that got no answer. */
  readonly kind: 'response' | 'rendered' | 'resource' | 'stop'
  readonly status: number | null
}

/** The captures of an archive by the key of their address. */
export type ArchiveIndex = ReadonlyMap<string, readonly ArchivedPage[]>

/** The capture that a record holds; `null` for records that hold none: requests, revisits, notes of other programs. */
export function pageOf(headers: Headers, status: number | null): Omit<ArchivedPage, keyof RecordPlace> | null {
  const url = parseAddress((headers['warc-target-uri'] ?? '').replace(/^<(.*)>$/, '$1'))?.href
  if (url === undefined) return null
  const at = new Date(headers['warc-date'] ?? '')
  const page = { url, at: Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString() }
  switch (headers['warc-type']) {
    case 'response':
      return status === null ? null : { ...page, kind: 'response', status }
    case 'resource':
      return { ...page, kind: /^text\/html\b/i.test(headers['content-type'] ?? '') ? 'rendered' : 'resource', status: 200 }
    case 'metadata':
      return headers[fields.stop] === undefined ? null : { ...page, kind: 'stop', status: null }
    default:
      return null
  }
}

export function indexPages(pages: readonly ArchivedPage[]): ArchiveIndex {
  const index = new Map<string, ArchivedPage[]>()
  for (const page of pages) {
    const key = keyOf(new URL(page.url))
    const same = index.get(key)
    if (same === undefined) index.set(key, [page])
    else same.push(page)
  }
  return index
}

/** What stays of an address when scheme, `www.`, default port and the last slash are set aside. */
export function keyOf(url: URL): string {
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`
}

/** The very address before a near one, a rendered page before what the server sent, and the last capture before earlier ones. */
export function findPage(index: ArchiveIndex, url: URL): { page: ArchivedPage; exact: boolean } | null {
  const near = index.get(keyOf(url)) ?? []
  const exact = near.filter((page) => page.url === url.href)
  const chosen = exact.length > 0 ? exact : near
  const page = chosen.findLast((one) => one.kind === 'rendered') ?? chosen.at(-1)
  return page === undefined ? null : { page, exact: exact.length > 0 }
}
