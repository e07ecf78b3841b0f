import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { FoundVia, RouteId } from '../model/candidate.ts'
import {
  type AskedRoute,
  askedRoutes,
  assessJob,
  type Claim,
  judgeJob,
  linkJob,
  locationsAsked,
  picturesJob,
  resolveJob,
  routeJob,
  websiteJob,
} from '../model/jobs.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { NewFlow, NewJob } from '../queue/port.ts'
import type { Db } from '../store/open.ts'
import { accounts, audits, candidates, decisions, foundVia, snapshots } from '../store/schema.ts'
import { namesOfAccounts } from './account-names.ts'
import { nothingToCompare, picturesToCompare } from './compare-pictures.ts'
import { earlierListFor, withEarlier } from './earlier-list.ts'
import { type AuditRow, organisationOf } from './find-audit.ts'
import { holdingBasis } from './find-team.ts'
import { handedIn } from './handed-in.ts'
import { locationNames } from './location-names.ts'
import { lookJobFor } from './look.ts'
import { readCandidates } from './read-candidates.ts'
import { teamLookJobs } from './team-looks.ts'

/**
 * An audit goes through stages, each one job or flow whose id follows from the audit's:
 * resolve (which organisation?) → judge (fan-in of the routes) → link (fan-in of the first looks: what confirmed accounts lead to)
 * → assess (fan-in of the looks at what was found so) → compare (the pictures that were seen with each other).
 * The stage stands in the database, so that after a crash the same job can be handed over again.
 */
export type Stage = 'resolve' | 'resolve-chosen' | 'judge' | 'link' | 'assess' | 'compare'

/** At most this many profile pages are asked for in one audit; the likeliest first. */
const maxLooks = 60

/** A judge job carries its claims along, and a job is small. Whoever pastes more sees the rest judged by name alone. */
const mostClaims = 250

/** A run that died with its process counts too, and that is not the job's fault. */
const attempts = 6

export const stageJobId = (audit: AuditRow): string => `${audit.id}.${audit.stage}`

/** Hands the job of the audit's present stage to the queue; known ids are ignored there. */
export async function enqueueStage(deps: Deps, auditId: string): Promise<void> {
  const { db } = deps.store
  const audit = db.select().from(audits).where(eq(audits.id, auditId)).get()
  if (!audit) return
  if (audit.stage === 'compare') return enqueueComparison(deps, audit)
  const job = withEarlier(jobOf(db, audit, deps.env.maxPages), await earlierListFor(deps, audit))
  const looks = audit.stage === 'assess' ? await teamLookJobs(deps, audit) : []
  await deps.queue.enqueue('children' in job ? { ...job, children: [...job.children, ...looks] } : job)
}

/** An audit without pictures has the same job, with nothing in it. */
async function enqueueComparison(deps: Deps, audit: AuditRow): Promise<void> {
  const payload = (await picturesToCompare(deps, audit)) ?? (await nothingToCompare(deps, audit))
  await deps.queue.enqueue({ id: stageJobId(audit), group: audit.id, attempts: 3, kind: picturesJob.kind, payload })
}

function jobOf(db: Db, audit: AuditRow, maxPages: number): NewJob | NewFlow {
  const base = { auditId: audit.id, archive: audit.request.archive ?? null }
  const common = { id: stageJobId(audit), group: audit.id, attempts }
  const organisation = organisationFor(db, audit)
  switch (audit.stage as Exclude<Stage, 'compare'>) {
    case 'resolve':
    case 'resolve-chosen':
      return { ...common, kind: resolveJob.kind, payload: resolveJob.payload.parse({ ...base, organisation }) }
    case 'judge':
      return {
        ...common,
        kind: judgeJob.kind,
        payload: judgeJob.payload.parse({ ...base, organisation, claims: claimsOf(db, audit), platforms: audit.request.platforms ?? [] }),
        children: [
          ...handedIn(db, audit),
          ...askedRoutesOf(audit).map((route) => routeJobFor(db, audit, organisation, route)),
          ...(organisation.website && takesRoute(audit, 'website')
            ? [
                {
                  id: `${audit.id}.website`,
                  group: audit.id,
                  attempts,
                  kind: websiteJob.kind,
                  payload: websiteJob.payload.parse({
                    ...base,
                    organisation,
                    maxPages,
                    team: holdingBasis(db, audit.organisationId) !== null,
                  }),
                },
              ]
            : []),
        ],
      }
    case 'link':
      return {
        ...common,
        kind: linkJob.kind,
        payload: linkJob.payload.parse({
          ...base,
          organisation,
          accounts: confirmedAccounts(db, audit),
          follow: takesRoute(audit, 'linked-account'),
        }),
        children: [...handedIn(db, audit), ...accountsToLookAt(db, audit).map((account) => lookJobFor(audit, account))],
      }
    case 'assess':
      return {
        ...common,
        kind: assessJob.kind,
        payload: assessJob.payload.parse(base),
        children: [...handedIn(db, audit), ...accountsToLookAt(db, audit).map((account) => lookJobFor(audit, account))],
      }
  }
}

/** The routes that ask elsewhere, as far as this audit takes them. */
export function askedRoutesOf(audit: Pick<AuditRow, 'request'>): AskedRoute[] {
  return askedRoutes.filter((route) => takesRoute(audit, route))
}

