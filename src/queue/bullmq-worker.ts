import { setTimeout as sleep } from 'node:timers/promises'
import { Worker as BullWorker, DelayedError, UnrecoverableError } from 'bullmq'
import type { Cancellations } from './bullmq-cancel.ts'
import { fromName, type KeptJob, queueName } from './bullmq-job.ts'
import { connectRedis, hangUp } from './bullmq-redis.ts'
import { runningJob } from './bullmq-running.ts'
import type { Signals } from './bullmq-signals.ts'
import { attemptsLimit } from './limits.ts'
import type { Handler, Worker } from './port.ts'
import { cancelledReason, diedText, lostReason, runHandler, stoppedReason } from './run.ts'

export interface BullWorkerOptions {
  readonly url: string
  readonly prefix: string
  readonly handlers: Readonly<Record<string, Handler>>
  readonly concurrency: number
  readonly lockMs: number
  readonly stalledCheckMs: number
  readonly cancellations: Cancellations
  readonly signals: Signals
  onError(error: unknown): void
}

interface Run {
  readonly bullId: string
  readonly group: string
  readonly controller: AbortController
  ending: 'cancelled' | 'stopped' | null
}

/** How long `stop` waits for Redis after the last handler ended, before and after it cuts the connections. */
const farewellMs = 3_000

export function startBullWorker(options: BullWorkerOptions): Worker {
  const { handlers, cancellations, signals, onError } = options
  const life = new AbortController()
  const client = connectRedis(options.url, 'patient', onError, life.signal)
  const runs = new Map<Run, Promise<unknown>>()
  let stopping = false

  const worker = new BullWorker(queueName, process, {
    connection: client,
    prefix: options.prefix,
    concurrency: options.concurrency,
    lockDuration: options.lockMs,
    stalledInterval: options.stalledCheckMs,
    // The job's own attempts say how often it may take its process down.
    maxStalledCount: attemptsLimit,
    autorun: false,
  })
  worker.on('error', onError)
  for (const event of ['completed', 'failed'] as const) worker.on(event, () => void signals.publish('ended', ''))
  worker.on('lockRenewalFailed', (bullIds: string[]) => {
    for (const run of runs.keys()) if (bullIds.includes(run.bullId)) run.controller.abort(lostReason())
  })

  async function process(job: KeptJob, token?: string): Promise<unknown> {
    const run: Run = { bullId: job.id ?? '', group: fromName(job.name).group, controller: new AbortController(), ending: null }
    const over = Promise.withResolvers<void>()
    // Known before the mark is looked up: from here on a cancellation is seen by the one or the other.
    runs.set(run, over.promise)
    try {
      // Fetched while `stop` began.
      if (stopping) return await putBack(job, token)
      if (await cancellations.isCancelled(run.group, client)) return drop(job)
      return await settle(job, run, token, () => over.resolve())
    } finally {
      runs.delete(run)
      over.resolve()
    }
  }

  async function settle(job: KeptJob, run: Run, token: string | undefined, handled: () => void): Promise<unknown> {
    const attempt = job.attemptsMade + job.stalledCounter + 1
    const attempts = job.opts.attempts ?? 1
    if (attempt > attempts) throw new UnrecoverableError(diedText(attempts))
    const outcome = await runHandler(handlers, runningJob(job, attempt, run.controller.signal, signals))
    handled()
    if (run.ending === 'cancelled') return drop(job)
    if (outcome.ok) return JSON.parse(outcome.result)
    if (run.ending === 'stopped') return await putBack(job, token)
    throw outcome.retry && attempt < attempts ? new Error(outcome.error) : new UnrecoverableError(outcome.error)
  }

  /** Not to "wait": only the delayed set wakes an idle worker elsewhere. */
  async function putBack(job: KeptJob, token: string | undefined): Promise<never> {
    await job.moveToDelayed(Date.now(), token)
    throw new DelayedError()
  }

  /** Ends the job so that nothing of it stays. */
  function drop(job: KeptJob): never {
    job.opts.removeOnFail = true
    throw new UnrecoverableError('cancelled')
  }

  const cancelled = (run: Run) => {
    run.ending = 'cancelled'
    run.controller.abort(cancelledReason())
  }
  const cancelIfMarked = async (run: Run) => {
    if (await cancellations.isCancelled(run.group)) cancelled(run)
  }
  const cancelListener = {
    message(group: string) {
      for (const run of runs.keys()) if (run.group === group) cancelled(run)
    },
    gap() {
      for (const run of runs.keys()) void cancelIfMarked(run).catch(onError)
    },
  }
  void signals
    .subscribe('cancel', cancelListener)
    .then(() => worker.run())
    .catch(onError)

  return {
    async stop(graceMs = 5_000) {
      stopping = true
      const timer = setTimeout(() => {
        for (const run of runs.keys()) {
          run.ending ??= 'stopped'
          run.controller.abort(stoppedReason())
        }
      }, graceMs)
      const closed = worker.close()
      await Promise.race([closed, Promise.all(runs.values())])
      clearTimeout(timer)
      await atMost(client.status === 'ready' ? farewellMs : 0, closed)
      signals.unsubscribe('cancel', cancelListener)
      life.abort()
      hangUp(client)
      // Not there yet when Redis never was; then it gives up by itself.
      const blocking = await Promise.race([worker.getBackend().blockingClient?.catch(onError), sleep(0)])
      if (blocking) hangUp(blocking)
      await atMost(farewellMs, closed)
    },
  }
}

/** Waits for the promise, but not for ever: BullMQ does for a Redis that is away, and keeps its timers meanwhile. */
async function atMost(ms: number, promise: Promise<unknown>): Promise<void> {
  const timer = new AbortController()
  await Promise.race([promise, sleep(ms, undefined, { signal: timer.signal }).catch(() => {})])
  timer.abort()
}
