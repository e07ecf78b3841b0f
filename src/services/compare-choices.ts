import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Db } from '../store/open.ts'
import { audits, organisations } from '../store/schema.ts'
import { nameKeyOf } from './organisation.ts'

/** An organisation that can be compared, by its newest audit that is done. */
export interface ComparableAudit {
  readonly auditId: string
  readonly organisationId: string
  readonly organisation: string
  readonly website: string | null
  /** ISO 8601. */
  readonly at: string
}

/** Organisations shown to choose from; whoever looks for another one types a part of its name. */
const mostShown = 50
/** Audits that are looked through for them: an organisation that was audited often takes no more room for it. */
const mostRead = 500

/** Organisations with an audit that is done, the newest first; with `find` those whose name has this in it. */
export function comparableAudits(deps: Deps, find = ''): ComparableAudit[] {
  const { db } = deps.store
  const part = nameKeyOf(find.slice(0, 200))
  const rows = part === '' ? newest(db) : named(db, part)
  const known = new Set<string>()
  return rows.filter(({ organisationId }) => !known.has(organisationId) && known.add(organisationId)).slice(0, mostShown)
}

/** The same of audits that were chosen already; what is not known or not done is left out. */
export function chosenAudits(deps: Deps, auditIds: readonly string[]): ComparableAudit[] {
  if (auditIds.length === 0) return []
  return query(deps.store.db)
    .where(and(inArray(audits.id, [...auditIds]), eq(audits.state, 'done')))
    .all()
}

const query = (db: Db) =>
  db
    .select({
      auditId: audits.id,
      organisationId: organisations.id,
      organisation: organisations.name,
      website: organisations.website,
      at: sql<string>`coalesce(${audits.finishedAt}, ${audits.createdAt})`,
    })
    .from(audits)
    .innerJoin(organisations, eq(organisations.id, audits.organisationId))

// The plus keeps the index of states out: by it every audit that is done would be sorted to show the newest few.
const newest = (db: Db): ComparableAudit[] => query(db).where(sql`+${audits.state} = 'done'`).orderBy(desc(audits.id)).limit(mostRead).all()

function named(db: Db, part: string): ComparableAudit[] {
  const ids = db
    .select({ id: organisations.id })
    .from(organisations)
    .where(sql`instr(${organisations.nameKey}, ${part}) > 0`)
    .limit(mostShown)
    .all()
    .map(({ id }) => id)
  return query(db)
    .where(and(eq(audits.state, 'done'), inArray(audits.organisationId, ids)))
    .orderBy(desc(audits.id))
    .limit(mostRead)
    .all()
}
