import { and, eq } from 'drizzle-orm'
import type { RouteReport } from '../model/audit.ts'
import type { RouteId } from '../model/candidate.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes } from '../store/schema.ts'
import { tell } from './events.ts'
import type { Taking } from './taking.ts'

/** How a route stands in an audit; undefined when it has not said anything yet. */
export function routeReport(tx: Db, auditId: string, route: RouteId): RouteReport | undefined {
  return tx
    .select()
    .from(auditRoutes)
    .where(and(eq(auditRoutes.auditId, auditId), eq(auditRoutes.route, route)))
    .get()?.report
}

/** Writes down how a route stands now, and tells whoever follows the audit. */
export function reportRoute({ tx, audit, now }: Taking, routeNow: RouteReport): void {
  tx.insert(auditRoutes)
    .values({ auditId: audit.id, route: routeNow.route, report: routeNow })
    .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report: routeNow } })
    .run()
  tell(tx, audit.id, { kind: 'route', data: routeNow }, now)
}
