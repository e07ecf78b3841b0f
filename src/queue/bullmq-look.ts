import type { Queue as BullQueue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Cancellations } from './bullmq-cancel.ts'
import { fromName, toBullId } from './bullmq-job.ts'
import type { JobState } from './port.ts'

const states: Readonly<Record<string, JobState>> = {
  waiting: 'waiting',
  prioritized: 'waiting',
  delayed: 'delayed',
  'waiting-children': 'blocked',
  active: 'active',
  completed: 'completed',
  failed: 'failed',
}

export async function stateOf(client: Redis, bull: BullQueue, cancellations: Cancellations, id: string): Promise<JobState | null> {
  const [found, name] = await Promise.all([bull.getJobState(toBullId(id)), client.hget(bull.toKey(toBullId(id)), 'name')])
  const state = states[found]
  if (!state || !name) return null
  return (await cancellations.isCancelled(fromName(name).group)) ? 'cancelled' : state
}

export async function countJobs(bull: BullQueue, cancellations: Cancellations): Promise<Record<JobState, number>> {
  const [found, cancelled] = await Promise.all([
    bull.getJobCounts('wait', 'prioritized', 'delayed', 'waiting-children', 'active', 'completed', 'failed'),
    cancellations.countHeld(),
  ])
  const { wait = 0, prioritized = 0, delayed = 0, active = 0, completed = 0, failed = 0 } = found
  const blocked = found['waiting-children'] ?? 0
  return { waiting: wait + prioritized, delayed, blocked, active: Math.max(0, active - cancelled), completed, failed, cancelled }
}
