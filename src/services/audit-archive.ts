import { and, asc, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { evidence } from '../store/schema.ts'
import { findAudit } from './find-audit.ts'

/**
 * An audit's web archive: its records laid end to end, in the order in which they were made. Replaying it gives the
 * audit again. Records that expired are left out.
 * @throws EenlijnError `not-found` for an unknown audit, or one of which no evidence is left.
 */
export async function* auditArchive(deps: Deps, auditId: string): AsyncIterable<Uint8Array> {
  findAudit(deps.store.db, auditId)
  const rows = deps.store.db
    .select({ digest: evidence.digest })
    .from(evidence)
    .where(and(eq(evidence.auditId, auditId), eq(evidence.kind, 'page')))
    .orderBy(asc(sql`rowid`))
    .all()
  let some = false
  for (const { digest } of rows) {
    const record = await deps.blobs.get(digest)
    if (!record) continue
    some = true
    yield record
  }
  if (!some)
    throw new EenlijnError('not-found', {
      nl: 'Van deze audit zijn geen bewaarde pagina’s meer. Ze zijn verlopen, of er is niets opgehaald.',
      en: 'No kept pages of this audit are left. They expired, or nothing was fetched.',
    })
}
