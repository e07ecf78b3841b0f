import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { EndedJob, Handler, NewFlow, NewJob, Queue, RunningJob } from '../../src/queue/port.ts'

/** One fresh queue, and ways to come back to it. */
export interface QueueSetting {
  /** Opens it, or opens it again as after a restart. `now`: the clock of recurring jobs. */
  open(now: () => number): Queue
  /** The queue as another process sees it; an embedded queue has one process only. */
  peer(queue: Queue): Queue
  /** Tells `support/queue-process.ts` where the queue is. */
  readonly processArguments: readonly string[]
  release(): Promise<void>
}

/** The queue of the test that runs now. */
export interface QueueAt {
  /** The simulated clock; until a test sets it, it runs as any. */
  readonly clock: { at: number }
  readonly queue: Queue
  readonly processArguments: readonly string[]
  /** Another process's queue. */
  peer(): Queue
  close(): Promise<void>
  open(): void
  /** As a restart does. */
  reopen(): Promise<void>
}

/** Gives every test a fresh queue, and closes whatever it opened. */
export function useQueue(settle: () => Promise<QueueSetting>): QueueAt {
  let setting: QueueSetting
  let queue: Queue
  const opened = new Set<Queue>()
  let simulated: number | null = null
  const clock = {
    get at() {
      return simulated ?? Date.now()
    },
    set at(moment: number) {
      simulated = moment
    },
  }
  const keep = (next: Queue): Queue => {
    opened.add(next)
    return next
  }
  const open = () => {
    queue = keep(setting.open(() => clock.at))
  }
  const close = async () => {
    opened.delete(queue)
    await queue.close()
  }
  beforeEach(async () => {
    simulated = null
    setting = await settle()
    open()
  })
  afterEach(async () => {
    for (const each of opened) await each.close()
    opened.clear()
    await setting.release()
  })
  return {
    clock,
    get queue() {
      return queue
    },
    get processArguments() {
      return setting.processArguments
    },
    peer: () => keep(setting.peer(queue)),
    open,
    close,
    async reopen() {
      await close()
      open()
    },
  }
}

export const group = 'audit-1'
export const job = (id: string, more: Partial<NewJob> = {}): NewJob => ({ id, group, kind: 'echo', payload: null, backoffMs: 1, ...more })
export const flow = (id: string, children: NewJob[], more: Partial<NewFlow> = {}): NewFlow => ({
  ...job(id, { kind: 'sum', ...more }),
  children,
})

export const echo: Handler = async ({ payload }) => payload
export const sum: Handler = async (running) => running.children()
export const fail: Handler = async () => {
  throw new Error('out of order')
}
export const never = () => new Promise<never>(() => {})

/** Waits until the signal aborts, and then gives up, as a well-behaved handler does. */
export const untilAborted = (running: RunningJob) =>
  new Promise<never>((_, reject) => running.signal.addEventListener('abort', () => reject(running.signal.reason), { once: true }))

export const eventually = (condition: () => unknown, timeout = 8_000) => vi.waitUntil(condition, { timeout, interval: 5 })

/** Everything that was taken, in order. */
export function takeAll(queue: Queue): EndedJob[] {
  const taken: EndedJob[] = []
  queue.onEnded(async (ended) => {
    taken.push(ended)
  })
  return taken
}

export const idsOf = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id)

/** A queue in a process of its own, and what it says. */
export function startProcess(
  act: 'hang' | 'close',
  args: readonly string[],
): { child: ChildProcess; said: Promise<string>; ended: Promise<number | null> } {
  const script = fileURLToPath(new URL('../support/queue-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, act, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit').then(([code]) => {
    process.removeListener('exit', kill)
    return code as number | null
  })
  const said = Promise.race([
    once(child.stdout, 'data').then(([chunk]) => String(chunk)),
    ended.then((code) => `ended by itself (${code})`),
  ])
  return { child, said, ended }
}

/** Starts a worker in a process of its own, and kills it, as a power cut does, once it runs a job. */
export async function killWhileRunning(args: readonly string[]): Promise<void> {
  const { child, said, ended } = startProcess('hang', args)
  expect(await said).toBe('running a\n')
  child.kill('SIGKILL')
  await ended
}
