import { eq } from 'drizzle-orm'
import { audits } from '../store/schema.ts'
import { endOf } from './end-of-audit.ts'
import { tell } from './events.ts'
import { followUpPlan } from './follow-up-plan.ts'
import type { Stage } from './stages.ts'
import type { Taking } from './taking.ts'
import { writeRecord } from './write-record.ts'

/** On to the next stage; its job is enqueued once the transaction stands. */
export function advanceAudit({ tx, audit, now }: Taking, stage: Stage): true {
  tx.update(audits).set({ stage, state: 'running' }).where(eq(audits.id, audit.id)).run()
  if (audit.state !== 'running') tell(tx, audit.id, { kind: 'state', data: { state: 'running' } }, now)
  return true
}

/** The audit is done: its record is written and the plan of the audit before taken up. */
export function finishAudit({ tx, deps, audit, now }: Taking): false {
  tx.update(audits)
    .set({ state: 'done', finishedAt: endOf(tx, audit, now) })
    .where(eq(audits.id, audit.id))
    .run()
  writeRecord(tx, deps, audit.id)
  followUpPlan(tx, audit.id)
  tell(tx, audit.id, { kind: 'assessed', data: { version: 1 } }, now)
  tell(tx, audit.id, { kind: 'state', data: { state: 'done' } }, now)
  return false
}

/** A stage that nothing can go on without gave up. What was found until then stays. */
export function failAudit({ tx, deps, audit, job, now }: Taking): false {
  tx.update(audits)
    .set({ state: 'failed', finishedAt: endOf(tx, audit, now), failure: job.error })
    .where(eq(audits.id, audit.id))
    .run()
  writeRecord(tx, deps, audit.id)
  tell(tx, audit.id, { kind: 'state', data: { state: 'failed' } }, now)
  return false
}
