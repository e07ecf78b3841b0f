import { count, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { RouteReport } from '../model/audit.ts'
import type { Db } from '../store/open.ts'
import { assessments, auditRoutes, audits, records, requests, snapshots } from '../store/schema.ts'
import { type BatchItemView, type ItemPage, readBatchItems } from './batch.ts'
import { inRouteOrder } from './route-texts.ts'

/** What one organisation of a list took: facts without a judgement. */
export interface BatchTechnical extends BatchItemView {
  /** `null` until its audit has begun. */
  readonly facts: {
    readonly auditState: string
    readonly startedAt: string | null
    readonly finishedAt: string | null
    readonly routes: readonly Pick<RouteReport, 'route' | 'state' | 'pagesRead' | 'pagesUnseen' | 'found' | 'why'>[]
    /** How many looks ended how: `captured`, `walled`, `gone`, `unreachable`. */
    readonly looks: Readonly<Record<string, number>>
    /** Which walls stood there, and how often. */
    readonly walls: Readonly<Record<string, number>>
    /** Requests by outcome: `page`, `missing`, `blocked: robots`, `failed: timeout` … */
    readonly requests: Readonly<Record<string, number>>
    readonly versions: { readonly product: string | null; readonly rubric: string | null }
  } | null
}

/** How the audits of a list went, in the order in which it was handed in. @throws EenlijnError `not-found`. */
export function readBatchTechnical(deps: Deps, batchId: string, page: ItemPage): BatchTechnical[] {
  const { db } = deps.store
  return readBatchItems(deps, batchId, page).map((item) => ({
    ...item,
    facts: item.auditId === null ? null : factsOf(db, item.auditId),
  }))
}

function factsOf(db: Db, auditId: string): BatchTechnical['facts'] {
  const audit = db.select().from(audits).where(eq(audits.id, auditId)).get()
  if (!audit) return null
  const routes = db.select().from(auditRoutes).where(eq(auditRoutes.auditId, auditId)).all()
  const looks = db.select({ state: snapshots.state, body: snapshots.body }).from(snapshots).where(eq(snapshots.auditId, auditId)).all()
  const asked = db
    .select({ outcome: requests.outcome, n: count() })
    .from(requests)
    .where(eq(requests.auditId, auditId))
    .groupBy(requests.outcome)
    .all()
  return {
    auditState: audit.state,
    startedAt: audit.startedAt,
    finishedAt: audit.finishedAt,
    routes: routes
      .map(({ report }) => report)
      .sort(inRouteOrder)
      .map(({ route, state, pagesRead, pagesUnseen, found, why }) => ({ route, state, pagesRead, pagesUnseen, found, why })),
    looks: tally(looks.map(({ state }) => state)),
    walls: tally(looks.flatMap(({ body }) => (body.wall === null ? [] : [body.wall]))),
    requests: Object.fromEntries(asked.map(({ outcome, n }) => [outcome, n])),
    versions: {
      product: db.select().from(records).where(eq(records.auditId, auditId)).get()?.body.productVersion ?? null,
      rubric:
        db.select().from(assessments).where(eq(assessments.auditId, auditId)).orderBy(assessments.version).all().at(-1)?.body.rubric ??
        null,
    },
  }
}

function tally(words: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const word of words) counted[word] = (counted[word] ?? 0) + 1
  return counted
}
