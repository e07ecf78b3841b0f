import type { Answer } from './answer.ts'
import { openArchive } from './archive.ts'

/** What an earlier audit got from an address, and how to ask whether it still holds. */
export interface EarlierAnswer {
  readonly answer: Answer & { readonly record: string }
  /** Young enough to be used without asking. */
  readonly fresh: boolean
  /** Headers that ask for the page only if it changed (RFC 9110, 13.1); `null` when the server gave nothing to ask by. */
  readonly condition: Readonly<Record<string, string>> | null
}

export interface Earlier {
  /** `null` when nothing whole and good was kept of this very address. */
  find(url: URL): Promise<EarlierAnswer | null>
}

export interface EarlierOptions {
  /** Address → digest of the evidence that the earlier audit kept of it. */
  readonly records: ReadonlyMap<string, string>
  get(digest: string): Promise<Uint8Array | null>
  /** Evidence younger than this is used as it is. */
  readonly freshMs: number
  /** Epoch milliseconds. */
  now(): number
}

/** Evidence of an earlier audit, looked up by address. Evidence that has expired or cannot be read is no evidence. */
export function createEarlier({ records, get, freshMs, now }: EarlierOptions): Earlier {
  // An address that redirects leads to the record of its end, which is asked for next.
  const ends = new Map<string, string>()
  return {
    async find(url) {
      const record = records.get(url.href) ?? ends.get(url.href)
      const bytes = record === undefined ? null : await get(record)
      if (record === undefined || bytes === null) return null
      const { answer, end } = await answerIn(bytes, url).catch(() => ({ answer: null, end: null }))
      if (end !== null) ends.set(end, record)
      if (answer === null) return null
      const fresh = now() - Date.parse(answer.at) < freshMs
      return { answer: { ...answer, record }, fresh, condition: conditionOf(answer.headers) }
    },
  }
}

/** What a record holds of this address; `end` is the address that it is of instead. */
async function answerIn(bytes: Uint8Array, url: URL): Promise<{ answer: Answer | null; end: string | null }> {
  const archive = await openArchive(bytes)
  const found = archive.find(url)
  const [only] = archive.pages
  if (!found?.exact) return { answer: null, end: only && only.url !== url.href ? only.url : null }
  if (found.page.kind !== 'response') return { answer: null, end: null }
  const answer = await archive.read(found.page)
  return { answer: answer.kind === 'answer' && answer.status === 200 ? answer : null, end: null }
}

function conditionOf(headers: Answer['headers']): Record<string, string> | null {
  const { etag, 'last-modified': lastModified } = headers
  if (etag) return { 'if-none-match': etag }
  return lastModified ? { 'if-modified-since': lastModified } : null
}
