import { count, inArray, max } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { audits, schedules } from '../store/schema.ts'

/** What stands behind the newest audit of an organisation. */
export interface AuditsSoFar {
  /** How many audits the organisation has. */
  readonly audits: number
  /** The turn that comes; `null` without one. */
  readonly next: { readonly at: string; readonly timeZone: string } | null
}

/** Of each of these audits that is its organisation's newest; older ones are left out. */
export function auditsSoFar({ store: { db } }: Deps, auditIds: readonly string[]): ReadonlyMap<string, AuditsSoFar> {
  const asked = db
    .select({ id: audits.id, organisationId: audits.organisationId, createdAt: audits.createdAt })
    .from(audits)
    .where(inArray(audits.id, [...auditIds]))
    .all()
  const organisationIds = [...new Set(asked.map(({ organisationId }) => organisationId))]
  const counted = db
    .select({ organisationId: audits.organisationId, n: count(), newest: max(audits.createdAt) })
    .from(audits)
    .where(inArray(audits.organisationId, organisationIds))
    .groupBy(audits.organisationId)
    .all()
  const turns = db.select().from(schedules).where(inArray(schedules.organisationId, organisationIds)).all()
  const counts = new Map(counted.map((row) => [row.organisationId, row]))
  const nexts = new Map(turns.flatMap(({ organisationId, nextAt: at, timeZone }) => (at ? [[organisationId, { at, timeZone }]] : [])))
  return new Map(
    asked.flatMap(({ id, organisationId, createdAt }) => {
      const row = counts.get(organisationId)
      return row?.newest === createdAt ? [[id, { audits: row.n, next: nexts.get(organisationId) ?? null }] as const] : []
    }),
  )
}
