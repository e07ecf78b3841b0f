import { Queue as BullQueue, FlowProducer } from 'bullmq'
import { addJob, createFlows } from './bullmq-add.ts'
import { createCancellations } from './bullmq-cancel.ts'
import { createEndedSource, trimEvents } from './bullmq-ended.ts'
import { queueName, toBullId } from './bullmq-job.ts'
import { countJobs, stateOf } from './bullmq-look.ts'
import { createBullRecurring } from './bullmq-recurring.ts'
import { connectRedis, hangUp } from './bullmq-redis.ts'
import { createSignals } from './bullmq-signals.ts'
import { startBullWorker } from './bullmq-worker.ts'
import { type Delivery, deliver } from './deliver.ts'
import { checkChildren, checkJob } from './limits.ts'
import type { Queue, Worker } from './port.ts'
import { checkRecurring } from './recurring.ts'
import { sparingly } from './sparingly.ts'

export interface BullQueueOptions {
  /** `redis://` or `rediss://` address. The server must not evict keys (`maxmemory-policy noeviction`). */
  readonly url: string
  /** Stands before every key and channel, so that several queues can share a Redis. */
  readonly prefix: string
  /** How long a job stays its worker's without a sign of life. */
  readonly lockMs?: number
  /** How often workers look for jobs of dead ones; such a job runs again after at most `lockMs` and two looks. */
  readonly stalledCheckMs?: number
  /** The safety net of the taker: looks this often even when nothing seems to have ended. */
  readonly pollMs?: number
  /** How often the taker looks whether a recurring job is due, and so how late a turn may come. */
  readonly turnsEveryMs?: number
  /** Unix time in ms, of the calendar of recurring jobs. */
  readonly now?: () => number
  /** Told of what went wrong behind the scenes and is tried again, `take` throwing included. The same at most once a minute. */
  readonly onError?: (error: unknown) => void
}

/** The queue over Redis: enqueue, take and watch here; work in as many processes as there are, on any machine. */
export function createBullQueue(options: BullQueueOptions): Queue {
  const { url, prefix, lockMs = 30_000, stalledCheckMs = 5_000, pollMs = 5_000, turnsEveryMs = 1_000, now = Date.now } = options
  const onError = sparingly(options.onError ?? console.error)
  const client = connectRedis(url, 'hasty', onError)
  // Without these two a Redis that is away at the start would leave every later command waiting for ever.
  const shared = { connection: client, prefix, skipVersionCheck: true, skipWaitingForReady: true }
  const bull = new BullQueue(queueName, { ...shared, streams: { events: { maxLen: 1 } } })
  bull.on('error', onError)
  const flows = createFlows(client, bull, new FlowProducer(shared).on('error', onError))
  const signals = createSignals(client, prefix, onError)
  const cancellations = createCancellations(client, bull, prefix)
  const recurring = createBullRecurring(client, prefix, now, {
    everyMs: turnsEveryMs,
    add: (job) => addJob(bull, job),
    isKnown: async (id) => (await stateOf(client, bull, cancellations, id)) !== null,
    onError,
  })
  const workers = new Set<Worker>()
  const deliveries = new Set<{ stop(): Promise<void> }>()

  return {
    async enqueue(job) {
      const parent = checkJob(job)
      const children = checkChildren(job)
      await (children.length > 0 ? flows.add(parent, children) : addJob(bull, parent))
      // Asked afterwards: a cancellation at this moment then either sees the job or is seen here.
      if (!(await cancellations.isCancelled(parent.group))) return
      for (const { id } of [parent, ...children]) await bull.remove(toBullId(id), { removeChildren: false })
    },
    setRecurring: async (job) => recurring.set(checkRecurring(job)),
    removeRecurring: recurring.remove,
    nextTurn: recurring.next,
    async cancelGroup(group) {
      await cancellations.mark(group)
      await signals.publish('cancel', group)
      await cancellations.sweep(group)
      await trimEvents(client, bull)
    },
    state: (id) => stateOf(client, bull, cancellations, id),
    counts: () => countJobs(bull, cancellations),
    work(handlers, { concurrency = 1 } = {}) {
      const worker = startBullWorker({ url, prefix, handlers, concurrency, lockMs, stalledCheckMs, cancellations, signals, onError })
      workers.add(worker)
      return {
        async stop(graceMs) {
          await worker.stop(graceMs)
          workers.delete(worker)
        },
      }
    },
    onEnded(take) {
      if (deliveries.size > 0) throw new Error('The queue has a taker already; stop that one first.')
      const turns = recurring.start()
      const delivery: Delivery = deliver({ ...createEndedSource(client, bull, cancellations), pollMs, onError }, take)
      const listener = { message: delivery.ring, gap: delivery.ring }
      void signals.subscribe('ended', listener).then(delivery.ring)
      const taking = {
        async stop() {
          signals.unsubscribe('ended', listener)
          await Promise.all([turns.stop(), delivery.stop()])
          deliveries.delete(taking)
        },
      }
      deliveries.add(taking)
      return taking
    },
    onProgress(listen) {
      const listener = {
        message(text: string) {
          const { group, id, event } = JSON.parse(text)
          listen(group, id, event)
        },
      }
      void signals.subscribe('progress', listener)
      return {
        async stop() {
          signals.unsubscribe('progress', listener)
        },
      }
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop(0)))
      if (client.status !== 'ready') hangUp(client)
      await Promise.all([...deliveries].map((delivery) => delivery.stop()))
      signals.close()
      await Promise.all([bull.close(), flows.close()])
      hangUp(client)
    },
  }
}
