import { type ChildProcess, spawn } from 'node:child_process'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { run } from '../../src/cli/run.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Called with all of standard error so far, each time there is more. */
  readonly onStderr?: (text: string, child: ChildProcess) => void
}

/** Runs the command in this process, which is quicker; for what does not depend on signals and pipes. */
export async function commandHere(args: readonly string[], { env = {}, stdin = '' }: CommandOptions = {}): Promise<Ended> {
  const out: string[] = []
  const errors: string[] = []
  const into = (lines: string[]) =>
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    })
  const io = {
    stdin: Readable.from([stdin]),
    stdout: into(out),
    stderr: into(errors),
    env: { LANG: 'nl_NL.UTF-8', ...env },
    signal: new AbortController().signal,
  }
  const code = await run(args, io)
  return { code, stdout: out.join(''), stderr: errors.join('') }
}

/** Runs the command in a process of its own, with nothing of this one's environment but the path. */
export function command(args: readonly string[], { env = {}, stdin = '', onStderr }: CommandOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', tsx, main, ...args], { env: { PATH: process.env.PATH, LANG: 'nl_NL.UTF-8', ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
    onStderr?.(stderr, child)
  })
  child.stdin.end(stdin)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}
