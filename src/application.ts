import type { Env } from '../config/env.ts'
import { createDeps, type Deps } from './deps.ts'
import { runServerSide } from './services/run-server-side.ts'
import { createDemo } from './services/start-demo.ts'

/** The whole product in one process. */
export interface Application {
  readonly deps: Deps
  /** See `Demo.start` and `Demo.finished`. */
  startDemo(): Promise<string | null>
  demoFinished(): Promise<void>
  stop(): Promise<void>
}

/** Database, queue and the one writer. Pages can be shown; `startWork` loads what jobs need, unless workers run elsewhere. */
export async function openApplication(env: Env): Promise<Application & { startWork(): Promise<void> }> {
  const deps = await createDeps(env)
  const serverSide = await runServerSide(deps)
  const demo = createDemo(deps)
  let worker: Promise<{ stop(): Promise<void> }> | null = null
  return {
    deps,
    startDemo: demo.start,
    demoFinished: demo.finished,
    startWork: async () => {
      if (env.embeddedWorker) worker ??= startEmbeddedWorker(env, deps)
      await worker
    },
    stop: async () => {
      await demo.stop()
      await (await worker)?.stop()
      await serverSide.stop()
      await deps.close()
    },
  }
}

/** The same, at work. */
export async function startApplication(env: Env): Promise<Application> {
  const application = await openApplication(env)
  await application.startWork()
  return application
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
