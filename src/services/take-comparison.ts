import { picturesJob } from '../model/jobs.ts'
import type { PicturesReading } from '../model/pictures.ts'
import { finishAudit } from './advance-audit.ts'
import { keepComparison } from './compare-pictures.ts'
import { keepEvidence } from './keep-evidence.ts'
import { stageJobId } from './stages.ts'
import type { Taking } from './taking.ts'

/** A comparison that failed leaves its checks without an answer; the audit is done all the same. */
export function takeComparison(taking: Taking, reading: PicturesReading | null): boolean {
  const { tx, audit, job, now } = taking
  keepEvidence(taking, picturesJob.payload.parse(job.payload).pictures, 'work')
  if (job.state === 'completed') keepEvidence(taking, picturesJob.result.parse(job.result).reading, 'work')
  if (reading) keepComparison(tx, job, reading, now)
  return job.id === stageJobId(audit) && audit.state === 'running' ? finishAudit(taking) : false
}
