import { and, eq, ne } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { printJob } from '../model/jobs.ts'
import { emptyReading, type PrintItemReading, type PrintRoute, printItemReadingSchema } from '../model/print-item.ts'
import type { EndedJob } from '../queue/port.ts'
import { readJson } from '../store/json-blob.ts'
import type { Db } from '../store/open.ts'
import { printItems } from '../store/schema.ts'
import { addClaims, countRoute } from './add-claims.ts'
import { keepEvidence } from './keep-evidence.ts'
import { claimsOf } from './print-claims.ts'
import { digestsOf } from './print-items.ts'
import { routeRuns } from './read-print.ts'
import { noAnswer } from './route-texts.ts'
import type { Taking } from './taking.ts'

/** What a print job read, out of the blob store; `null` for other jobs, and for one that failed. */
export async function printReadingOf(deps: Deps, job: EndedJob): Promise<PrintItemReading | null> {
  if (job.kind !== printJob.kind || job.state !== 'completed') return null
  const { reading } = printJob.result.parse(job.result)
  return readJson(deps.blobs, reading, printItemReadingSchema, 'what was read on this print')
}

/** What a print names, found beside the audit's own run. An item that was removed meanwhile leaves nothing. */
export function takePrint(taking: Taking, read: PrintItemReading | null): false {
  const { tx, audit, job, now } = taking
  const { itemId } = printJob.payload.parse(job.payload)
  const item = tx.select().from(printItems).where(eq(printItems.id, itemId)).get()
  if (!item) return false
  const route = item.route as PrintRoute
  const found = read ?? { ...emptyReading, why: noAnswer }
  const title = found.title || item.reading?.title || ''
  const reading = { ...found, title, record: item.reading?.record ?? found.preview ?? null }
  const isRead = reading.why === null
  tx.update(printItems)
    .set({ state: isRead ? 'read' : 'failed', reading })
    .where(eq(printItems.id, itemId))
    .run()
  for (const digest of digestsOf(reading)) keepEvidence(taking, digest, digest === item.reading?.record ? 'page' : 'picture')
  const claims = claimsOf(reading, { name: item.name, route, seenAt: now })
  addClaims(tx, audit, claims, now)
  countRoute(tx, audit.id, route, { found: claims.length, read: isRead ? 1 : 0, unseen: isRead ? 0 : 1 }, now)
  if (othersWait(tx, item)) routeRuns(tx, audit.id, route, now)
  return false
}

const othersWait = (tx: Db, { id, auditId, route }: typeof printItems.$inferSelect): boolean =>
  tx
    .select({ id: printItems.id })
    .from(printItems)
    .where(and(eq(printItems.auditId, auditId), eq(printItems.route, route), eq(printItems.state, 'reading'), ne(printItems.id, id)))
    .get() !== undefined
