import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { events } from '../store/schema.ts'
import type { AuditEvent } from './views.ts'

type EventBody = AuditEvent extends infer E ? (E extends { kind: infer K; data: infer D } ? { kind: K; data: D } : never) : never

/** Keeps an event for those who watch, in the transaction of what it tells. */
export function tell(tx: Db, auditId: string, event: EventBody, at: string): void {
  tx.insert(events).values({ auditId, kind: event.kind, data: event.data, at }).run()
}

export function eventsAfter(db: Db, auditId: string, after: number, limit = 500): AuditEvent[] {
  return db
    .select({ id: events.id, kind: events.kind, data: events.data, at: events.at })
    .from(events)
    .where(and(eq(events.auditId, auditId), gt(events.id, after)))
    .orderBy(asc(events.id))
    .limit(limit)
    .all() as AuditEvent[]
}

const lastOf = prepareOnce((db) =>
  db
    .select({ id: events.id })
    .from(events)
    .where(eq(events.auditId, sql.placeholder('auditId')))
    .orderBy(desc(events.id))
    .limit(1)
    .prepare(),
)

export function lastEventId(db: Db, auditId: string): number {
  return lastOf(db).get({ auditId })?.id ?? 0
}

/** Watchers of one process, woken when something was told. */
export interface Bell {
  ring(auditId: string): void
  /** Resolves at the next ring, after `timeoutMs`, or when the signal aborts. */
  wait(auditId: string, timeoutMs: number, signal: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  const waiting = new Map<string, Set<() => void>>()
  return {
    ring(auditId) {
      const wake = waiting.get(auditId)
      waiting.delete(auditId)
      for (const resolve of wake ?? []) resolve()
    },
    wait: (auditId, timeoutMs, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          waiting.get(auditId)?.delete(done)
          resolve()
        }
        const timer = setTimeout(done, timeoutMs)
        signal.addEventListener('abort', done)
        const set = waiting.get(auditId) ?? new Set()
        set.add(done)
        waiting.set(auditId, set)
        if (signal.aborted) done()
      }),
  }
}

/** Every event after `after`, as it comes; ends once the audit has ended and all was told. */
export async function* watchAudit(deps: Deps, auditId: string, options: { after: number; signal: AbortSignal }): AsyncIterable<AuditEvent> {
  let after = options.after
  while (!options.signal.aborted) {
    const batch = eventsAfter(deps.store.db, auditId, after)
    for (const event of batch) {
      after = event.id
      yield event
    }
    if (batch.length > 0) continue
    if (deps.auditHasEnded(auditId)) return
    await deps.bell.wait(auditId, 15_000, options.signal)
  }
}
