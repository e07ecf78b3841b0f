import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { batchAuditsAtOnce } from '../../config/crawl.ts'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Db } from '../store/open.ts'
import { audits, batches, batchItems } from '../store/schema.ts'
import { startAudit } from './start-audit.ts'

type ItemRow = typeof batchItems.$inferSelect

/**
 * Begins the audits of lists, a few at a time, each time for the list that has the fewest under way: a list of one does
 * not wait for a list of five hundred. Audits that somebody asks for by themselves never wait here.
 */
export async function dispenseBatches(deps: Deps): Promise<void> {
  settleItems(deps)
  for (let item = nextItem(deps.store.db); item; item = nextItem(deps.store.db)) await begin(deps, item)
  settleBatches(deps)
}

/** The first waiting organisation of the running list with the fewest audits under way; of equals the oldest list. */
function nextItem(db: Db): ItemRow | undefined {
  const lists = db.select({ id: batches.id }).from(batches).where(eq(batches.state, 'running')).orderBy(asc(batches.id)).all()
  const running = db
    .select({ id: batchItems.batchId, n: count() })
    .from(batchItems)
    .where(and(eq(batchItems.state, 'running'), inArray(batchItems.batchId, ids(lists))))
    .groupBy(batchItems.batchId)
    .all()
  const underWay = new Map(running.map(({ id, n }) => [id, n]))
  if (running.reduce((sum, { n }) => sum + n, 0) >= batchAuditsAtOnce) return undefined
  for (const { id } of lists.toSorted((a, b) => (underWay.get(a.id) ?? 0) - (underWay.get(b.id) ?? 0))) {
    const waiting = and(eq(batchItems.batchId, id), eq(batchItems.state, 'waiting'))
    const item = db.select().from(batchItems).where(waiting).orderBy(batchItems.position).limit(1).get()
    if (item) return item
  }
  return undefined
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

/** The key makes it one audit, even when the process dies between beginning it and writing that down. */
async function begin(deps: Deps, item: ItemRow): Promise<void> {
  const { batchId, position } = item
  try {
    const { auditId } = await startAudit(deps, item.request, { idempotencyKey: `batch:${batchId}:${position}` })
    change(deps.store.db, item, { state: 'running', auditId })
  } catch (error) {
    if (!(error instanceof EenlijnError) || error.code === 'storage-full' || error.code === 'storage-busy') throw error
    change(deps.store.db, item, { state: 'failed', failure: error.text[item.request.locale ?? 'nl'] })
  }
}

const change = (db: Db, { batchId, position }: ItemRow, to: Partial<ItemRow>): void =>
  void db
    .update(batchItems)
    .set(to)
    .where(and(eq(batchItems.batchId, batchId), eq(batchItems.position, position)))
    .run()

const endOf: Readonly<Record<string, ItemRow['state']>> = {
  done: 'done',
  // It waits for a person to say which organisation is meant; the list goes on.
  choosing: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
}

function settleItems({ store }: Deps): void {
  const rows = store.db
    .select({ item: batchItems, audit: audits })
    .from(batchItems)
    .innerJoin(batches, eq(batches.id, batchItems.batchId))
    .innerJoin(audits, eq(audits.id, batchItems.auditId))
    .where(and(eq(batches.state, 'running'), eq(batchItems.state, 'running')))
    .all()
  for (const { item, audit } of rows) {
    const state = endOf[audit.state]
    if (state) change(store.db, item, { state, failure: audit.failure })
  }
}

function settleBatches({ store, now }: Deps): void {
  for (const { id } of store.db.select({ id: batches.id }).from(batches).where(eq(batches.state, 'running')).all()) {
    const states = store.db
      .select({ state: batchItems.state, n: count() })
      .from(batchItems)
      .where(eq(batchItems.batchId, id))
      .groupBy(batchItems.state)
      .all()
    if (states.some(({ state }) => state === 'waiting' || state === 'running')) continue
    const state = states.every((one) => one.state === 'failed') ? 'error' : 'done'
    store.db.update(batches).set({ state, finishedAt: now().toISOString() }).where(eq(batches.id, id)).run()
  }
}
