import type { Env } from '../config/env.ts'
import { createDeps, type Deps } from './deps.ts'
import { runServerSide } from './services/run-server-side.ts'
import { startDemo } from './services/start-demo.ts'

/** The whole product in one process: database, queue, the one writer and, unless switched off, a worker. */
export async function startApplication(env: Env): Promise<{ deps: Deps; startDemo(): Promise<string | null>; stop(): Promise<void> }> {
  const deps = await createDeps(env)
  const serverSide = await runServerSide(deps)
  const worker = env.embeddedWorker ? await startEmbeddedWorker(env, deps) : null
  return {
    deps,
    startDemo: () => startDemo(deps),
    stop: async () => {
      await worker?.stop()
      await serverSide.stop()
      await deps.close()
    },
  }
}

async function startEmbeddedWorker(env: Env, deps: Deps) {
  const [{ createWorkerDeps }, { createHandlers }] = await Promise.all([import('../workers/deps.ts'), import('../workers/handlers.ts')])
  const workerDeps = await createWorkerDeps(env, deps.log)
  const worker = deps.queue.work(createHandlers(workerDeps), { concurrency: 4 })
  return {
    stop: async () => {
      await worker.stop(1_000)
      await workerDeps.close()
    },
  }
}
