import type { Redis } from 'ioredis'
import type { CheckedJob } from './limits.ts'
import { type KeptRecurring, nextTurn, turnJob } from './recurring.ts'

interface Held {
  readonly kept: KeptRecurring
  readonly lastTurn: string | null
}

/**
 * Recurring jobs in Redis: what they are in a hash, when they are due in a sorted set. Turns are made by the taker, of
 * which there is one; should it die between making a job and setting the next turn, the turn's id keeps it one job.
 */
export function createBullRecurring(
  client: Redis,
  prefix: string,
  now: () => number,
  {
    everyMs,
    add,
    isKnown,
    onError,
  }: { everyMs: number; add(job: CheckedJob): Promise<void>; isKnown(id: string): Promise<boolean>; onError(error: unknown): void },
) {
  const jobsKey = `${prefix}:recurring`
  const dueKey = `${prefix}:recurring-due`

  async function read(id: string): Promise<Held | null> {
    const text = await client.hget(jobsKey, id)
    return text === null ? null : (JSON.parse(text) as Held)
  }

  async function save(held: Held, due: number | null): Promise<void> {
    const { id } = held.kept.job
    const change = client.multi().hset(jobsKey, id, JSON.stringify(held))
    await (due === null ? change.zrem(dueKey, id) : change.zadd(dueKey, due, id)).exec()
  }

  async function takeTurn(id: string, due: number): Promise<void> {
    const held = await read(id)
    if (!held) return void (await client.zrem(dueKey, id))
    const turn = turnJob(held.kept, due)
    // The same turn again is one that this process or one before it made and did not note down.
    const isPassedOver = held.lastTurn !== null && held.lastTurn !== turn.id && (await isKnown(held.lastTurn))
    if (!isPassedOver) await add(turn)
    await save({ kept: held.kept, lastTurn: isPassedOver ? held.lastTurn : turn.id }, nextTurn(held.kept, now()))
  }

  async function takeTurns(): Promise<void> {
    const due = await client.zrangebyscore(dueKey, 0, now(), 'WITHSCORES')
    for (let at = 0; at < due.length; at += 2) await takeTurn(due[at] as string, Number(due[at + 1]))
  }

  return {
    async set(kept: KeptRecurring): Promise<void> {
      const known = await read(kept.job.id)
      if (known && JSON.stringify(known.kept) === JSON.stringify(kept)) return
      await save({ kept, lastTurn: known?.lastTurn ?? null }, nextTurn(kept, now()))
    },
    async remove(id: string): Promise<void> {
      await client.multi().hdel(jobsKey, id).zrem(dueKey, id).exec()
    },
    async next(id: string): Promise<number | null> {
      const score = await client.zscore(dueKey, id)
      return score === null ? null : Number(score)
    },
    /** Makes turns from now on until it is stopped. */
    start(): { stop(): Promise<void> } {
      let isStopped = false
      let timer: NodeJS.Timeout | undefined
      const look = async (): Promise<void> => {
        await takeTurns().catch(onError)
        if (!isStopped) timer = setTimeout(() => (looking = look()), everyMs)
      }
      let looking = look()
      return {
        async stop() {
          isStopped = true
          clearTimeout(timer)
          await looking
        },
      }
    },
  }
}
