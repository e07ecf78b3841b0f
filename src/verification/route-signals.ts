import type { FoundVia } from '../model/candidate.ts'
import type { AnySignalId } from './confidence.ts'

const byRoute: Partial<Record<FoundVia['route'], AnySignalId>> = {
  wikidata: 'in-register',
  'earlier-audit': 'earlier-ours',
  pasted: 'pasted',
  press: 'in-press',
  print: 'in-print',
  'platform-search': 'found-by-search',
  'search-engine': 'found-by-search',
  'handle-guess': 'guessed',
  'linked-account': 'linked-by-ours',
}

/** What it says that a route found an account: one signal for each sort of source, however often it names the account. */
export const signalsOfRoutes = (routes: readonly FoundVia['route'][]): AnySignalId[] => [
  ...new Set(routes.map((route) => byRoute[route]).filter((id) => id !== undefined)),
]
