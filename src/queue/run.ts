import { EenlijnError } from '../model/errors.ts'
import { encodeResult, errorLimitCharacters } from './limits.ts'
import type { Handler, RunningJob } from './port.ts'

/** How one run of a job ended; `result` is JSON text. */
export type RunOutcome =
  | { readonly ok: true; readonly result: string }
  | { readonly ok: false; readonly error: string; readonly retry: boolean }

/** Why a running job's signal was aborted, for the handler to see as `signal.reason`. */
export const cancelledReason = () => new EenlijnError('cancelled', { nl: 'De taak is geannuleerd.', en: 'The job was cancelled.' })
export const stoppedReason = () => new EenlijnError('cancelled', { nl: 'De verwerker stopt.', en: 'The worker is stopping.' })

export const lostReason = () =>
  new EenlijnError('cancelled', { nl: 'Een andere verwerker nam de taak over.', en: 'Another worker took the job over.' })

/** What a job says that used up its attempts in processes that died. */
export const diedText = (runs: number) => `The process that ran this job died; it was started ${runs} times.`

/** Runs a job through its handler. Never throws. */
export async function runHandler(handlers: Readonly<Record<string, Handler>>, job: RunningJob): Promise<RunOutcome> {
  const handler = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined
  if (!handler) return { ok: false, error: `No worker has a handler for jobs of kind ${job.kind}.`, retry: false }
  let result: unknown
  try {
    result = await handler(job)
  } catch (error) {
    return { ok: false, error: describe(error), retry: !refusesRetry(error) }
  }
  try {
    return { ok: true, result: encodeResult(job.id, result) }
  } catch (error) {
    return { ok: false, error: describe(error), retry: false }
  }
}

function describe(error: unknown): string {
  if (error instanceof Error) return (error.message || error.name).slice(0, errorLimitCharacters)
  return typeof error === 'string' && error !== '' ? error.slice(0, errorLimitCharacters) : 'The handler threw what is not an error.'
}

function refusesRetry(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'retry' in error && error.retry === false
}
