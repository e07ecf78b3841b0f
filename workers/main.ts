import { loadEnv } from '../config/env.ts'
import { createLog, createQueue } from '../src/deps.ts'
import { createWorkerDeps } from './deps.ts'
import { createHandlers } from './handlers.ts'

/** A worker in a process of its own: it shares Redis and the blob store with the server, and nothing else. */
export async function runWorker(): Promise<void> {
  const env = loadEnv()
  if (!env.redisUrl) throw new Error('A worker of its own needs REDIS_URL. Without Redis the server does the work itself.')
  const log = createLog(env)
  const queue = await createQueue(env, log)
  const deps = await createWorkerDeps(env, log)
  const worker = queue.work(createHandlers(deps), { concurrency: 4 })
  log.info({ redis: new URL(env.redisUrl).host }, 'worker ready')
  await new Promise<void>((stop) => {
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
  await worker.stop()
  await deps.close()
  await queue.close()
}
