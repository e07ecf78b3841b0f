import type Database from 'better-sqlite3'
import { type CheckedJob, cancelledForMs, childElsewhere } from './limits.ts'
import type { ChildOutcome, EndedJob, JobState } from './port.ts'
import { diedText, type RunOutcome } from './run.ts'
import { isAlive } from './sqlite-owner.ts'
import { createRecurringTable } from './sqlite-recurring.ts'
import type { JobRow } from './sqlite-schema.ts'
import { prepareStatements } from './sqlite-statements.ts'

/** How long a job stays its owner's without a sign of life. */
export const leaseMs = 30_000

export type JobTable = ReturnType<typeof createJobTable>

/** What `owner` does with the jobs of the file, each step in one transaction. */
export function createJobTable(db: Database.Database, owner: string, now: () => number) {
  const sql = prepareStatements(db)
  const isCancelled = (group: string) => sql.isCancelled.get(group) !== undefined
  /** Whether bytes of erased rows may still stand in the log file beside the database; after a crash they may. */
  let erased = true

  function remove(id: string): void {
    sql.removeOutcomes.run(id)
    sql.removeJob.run(id)
    erased = true
  }

  function end(row: JobRow, state: 'completed' | 'failed', result: string | null, error: string | null): void {
    sql.markEnded.run({ state, result, error, seq: row.seq })
    if (row.parent === null) return
    sql.keepOutcome.run(row.seq)
    unblock(row.parent)
  }

  function unblock(parent: string): void {
    if (!sql.pendingChild.get(parent)) sql.unblock.run({ now: now(), id: parent })
  }

  function settle(row: JobRow, outcome: RunOutcome): void {
    if (isCancelled(row.job_group)) remove(row.id)
    else if (outcome.ok) end(row, 'completed', outcome.result, null)
    else if (outcome.retry && row.attempt < row.attempts) {
      sql.putBack.run({ dueAt: now() + row.backoff_ms * 2 ** (row.attempt - 1), uncounted: 0, seq: row.seq })
    } else end(row, 'failed', null, outcome.error)
  }

  function add(job: CheckedJob, children: readonly CheckedJob[]): void {
    if (isCancelled(job.group) || sql.find.get(job.id)) return
    sql.insert.run({ ...job, parent: null, state: children.length > 0 ? 'blocked' : 'waiting', dueAt: now() + job.delayMs })
    for (const [n, child] of children.entries()) {
      sql.expectOutcome.run({ parent: job.id, n, id: child.id, kind: child.kind })
      const known = sql.find.get(child.id)
      if (known) adopt(job, known)
      else sql.insert.run({ ...child, parent: job.id, state: 'waiting', dueAt: now() + child.delayMs })
    }
    unblock(job.id)
  }

  function adopt(parent: CheckedJob, child: JobRow): void {
    if (child.parent !== null || child.job_group !== parent.group) throw childElsewhere(parent.id, child.id)
    sql.adopt.run({ parent: parent.id, seq: child.seq })
    if (child.state === 'completed' || child.state === 'failed') sql.keepOutcome.run(child.seq)
  }

  /** The job as it is now; nothing once its lease ran out and another process took it over: then this run no longer counts. */
  function mine(row: JobRow): JobRow | undefined {
    const found = sql.find.get(row.id)
    return found?.seq === row.seq && found.state === 'active' && found.owner === owner && found.attempt === row.attempt ? found : undefined
  }

  function recover(): void {
    for (const row of sql.heldByOthers.all(owner)) {
      if (isAlive(row.owner ?? '') && (row.lease_until ?? 0) >= now()) continue
      if (row.attempt < row.attempts && !isCancelled(row.job_group)) sql.putBack.run({ dueAt: now(), uncounted: 0, seq: row.seq })
      else settle(row, { ok: false, error: diedText(row.attempt), retry: false })
    }
  }

  function cancel(group: string): void {
    sql.forgetCancelled.run(now() - cancelledForMs)
    sql.markCancelled.run(group, now())
    for (const { id } of sql.notActive.all(group)) remove(id)
  }

  const recoverAll = db.transaction(recover).immediate
  const recurring = createRecurringTable(db, now, { add: (job) => add(job, []), isKnown: (id) => sql.find.get(id) !== undefined })
  return {
    recurring,
    add: db.transaction(add).immediate,
    /** Takes the first job that is due. */
    claim: (): JobRow | undefined => sql.claimFirst.get({ owner, leaseUntil: now() + leaseMs, now: now() }),
    settle: db.transaction((row: JobRow, outcome: RunOutcome) => {
      const found = mine(row)
      if (found) settle(found, outcome)
    }).immediate,
    /** Puts back a job whose run was cut short, as if it had not been started. */
    release: db.transaction((row: JobRow) => {
      if (!mine(row)) return
      if (isCancelled(row.job_group)) remove(row.id)
      else sql.putBack.run({ dueAt: now(), uncounted: 1, seq: row.seq })
    }).immediate,
    /** Puts back what was held by processes that died or gave no sign of life. */
    recover(): void {
      if (sql.heldByOthers.get(owner)) recoverAll()
    },
    renew: (): void => void sql.renew.run({ until: now() + leaseMs, owner }),
    cancel: db.transaction(cancel).immediate,
    forget: db.transaction(remove).immediate,
    children: (id: string): ChildOutcome[] => sql.outcomes.all(id).map((row) => ({ ...row, result: parse(row.result) })),
    firstEnded(): EndedJob | null {
      const row = sql.firstEnded.get()
      return row ? endedJob(row) : null
    },
    /** When the next delayed job is due, in ms; `null` when none is delayed. */
    nextDue: (): number | null => sql.nextDue.get(now())?.at ?? null,
    state(id: string): JobState | null {
      const row = sql.find.get(id)
      if (!row) return null
      if (isCancelled(row.job_group)) return 'cancelled'
      return row.state === 'waiting' && row.due_at > now() ? 'delayed' : row.state
    },
    counts(): Record<JobState, number> {
      const counts = { waiting: 0, delayed: 0, blocked: 0, active: 0, completed: 0, failed: 0, cancelled: 0 }
      for (const { state, n } of sql.count.all(now())) counts[state] = n
      return counts
    },
    /** Empties the log file when erased payloads may still stand in it. */
    scrub(): void {
      if (!erased) return
      const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      erased = outcome?.busy !== 0
    },
  }
}

const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

function endedJob(row: JobRow): EndedJob {
  const state = row.state === 'completed' ? 'completed' : 'failed'
  return {
    id: row.id,
    kind: row.kind,
    group: row.job_group,
    payload: parse(row.payload),
    state,
    result: parse(row.result),
    error: row.error,
  }
}
