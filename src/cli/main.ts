import { run } from './run.ts'

/** A second Ctrl-C may be the same one, passed on by the command around this process; after this, it is meant. */
const sameStrokeMs = 1_000

const stop = new AbortController()
let firstAt = 0
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    if (stop.signal.aborted && performance.now() - firstAt > sameStrokeMs) process.exit(code)
    if (!stop.signal.aborted) firstAt = performance.now()
    stop.abort(signal)
  })
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const { stdin, stdout, stderr, env } = process
const code = await run(process.argv.slice(2), { stdin, stdout, stderr, env, signal: stop.signal })
// What was written goes out first; then nothing that idles (a kept connection) holds the command back.
stdout.write('', () => process.exit(code))
