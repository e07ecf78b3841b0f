import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../config/env.ts'

export interface RunningProcess {
  readonly child: ChildProcess
  /** Everything that it said on standard error so far. */
  readonly said: readonly string[]
  /** Resolves with the first line on standard error that matches. */
  line(pattern: RegExp): Promise<string>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** `eenlijn serve` or `eenlijn worker` in a process of its own, after modules that change what it finds. */
export function launch(
  command: 'serve' | 'worker',
  settings: Readonly<Record<string, string>>,
  modules: readonly string[] = [],
): RunningProcess {
  const imports = ['tsx', ...modules].flatMap((module) => ['--import', module])
  const child = spawn(process.execPath, [...imports, 'src/cli/main.ts', command], {
    cwd: projectRoot,
    env: { ...process.env, PORT: '0', EENLIJN_DEMO: 'off', EENLIJN_NETWORK: 'off', LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  const waiting = new Set<() => void>()
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (text) => {
    said.push(text)
    for (const wake of waiting) wake()
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = said.find((text) => pattern.test(text))
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
      ended.then(() => reject(new Error(`${command} ended before it said ${pattern}:\n${said.join('\n')}`)))
    })
  return {
    child,
    said,
    line,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
    },
  }
}

/** The address at which a server says it is ready. */
export async function addressOf(server: RunningProcess): Promise<string> {
  const line = await server.line(/http:\/\/\S+/)
  return (/http:\/\/[^\s/]+/.exec(line) as RegExpExecArray)[0]
}
