import { and, count, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { emptyReading, type HandedPrint, mostPrints, type PrintItemReading, type PrintRoute } from '../model/print-item.ts'
import { kindOfFile } from '../print/file-kind.ts'
import { printLimits, tooManyBytes } from '../print/limits.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes, printItems } from '../store/schema.ts'
import { tell } from './events.ts'
import { pictureType } from './evidence.ts'
import { type AuditRow, findAudit } from './find-audit.ts'
import { keepEvidence } from './keep-evidence.ts'
import { handOver, owe } from './owed-jobs.ts'
import { printJobFor } from './print-jobs.ts'
import { routeEnded } from './route-texts.ts'

export interface PrintInput {
  readonly auditId: string
  readonly name: string
  readonly bytes: Uint8Array
  /** `press` for a clipping: what it names was said by a paper. */
  readonly route: PrintRoute
  /** Which paper and which headline, or what the print is. */
  readonly title: string
  readonly personId: string | null
}

/**
 * Takes a poster, flyer or clipping (photo, scan, PDF; for the press also a saved page or text) for a worker to read.
 * @returns `known: true` when this audit has the very same file already; nothing is read twice.
 * @throws EenlijnError `not-accepted`, `too-large`, `conflict` (a stopped audit, or too many files), `not-found`.
 */
export async function readPrint(deps: Deps, input: PrintInput): Promise<{ itemId: string; known: boolean }> {
  mustTakePrint(findAudit(deps.store.db, input.auditId))
  const file = await keepPrintFile(deps, input)
  const prepared = await preparePrint(deps, { file, ...nameAndTitle(input), route: input.route }, input.bytes)
  const taken = deps.store.transact((tx) => {
    const audit = findAudit(tx, input.auditId)
    mustTakePrint(audit)
    return addPrint(tx, deps, audit, prepared, input.personId)
  })
  deps.bell.ring(input.auditId)
  await handOver(deps, input.auditId)
  return taken
}

const longestName = 200
const nameAndTitle = ({ name, title }: Pick<PrintInput, 'name' | 'title'>) => ({
  name: name.replace(/\s+/g, ' ').trim().slice(-longestName) || '?',
  title: title.replace(/\s+/g, ' ').trim().slice(0, longestName),
})

/**
 * Puts a file in the blob store, for an audit that is still to be started: its digest goes into the request's `prints`.
 * @throws EenlijnError `not-accepted`, `too-large`.
 */
export async function keepPrintFile(deps: Deps, { bytes, route }: Pick<PrintInput, 'bytes' | 'route'>): Promise<string> {
  if (bytes.byteLength > printLimits.bytes) throw withField(tooManyBytes(printLimits))
  try {
    kindOfFile(bytes, { text: route === 'press' })
  } catch (error) {
    throw error instanceof EenlijnError ? withField(error) : error
  }
  return deps.blobs.put(bytes)
}

const withField = ({ code, text, cause }: EenlijnError) => new EenlijnError(code, text, { field: 'files', cause })

export interface PreparedPrint extends HandedPrint {
  /** What opens as evidence of the whole: the picture itself, or the text that was kept; a PDF's comes with its reading. */
  readonly record: string | null
  readonly recordKind: 'picture' | 'page'
}

/**
 * What an item needs before its transaction. Without `bytes` the file is taken from the blob store.
 * @throws EenlijnError `invalid-input` for a file that is not there, `not-accepted`.
 */
export async function preparePrint(deps: Deps, print: HandedPrint, bytes?: Uint8Array): Promise<PreparedPrint> {
  const file = bytes ?? (await deps.blobs.get(print.file))
  if (!file) throw new EenlijnError('invalid-input', unknownFile, { field: 'prints' })
  const kind = kindOfFile(file, { text: print.route === 'press' })
  if (kind === 'text') return { ...print, record: await keepText(deps, file, print.file), recordKind: 'page' }
  const isShown = kind === 'picture' && pictureType(file) !== 'application/octet-stream'
  return { ...print, record: isShown ? print.file : null, recordKind: 'picture' }
}

/** A text that somebody handed in, kept like a page so that a quote is found back in it. */
export async function keepText(deps: Deps, text: Uint8Array, name: string): Promise<string> {
  const { createRecorder } = await import('../capture/record.ts')
  const { keep } = createRecorder(deps.blobs)
  const at = deps.now().toISOString()
  const url = `https://handed-in.invalid/${name}`
  return keep({ kind: 'response', url, at, status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text })
}

/** Part of a transaction: the item waits to be read. */
export function addPrint(
  tx: Db,
  deps: Deps,
  audit: AuditRow,
  { file, name, route, title = '', record, recordKind }: PreparedPrint,
  personId: string | null,
): { itemId: string; known: boolean } {
  const known = tx
    .select({ id: printItems.id })
    .from(printItems)
    .where(and(eq(printItems.auditId, audit.id), eq(printItems.file, file), eq(printItems.route, route)))
    .get()
  if (known) return { itemId: known.id, known: true }
  const many = tx.select({ n: count() }).from(printItems).where(eq(printItems.auditId, audit.id)).get()?.n ?? 0
  if (many >= mostPrints) throw tooMany()
  const now = deps.now().toISOString()
  const itemId = newId()
  const reading: PrintItemReading = { ...emptyReading, title, record }
  const item = { id: itemId, auditId: audit.id, route, name, file, state: 'reading', reading, personId, at: now }
  tx.insert(printItems).values(item).run()
  owe(tx, printJobFor(tx, audit, item))
  keepEvidence({ tx, deps, auditId: audit.id, now }, file, record === file ? 'picture' : 'print')
  if (record !== null && record !== file) keepEvidence({ tx, deps, auditId: audit.id, now }, record, recordKind)
  routeRuns(tx, audit.id, route, now)
  return { itemId, known: false }
}

/** Says that a route has something under way, whatever it found before. */
export function routeRuns(tx: Db, auditId: string, route: PrintRoute, now: string): void {
  const before = tx
    .select()
    .from(auditRoutes)
    .where(and(eq(auditRoutes.auditId, auditId), eq(auditRoutes.route, route)))
    .get()?.report
  const report = { ...(before ?? routeEnded(route, 'running', 0)), state: 'running' as const }
  tx.insert(auditRoutes)
    .values({ auditId, route, report })
    .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report } })
    .run()
  tell(tx, auditId, { kind: 'route', data: report }, now)
}

function mustTakePrint({ state }: AuditRow): void {
  if (state !== 'cancelled' && state !== 'failed') return
  throw new EenlijnError('conflict', {
    nl: 'Deze audit is gestopt, dus er wordt niets meer gelezen. Begin een nieuwe audit.',
    en: 'This audit was stopped, so nothing is read any more. Start a new audit.',
  })
}

const tooMany = () =>
  new EenlijnError(
    'conflict',
    {
      nl: `Een audit neemt hoogstens ${mostPrints} bestanden. Haal er eerst een weg.`,
      en: `An audit takes ${mostPrints} files at most. Remove one first.`,
    },
    { field: 'files' },
  )

const unknownFile = {
  nl: 'Dit bestand is niet bekend. Lever het eerst in: POST /v1/prints.',
  en: 'This file is not known. Hand it in first: POST /v1/prints.',
}
