import { braveSearch } from './brave.ts'
import type { SearchEngine } from './engine.ts'
import { searxngSearch } from './searxng.ts'

/** The search engine that the operator set up: an own instance, which is free, goes before a key that costs money. */
export function engineOf(
  keys: { readonly searxng: string | null; readonly brave: string | null },
  country: string | null = null,
): SearchEngine | null {
  if (keys.searxng) return searxngSearch({ instance: keys.searxng })
  return keys.brave ? braveSearch({ key: keys.brave, country }) : null
}
