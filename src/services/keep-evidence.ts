import type { Deps } from '../deps.ts'
import { type VisitLog, visitLogSchema } from '../model/jobs.ts'
import { newId } from '../store/id.ts'
import { readJson } from '../store/json-blob.ts'
import type { Db } from '../store/open.ts'
import { evidence, requests } from '../store/schema.ts'
import { daysToKeep, type EvidenceKind, type EvidencePiece } from './evidence-term.ts'

interface Keeping {
  readonly tx: Db
  readonly deps: Deps
  readonly auditId: string
  /** ISO 8601. */
  readonly now: string
}

/** Says that this audit needs a blob, and until when. */
export function keepEvidence(
  { tx, deps, auditId, now }: Keeping,
  digest: string,
  kind: EvidenceKind,
  more: Omit<EvidencePiece, 'kind'> = {},
): void {
  const days = daysToKeep({ ...more, kind }, deps.env.evidenceDays)
  const expiresAt = new Date(Date.parse(now) + days * 86_400_000).toISOString()
  tx.insert(evidence).values({ digest, auditId, kind, expiresAt }).onConflictDoNothing().run()
}

/** Writes down every request of a job, and keeps every record that it made, in the order of making. */
export function keepVisits(keeping: Keeping, log: VisitLog, job: string): void {
  const addresses = new Map<string, string[]>()
  for (const visit of log.visits) {
    keeping.tx
      .insert(requests)
      .values({ id: newId(), auditId: keeping.auditId, ...visit })
      .run()
    if (visit.record) addresses.set(visit.record, [...(addresses.get(visit.record) ?? []), visit.url])
  }
  const ofPeople = new Set(log.ofPeople)
  for (const digest of log.kept)
    keepEvidence(keeping, digest, 'page', { job, addresses: addresses.get(digest) ?? [], ofPeople: ofPeople.has(digest) })
}

/** A job's log out of the blob store; a job that made none asked for nothing. */
export async function readVisitLog(deps: Deps, digest: string | null): Promise<VisitLog> {
  if (digest === null) return { visits: [], kept: [], ofPeople: [] }
  return readJson(deps.blobs, digest, visitLogSchema, 'the log of this job')
}