/** Whether this audit takes a route. The register is always asked, since it says which organisation is meant. */
export function takesRoute({ request: { routes } }: Pick<AuditRow, 'request'>, route: RouteId): boolean {
  return routes === undefined || routes.includes(route)
}

/** `again` is what a later run of the same route has of its own: its id, the price agreed to, and what was confirmed by then. */
export function routeJobFor(
  db: Db,
  audit: AuditRow,
  organisation: Organisation,
  route: AskedRoute,
  again: { readonly id?: string; readonly maxDollars?: number; readonly confirmed?: readonly Pick<Claim, 'platform' | 'handle'>[] } = {},
): NewJob {
  const { archive = null, platforms = [] } = audit.request
  const { id = `${audit.id}.${route}`, maxDollars = audit.request.maxDollars ?? 0 } = again
  const named = again.confirmed ?? claimsOf(db, audit).filter(({ via }) => via.route === 'wikidata' || via.route === 'earlier-audit')
  const confirmed = named.map(({ platform, handle }) => ({ platform, handle }))
  const locations = locationNames(db, audit.organisationId).slice(0, locationsAsked)
  const payload = { auditId: audit.id, archive, route, organisation, platforms, confirmed, locations, maxDollars }
  return { id, group: audit.id, attempts, kind: routeJob.kind, payload: routeJob.payload.parse(payload) }
}

export function organisationFor(db: Db, audit: AuditRow): Organisation {
  const { name, aliases, website, country, wikidataId } = organisationOf(db, audit)
  // An archive holds what was asked when nothing was known yet, so a replay asks the same.
  const known = audit.request.archive && audit.stage === 'resolve' ? null : wikidataId
  return { name, aliases, website, country, wikidataId: known }
}

/** What registers and people named in this audit, and what people called ours in an earlier one. */
function claimsOf(db: Db, audit: AuditRow): Claim[] {
  const named = db
    .select({ account: accounts, via: foundVia })
    .from(candidates)
    .innerJoin(accounts, eq(accounts.id, candidates.accountId))
    .innerJoin(foundVia, eq(foundVia.candidateId, candidates.id))
    .where(and(eq(candidates.auditId, audit.id), ne(foundVia.route, 'website')))
    .all()
    .map(({ account, via: { id: _, candidateId: __, ...via } }) => claim(account, via as FoundVia))
  return [...named, ...earlierOurs(db, audit)].slice(0, mostClaims)
}

function earlierOurs(db: Db, audit: AuditRow): Claim[] {
  const known = db.select().from(accounts).where(eq(accounts.organisationId, audit.organisationId)).all()
  const names = namesOfAccounts(db, audit.organisationId)
  return known.flatMap((account) => {
    const latest = db.select().from(decisions).where(eq(decisions.accountId, account.id)).orderBy(desc(decisions.id)).limit(1).get()
    if (latest?.decision !== 'ours' || latest.auditId === audit.id) return []
    // What was said of the account that bore this name says nothing of the one that bears it now.
    if ((names.get(account.id)?.takenOverAt ?? '') > latest.at) return []
    return [
      claim(account, {
        route: 'earlier-audit',
        page: null,
        pageTitle: '',
        source: 'text',
        zone: 'unknown',
        label: '',
        quote: account.url,
        seenAt: latest.at,
        record: null,
      }),
    ]
  })
}

function claim(account: typeof accounts.$inferSelect, via: FoundVia): Claim {
  const { platform, handle, url, key, closed, doubt } = account
  return { platform: platform as PlatformId, handle, url, key, closed, doubt: doubt as Claim['doubt'], via }
}

/** More links than these are not followed from one audit. */
const mostConfirmed = 40

/** Accounts that are ours by now, by the judgement or a person's word, with what a look showed already. */
function confirmedAccounts(db: Db, audit: AuditRow) {
  return readCandidates(db, audit)
    .filter(({ standing, closed }) => standing === 'ours' && !closed)
    .slice(0, mostConfirmed)
    .map(({ key, url, snapshot }) => ({ key, url, snapshot: snapshot && linkingPart(snapshot) }))
}

const longestDescription = 1_000
const mostLinks = 20

function linkingPart({ website, description, linksBack, takenAt, record }: Snapshot) {
  return {
    website,
    description: description.seen ? { ...description, value: description.value.slice(0, longestDescription) } : description,
    ...(linksBack ? { linksBack: linksBack.seen ? { ...linksBack, value: linksBack.value.slice(0, mostLinks) } : linksBack } : {}),
    takenAt,
    record,
  }
}

/** Every candidate that may be the organisation's own, the likeliest first; people's and strangers' profiles are left alone. */
function accountsToLookAt(db: Db, audit: AuditRow) {
  const looked = db
    .select({ id: snapshots.accountId })
    .from(snapshots)
    .where(eq(snapshots.auditId, audit.id))
    .all()
    .map((row) => row.id)
  return db
    .select({ accountId: accounts.id, key: accounts.key, platform: accounts.platform, url: accounts.url })
    .from(candidates)
    .innerJoin(accounts, eq(accounts.id, candidates.accountId))
    .where(and(eq(candidates.auditId, audit.id), inArray(candidates.verdict, ['ours', 'likely', 'unknown'])))
    .orderBy(desc(candidates.confidence))
    .all()
    .filter((account) => !looked.includes(account.accountId))
    .slice(0, Math.max(0, maxLooks - looked.length))
    .map((account) => ({ ...account, platform: account.platform as PlatformId }))
}
