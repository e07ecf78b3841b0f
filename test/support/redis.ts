import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

export interface TestRedis {
  readonly url: string
  /** Unique to this run: a Redis that others use too stays clean. */
  readonly prefix: string
  /** Whether it was started here, so that it may be killed. */
  readonly own: boolean
  stop(): Promise<void>
  /** Pulls the plug: SIGKILL, nothing is saved. */
  kill(): Promise<void>
}

/** A real Redis for a test: the one at `REDIS_URL`, or a `redis-server` of its own on a free port, that keeps nothing. */
export async function startRedis(options: { port?: number } = {}): Promise<TestRedis> {
  const prefix = `test-${randomUUID()}`
  const given = process.env.REDIS_URL
  if (given) return { url: given, prefix, own: false, stop: () => removeKeys(given, prefix), kill: cannotKill }
  const directory = await mkdtemp(join(tmpdir(), 'redis-test-'))
  const port = options.port ?? (await freePort())
  const server = await launchRedis(port, directory).catch(async (error) => {
    await rm(directory, { recursive: true, force: true })
    throw error
  })
  const atExit = () => server.kill('SIGKILL')
  process.once('exit', atExit)
  const end = async () => {
    process.removeListener('exit', atExit)
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
    await rm(directory, { recursive: true, force: true })
  }
  return { url: `redis://127.0.0.1:${port}`, prefix, own: true, stop: end, kill: end }
}

/** A `redis-server` that answers; it keeps nothing unless the settings (names as in redis.conf) say so. */
export async function launchRedis(port: number, directory: string, settings: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
  const basic = { port: `${port}`, bind: '127.0.0.1', dir: directory, save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' }
  const server = spawn(
    'redis-server',
    Object.entries({ ...basic, ...settings }).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error('No redis-server on this machine: install redis-server (version 7 or newer), or set REDIS_URL.', { cause: error })),
    )
    server.once('exit', (code) => reject(new Error(`redis-server stopped at its start (${code}): ${said}`)))
    server.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('Ready to accept connections')) resolve()
    })
  })
  server.removeAllListeners('exit')
  return server
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The machine gave no port.')
  return address.port
}

async function removeKeys(url: string, prefix: string): Promise<void> {
  const client = new Redis(url)
  for await (const keys of client.scanStream({ match: `${prefix}*`, count: 500 })) {
    if (keys.length > 0) await client.unlink(...keys)
  }
  client.disconnect()
}

async function cannotKill(): Promise<void> {
  throw new Error('The Redis at REDIS_URL is not ours to kill.')
}
