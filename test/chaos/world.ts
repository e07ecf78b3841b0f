import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressOf, launch } from '../support/launch.ts'
import { freePort, launchRedis } from '../support/redis.ts'

/** A process that is killed and begun again; what it keeps on disk stays. */
export interface Part {
  readonly name: string
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>
  /** Resolves when it is at work; rejects when it died before. */
  start(): Promise<void>
  /** How often it ended although nobody killed it. */
  diedByItself(): number
}

export interface World {
  readonly server: Part
  readonly workers: readonly Part[]
  readonly redis: Part
  readonly address: string
  readonly redisUrl: string
  readonly dataDir: string
  stop(): Promise<void>
}

interface Running {
  readonly gone: Promise<unknown>
  readonly ready: Promise<unknown>
  kill(): Promise<void>
}

const noNames = fileURLToPath(new URL('../support/no-names.ts', import.meta.url))

/** One server, its workers and a Redis with an append-only file, each a process of its own, on ports that stay the same. */
export async function startWorld(options: {
  readonly workers: number
  readonly fsync: 'always' | 'everysec'
  /** Settings of server and workers. */
  readonly settings: Readonly<Record<string, string>>
}): Promise<World> {
  const directory = mkdtempSync(join(tmpdir(), 'eenlijn-chaos-'))
  const dataDir = join(directory, 'data')
  const redisDir = join(directory, 'redis')
  for (const folder of [dataDir, redisDir]) mkdirSync(folder)
  const [port, redisPort] = [await freePort(), await freePort()]
  const redisUrl = `redis://127.0.0.1:${redisPort}`
  const settings = {
    ...options.settings,
    EENLIJN_DATA_DIR: dataDir,
    REDIS_URL: redisUrl,
    EENLIJN_EMBEDDED_WORKER: 'no',
    PORT: `${port}`,
  }
  const redis = createPart('redis', () => startRedisHere(redisPort, redisDir, options.fsync))
  const server = createPart('server', () => {
    const started = launch('serve', settings, [noNames])
    return { gone: gone(started.child), ready: addressOf(started), kill: started.kill }
  })
  const workers = Array.from({ length: options.workers }, (_, n) =>
    createPart(`worker ${n + 1}`, () => {
      const started = launch('worker', settings, [noNames])
      return { gone: gone(started.child), ready: started.line(/worker ready/), kill: started.kill }
    }),
  )
  const parts = [redis, server, ...workers]
  const stop = async () => {
    await Promise.all(parts.map((part) => part.kill()))
    rmSync(directory, { recursive: true, force: true })
  }
  try {
    for (const part of parts) await part.start()
  } catch (error) {
    await stop()
    throw error
  }
  return { server, workers, redis, address: `http://127.0.0.1:${port}`, redisUrl, dataDir, stop }
}

const gone = (child: { once(event: 'exit', listener: () => void): unknown }): Promise<void> =>
  new Promise((resolve) => child.once('exit', () => resolve()))

function startRedisHere(port: number, directory: string, fsync: string): Running {
  let child: Awaited<ReturnType<typeof launchRedis>> | null = null
  const starting = launchRedis(port, directory, { appendonly: 'yes', appendfsync: fsync }).then((started) => {
    child = started
    return started
  })
  const ended = starting.then((started) => (started.exitCode === null && started.signalCode === null ? gone(started) : undefined))
  return {
    gone: ended,
    ready: starting,
    async kill() {
      if (child === null) await starting.catch(() => {})
      child?.kill('SIGKILL')
      await ended.catch(() => {})
    },
  }
}

function createPart(name: string, begin: () => Running): Part {
  let running: Running | null = null
  let died = 0
  const kill = async () => {
    const old = running
    running = null
    await old?.kill()
  }
  const atExit = () => void kill()
  process.once('exit', atExit)
  return {
    name,
    kill,
    diedByItself: () => died,
    async start() {
      const mine = begin()
      running = mine
      mine.gone
        .catch(() => {})
        .then(() => {
          if (running === mine) died++
        })
      await mine.ready
    },
  }
}
