import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { EenlijnError, type ErrorCode } from '../model/errors.ts'
import type { Text } from '../model/text.ts'

/** A process that answers questions one by one. Its memory is its own: all of it goes back when it ends. */
export interface OwnProcess<Question, Answer> {
  ask(question: Question): Promise<Answer>
  /** Since it was opened, over every time it was started. */
  used(): Used
  /** Ends it in the middle of whatever it does; the next question starts it anew. */
  close(): Promise<void>
}

export interface Used {
  readonly cpuSeconds: number
  /** The most that it held at once, in bytes. */
  readonly peakBytes: number
}

/** What comes back over its channel. `used` counts from its start. */
export type Reply = { readonly id: number; readonly used: Used } & (
  | { readonly answer: unknown }
  | { readonly code: ErrorCode; readonly text: Text }
  | { readonly message: string }
)

const nothing: Used = { cpuSeconds: 0, peakBytes: 0 }
const together = (one: Used, other: Used): Used => ({
  cpuSeconds: one.cpuSeconds + other.cpuSeconds,
  peakBytes: Math.max(one.peakBytes, other.peakBytes),
})

/**
 * Starts at the first question, so that whoever never asks pays nothing; keeps no process alive while idle. `body` is plain
 * TypeScript without JSX, that Node runs as it is; it begins with `answerWith`.
 */
export function openProcess<Question, Answer>(body: URL): OwnProcess<Question, Answer> {
  let running: ChildProcess | null = null
  let last = 0
  let [before, now] = [nothing, nothing]
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    running = null
    before = together(before, now)
    now = nothing
  }

  function hear(child: ChildProcess, reply: Reply): void {
    if (running !== child) return
    now = reply.used
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('answer' in reply) asked?.resolve(reply.answer as Answer)
    else asked?.reject('code' in reply ? new EenlijnError(reply.code, reply.text) : new Error(reply.message))
    if (waiting.size === 0) mayHoldUp(child, false)
  }

  function start(): ChildProcess {
    const child = fork(fileURLToPath(body), {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const fail = (error: Error) => {
      if (running === child) failAll(error)
    }
    child.on('message', (reply: Reply) => hear(child, reply))
    child.on('error', fail)
    child.on('exit', (code, signal) => fail(new Error(`The process that reads ended (${signal ?? code})`)))
    return child
  }

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        running ??= start()
        mayHoldUp(running, true)
        const id = ++last
        waiting.set(id, { resolve, reject })
        // A process that is gone is told of by its exit.
        running.send({ id, question }, () => {})
      }),
    used: () => together(before, now),
    close: async () => {
      const child = running
      failAll(new Error('The reader was closed'))
      if (child !== null) await end(child)
    },
  }
}

/** Whether this process stays for as long as the child does. */
function mayHoldUp(child: ChildProcess, holds: boolean): void {
  child[holds ? 'ref' : 'unref']()
  child.channel?.[holds ? 'ref' : 'unref']()
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  child.ref()
  child.kill('SIGKILL')
  await ended
}
