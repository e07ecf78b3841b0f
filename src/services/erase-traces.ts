import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Archive, openArchive } from '../capture/archive.ts'
import { decodeText } from '../capture/charset.ts'
import { createRecorder } from '../capture/record.ts'
import type { Deps } from '../deps.ts'
import { peoplePageKind } from '../discovery/team/people-pages.ts'
import type { Traces } from '../discovery/team/traces.ts'
import type { Db } from '../store/open.ts'
import { audits, evidence, requests } from '../store/schema.ts'

/** Larger work blobs are no lists of accounts. */
const mostWorkBytes = 64 * 2 ** 20

/**
 * Takes somebody out of everything that was kept of an organisation's audits: whole records of pages that name them, the
 * records inside handed-in archives, lists that travelled between jobs, and every text in the database. Blobs that belong to
 * no audit yet are looked through too.
 * @returns how many pieces of evidence went or were made anew.
 */
export async function eraseTraces(deps: Deps, organisationId: string, traces: Traces): Promise<number> {
  const { db } = deps.store
  const auditIds = db
    .select({ id: audits.id })
    .from(audits)
    .where(eq(audits.organisationId, organisationId))
    .all()
    .map(({ id }) => id)
  const rows = auditIds.length === 0 ? [] : db.select().from(evidence).where(inArray(evidence.auditId, auditIds)).all()
  const seen = new Set<string>()
  let changed = 0
  for (const { digest, kind } of rows) {
    if (seen.has(digest) || kind === 'picture' || kind === 'print') continue
    seen.add(digest)
    if (kind === 'archive' ? await rewriteArchive(deps, digest, traces) : await dropIfNamed(deps, digest, traces)) changed++
  }
  for await (const { digest } of deps.blobs.list()) {
    const wanted = db.select({ digest: evidence.digest }).from(evidence).where(eq(evidence.digest, digest)).limit(1).get()
    if (!wanted && (await dropIfNamed(deps, digest, traces))) changed++
  }
  deps.store.transact((tx) => redactTexts(tx, organisationId, traces))
  return changed
}

async function dropIfNamed(deps: Deps, digest: string, traces: Traces): Promise<boolean> {
  const bytes = await deps.blobs.get(digest)
  if (!bytes || !(await names(bytes, traces))) return false
  await drop(deps, digest)
  return true
}

async function drop(deps: Deps, digest: string): Promise<void> {
  await deps.blobs.remove(digest)
  deps.store.transact((tx) => {
    tx.delete(evidence).where(eq(evidence.digest, digest)).run()
    tx.update(requests).set({ record: null }).where(eq(requests.record, digest)).run()
  })
}

/**
 * Whether a blob names them: records by their addresses and texts, a list by its text. Pictures say no names. What is packed
 * and cannot be read may name them, so it counts as naming them.
 */
async function names(bytes: Uint8Array, traces: Traces): Promise<boolean> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const archive = await openArchive(bytes).catch(() => null)
    if (archive === null || archive.truncatedAt !== null) return true
    for (const page of archive.pages) if (await pageNames(archive, page, traces)) return true
    return false
  }
  const first = bytes[0]
  if (bytes.length > mostWorkBytes || (first !== 0x5b && first !== 0x7b)) return false
  return traces.namedIn(new TextDecoder().decode(bytes), false)
}

/** Whether one capture names them, or cannot be read. */
async function pageNames(archive: Archive, page: Archive['pages'][number], traces: Traces): Promise<boolean> {
  const read = await archive.read(page).catch(() => null)
  if (read === null) return true
  const said =
    read.kind === 'answer' ? [...Object.values(read.headers), decodeText(read.body, read.headers['content-type'] ?? '')] : [read.message]
  return traces.namedIn([page.url, ...said].join('\n'), tellsOfPeople(page.url))
}

const tellsOfPeople = (url: string): boolean => peoplePageKind(url, []) !== 'other'

