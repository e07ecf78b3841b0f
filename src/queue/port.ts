/**
 * The queue as the rest of the product sees it. Two adapters, `sqlite.ts` (embedded default) and
 * `bullmq.ts` (Redis), pass the same contract test. Delivery is at least once: handlers are safe to run twice.
 */

/**
 * `waiting` for a worker · `delayed` until a time · `blocked` by its children · `active` in a worker ·
 * `completed` or `failed` and not yet taken · `cancelled`: its group is, and a worker still has to let go of it.
 */
export type JobState = 'waiting' | 'delayed' | 'blocked' | 'active' | 'completed' | 'failed' | 'cancelled'

interface JobOptions {
  /** Unique; a second enqueue with the same id is ignored while the first is known. Letters, digits, `-`, `_`, `.`; at most 200. */
  readonly id: string
  /** Jobs of one group are cancelled together (an audit's id). Written as an id. */
  readonly group: string
  /** 0 (first) to 100; default 50. Jobs of one priority run in the order they came. */
  readonly priority?: number
  /** For a flow: counted from the end of the last child. */
  readonly delayMs?: number
  /** Runs at most this often, 1 to 100; default 3. A run that died with its process counts, one that `stop` cut short does not. */
  readonly attempts?: number
  /** Wait before attempt n+1: `backoffMs * 2^(n-1)`; default 1,000. */
  readonly backoffMs?: number
}

export interface NewJob extends JobOptions {
  /** Names the handler. Written as an id. */
  readonly kind: string
  /** Survives JSON; at most 256 KB of it. */
  readonly payload: unknown
}

/**
 * A parent that runs after all its children ended, completed or failed. They are of its own group. A child whose id is
 * known already is not added again: the flow waits for that job, which must not be another flow's.
 */
export interface NewFlow extends NewJob {
  readonly children: readonly NewJob[]
}

/** A job that comes back by the calendar. */
export interface RecurringJob extends Omit<NewJob, 'delayMs'> {
  /** Five fields of cron: minute, hour, day of the month, month, day of the week. */
  readonly rule: string
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly timeZone: string
  /** Every turn comes this much later, at most 31 days: it spreads out what has the same rule. Default 0. */
  readonly offsetMs?: number
}

export interface ChildOutcome {
  readonly id: string
  readonly kind: string
  readonly state: 'completed' | 'failed'
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
  /** Tells watchers; best effort: never kept, never throws, and an event over 4 KB of JSON is dropped. */
  progress(event: unknown): Promise<void>
  /** Outcomes of the children of a flow, in the order they were given; empty for a plain job. */
  children(): Promise<readonly ChildOutcome[]>
}

/** Returns the job's result: survives JSON, at most 64 KB of it; a larger one fails the job for good. */
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
  /** Stops taking jobs, aborts the running ones after `graceMs` (default 5,000), waits for them. What it cut short waits again. */
  stop(graceMs?: number): Promise<void>
}

export interface Queue {
  /** Resolves when the job is kept. Throws `EenlijnError` on a bad id or number (`invalid-input`) or payload (`too-large`). */
  enqueue(job: NewJob | NewFlow): Promise<void>
  /**
   * Keeps a job that comes back, or gives the one of that id another rule or payload; an equal one keeps its turn. Each
   * turn is a job of its own, `id` followed by a dot and the turn's time. Turns are made while somebody takes ended jobs.
   * What was missed meanwhile comes once; a turn that comes before the last one was taken in is passed over.
   */
  setRecurring(job: RecurringJob): Promise<void>
  /** The turns to come go; one that came already stays a job. */
  removeRecurring(id: string): Promise<void>
  /** Unix time in ms of the turn to come; `null` when there is none. */
  nextTurn(id: string): Promise<number | null>
  /**
   * Waiting, delayed, blocked and ended jobs of the group go; running ones get their signal aborted, on whatever machine,
   * and their outcome is dropped. The group stays cancelled for a week: what is enqueued for it later is dropped too.
   */
  cancelGroup(group: string): Promise<void>
  /** `null` for a job that is not known, or no longer. */
  state(id: string): Promise<JobState | null>
  /**
   * Handlers by job kind. `concurrency` (default 1) jobs at a time. An error with `retry: false` is not tried again;
   * neither is a job of a kind without handler, so give every worker all of them.
   */
  work(handlers: Readonly<Record<string, Handler>>, options?: { readonly concurrency?: number }): Worker
  /**
   * Calls `take` for every ended job, in order of ending to the millisecond, children before their parent, those of before
   * a restart included. One at a time and each until `take` resolves: a job that cannot be taken in holds up those behind
   * it. Then the job and its payload are forgotten; a child's outcome stays with its parent. One taker: the server.
   */
  onEnded(take: (job: EndedJob) => Promise<void>): { stop(): Promise<void> }
  onProgress(listen: (group: string, id: string, event: unknown) => void): { stop(): Promise<void> }
  counts(): Promise<Readonly<Record<JobState, number>>>
  /** Stops workers (without grace), taker and listeners, and lets go of every file and connection. */
  close(): Promise<void>
}
