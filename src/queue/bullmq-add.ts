import { type Queue as BullQueue, type FlowProducer, Job } from 'bullmq'
import type { Redis } from 'ioredis'
import { fromName, type JobData, toBullId, toBullJob } from './bullmq-job.ts'
import { type CheckedJob, childElsewhere } from './limits.ts'

export async function addJob(bull: BullQueue, job: CheckedJob): Promise<void> {
  const { name, data, opts } = toBullJob(job)
  await bull.add(name, data, opts)
}

/** Adds parents with their children, or nothing when the parent is known. */
export function createFlows(client: Redis, bull: BullQueue, producer: FlowProducer) {
  let last: Promise<unknown> = Promise.resolve()

  async function add(job: CheckedJob, children: readonly CheckedJob[]): Promise<void> {
    // BullMQ itself would give a known parent its children again.
    if (await client.exists(bull.toKey(toBullId(job.id)))) return
    const known = await knownChildren(job, children)
    await producer.add(toBullJob(job, children))
    for (const child of known) await passOnFailure(job, child)
  }

  async function knownChildren(job: CheckedJob, children: readonly CheckedJob[]): Promise<CheckedJob[]> {
    const found = await Promise.all(children.map(({ id }) => client.hmget(bull.toKey(toBullId(id)), 'name', 'parentKey')))
    return children.filter((child, i) => {
      const [name, parentKey] = found[i] ?? []
      if (!name) return false
      if (parentKey || fromName(name).group !== job.group) throw childElsewhere(job.id, child.id)
      return true
    })
  }

  /** BullMQ lets a parent wait for ever for a child that had failed when the parent came. */
  async function passOnFailure(parent: CheckedJob, { id }: CheckedJob): Promise<void> {
    const [parentKey, childKey] = [bull.toKey(toBullId(parent.id)), bull.toKey(toBullId(id))]
    if ((await client.zscore(bull.toKey('failed'), toBullId(id))) === null) return
    if (!(await client.sismember(`${parentKey}:dependencies`, childKey))) return
    const child = await Job.fromId<JobData, unknown>(bull, toBullId(id))
    if (!child) return
    await client.hset(`${parentKey}:failed`, childKey, child.failedReason ?? '')
    await child.removeChildDependency()
  }

  return {
    /** One flow after the other: two of the same id must not both find that it is new. */
    add(job: CheckedJob, children: readonly CheckedJob[]): Promise<void> {
      const added = last.then(() => add(job, children))
      last = added.catch(() => {})
      return added
    },
    close: () => producer.close(),
  }
}
