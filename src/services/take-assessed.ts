import { advanceAudit, failAudit } from './advance-audit.ts'
import { rejudgeAudit } from './rejudge-audit.ts'
import type { Taking } from './taking.ts'

/** The looks are in: everything is judged anew, now with what they showed. */
export function takeAssessed(taking: Taking): boolean {
  if (taking.job.state === 'failed') return failAudit(taking)
  rejudgeAudit(taking.tx, taking.auditId)
  return advanceAudit(taking, 'compare')
}
