import type { Deps } from '../deps.ts'
import { dearestRun, engineOf, planSearch, type SearchEngine, type SearchPlan } from '../discovery/search-engine.ts'
import type { AuditRequest } from '../model/audit.ts'
import { searchedPlatforms } from '../model/platform.ts'
import type { SearchPrice } from './route-views.ts'

export const searchPrice = (engine: SearchEngine | null, { requests, dollars, text }: SearchPlan['cost']): SearchPrice => ({
  engine: engine?.name ?? null,
  requests,
  dollars,
  text,
})

/** What an audit of this organisation asks a search engine with the names that are known now. A register may add names later. */
export function priceSearch(
  deps: Deps,
  {
    name,
    aliases = [],
    platforms = [],
    country = null,
  }: Pick<AuditRequest, 'name' | 'aliases' | 'platforms'> & { country?: string | null },
): SearchPrice {
  const engine = engineOf(deps.env.keys, country)
  const organisation = { name, aliases, website: null, country, wikidataId: null }
  const plan = planSearch({ organisation, locations: [], platforms: platforms.length > 0 ? platforms : searchedPlatforms }, engine)
  return searchPrice(engine, plan.cost)
}

/** The most that any audit can cost, for a form in which nothing has been typed yet; `null` when searching is free. */
export function dearestSearch(deps: Deps): SearchPrice | null {
  const engine = engineOf(deps.env.keys)
  return engine && engine.milliDollars > 0 ? searchPrice(engine, dearestRun(engine)) : null
}
