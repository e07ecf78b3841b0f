import { pressJob } from '../model/jobs.ts'
import { addClaims, countRoute } from './add-claims.ts'
import type { Taking } from './taking.ts'

/** What an article names, found beside the audit's own run; `ingest` has new accounts looked at afterwards. */
export function takePress(taking: Taking): boolean {
  const { tx, audit, job, now } = taking
  const result = job.state === 'completed' ? pressJob.result.parse(job.result) : null
  addClaims(tx, audit, result?.claims ?? [], now)
  countRoute(tx, audit.id, 'press', { found: result?.claims.length ?? 0, read: result?.read ? 1 : 0, unseen: result?.read ? 0 : 1 }, now)
  return false
}
