import { and, eq, lte, notInArray } from 'drizzle-orm'
import type { RecordContent } from '../capture/archive.ts'
import type { Deps } from '../deps.ts'
import { audits, evidence, organisations } from '../store/schema.ts'
import { findAudit } from './find-audit.ts'
import { isHousePicture } from './house-style.ts'

/**
 * A piece of evidence of this audit as it was kept, or a picture of its organisation's house style; `null` when it expired
 * or is neither.
 * @throws EenlijnError `not-found` for an unknown audit.
 */
export async function openEvidence(
  deps: Deps,
  input: { auditId: string; digest: string },
): Promise<{ kind: 'page' | 'picture'; content: RecordContent } | null> {
  const audit = findAudit(deps.store.db, input.auditId)
  const row = deps.store.db
    .select()
    .from(evidence)
    .where(and(eq(evidence.auditId, input.auditId), eq(evidence.digest, input.digest)))
    .get()
  const kind = row?.kind ?? (isHousePicture(deps.store.db, audit.organisationId, input.digest) ? 'picture' : null)
  if (kind !== 'page' && kind !== 'picture') return null
  const bytes = await deps.blobs.get(input.digest)
  if (!bytes) return null
  if (kind === 'picture')
    return { kind: 'picture', content: { url: '', at: '', status: 200, mediaType: pictureType(bytes), body: bytes, text: '' } }
  const { readRecord } = await import('../capture/archive.ts')
  return { kind: 'page', content: await readRecord(bytes) }
}

/** The type of a picture by its first bytes; only these four are ever served as pictures. */
export function pictureType(bytes: Uint8Array): string {
  const starts = (...head: number[]) => head.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  if (starts(0x52, 0x49, 0x46, 0x46) && String.fromCharCode(...bytes.subarray(8, 12)) === 'WEBP') return 'image/webp'
  return 'application/octet-stream'
}

const orphanAgeMs = 2 * 86_400_000

/**
 * Deletes what has passed its day: rows first, then every blob that nothing points to any more. The demonstration is dated in
 * the past and its web is made up: of it nothing goes.
 * @returns how many rows and blobs went.
 */
export async function expireEvidence(deps: Deps): Promise<{ rows: number; blobs: number }> {
  const now = deps.now()
  const rows = deps.store.transact((tx) => {
    const ofDemo = tx
      .select({ id: audits.id })
      .from(audits)
      .innerJoin(organisations, eq(organisations.id, audits.organisationId))
      .where(eq(organisations.demo, true))
    const over = and(lte(evidence.expiresAt, now.toISOString()), notInArray(evidence.auditId, ofDemo))
    return tx.delete(evidence).where(over).run().changes
  })
  let blobs = 0
  for await (const { digest, writtenAt } of deps.blobs.list()) {
    const wanted = deps.store.db.select({ auditId: evidence.auditId }).from(evidence).where(eq(evidence.digest, digest)).limit(1).get()
    // A blob without a row may be one whose job has not been taken in yet; those are young. Agreements outlive audits.
    if (wanted || now.getTime() - writtenAt < orphanAgeMs || isHousePicture(deps.store.db, null, digest)) continue
    await deps.blobs.remove(digest)
    blobs++
  }
  if (rows > 0) deps.store.checkpoint()
  return { rows, blobs }
}
