import { fromBullId, fromName, type KeptJob } from './bullmq-job.ts'
import type { Signals } from './bullmq-signals.ts'
import { encodeProgress } from './limits.ts'
import type { ChildOutcome, RunningJob } from './port.ts'

/** A job that BullMQ gave to a worker, as its handler sees it. */
export function runningJob(job: KeptJob, attempt: number, signal: AbortSignal, signals: Signals): RunningJob {
  const id = fromBullId(job.id ?? '')
  const { group, kind } = fromName(job.name)
  return {
    id,
    kind,
    group,
    payload: job.data.payload,
    attempt,
    signal,
    async progress(event) {
      const text = encodeProgress(event)
      if (text !== null) await signals.publish('progress', `{"group":"${group}","id":"${id}","event":${text}}`)
    },
    children: () => childOutcomes(job),
  }
}

async function childOutcomes(job: KeptJob): Promise<ChildOutcome[]> {
  const { children } = job.data
  if (children.length === 0) return []
  const [results, errors] = await Promise.all([job.getChildrenValues<unknown>(), job.getIgnoredChildrenFailures()])
  const [completed, failed] = [byId(results), byId(errors)]
  return children.map(([id, kind]) => {
    if (completed.has(id)) return { id, kind, state: 'completed', result: completed.get(id), error: null }
    return { id, kind, state: 'failed', result: null, error: failed.get(id) ?? 'The job failed without saying why.' }
  })
}

/** BullMQ keeps outcomes under the whole key of the child. */
const byId = <T>(outcomes: Record<string, T>): Map<string, T> =>
  new Map(Object.entries(outcomes).map(([key, outcome]) => [fromBullId(key.slice(key.lastIndexOf(':') + 1)), outcome]))
