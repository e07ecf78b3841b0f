import type { z } from 'zod'
import { EenlijnError } from '../src/model/errors.ts'
import type { Handler, RunningJob } from '../src/queue/port.ts'
import type { WorkerDeps } from './deps.ts'

/** Errors that trying again can not mend. */
const final: ReadonlySet<string> = new Set(['invalid-input', 'archive-corrupt', 'not-found', 'cancelled', 'too-large'])

/**
 * Wraps what a job kind does: its payload is parsed, its run is logged, and its error is classed as one to
 * try again or not. Only here.
 */
export function defineJob<P extends z.ZodType, R extends z.ZodType>(
  definition: { readonly kind: string; readonly payload: P; readonly result: R },
  run: (deps: WorkerDeps, payload: z.infer<P>, job: RunningJob) => Promise<z.infer<R>>,
): (deps: WorkerDeps) => readonly [string, Handler] {
  return (deps) => [
    definition.kind,
    async (job) => {
      const began = performance.now()
      const about = { job: job.id, attempt: job.attempt }
      try {
        const result = await run(deps, definition.payload.parse(job.payload), job)
        deps.log.debug({ ...about, ms: Math.round(performance.now() - began) }, 'job done')
        return definition.result.parse(result)
      } catch (error) {
        const retry = !(
          job.signal.aborted ||
          (error instanceof EenlijnError && final.has(error.code)) ||
          (error instanceof Error && error.name === 'ZodError')
        )
        deps.log.warn({ ...about, error, retry }, 'job failed')
        throw Object.assign(new Error(error instanceof Error ? error.message : String(error), { cause: error }), { retry })
      }
    },
  ]
}
