import type { BlockReason, FailureReason, Fetched, Fetcher, FetchOptions } from '../../src/model/fetch.ts'

/** What an address answers: a body (text is HTML, an object JSON, bytes a picture), or why there is none. */
export type Answered =
  | string
  | Uint8Array
  | { readonly json: unknown; readonly status?: number }
  | { readonly html: string; readonly status?: number; readonly redirectedTo?: string }
  | { readonly blocked: BlockReason; readonly status?: number; readonly text?: string }
  | { readonly failed: FailureReason }

export interface ListedFetcher extends Fetcher {
  /** Every address that was asked for, in order. */
  readonly asked: { readonly url: string; readonly options: FetchOptions }[]
}

export const fetchedAt = '2026-11-02T09:00:00.000Z'

/** One answer as a fetcher hands it over. */
export function fetchedOf(url: string, answer: Answered): Fetched {
  const asked = { requested: url, url, redirects: [] as string[], at: fetchedAt, record: null }
  if (answer instanceof Uint8Array) return { ...asked, ...page(200, 'image/png', answer, '') }
  if (typeof answer === 'string') return { ...asked, ...page(200, 'text/html', answer, answer) }
  if ('failed' in answer) return { ...asked, kind: 'failed', reason: answer.failed, message: answer.failed }
  if ('blocked' in answer)
    return {
      ...asked,
      kind: 'blocked',
      reason: answer.blocked,
      status: answer.status ?? null,
      retryAfterSeconds: null,
      text: answer.text ?? '',
    }
  const text = 'json' in answer ? JSON.stringify(answer.json) : answer.html
  const status = answer.status ?? 200
  const moved = 'html' in answer && answer.redirectedTo ? { ...asked, url: answer.redirectedTo, redirects: [url] } : asked
  if (status === 404 || status === 410) return { ...moved, kind: 'missing', status, text }
  return { ...moved, ...page(status, 'json' in answer ? 'application/json' : 'text/html', text, text) }
}

function page(status: number, mediaType: string, body: string | Uint8Array, text: string) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { kind: 'page', status, headers: {}, mediaType, body: bytes, text, rendered: false } as const
}

/** A fetcher that knows these addresses and no others: an address that is not listed fails as not in the archive. */
export function fetcherOf(answers: Readonly<Record<string, Answered>>): ListedFetcher {
  const asked: { url: string; options: FetchOptions }[] = []
  return {
    asked,
    get: async (url, options = {}) => {
      asked.push({ url, options })
      return fetchedOf(url, answers[url] ?? { failed: 'not-in-archive' })
    },
  }
}
