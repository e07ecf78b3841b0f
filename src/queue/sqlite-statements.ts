import type Database from 'better-sqlite3'
import type { ChildOutcome, JobState } from './port.ts'
import type { JobRow } from './sqlite-schema.ts'

/** Every statement of the adapter, compiled once. */
export function prepareStatements(db: Database.Database) {
  return {
    find: db.prepare<[string], JobRow>('SELECT * FROM job WHERE id = ?'),
    insert: db.prepare(
      `INSERT INTO job (id, kind, job_group, payload, priority, attempts, backoff_ms, delay_ms, parent, state, due_at)
       VALUES (@id, @kind, @group, @payload, @priority, @attempts, @backoffMs, @delayMs, @parent, @state, @dueAt)`,
    ),
    claimFirst: db.prepare<{ owner: string; leaseUntil: number; now: number }, JobRow>(
      `UPDATE job SET state = 'active', attempt = attempt + 1, owner = @owner, lease_until = @leaseUntil WHERE seq = (
         SELECT seq FROM job INDEXED BY job_next WHERE state = 'waiting' AND due_at <= @now ORDER BY priority, seq LIMIT 1
       ) RETURNING *`,
    ),
    putBack: db.prepare<{ dueAt: number; uncounted: 0 | 1; seq: number }>(
      "UPDATE job SET state = 'waiting', owner = NULL, due_at = @dueAt, attempt = attempt - @uncounted WHERE seq = @seq",
    ),
    markEnded: db.prepare<{ state: string; result: string | null; error: string | null; seq: number }>(
      `UPDATE job SET state = @state, result = @result, error = @error, owner = NULL,
         ended = (SELECT coalesce(max(ended), 0) + 1 FROM job WHERE ended IS NOT NULL) WHERE seq = @seq`,
    ),
    adopt: db.prepare<{ parent: string; seq: number }>('UPDATE job SET parent = @parent WHERE seq = @seq'),
    expectOutcome: db.prepare<{ parent: string; n: number; id: string; kind: string }>(
      'INSERT INTO outcome (parent, n, id, kind) VALUES (@parent, @n, @id, @kind)',
    ),
    keepOutcome: db.prepare<[number]>(
      `UPDATE outcome SET state = job.state, result = job.result, error = job.error FROM job
       WHERE job.seq = ? AND outcome.parent = job.parent AND outcome.id = job.id AND outcome.state IS NULL`,
    ),
    pendingChild: db.prepare<[string], { id: string }>('SELECT id FROM outcome WHERE parent = ? AND state IS NULL LIMIT 1'),
    unblock: db.prepare<{ now: number; id: string }>(
      "UPDATE job SET state = 'waiting', due_at = delay_ms + @now WHERE id = @id AND state = 'blocked'",
    ),
    outcomes: db.prepare<[string], Omit<ChildOutcome, 'result'> & { result: string | null }>(
      'SELECT id, kind, state, result, error FROM outcome WHERE parent = ? ORDER BY n',
    ),
    removeOutcomes: db.prepare<[string]>('DELETE FROM outcome WHERE parent = ?'),
    removeJob: db.prepare<[string]>('DELETE FROM job WHERE id = ?'),
    firstEnded: db.prepare<[], JobRow>('SELECT * FROM job WHERE ended IS NOT NULL ORDER BY ended LIMIT 1'),
    heldByOthers: db.prepare<[string], JobRow>("SELECT * FROM job INDEXED BY job_active WHERE state = 'active' AND owner <> ?"),
    renew: db.prepare<{ until: number; owner: string }>("UPDATE job SET lease_until = @until WHERE state = 'active' AND owner = @owner"),
    nextDue: db.prepare<[number], { at: number | null }>("SELECT min(due_at) AS at FROM job WHERE state = 'waiting' AND due_at > ?"),
    notActive: db.prepare<[string], { id: string }>("SELECT id FROM job WHERE job_group = ? AND state <> 'active'"),
    isCancelled: db.prepare<[string], { at: number }>('SELECT at FROM cancelled WHERE job_group = ?'),
    markCancelled: db.prepare<[string, number]>('INSERT OR REPLACE INTO cancelled VALUES (?, ?)'),
    forgetCancelled: db.prepare<[number]>('DELETE FROM cancelled WHERE at < ?'),
    count: db.prepare<[number], { state: JobState; n: number }>(
      `SELECT CASE WHEN job_group IN (SELECT job_group FROM cancelled) THEN 'cancelled'
                   WHEN state = 'waiting' AND due_at > ? THEN 'delayed' ELSE state END AS state, count(*) AS n FROM job GROUP BY 1`,
    ),
  }
}
