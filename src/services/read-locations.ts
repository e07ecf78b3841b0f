import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { plainAddress } from '../discovery/location-pages.ts'
import type { Located, Location, LocationAnswer, SprawlDecision } from '../model/location.ts'
import { namedPlatforms, type PlatformId } from '../model/platform.ts'
import { stemOf } from '../naming/tokens.ts'
import { buildMatrix, type GivenAnswer } from '../report/matrix.ts'
import type { Db } from '../store/open.ts'
import { accountLocations, accounts, locationAnswers, locations, requests, sprawlDecisions } from '../store/schema.ts'
import { createLocator } from '../verification/locate.ts'
import { createSprawl } from '../verification/sprawl.ts'
import { type AuditRow, findAudit, type OrganisationRow, organisationOf } from './find-audit.ts'
import { locationPagesRead } from './import-locations.ts'
import type { LocationAccount, LocationsView, SprawlItem } from './location-views.ts'
import { namesOf } from './person.ts'
import { placeOf, readCandidates, type UngradedCandidate } from './read-candidates.ts'

/** The organisation's locations on each platform as this audit found them. @throws EenlijnError `not-found`. */
export function readLocations(deps: Deps, auditId: string): LocationsView {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const organisation = organisationOf(db, audit)
  const all = readCandidates(db, audit)
  const known = readLocationRows(db, organisation)
  const located = locate(db, audit, organisation, known, all)
  const answers = readAnswers(db, organisation)
  const pages = locationPagesRead(db, audit)
  const read = new Set(pages.map(({ url }) => plainAddress(url)))
  const matrix = buildMatrix({
    locations: known,
    accounts: all,
    located,
    answers,
    platforms: platformsOf(audit, all, located, answers),
    searches: searchesOf(db, audit, known),
    pagesRead: new Set(known.flatMap(({ id, page }) => (page && read.has(plainAddress(page)) ? [id] : []))),
  })
  return {
    auditId: audit.id,
    organisation: organisation.name,
    platforms: [...matrix.platforms],
    rows: matrix.rows.map(({ location, cells }) => ({ location, cells: [...cells] })),
    counts: matrix.counts,
    answers,
    accounts: all.filter(({ standing }) => standing !== 'not-ours').map(accountView),
    sprawl: sprawlOf(db, organisation, all, located),
    sitePages: pages.length,
  }
}

const alphabet = new Intl.Collator('nl', { numeric: true })

function readLocationRows(db: Db, { id }: OrganisationRow): Location[] {
  return db
    .select({ id: locations.id, name: locations.name, place: locations.place, address: locations.address, page: locations.page })
    .from(locations)
    .where(and(eq(locations.organisationId, id), isNull(locations.removedAt)))
    .all()
    .sort((a, b) => alphabet.compare(a.place ?? '', b.place ?? '') || alphabet.compare(a.name, b.name))
}

const locatable = (candidate: UngradedCandidate) => ({
  ...candidate,
  displayName: candidate.snapshot?.displayName.seen ? candidate.snapshot.displayName.value : null,
  // What was searched for is not what stood there: the organisation's own account comes up for every location.
  labels: candidate.foundVia
    .filter(({ label, route }) => label.length < 100 && route !== 'platform-search' && route !== 'search-engine')
    .map(({ label }) => label),
  pages: [...new Set(candidate.foundVia.flatMap(({ route, page }) => (route === 'website' && page ? [page] : [])))],
})

/** A person's word first; where there is none, what names and pages say. */
function locate(
  db: Db,
  audit: AuditRow,
  organisation: OrganisationRow,
  known: readonly Location[],
  all: readonly UngradedCandidate[],
): Located[] {
  const said = new Map<string, string | null>()
  const rows = db
    .select({ accountId: accountLocations.accountId, locationId: accountLocations.locationId })
    .from(accountLocations)
    .innerJoin(accounts, eq(accounts.id, accountLocations.accountId))
    .where(eq(accounts.organisationId, audit.organisationId))
    .orderBy(asc(accountLocations.id))
  for (const { accountId, locationId } of rows.all()) said.set(accountId, locationId)
  const ids = new Set(known.map(({ id }) => id))
  const byName = createLocator(known, organisation, plainAddress)
  return all.flatMap((candidate): Located[] => {
    const { accountId } = candidate
    const given = said.get(accountId)
    if (given === undefined || (given !== null && !ids.has(given))) {
      const guess = byName(locatable(candidate))
      return guess ? [guess] : []
    }
    return given === null ? [] : [{ locationId: given, accountId, confidence: 1, by: 'person', reasons: [saidSo] }]
  })
}

const saidSo = { nl: 'Een collega heeft gezegd dat het bij deze locatie hoort.', en: 'A colleague said that it belongs to this location.' }

