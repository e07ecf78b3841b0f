import { setTimeout as sleep } from 'node:timers/promises'
import type { Handler, RunningJob, Worker } from './port.ts'
import { cancelledReason, runHandler, stoppedReason } from './run.ts'
import type { JobRow } from './sqlite-schema.ts'
import type { JobTable } from './sqlite-table.ts'

export interface SqliteWorkerOptions {
  readonly table: JobTable
  readonly handlers: Readonly<Record<string, Handler>>
  readonly concurrency: number
  progress(row: JobRow, event: unknown): void
  /** A job left this worker: ended, put back or gone. */
  onSettled(): void
  onError(error: unknown): void
}

export interface SqliteWorker extends Worker {
  /** Says that there may be a job to take. */
  wake(): void
  cancel(group: string): void
}

interface Run {
  readonly row: JobRow
  readonly controller: AbortController
  cutShort: boolean
}

/** Longest wait before the outcome of a run is written again, when the disk is full or the file is locked. */
const longestPauseMs = 5_000

export function startSqliteWorker({ table, handlers, concurrency, progress, onSettled, onError }: SqliteWorkerOptions): SqliteWorker {
  const runs = new Map<Run, Promise<void>>()
  let stopping = false
  let woken = false

  function fill(): void {
    woken = false
    try {
      while (!stopping && runs.size < concurrency) {
        const row = table.claim()
        if (!row) return
        const run: Run = { row, controller: new AbortController(), cutShort: false }
        runs.set(run, perform(run))
      }
    } catch (error) {
      onError(error)
    }
  }

  async function perform(run: Run): Promise<void> {
    const outcome = await runHandler(handlers, runningJob(run))
    await persist(() => (run.cutShort && !outcome.ok ? table.release(run.row) : table.settle(run.row, outcome)))
    runs.delete(run)
    wake()
    onSettled()
  }

  /** Gives up only when stopping: the job is put back when the file is opened again. */
  async function persist(write: () => void): Promise<void> {
    for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        return write()
      } catch (error) {
        onError(error)
        if (stopping) return
        await sleep(pauseMs)
      }
    }
  }

  function runningJob({ row, controller }: Run): RunningJob {
    return {
      id: row.id,
      kind: row.kind,
      group: row.job_group,
      payload: JSON.parse(row.payload),
      attempt: row.attempt,
      signal: controller.signal,
      progress: async (event) => progress(row, event),
      children: async () => table.children(row.id),
    }
  }

  // Through the event loop, so that a long row of short jobs leaves room for requests.
  function wake(): void {
    if (woken || stopping) return
    woken = true
    setImmediate(fill)
  }

  wake()
  return {
    wake,
    cancel(group) {
      for (const { row, controller } of runs.keys()) if (row.job_group === group) controller.abort(cancelledReason())
    },
    async stop(graceMs = 5_000) {
      stopping = true
      const timer = setTimeout(() => {
        for (const run of runs.keys()) {
          run.cutShort = true
          run.controller.abort(stoppedReason())
        }
      }, graceMs)
      await Promise.all(runs.values())
      clearTimeout(timer)
    },
  }
}
