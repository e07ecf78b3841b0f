import type { FoundVia } from '../model/candidate.ts'

/** Where a hit stood among the results, and what was asked; '' when nobody said what. */
export interface SearchRank {
  readonly rank: number
  readonly query: string
}

/** Reads the label that a search gives its hits; `null` for a place of another sort. */
export function searchRank({ route, label }: Pick<FoundVia, 'route' | 'label'>): SearchRank | null {
  if (route !== 'search-engine' && route !== 'platform-search') return null
  const match = /^#(\d{1,4})(?: · (.*))?$/s.exec(label)
  return match ? { rank: Number(match[1]), query: match[2] ?? '' } : null
}
