import type { Deps } from '../deps.ts'
import { type VisitLog, visitLogSchema } from '../model/jobs.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { evidence, requests } from '../store/schema.ts'

/** `archive` is what an audit replays, `print` a file that was handed in, `work` travels between jobs. None is shown as evidence. */
export type EvidenceKind = 'page' | 'picture' | 'archive' | 'print' | 'work'

interface Keeping {
  readonly tx: Db
  readonly deps: Deps
  readonly auditId: string
  /** ISO 8601. */
  readonly now: string
}

const workDays = 1

/** Says that this audit needs a blob, and until when. */
export function keepEvidence({ tx, deps, auditId, now }: Keeping, digest: string, kind: EvidenceKind): void {
  const days = kind === 'work' ? workDays : deps.env.evidenceDays
  const expiresAt = new Date(Date.parse(now) + days * 86_400_000).toISOString()
  tx.insert(evidence).values({ digest, auditId, kind, expiresAt }).onConflictDoNothing().run()
}

/** Writes down every request of a job, and keeps every record that it made, in the order of making. */
export function keepVisits(keeping: Keeping, log: VisitLog): void {
  for (const visit of log.visits)
    keeping.tx
      .insert(requests)
      .values({ id: newId(), auditId: keeping.auditId, ...visit })
      .run()
  for (const digest of log.kept) keepEvidence(keeping, digest, 'page')
}

/** A job's log out of the blob store; a job that made none asked for nothing. */
export async function readVisitLog(deps: Deps, digest: string | null): Promise<VisitLog> {
  if (digest === null) return { visits: [], kept: [] }
  const bytes = await deps.blobs.get(digest)
  if (!bytes) throw new Error(`the log of this job is gone from the blob store: ${digest}`)
  return visitLogSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
}
