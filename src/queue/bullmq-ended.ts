import { type Queue as BullQueue, Job } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Cancellations } from './bullmq-cancel.ts'
import { fromBullId, fromName, type JobData, type KeptJob, toBullId } from './bullmq-job.ts'
import type { EndedSource } from './deliver.ts'
import type { EndedJob } from './port.ts'

type EndedSet = 'completed' | 'failed'

interface Ended {
  readonly bullId: string
  readonly set: EndedSet
}

/** BullMQ writes results and errors to its event stream too, where nobody reads them. */
export async function trimEvents(client: Redis, queue: BullQueue): Promise<void> {
  await client.xtrim(queue.toKey('events'), 'MAXLEN', '=', 0)
}

/** Where BullMQ keeps the jobs that ended, read as one line. */
export function createEndedSource(client: Redis, queue: BullQueue, cancellations: Cancellations): Omit<EndedSource, 'pollMs' | 'onError'> {
  async function head(set: EndedSet): Promise<(Ended & { readonly at: number }) | null> {
    const [bullId, at] = await client.zrange(queue.toKey(set), '0', '0', 'WITHSCORES')
    return bullId === undefined ? null : { bullId, set, at: Number(at) }
  }

  async function first(): Promise<Ended | null> {
    const [completed, failed] = await Promise.all([head('completed'), head('failed')])
    if (!completed || !failed) return completed ?? failed
    return failed.at < completed.at ? failed : completed
  }

  /** Machines' clocks differ: a child can seem to have ended after its parent. */
  async function untakenChild(parent: KeptJob): Promise<Ended | null> {
    const bullIds = parent.data.children.map(([id]) => toBullId(id))
    if (bullIds.length === 0) return null
    for (const set of ['completed', 'failed'] as const) {
      const scores = await client.zmscore(queue.toKey(set), ...bullIds)
      const bullId = bullIds.find((_, i) => scores[i] !== null)
      if (bullId !== undefined) return { bullId, set }
    }
    return null
  }

  async function load({ bullId, set }: Ended): Promise<KeptJob | null> {
    const job: KeptJob | undefined = await Job.fromId<JobData, unknown>(queue, bullId)
    if (!job) await client.zrem(queue.toKey(set), bullId)
    return job ?? null
  }

  async function remove(bullId: string): Promise<void> {
    await Promise.all([queue.remove(bullId, { removeChildren: false }), trimEvents(client, queue)])
  }

  return {
    async next() {
      for (let turn = await first(); turn; turn = await first()) {
        const head = await load(turn)
        const child = head && (await untakenChild(head))
        const job = child ? await load(child) : head
        if (!job) continue
        if (await cancellations.isCancelled(fromName(job.name).group)) await remove(job.id ?? '')
        else return endedJob(job, (child ?? turn).set)
      }
      return null
    },
    async forget(job) {
      await remove(toBullId(job.id))
    },
  }
}

function endedJob(job: KeptJob, state: EndedSet): EndedJob {
  const ended = { id: fromBullId(job.id ?? ''), ...fromName(job.name), payload: job.data.payload, state }
  if (state === 'completed') return { ...ended, result: job.returnvalue ?? null, error: null }
  return { ...ended, result: null, error: job.failedReason ?? 'The job failed without saying why.' }
}
