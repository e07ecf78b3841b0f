import type { Fetcher } from '../../model/fetch.ts'
import type { Text } from '../../model/text.ts'
import type { ServiceAnswer } from '../service-answer.ts'

/** One result as a search engine gives it. */
export interface SearchResult {
  readonly url: string
  readonly title: string
  readonly snippet: string
}

interface ResultList {
  readonly results: readonly SearchResult[]
  /** Why the list may be shorter than it should be; `null` when nothing says so. */
  readonly incomplete: Text | null
}

/** A search engine that answers programs. */
export interface SearchEngine {
  readonly name: string
  /** In thousandths of a US dollar for one query; 0 for an instance of one's own. */
  readonly milliDollars: number
  ask(query: string, fetcher: Fetcher): Promise<ServiceAnswer<ResultList>>
  /** The page where a person sees the same search. */
  page(query: string): string
}
