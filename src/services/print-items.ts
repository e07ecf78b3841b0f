import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { emptyReading, type PrintItemReading, type PrintRoute, type PrintState } from '../model/print-item.ts'
import type { Text } from '../model/text.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { evidence, printItems } from '../store/schema.ts'
import { findAudit } from './find-audit.ts'
import { namesOf } from './person.ts'

export type PrintItemRow = typeof printItems.$inferSelect

/** One poster, flyer or clipping as pages and the API show it. Digests of what has expired are `null`. */
export interface PrintItemView extends PrintItemReading {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly route: PrintRoute
  readonly state: PrintState
  readonly by: string | null
  readonly at: string
  readonly preview: string | null
  readonly addresses: NonNullable<PrintItemReading['addresses']>
  readonly people: number
}

const itemsOf = prepareOnce((db) =>
  db
    .select()
    .from(printItems)
    .where(eq(printItems.auditId, sql.placeholder('auditId')))
    .orderBy(desc(printItems.id))
    .prepare(),
)

/** What was handed in to an audit, the newest first. @throws EenlijnError `not-found`. */
export function readPrintItems(deps: Deps, auditId: string): PrintItemView[] {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const rows = itemsOf(db).all({ auditId })
  // Most audits have none, and their evidence is a long list.
  if (rows.length === 0) return []
  const nameOf = namesOf(db)
  const kept = keptPictures(db, auditId)
  const isStopped = audit.state === 'cancelled' || audit.state === 'failed'
  return rows.map((row) => viewOf(row, kept, nameOf(row.personId), isStopped))
}

function viewOf(row: PrintItemRow, kept: ReadonlySet<string>, by: string | null, isStopped: boolean): PrintItemView {
  const reading = row.reading ?? emptyReading
  const stillThere = (digest: string | null | undefined) => (digest && kept.has(digest) ? digest : null)
  const withCrop = <T extends { readonly crop: string | null }>(find: T): T => ({ ...find, crop: stillThere(find.crop) })
  const ended = isStopped && row.state === 'reading'
  return {
    ...reading,
    id: row.id,
    name: row.name,
    title: reading.title ?? '',
    route: row.route as PrintRoute,
    state: ended ? 'failed' : (row.state as PrintState),
    by,
    at: row.at,
    preview: stillThere(reading.preview),
    codes: reading.codes.map(withCrop),
    accounts: reading.accounts.map(withCrop),
    addresses: (reading.addresses ?? []).map(withCrop),
    people: reading.people ?? 0,
    why: ended ? stopped : reading.why,
  }
}

function keptPictures(db: Db, auditId: string): ReadonlySet<string> {
  const rows = db
    .select({ digest: evidence.digest })
    .from(evidence)
    .where(and(eq(evidence.auditId, auditId), inArray(evidence.kind, ['picture', 'page'])))
    .all()
  return new Set(rows.map(({ digest }) => digest))
}

/** @throws EenlijnError `not-found`. */
export function findPrintItem(db: Db, auditId: string, itemId: string): PrintItemRow {
  const row = db.select().from(printItems).where(eq(printItems.id, itemId)).get()
  if (row?.auditId === auditId) return row
  throw new EenlijnError('not-found', { nl: 'Dit drukwerk is er niet (meer).', en: 'This print is not there (any more).' })
}

/** Every digest that an item holds on to beside its file. */
export const digestsOf = (reading: PrintItemReading): string[] => [
  ...new Set(
    [
      reading.preview,
      reading.record,
      ...[...reading.codes, ...reading.accounts, ...(reading.addresses ?? [])].map(({ crop }) => crop),
    ].filter((digest) => digest != null),
  ),
]

const stopped: Text = {
  nl: 'De audit is gestopt voordat dit gelezen was.',
  en: 'The audit was stopped before this was read.',
}
