import type Database from 'better-sqlite3'
import type { CheckedJob } from './limits.ts'
import { type KeptRecurring, nextTurn, turnJob } from './recurring.ts'

interface RecurringRow {
  readonly id: string
  readonly kept: string
  readonly due_at: number | null
  readonly last_turn: string | null
}

/** The recurring jobs of the file. `add` makes a turn's job, `isKnown` says whether a job is still in the queue. */
export function createRecurringTable(
  db: Database.Database,
  now: () => number,
  { add, isKnown }: { add(job: CheckedJob): void; isKnown(id: string): boolean },
) {
  const find = db.prepare<[string], RecurringRow>('SELECT * FROM recurring WHERE id = ?')
  const save = db.prepare('INSERT OR REPLACE INTO recurring (id, kept, due_at, last_turn) VALUES (@id, @kept, @dueAt, @lastTurn)')
  const remove = db.prepare<[string]>('DELETE FROM recurring WHERE id = ?')
  const dueRows = db.prepare<[number], RecurringRow>('SELECT * FROM recurring WHERE due_at <= ? ORDER BY due_at')
  const nextDue = db.prepare<[], { at: number | null }>('SELECT min(due_at) AS at FROM recurring')

  function set(kept: KeptRecurring): void {
    const { id } = kept.job
    const text = JSON.stringify(kept)
    const known = find.get(id)
    if (known?.kept !== text) save.run({ id, kept: text, dueAt: nextTurn(kept, now()), lastTurn: known?.last_turn ?? null })
  }

  function takeTurn({ id, kept: text, due_at, last_turn }: RecurringRow): void {
    const kept = JSON.parse(text) as KeptRecurring
    const isPassedOver = last_turn !== null && isKnown(last_turn)
    const turn = turnJob(kept, due_at ?? now())
    if (!isPassedOver) add(turn)
    save.run({ id, kept: text, dueAt: nextTurn(kept, now()), lastTurn: isPassedOver ? last_turn : turn.id })
  }

  return {
    set: db.transaction(set).immediate,
    remove: (id: string): void => void remove.run(id),
    next: (id: string): number | null => find.get(id)?.due_at ?? null,
    /** Makes the jobs of every turn that is due, each together with its next turn in one transaction. */
    takeTurns(): void {
      for (const row of dueRows.all(now())) db.transaction(takeTurn).immediate(row)
    },
    nextDue: (): number | null => nextDue.get()?.at ?? null,
  }
}
