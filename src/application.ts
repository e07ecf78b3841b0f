import type { Env } from '../config/env.ts'
import { createDeps, type Deps } from './deps.ts'
import { createDemo } from './services/start-demo.ts'

/** The whole product in one process. */
export interface Application {
  readonly deps: Deps
  /** See `Demo.start` and `Demo.finished`. */
  startDemo(): Promise<string | null>
  demoFinished(): Promise<void>
  stop(): Promise<void>
}

/** Database and queue: pages can be shown. `startWork` loads and starts what takes requests further. */
export async function openApplication(env: Env): Promise<Application & { startWork(): Promise<void> }> {
  const deps = await createDeps(env)
  const demo = createDemo(deps)
  let work: Promise<{ stop(): Promise<void> }> | null = null
  return {
    deps,
    startDemo: demo.start,
    demoFinished: demo.finished,
    startWork: async () => {
      work ??= startWork(env, deps)
      await work
    },
    stop: async () => {
      await demo.stop()
      await (await work)?.stop()
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

/** The one writer, and the worker unless workers run elsewhere. */
async function startWork(env: Env, deps: Deps) {
  const { runServerSide } = await import('./services/run-server-side.ts')
  const serverSide = await runServerSide(deps)
  const worker = env.embeddedWorker ? await startEmbeddedWorker(env, deps) : null
  return {
    stop: async () => {
      await worker?.stop()
      await serverSide.stop()
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
