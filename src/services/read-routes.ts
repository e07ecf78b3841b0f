import type { Deps } from '../deps.ts'
import type { HandLink } from '../discovery/outcome.ts'
import { placeName, searchLinks } from '../discovery/platform-search.ts'
import { engineOf, planSearch, queriesOf, type SearchInput, searchPages } from '../discovery/search-engine.ts'
import type { RouteReport } from '../model/audit.ts'
import type { RouteId } from '../model/candidate.ts'
import { askedRoutes, locationsAsked } from '../model/jobs.ts'
import { type PlatformId, searchedPlatforms } from '../model/platform.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { platformName } from '../report/platform-name.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { locationNames } from './location-names.ts'
import { readAudit } from './read-audit.ts'
import type { HandGroup, RouteRow, RoutesView } from './route-views.ts'
import { searchPrice } from './search-price.ts'
import type { AuditView, CandidateView } from './views.ts'

/** The ways to find accounts in the order in which people go about it; the last ones are people's own. */
const panelRoutes: readonly RouteId[] = [
  'website',
  'wikidata',
  'search-engine',
  'platform-search',
  'handle-guess',
  'linked-account',
  'print',
  'press',
  'pasted',
]

/** Questions a group shows; whoever has more locations searches from the list of locations. */
const mostQuestions = 40

/**
 * Every route of an audit: what it did and found, and what a person can do by hand.
 * @throws EenlijnError `not-found`.
 */
export function readRoutes(deps: Deps, auditId: string, view: AuditView = readAudit(deps, auditId, { personId: null })): RoutesView {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const { name, aliases, website, country, wikidataId } = organisationOf(db, audit)
  const chosen = audit.request.platforms ?? []
  const places = locationNames(db, audit.organisationId)
  const input = {
    organisation: { name, aliases, website, country, wikidataId },
    locations: places,
    platforms: chosen.length > 0 ? chosen : searchedPlatforms,
  }
  const alone = view.state === 'done' && !view.organisation.demo && !audit.request.archive
  const rows = panelRoutes.map((route): RouteRow => {
    const report = view.routes.find((one) => one.route === route) ?? null
    return {
      route,
      report,
      accounts: view.candidates.filter(({ foundVia }) => foundVia.some((via) => via.route === route)).map(identityOf),
      byHand: handGroups(route, input, report),
      again: alone && askedRoutes.some((one) => one === route),
    }
  })
  const engine = engineOf(deps.env.keys, country)
  const plan = planSearch({ ...input, locations: places.slice(0, locationsAsked) }, engine)
  return { rows, price: searchPrice(engine, plan.cost), toLookAt: view.candidates.filter(isToBeLookedAt).map(identityOf) }
}

const identityOf = ({ accountId, platform, handle }: CandidateView) => ({ accountId, platform, handle })

/** Somebody else's account need not be looked at, and nobody can look at one whose platform is gone. */
const isToBeLookedAt = ({ closed, standing, snapshot, byHand, url }: CandidateView): boolean =>
  !closed && standing !== 'not-ours' && !byHand && snapshot?.state === 'walled' && classifyUrl(url).owner !== 'person'

function handGroups(route: RouteId, input: SearchInput, report: RouteReport | null): HandGroup[] {
  if (route === 'search-engine') return byPlatform(questionsForEngines(input))
  if (route === 'platform-search') return byPlatform(questionsOnPlatforms(input))
  if (route === 'handle-guess') return byPlatform((report?.links ?? []).map(guessed))
  return []
}

interface Asked {
  readonly platform: PlatformId | null
  readonly question: string
  readonly name: string
  readonly url: string
}

const questionsForEngines = (input: SearchInput): Asked[] =>
  queriesOf(input).flatMap(({ text, platform }) => searchPages.map(({ name, url }) => ({ platform, question: text, name, url: url(text) })))

function questionsOnPlatforms({ organisation: { name, aliases }, locations, platforms }: SearchInput): Asked[] {
  const names = [...new Set([name, ...aliases, ...locations.map((place) => placeName(name, place))])]
  return platforms.flatMap((platform) =>
    names.flatMap((question) =>
      searchLinks([platform], [question]).map(({ url }) => ({ platform, question, name: platformName(platform), url })),
    ),
  )
}

/** The label of a guess reads `handle op Platform`. */
function guessed({ label, url, platform }: HandLink): Asked {
  const name = platform ? platformName(platform) : ''
  return { platform: platform ?? null, question: label.nl.replace(` op ${name}`, ''), name, url }
}

function byPlatform(all: readonly Asked[]): HandGroup[] {
  return [...Map.groupBy(all, ({ platform }) => platform)].map(([platform, asked]) => {
    const questions = [...Map.groupBy(asked, ({ question }) => question)].map(([question, links]) => ({
      question,
      links: links.map(({ name, url }) => ({ name, url })),
    }))
    return { platform, questions: questions.slice(0, mostQuestions), more: Math.max(0, questions.length - mostQuestions) }
  })
}
