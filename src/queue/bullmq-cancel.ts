import type { Queue as BullQueue } from 'bullmq'
import type { Redis } from 'ioredis'
import { fromName } from './bullmq-job.ts'
import { cancelledForMs } from './limits.ts'

export type Cancellations = ReturnType<typeof createCancellations>

/** The marks of cancelled groups, and what goes with them. */
export function createCancellations(client: Redis, queue: BullQueue, prefix: string) {
  const markOf = (group: string) => `${prefix}:cancelled:${group}`

  async function isCancelled(group: string, through: Redis = client): Promise<boolean> {
    return (await through.exists(markOf(group))) === 1
  }

  /** Names of jobs by their BullMQ ids; a job that is gone has none. */
  async function namesOf(bullIds: readonly string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>()
    const replies = await Promise.all(bullIds.map((bullId) => client.hget(queue.toKey(bullId), 'name')))
    for (const [i, bullId] of bullIds.entries()) {
      const name = replies[i]
      if (name) names.set(bullId, name)
    }
    return names
  }

  return {
    isCancelled,
    mark: (group: string) => client.set(markOf(group), '1', 'PX', cancelledForMs),
    /** Removes every job of the group that no worker holds; parents first, so that none is set free by its last child going. */
    async sweep(group: string): Promise<void> {
      const bullIds = await queue.getRanges(['waiting-children', 'wait', 'prioritized', 'delayed', 'completed', 'failed'], 0, -1)
      const names = await namesOf(bullIds)
      for (const [bullId, name] of names) {
        if (fromName(name).group === group) await queue.remove(bullId, { removeChildren: false })
      }
    },
    /** How many of the jobs that workers hold are of a cancelled group. */
    async countHeld(): Promise<number> {
      const names = await namesOf(await client.lrange(queue.toKey('active'), 0, -1))
      const marks = await Promise.all([...names.values()].map((name) => isCancelled(fromName(name).group)))
      return marks.filter(Boolean).length
    },
  }
}
