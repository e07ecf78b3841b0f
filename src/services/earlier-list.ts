import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { freshMs } from '../../config/crawl.ts'
import type { Deps } from '../deps.ts'
import type { EarlierList } from '../model/jobs.ts'
import type { NewFlow, NewJob } from '../queue/port.ts'
import { putJson } from '../store/json-blob.ts'
import type { Db } from '../store/open.ts'
import { audits, batchItems, evidence, requests } from '../store/schema.ts'
import type { AuditRow } from './find-audit.ts'

/** An audit asks for far fewer; the newest of a longer list are kept. */
const mostPages = 2_000

/** Evidence must outlive the audit that uses it again, until that says itself how long it is needed. */
const spareMs = 7 * 86_400_000

/**
 * Puts the list of what the organisation's last finished audit kept in the blob store, for this audit to ask again by.
 * Evidence out of a handed-in archive is left out: it is somebody's word, which no server may confirm by "not changed".
 * @returns the list's digest; `null` when there is nothing, or when this audit replays an archive itself.
 */
export async function earlierListFor(deps: Deps, audit: AuditRow): Promise<string | null> {
  if (audit.request.archive) return null
  const pages = pagesOf(deps, audit)
  if (pages.length === 0) return null
  const list: EarlierList = { freshMs: isAwaited(deps.store.db, audit) ? 0 : freshMs, pages }
  return putJson(deps.blobs, list)
}

function pagesOf({ store: { db }, now }: Deps, audit: AuditRow): EarlierList['pages'] {
  const before = db
    .select({ id: audits.id })
    .from(audits)
    .where(
      and(
        eq(audits.organisationId, audit.organisationId),
        eq(audits.state, 'done'),
        ne(audits.id, audit.id),
        isNull(sql`json_extract(${audits.request}, '$.archive')`),
      ),
    )
    .orderBy(desc(audits.createdAt))
    .limit(1)
    .get()
  if (!before) return []
  const until = new Date(now().getTime() + spareMs).toISOString()
  const rows = db
    .selectDistinct({ url: requests.url, record: requests.record })
    .from(requests)
    .innerJoin(evidence, and(eq(evidence.digest, requests.record), eq(evidence.auditId, before.id)))
    .where(
      and(
        eq(requests.auditId, before.id),
        eq(requests.outcome, 'page'),
        isNotNull(requests.record),
        eq(evidence.kind, 'page'),
        gt(evidence.expiresAt, until),
      ),
    )
    .limit(mostPages)
    .all()
  return rows.flatMap(({ url, record }) => {
    const href = URL.parse(url)?.href
    return href && record ? [{ url: href, record }] : []
  })
}

/** Somebody started it by hand; neither a schedule nor a list did. */
function isAwaited(db: Db, audit: AuditRow): boolean {
  if (audit.scheduleId !== null) return false
  return db.select({ id: batchItems.batchId }).from(batchItems).where(eq(batchItems.auditId, audit.id)).limit(1).get() === undefined
}

/** The same job, and those that it waits for, with the list to ask again by. */
export function withEarlier<J extends NewJob | NewFlow>(job: J, earlier: string | null): J {
  const told = { ...job, payload: { ...(job.payload as object), earlier } }
  return 'children' in told ? { ...told, children: told.children.map((child) => withEarlier(child, earlier)) } : told
}
