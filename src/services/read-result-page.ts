import { and, eq } from 'drizzle-orm'
import { readSavedPage, type SavedPage } from '../capture/saved-page.ts'
import type { Deps } from '../deps.ts'
import type { RouteClaim } from '../discovery/outcome.ts'
import { type ResultSource, resultSourceOf } from '../discovery/search-engine/result-source.ts'
import { readResultPage } from '../discovery/search-engine.ts'
import { EenlijnError } from '../model/errors.ts'
import { stemOf } from '../naming/tokens.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes } from '../store/schema.ts'
import { addClaims } from './add-claims.ts'
import { tell } from './events.ts'
import { type AuditRow, findAudit, hasEnded, organisationOf } from './find-audit.ts'
import { locationNames } from './location-names.ts'
import { handOver } from './owed-jobs.ts'
import { routeEnded } from './route-texts.ts'

export interface ResultPageInput {
  readonly auditId: string
  /** A page of results as it was copied: text, or the markup of it. */
  readonly text: string
  /** Or the page as a browser saved it, `.html` or `.mhtml`. */
  readonly page: Uint8Array | null
  /** What was searched for, where the page does not say it. */
  readonly query: string
}

export interface ResultPageOutcome {
  readonly added: number
  readonly known: number
  /** Personal profiles: counted, not kept. */
  readonly people: number
  /** Accounts on a platform's own page that name neither the organisation nor a location: left out. */
  readonly others: number
  readonly route: 'search-engine' | 'platform-search'
  /** What was searched for, '' when nobody said. */
  readonly query: string
}

export const resultPageLimits = { textLength: 500_000, pageBytes: 10 * 2 ** 20 } as const

/** A page shows ten to fifty results; more is a list of links, which has a box of its own. */
const mostClaims = 100

/**
 * Takes a page of search results that a person looked at: the accounts in it become candidates, with rank and question.
 * Made-up names are not asked here: a person chose the page, and no service answered us. The page itself is not kept, since
 * it may show who searched.
 * @throws EenlijnError `not-found`, `conflict` while the audit runs, `invalid-input`, `too-large`, `not-accepted`.
 */
export async function takeResultPage(deps: Deps, input: ResultPageInput): Promise<ResultPageOutcome> {
  const audit = findAudit(deps.store.db, input.auditId)
  if (!hasEnded(audit.state)) throw stillRunning
  const { html, url } = handedIn(input)
  const source = resultSourceOf(url)
  const query = source?.query || input.query.trim().slice(0, 200)
  const route = source?.route ?? 'search-engine'
  const now = deps.now().toISOString()
  const origin = { at: now, record: null, query, route, page: source?.page ?? null, pageTitle: source?.name ?? '' }
  const reading = readResultPage(html, origin)
  const claims = namingUs(deps.store.db, audit, reading.claims, source).slice(0, mostClaims)
  if (reading.claims.length === 0 && reading.people === 0) throw nothingFound
  const outcome = deps.store.transact((tx) => {
    const added = addClaims(tx, audit, claims, now)
    countPage(tx, audit, route, claims.length, now)
    return added
  })
  deps.bell.ring(audit.id)
  await handOver(deps, audit.id)
  const others = reading.claims.length - claims.length
  return { added: outcome.added, known: outcome.known, people: reading.people, others, route, query }
}

function handedIn({ text, page }: ResultPageInput): Pick<SavedPage, 'html' | 'url'> {
  if (page !== null && page.length > resultPageLimits.pageBytes) throw pageTooLarge
  if (page !== null) return readSavedPage(page)
  const pasted = text.trim()
  if (pasted === '') throw empty
  if (pasted.length > resultPageLimits.textLength) throw textTooLong
  if (!/<(?:a|html|body|div)[\s>]/i.test(pasted.slice(0, 200_000))) return { html: pasted, url: null }
  // The same limits as for a saved page: nothing that nests without end is read.
  return readSavedPage(new TextEncoder().encode(`<!doctype html><meta charset="utf-8"><title></title>${pasted}`))
}

/** A platform's page also shows whoever is signed in and what they follow; only what names us is taken from it. */
function namingUs(db: Db, audit: AuditRow, claims: readonly RouteClaim[], source: ResultSource | null): readonly RouteClaim[] {
  if (source?.route !== 'platform-search') return claims
  const { name, aliases, organisationId } = { ...organisationOf(db, audit), organisationId: audit.organisationId }
  const names = [name, ...aliases, ...locationNames(db, organisationId)].map(stemOf).filter((stem) => stem.length > 2)
  return claims.filter(({ via, handle }) => names.some((stem) => stemOf(`${via.quote} ${handle}`).includes(stem)))
}

/** What a person handed over adds to what the route did by itself. */
function countPage(tx: Db, audit: AuditRow, route: 'search-engine' | 'platform-search', found: number, now: string): void {
  const here = and(eq(auditRoutes.auditId, audit.id), eq(auditRoutes.route, route))
  const before = tx.select().from(auditRoutes).where(here).get()?.report ?? routeEnded(route, 'not-looked', 0)
  const state = before.state === 'not-looked' || before.state === 'cancelled' ? ('partial' as const) : before.state
  const report = { ...before, state, found: before.found + found, handed: (before.handed ?? 0) + 1 }
  tx.insert(auditRoutes)
    .values({ auditId: audit.id, route, report })
    .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report } })
    .run()
  tell(tx, audit.id, { kind: 'route', data: report }, now)
}

const field = { field: 'results' }
const empty = new EenlijnError(
  'invalid-input',
  { nl: 'Plak een pagina met resultaten, of kies een bewaarde pagina.', en: 'Paste a page of results, or choose a saved page.' },
  field,
)
const nothingFound = new EenlijnError(
  'invalid-input',
  {
    nl: 'Hierin vonden wij geen account. Kopieer de hele pagina (Ctrl+A, Ctrl+C), of bewaar de pagina en kies het bestand.',
    en: 'We found no account in it. Copy the whole page (Ctrl+A, Ctrl+C), or save the page and choose the file.',
  },
  field,
)
const textTooLong = new EenlijnError(
  'too-large',
  { nl: 'Deze tekst is te lang: 500.000 tekens is het meeste.', en: 'This text is too long: 500,000 characters is the most.' },
  field,
)
const pageTooLarge = new EenlijnError(
  'too-large',
  { nl: 'Dit bestand is te groot: 10 MB is het meeste.', en: 'This file is too large: 10 MB is the most.' },
  { field: 'resultsPage' },
)
const stillRunning = new EenlijnError(
  'conflict',
  {
    nl: 'Er wordt nog gezocht. Wacht tot het klaar is en geef de pagina dan opnieuw.',
    en: 'The search is still running. Wait until it is done and hand the page over then.',
  },
  field,
)
