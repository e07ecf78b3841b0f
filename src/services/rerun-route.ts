import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { RouteReport } from '../model/audit.ts'
import { EenlijnError } from '../model/errors.ts'
import { type AskedRoute, askedRoutes } from '../model/jobs.ts'
import { newId } from '../store/id.ts'
import { auditRoutes } from '../store/schema.ts'
import { tell } from './events.ts'
import { type AuditRow, findAudit } from './find-audit.ts'
import { handOver, isOwed, owe } from './owed-jobs.ts'
import { readCandidates } from './read-candidates.ts'
import { routeEnded } from './route-texts.ts'
import { organisationFor, routeJobFor } from './stages.ts'

export interface Rerun {
  readonly auditId: string
  readonly route: string
  /** The most that it may cost, in US dollars, by somebody who saw the price. Default 0: nothing that costs money is asked. */
  readonly maxDollars?: number
}

/** The dearest run that anybody can agree to; the largest plan costs a third of a dollar. */
const mostDollars = 10

/**
 * Takes one route again for an audit that is done: with the names and locations known by now. What it finds comes in as
 * candidates of the same audit.
 * @throws EenlijnError `not-found`; `invalid-input` for a route that cannot be taken by itself; `conflict` while it or the audit runs, and after a stop.
 */
export async function rerunRoute(deps: Deps, { auditId, route: asked, maxDollars = 0 }: Rerun): Promise<void> {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const route = askedRoutes.find((one) => one === asked)
  if (!route) throw notByItself
  if (!(maxDollars >= 0 && maxDollars <= mostDollars)) throw noAmount
  if (audit.state !== 'done') throw audit.state === 'cancelled' || audit.state === 'failed' ? stopped : stillRunning
  const before = reportOf(deps, audit, route)
  if (before?.state === 'running' && before.job && isOwed(db, before.job)) throw stillRunning
  const confirmed = readCandidates(db, audit).filter(({ standing, closed }) => standing === 'ours' && !closed)
  const id = `${audit.id}.${route}.${newId(deps.now().getTime())}`
  const job = routeJobFor(db, audit, organisationFor(db, audit), route, { id, maxDollars, confirmed })
  const report = { ...routeEnded(route, 'running', before?.found ?? 0), ...(before?.handed ? { handed: before.handed } : {}), job: id }
  deps.store.transact((tx) => {
    tx.insert(auditRoutes)
      .values({ auditId: audit.id, route, report })
      .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report } })
      .run()
    owe(tx, job)
    tell(tx, audit.id, { kind: 'route', data: report }, deps.now().toISOString())
  })
  deps.bell.ring(audit.id)
  await handOver(deps, audit.id)
}

function reportOf(deps: Deps, audit: AuditRow, route: AskedRoute): RouteReport | undefined {
  const here = and(eq(auditRoutes.auditId, audit.id), eq(auditRoutes.route, route))
  return deps.store.db.select().from(auditRoutes).where(here).get()?.report
}

const notByItself = new EenlijnError(
  'invalid-input',
  {
    nl: 'Deze route kun je niet los opnieuw nemen. Begin een nieuwe audit.',
    en: 'This route cannot be taken again by itself. Start a new audit.',
  },
  { field: 'route' },
)

const noAmount = new EenlijnError(
  'invalid-input',
  { nl: 'Dit bedrag klopt niet: het mag van 0 tot 10 dollar zijn.', en: 'This amount is not right: it may be 0 to 10 dollars.' },
  { field: 'maxDollars' },
)

const stillRunning = new EenlijnError('conflict', {
  nl: 'Hier wordt nog gezocht. Wacht tot het klaar is en probeer het dan opnieuw.',
  en: 'A search is still running here. Wait until it is done and try again.',
})

const stopped = new EenlijnError('conflict', {
  nl: 'Deze audit is gestopt, dus er wordt niets meer opgehaald. Geef zelf een resultaatpagina, of begin een nieuwe audit.',
  en: 'This audit was stopped, so nothing is fetched any more. Hand over a page of results, or start a new audit.',
})
