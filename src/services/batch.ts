import { createHash } from 'node:crypto'
import { and, asc, count, desc, eq, gt, lt } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { AuditRequest } from '../model/audit.ts'
import {
  type BatchItemState,
  type BatchRequest,
  type BatchState,
  batchItemStates,
  batchRequestSchema,
  mostInBatch,
} from '../model/batch.ts'
import { EenlijnError } from '../model/errors.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { batches, batchItems, settings } from '../store/schema.ts'
import { cancelAudit } from './cancel-audit.ts'
import { dispenseBatches } from './dispense-batches.ts'
import { invalidInput } from './invalid-input.ts'

export interface BatchView {
  readonly id: string
  readonly label: string
  readonly state: BatchState
  readonly failure: string | null
  readonly createdAt: string
  readonly finishedAt: string | null
  /** How many organisations are in which state. */
  readonly counts: Readonly<Record<BatchItemState, number>>
}

export interface BatchItemView {
  /** From 0, as handed in. */
  readonly position: number
  readonly name: string
  readonly state: BatchItemState
  readonly auditId: string | null
  readonly failure: string | null
}

/**
 * Takes in a list of organisations; its audits begin a few at a time, in turn with those of other lists. The same key with the
 * same list gives the same batch.
 * @throws EenlijnError `invalid-input`; `conflict` when the key was used for another list.
 */
export async function createBatch(
  deps: Deps,
  input: BatchRequest,
  { idempotencyKey }: { readonly idempotencyKey?: string | undefined } = {},
): Promise<BatchView> {
  const parsed = batchRequestSchema.safeParse(input)
  if (!parsed.success) throw invalidInput(parsed.error)
  const key = idempotencyKey === undefined ? null : `batch-key:${sha256(idempotencyKey)}`
  const request = sha256(JSON.stringify(parsed.data))
  const id = deps.store.transact((tx) => {
    const before = key && tx.select().from(settings).where(eq(settings.name, key)).get()?.value
    if (before) {
      const [asked, known = ''] = before.split(' ')
      if (asked !== request) throw keyUsedTwice()
      return known
    }
    const id = newId(deps.now().getTime())
    if (key)
      tx.insert(settings)
        .values({ name: key, value: `${request} ${id}` })
        .run()
    tx.insert(batches).values({ id, label: parsed.data.label, state: 'registering', createdAt: deps.now().toISOString() }).run()
    for (const [position, request] of parsed.data.organisations.entries())
      tx.insert(batchItems).values({ batchId: id, position, request, state: 'waiting' }).run()
    tx.update(batches).set({ state: 'running' }).where(eq(batches.id, id)).run()
    return id
  })
  await dispenseBatches(deps)
  return readBatch(deps, id)
}

/** @throws EenlijnError `not-found`. */
export function readBatch(deps: Deps, batchId: string): BatchView {
  return viewOf(deps.store.db, findBatch(deps.store.db, batchId))
}

/** The newest lists first, at most 100; `before` is the id of the last one seen. */
export function listBatches(deps: Deps, { limit = 100, before }: { limit?: number; before?: string | undefined } = {}): BatchView[] {
  const older = before ? lt(batches.id, before) : undefined
  const rows = deps.store.db.select().from(batches).where(older).orderBy(desc(batches.id)).limit(limit).all()
  return rows.map((row) => viewOf(deps.store.db, row))
}

/** A part of a list: `after` is the position of the last organisation seen. */
export interface ItemPage {
  readonly after?: number | undefined
  readonly limit?: number
}

/** Its organisations in the order in which they were handed in. @throws EenlijnError `not-found`. */
export function readBatchItems(deps: Deps, batchId: string, page: ItemPage = {}): BatchItemView[] {
  findBatch(deps.store.db, batchId)
  return itemsOf(deps.store.db, batchId, page).map(({ position, request, state, auditId, failure }) => ({
    position,
    name: (request as AuditRequest).name,
    state: state as BatchItemState,
    auditId,
    failure,
  }))
}

/**
 * What waits is not begun any more, and what runs is stopped; what was found stays.
 * @throws EenlijnError `not-found`; `conflict` when the list has ended already.
 */
export async function cancelBatch(deps: Deps, batchId: string): Promise<BatchView> {
  const running = deps.store.transact((tx) => {
    const batch = findBatch(tx, batchId)
    if (batch.state === 'cancelled') return []
    if (batch.state !== 'running' && batch.state !== 'registering') throw ended()
    const open = itemsOf(tx, batchId).filter(({ state }) => state === 'waiting' || state === 'running')
    for (const { position } of open)
      tx.update(batchItems)
        .set({ state: 'cancelled' })
        .where(and(eq(batchItems.batchId, batchId), eq(batchItems.position, position)))
        .run()
    tx.update(batches).set({ state: 'cancelled', finishedAt: deps.now().toISOString() }).where(eq(batches.id, batchId)).run()
    return open.flatMap(({ auditId }) => (auditId === null ? [] : [auditId]))
  })
  for (const auditId of running) await cancelAudit(deps, auditId)
  return readBatch(deps, batchId)
}

function findBatch(db: Db, batchId: string) {
  const row = db.select().from(batches).where(eq(batches.id, batchId)).get()
  if (row) return row
  throw new EenlijnError('not-found', { nl: 'Deze lijst bestaat niet (meer).', en: 'This list does not exist (any more).' })
}

const itemsOf = (db: Db, batchId: string, { after = -1, limit = mostInBatch }: ItemPage = {}) =>
  db
    .select()
    .from(batchItems)
    .where(and(eq(batchItems.batchId, batchId), gt(batchItems.position, after)))
    .orderBy(asc(batchItems.position))
    .limit(limit)
    .all()

function viewOf(db: Db, { id, label, state, failure, createdAt, finishedAt }: typeof batches.$inferSelect): BatchView {
  const counted = db
    .select({ state: batchItems.state, n: count() })
    .from(batchItems)
    .where(eq(batchItems.batchId, id))
    .groupBy(batchItems.state)
    .all()
  const counts = Object.fromEntries(batchItemStates.map((one) => [one, counted.find((row) => row.state === one)?.n ?? 0]))
  return { id, label, state: state as BatchState, failure, createdAt, finishedAt, counts: counts as BatchView['counts'] }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const keyUsedTwice = () =>
  new EenlijnError('conflict', {
    nl: 'Deze Idempotency-Key is al gebruikt voor een andere lijst. Neem een nieuwe.',
    en: 'This Idempotency-Key was used for another list. Take a new one.',
  })

const ended = () =>
  new EenlijnError('conflict', {
    nl: 'Deze lijst is al klaar. Er valt niets meer te stoppen.',
    en: 'This list has ended already. There is nothing left to stop.',
  })
