/**
 * The queue as the rest of the product sees it. Two adapters, `sqlite.ts` (embedded default) and
 * `bullmq.ts` (Redis), pass the same contract test. Delivery is at least once: handlers are safe to run twice.
 */

export type JobState = 'waiting' | 'delayed' | 'blocked' | 'active' | 'completed' | 'failed' | 'cancelled'

export interface JobOptions {
  /** Unique; a second enqueue with the same id is ignored while the first is known. Letters, digits, `-`, `_`, `.`. */
  readonly id: string
  /** Jobs of one group are cancelled together (an audit's id). */
  readonly group: string
  /** 0 (first) to 100; default 50. */
  readonly priority?: number
  readonly delayMs?: number
  /** Runs at most this often; default 3. */
  readonly attempts?: number
  /** Wait before attempt n+1: `backoffMs * 2^(n-1)`; default 1,000. */
  readonly backoffMs?: number
}

export interface NewJob extends JobOptions {
  readonly kind: string
  readonly payload: unknown
}

/** A parent that runs after all its children ended, completed or failed. */
export interface NewFlow extends NewJob {
  readonly children: readonly NewJob[]
}

export interface ChildOutcome {
  readonly id: string
  readonly kind: string
  readonly state: 'completed' | 'failed' | 'cancelled'
  readonly result: unknown
  readonly error: string | null
}

/** What a handler gets. */
export interface RunningJob {
  readonly id: string
  readonly kind: string
  readonly group: string
  readonly payload: unknown
  /** 1 for the first run. */
  readonly attempt: number
  /** Aborted when the job is cancelled or the worker stops. */
  readonly signal: AbortSignal
  /** Tells watchers; at most 4 kB of JSON; best effort, never persisted beyond the job. */
  progress(event: unknown): Promise<void>
  /** Outcomes of the children of a flow; empty for a plain job. */
  children(): Promise<readonly ChildOutcome[]>
}

export type Handler = (job: RunningJob) => Promise<unknown>

/** A job that ended, waiting to be taken in by the server. */
export interface EndedJob {
  readonly id: string
  readonly kind: string
  readonly group: string
  readonly payload: unknown
  readonly state: 'completed' | 'failed'
  readonly result: unknown
  readonly error: string | null
}

export interface Worker {
  /** Stops taking jobs, aborts the running ones after `graceMs`, waits for them. */
  stop(graceMs?: number): Promise<void>
}

export interface Queue {
  enqueue(job: NewJob | NewFlow): Promise<void>
  /** Waiting, delayed and blocked jobs of the group go; running ones get their signal aborted, on whatever machine. */
  cancelGroup(group: string): Promise<void>
  state(id: string): Promise<JobState | null>
  /** Handlers by job kind. `concurrency` jobs at a time. An error with `retry: false` is not tried again. */
  work(handlers: Readonly<Record<string, Handler>>, options?: { readonly concurrency?: number }): Worker
  /**
   * Calls `take` for every ended job, in order of ending, those of before a restart included, until `take` resolves;
   * then the job and its payload are forgotten (children when their parent is). One taker at a time: the server.
   */
  onEnded(take: (job: EndedJob) => Promise<void>): { stop(): Promise<void> }
  onProgress(listen: (group: string, id: string, event: unknown) => void): { stop(): Promise<void> }
  counts(): Promise<Readonly<Record<JobState, number>>>
  close(): Promise<void>
}