type Answer = GivenAnswer & { readonly at: string }

function readAnswers(db: Db, organisation: OrganisationRow): Answer[] {
  const nameOf = namesOf(db)
  const latest = new Map<string, Answer | null>()
  const rows = db
    .select({ row: locationAnswers })
    .from(locationAnswers)
    .innerJoin(locations, eq(locations.id, locationAnswers.locationId))
    .where(and(eq(locations.organisationId, organisation.id), isNull(locations.removedAt)))
    .orderBy(asc(locationAnswers.id))
    .all()
  for (const { row } of rows) {
    const { locationId, note, at } = row
    const platform = row.platform as PlatformId
    const answer = row.answer as LocationAnswer | null
    latest.set(`${locationId} ${platform}`, answer && { locationId, platform, answer, note, by: nameOf(row.personId), at })
  }
  return [...latest.values()].filter((one) => one !== null)
}

/** The five named ones, or those that the audit was asked for; and every other with an account or an answer of a location. */
function platformsOf(
  audit: AuditRow,
  all: readonly UngradedCandidate[],
  located: readonly Located[],
  answers: readonly Answer[],
): PlatformId[] {
  const asked = audit.request.platforms
  const ids = new Set(located.map(({ accountId }) => accountId))
  const held = all.filter(({ accountId, standing }) => ids.has(accountId) && standing !== 'not-ours').map(({ platform }) => platform)
  const base = asked && asked.length > 0 ? asked : namedPlatforms
  return [...new Set([...base, ...held, ...answers.map(({ platform }) => platform)])].sort((a, b) => placeOf(a) - placeOf(b))
}

/** Where platforms are asked by name. */
const searchHosts: Readonly<Record<string, PlatformId>> = {
  'public.api.bsky.app': 'bluesky',
  'api.bsky.app': 'bluesky',
  'www.googleapis.com': 'youtube',
  'youtube.googleapis.com': 'youtube',
}

/** The searches of this audit that were answered and that named a location. */
function searchesOf(db: Db, audit: AuditRow, known: readonly Location[]) {
  const rows = db
    .select({ url: requests.url })
    .from(requests)
    .where(and(eq(requests.auditId, audit.id), inArray(requests.outcome, ['page', 'rendered'])))
    .all()
  const asked = rows.flatMap(({ url }) => {
    const parsed = URL.parse(url)
    const platform = searchHosts[parsed?.hostname ?? '']
    const words = stemOf(parsed?.searchParams.get('q') ?? '')
    return platform && words !== '' ? [{ platform, words }] : []
  })
  return known.flatMap(({ id, name }) =>
    asked.filter(({ words }) => words.endsWith(stemOf(name))).map(({ platform }) => ({ locationId: id, platform })),
  )
}

const activityOf = ({ snapshot }: UngradedCandidate) => snapshot?.activity ?? 'unknown'

function accountView(candidate: UngradedCandidate): LocationAccount {
  const { accountId, platform, handle, url, kind, standing } = candidate
  return {
    accountId,
    platform,
    handle,
    url,
    kind,
    standing,
    activity: activityOf(candidate),
    displayName: locatable(candidate).displayName,
  }
}

function sprawlOf(db: Db, organisation: OrganisationRow, all: readonly UngradedCandidate[], located: readonly Located[]): SprawlItem[] {
  const nameOf = namesOf(db)
  const ids = new Set(all.map(({ accountId }) => accountId))
  const decided = new Map<string, SprawlItem['decision']>()
  const rows = db
    .select({ row: sprawlDecisions })
    .from(sprawlDecisions)
    .innerJoin(accounts, eq(accounts.id, sprawlDecisions.accountId))
    .where(eq(accounts.organisationId, organisation.id))
    .orderBy(asc(sprawlDecisions.id))
    .all()
  for (const { row } of rows) {
    const decision = row.decision as SprawlDecision | null
    if (ids.has(row.accountId)) decided.set(row.accountId, decision && { decision, note: row.note, by: nameOf(row.personId), at: row.at })
  }
  const whereOf = new Map(located.map(({ accountId, locationId }) => [accountId, locationId]))
  const judge = createSprawl(organisation)
  return all.flatMap((candidate): SprawlItem[] => {
    const { accountId } = candidate
    const why = judge({
      ...locatable(candidate),
      owned: candidate.decision?.decision === 'ours',
      linked: candidate.foundVia.some(({ route }) => route === 'website'),
      located: whereOf.has(accountId),
      abandoned: activityOf(candidate) === 'abandoned',
      gone: candidate.closed || candidate.snapshot?.state === 'gone',
    })
    return why ? [{ accountId, locationId: whereOf.get(accountId) ?? null, why, decision: decided.get(accountId) ?? null }] : []
  })
}
