import { type Delivery, deliver } from './deliver.ts'
import { checkChildren, checkJob, encodeProgress } from './limits.ts'
import type { Queue } from './port.ts'
import { checkRecurring } from './recurring.ts'
import { sparingly } from './sparingly.ts'
import { claimOwner, dropOwner } from './sqlite-owner.ts'
import { type JobRow, openQueueFile } from './sqlite-schema.ts'
import { createJobTable, leaseMs } from './sqlite-table.ts'
import { type SqliteWorker, startSqliteWorker } from './sqlite-worker.ts'

export interface SqliteQueueOptions {
  /** Its own file, or `:memory:`. One process works on it; others may enqueue and look. */
  readonly file: string
  /** Unix time in ms. */
  readonly now?: () => number
  /** The safety net: looks this often even when nothing seems to have changed. */
  readonly pollMs?: number
  /** Told of what went wrong behind the scenes and is tried again, `take` throwing included. The same at most once a minute. */
  readonly onError?: (error: unknown) => void
}

type ProgressListener = Parameters<Queue['onProgress']>[0]

/** The embedded queue: jobs in a SQLite file, run in this process. Jobs that a dead process held are put back at once. */
export function createSqliteQueue(options: SqliteQueueOptions): Queue {
  const { file, now = Date.now, pollMs = 1_000 } = options
  const onError = sparingly(options.onError ?? console.error)
  const db = openQueueFile(file)
  const owner = claimOwner()
  const table = createJobTable(db, owner, now)
  const workers = new Set<SqliteWorker>()
  const deliveries = new Set<Delivery>()
  const listeners = new Set<ProgressListener>()
  let tickTimer: NodeJS.Timeout | undefined
  let heartbeat: NodeJS.Timeout | undefined
  table.recover()

  const attempt = (step: () => void) => {
    try {
      step()
    } catch (error) {
      onError(error)
    }
  }

  function tick(): void {
    attempt(table.recover)
    attempt(table.scrub)
    look()
  }

  /** Wakes who may have something to do, and sets the time of the next look. */
  function look(): void {
    if (deliveries.size > 0) attempt(table.recurring.takeTurns)
    for (const worker of workers) worker.wake()
    for (const delivery of deliveries) delivery.ring()
    clearTimeout(tickTimer)
    if (workers.size + deliveries.size > 0)
      attempt(() => {
        tickTimer = setTimeout(tick, untilNextLook())
      })
  }

  function untilNextLook(): number {
    const due = [table.nextDue(), table.recurring.nextDue()].filter((at) => at !== null)
    return Math.min(pollMs, ...due.map((at) => Math.max(1, at - now())))
  }

  function tellProgress(row: JobRow, event: unknown): void {
    const text = encodeProgress(event)
    if (text === null) return
    for (const listen of listeners) setImmediate(() => attempt(() => listen(row.job_group, row.id, JSON.parse(text))))
  }

  return {
    async enqueue(job) {
      table.add(checkJob(job), checkChildren(job))
      look()
    },
    async setRecurring(job) {
      table.recurring.set(checkRecurring(job))
      look()
    },
    removeRecurring: async (id) => table.recurring.remove(id),
    nextTurn: async (id) => table.recurring.next(id),
    async cancelGroup(group) {
      table.cancel(group)
      for (const worker of workers) worker.cancel(group)
    },
    state: async (id) => table.state(id),
    counts: async () => table.counts(),
    work(handlers, { concurrency = 1 } = {}) {
      const worker = startSqliteWorker({ table, handlers, concurrency, progress: tellProgress, onSettled: look, onError })
      workers.add(worker)
      heartbeat ??= setInterval(() => attempt(table.renew), leaseMs / 3)
      look()
      return {
        async stop(graceMs) {
          await worker.stop(graceMs)
          workers.delete(worker)
        },
      }
    },
    onEnded(take) {
      if (deliveries.size > 0) throw new Error('The queue has a taker already; stop that one first.')
      const source = { next: async () => table.firstEnded(), forget: async (job: { id: string }) => table.forget(job.id), pollMs, onError }
      const delivery = deliver(source, take)
      deliveries.add(delivery)
      look()
      return {
        async stop() {
          await delivery.stop()
          deliveries.delete(delivery)
        },
      }
    },
    onProgress(listen) {
      listeners.add(listen)
      return {
        async stop() {
          listeners.delete(listen)
        },
      }
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop(0)))
      await Promise.all([...deliveries].map((delivery) => delivery.stop()))
      workers.clear()
      deliveries.clear()
      listeners.clear()
      clearTimeout(tickTimer)
      clearInterval(heartbeat)
      if (!db.open) return
      table.scrub()
      db.close()
      dropOwner(owner)
    },
  }
}
