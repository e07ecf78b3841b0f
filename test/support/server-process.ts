import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { projectRoot } from '../../config/env.ts'

export interface RunningProcess {
  readonly child: ChildProcess
  /** Resolves with the first line on standard error that matches. */
  line(pattern: RegExp): Promise<string>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** `eenlijn serve` or `eenlijn worker` in a process of its own. */
export function startProcess(command: 'serve' | 'worker', settings: Readonly<Record<string, string>>): RunningProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', command], {
    cwd: projectRoot,
    env: { ...process.env, PORT: '0', EENLIJN_DEMO: 'off', EENLIJN_NETWORK: 'off', LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const seen: string[] = []
  const waiting = new Set<() => void>()
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (text) => {
    seen.push(text)
    for (const wake of waiting) wake()
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    child,
    kill,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = seen.find((text) => pattern.test(text))
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
        ended.then(() => reject(new Error(`${command} ended before it said ${pattern}:\n${seen.join('\n')}`)))
      }),
  }
}

/** The address at which a server says it is ready. */
export async function addressOf(server: RunningProcess): Promise<string> {
  const line = await server.line(/http:\/\/\S+/)
  return (/http:\/\/[^\s/]+/.exec(line) as RegExpExecArray)[0]
}
