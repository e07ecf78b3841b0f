import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { locationsFromPages, plainAddress, readSitePage, type SitePage, tellsLocations } from '../discovery/location-pages.ts'
import { type BadRow, locationLimits, type NewLocation, readLocations } from '../discovery/locations.ts'
import { EenlijnError } from '../model/errors.ts'
import { stemOf } from '../naming/tokens.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { locations, requests } from '../store/schema.ts'
import { openEvidence } from './evidence.ts'
import { type AuditRow, findAudit } from './find-audit.ts'
import { findLocation } from './find-location.ts'

export interface LocationsImported {
  readonly added: number
  /** Were there already; what was empty of them was filled in. */
  readonly known: number
  readonly bad: readonly BadRow[]
}

/** An organisation with more has its list elsewhere, and its audits in parts. */
const mostLocations = 2_000

/**
 * Takes a list of locations, as CSV or one name a line. They belong to the organisation and hold in later audits.
 * @throws EenlijnError `not-found`, `too-large` (over 256 kB, or over 2,000 locations), `invalid-input` when nothing in it is a location.
 */
export function importLocations(deps: Deps, input: { auditId: string; text: string }): LocationsImported {
  if (new TextEncoder().encode(input.text).length > locationLimits.bytes) throw tooLarge
  const audit = findAudit(deps.store.db, input.auditId)
  const { locations: found, bad } = readLocations(input.text)
  const [first] = bad
  if (found.length === 0 && first) throw nothingRead(first)
  if (found.length === 0) throw empty
  return { ...keep(deps, audit, found), bad }
}

/**
 * Takes the locations that the website's own pages name, from the pages that this audit read.
 * @throws EenlijnError `not-found`, `too-large`.
 */
export async function importLocationsFromSite(deps: Deps, input: { auditId: string }): Promise<LocationsImported & { pages: number }> {
  const audit = findAudit(deps.store.db, input.auditId)
  const pages: SitePage[] = []
  for (const { url, digest } of locationPagesRead(deps.store.db, audit)) {
    const kept = digest ? await openEvidence(deps, { auditId: audit.id, digest }) : null
    pages.push(kept ? readSitePage(kept.content.text, url) : { url, title: '', links: [] })
  }
  return { ...keep(deps, audit, locationsFromPages(pages)), bad: [], pages: pages.length }
}

/** Pages about locations that were read in this audit, with the digest of what was kept of them. */
export function locationPagesRead(db: Db, audit: AuditRow): { url: string; digest: string | null }[] {
  const rows = db
    .select({ url: requests.url, digest: requests.record })
    .from(requests)
    .where(and(eq(requests.auditId, audit.id), inArray(requests.outcome, ['page', 'rendered'])))
    .all()
  return rows.filter(({ url }) => tellsLocations(url))
}

/** Takes a location off the list. What was said of it stays in the store. @throws EenlijnError `not-found`. */
export function removeLocation(deps: Deps, input: { auditId: string; locationId: string }): void {
  deps.store.transact((tx) => {
    const { id } = findLocation(tx, findAudit(tx, input.auditId), input.locationId)
    tx.update(locations).set({ removedAt: deps.now().toISOString() }).where(eq(locations.id, id)).run()
  })
}

function keep(deps: Deps, audit: AuditRow, found: readonly NewLocation[]): { added: number; known: number } {
  return deps.store.transact((tx) => {
    const rows = tx
      .select()
      .from(locations)
      .where(and(eq(locations.organisationId, audit.organisationId), isNull(locations.removedAt)))
      .all()
    const known = new Map(rows.flatMap((row) => keysOf(row).map((key) => [key, row] as const)))
    const createdAt = deps.now().toISOString()
    let added = 0
    for (const location of found) {
      const row = keysOf(location)
        .map((key) => known.get(key))
        .find((one) => one !== undefined)
      if (row) fillIn(tx, row, location)
      else {
        if (rows.length + added >= mostLocations) throw tooMany
        const made = { id: newId(), organisationId: audit.organisationId, ...location, createdAt, removedAt: null }
        tx.insert(locations).values(made).run()
        for (const key of keysOf(made)) known.set(key, made)
        added++
      }
    }
    return { added, known: found.length - added }
  })
}

/** By which a location is known again: its page; its name and place; its name alone where one side has no place. */
function keysOf({ name, place, page }: NewLocation): string[] {
  const named = `${stemOf(name)}|${stemOf(place ?? '')}`
  return [...(page ? [`page ${plainAddress(page)}`] : []), `name ${named}`]
}

/** What was not known yet is filled in; what a person gave is not changed. */
function fillIn(tx: Db, row: typeof locations.$inferSelect, found: NewLocation): void {
  const set = { place: row.place ?? found.place, address: row.address ?? found.address, page: row.page ?? found.page }
  tx.update(locations).set(set).where(eq(locations.id, row.id)).run()
}

const tooLarge = new EenlijnError(
  'too-large',
  { nl: 'Deze lijst is te groot: 256 kB is het meeste.', en: 'This list is too large: 256 kB is the most.' },
  { field: 'locations' },
)
const tooMany = new EenlijnError(
  'too-large',
  { nl: 'Er zijn al 2.000 locaties. Meer gaat niet.', en: 'There are 2,000 locations already. More is not possible.' },
  { field: 'locations' },
)
const empty = new EenlijnError(
  'invalid-input',
  {
    nl: 'Plak de namen van de locaties, een op elke regel, of kies een bestand.',
    en: 'Paste the locations’ names, one a line, or choose a file.',
  },
  { field: 'locations' },
)
const nothingRead = ({ line, why }: BadRow) =>
  new EenlijnError(
    'invalid-input',
    { nl: `Hier staat geen locatie in. Regel ${line}: ${why.nl}`, en: `There is no location in this. Line ${line}: ${why.en}` },
    { field: 'locations' },
  )