/** Makes an archive anew without the records that name them; the audits that replay it get the new one. One that cannot be read goes. */
async function rewriteArchive(deps: Deps, digest: string, traces: Traces): Promise<boolean> {
  const file = await deps.blobs.path(digest)
  if (file === null) return false
  const archive = await openArchive(file).catch(() => null)
  if (archive === null) {
    await drop(deps, digest)
    return true
  }
  const chosen: Archive['pages'][number][] = []
  for (const page of archive.pages) if (!(await pageNames(archive, page, traces))) chosen.push(page)
  if (chosen.length === archive.pages.length) return false
  const { digest: next } = await deps.blobs.putStream(recordsOf(archive, chosen), Number.MAX_SAFE_INTEGER)
  deps.store.transact((tx) => {
    tx.update(evidence).set({ digest: next }).where(eq(evidence.digest, digest)).run()
    for (const audit of tx.select().from(audits).all())
      if (audit.request.archive === digest)
        tx.update(audits)
          .set({ request: { ...audit.request, archive: next } })
          .where(eq(audits.id, audit.id))
          .run()
  })
  await deps.blobs.remove(digest)
  return true
}

/** Captures as records of a new archive. */
async function* recordsOf(archive: Archive, pages: Archive['pages']): AsyncGenerator<Uint8Array> {
  for (const page of pages) {
    const made: Uint8Array[] = []
    const { keep } = createRecorder({ put: async (bytes) => String(made.push(bytes)) })
    const read = await archive.read(page)
    if (read.kind !== 'answer') await keep({ kind: 'stop', url: page.url, stop: read })
    else if (page.kind === 'rendered')
      await keep({ kind: 'rendered', url: page.url, at: read.at, html: Buffer.from(read.body).toString('utf8'), finalUrl: read.url })
    else await keep({ ...read, kind: 'response', url: page.url })
    yield* made
  }
}

/** Whose texts are not out of pages: people's own rows, names of accounts, what the organisation wrote itself. */
const leftAlone = new Set([
  'persons',
  'managers',
  'team_bases',
  'team_members',
  'objections',
  'settings',
  'accounts',
  'account_names',
  'organisations',
])

/** How the rows of a table belong to an organisation, by the first of these columns that it has. */
const belongings: readonly (readonly [column: string, condition: string])[] = [
  ['audit_id', 'audit_id IN (SELECT id FROM audits WHERE organisation_id = ?)'],
  ['organisation_id', 'organisation_id = ?'],
  [
    'candidate_id',
    'candidate_id IN (SELECT candidates.id FROM candidates JOIN audits ON audits.id = candidates.audit_id WHERE audits.organisation_id = ?)',
  ],
  ['account_id', 'account_id IN (SELECT id FROM accounts WHERE organisation_id = ?)'],
]

/**
 * Puts a mark where their name or handle stood, in every text of every table that belongs to the organisation: also in
 * tables that came later than this. Texts only change inside strings, so that JSON stays JSON.
 */
function redactTexts(tx: Db, organisationId: string, traces: Traces): void {
  const tables = tx.all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'`)
  for (const { name: table } of tables) {
    if (leftAlone.has(table)) continue
    const columns = tx.all<{ name: string; type: string }>(sql`SELECT name, type FROM pragma_table_info(${table})`)
    const [, condition] = belongings.find(([column]) => columns.some(({ name }) => name === column)) ?? []
    if (condition === undefined) continue
    const [before = '', after = ''] = condition.split('?')
    const where = sql`${sql.raw(before)}${organisationId}${sql.raw(after)}`
    for (const { name, type } of columns) if (/text/i.test(type)) redactColumn(tx, { table, column: name, where }, traces)
  }
}

function redactColumn(tx: Db, { table, column, where }: { table: string; column: string; where: SQL }, traces: Traces): void {
  const [from, text] = [sql.identifier(table), sql.identifier(column)]
  const rows = tx.all<{ row: number; text: string }>(
    sql`SELECT rowid AS row, ${text} AS text FROM ${from} WHERE ${where} AND ${text} IS NOT NULL`,
  )
  for (const { row, text: before } of rows) {
    const redacted = traces.redact(before)
    if (redacted !== before) tx.run(sql`UPDATE ${from} SET ${text} = ${redacted} WHERE rowid = ${row}`)
  }
}
