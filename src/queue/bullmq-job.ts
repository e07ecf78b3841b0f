import type { FlowJob, Job } from 'bullmq'
import type { CheckedJob } from './limits.ts'

/** The one BullMQ queue under the prefix. */
export const queueName = 'jobs'

/** What BullMQ keeps as a job's data. */
export interface JobData {
  readonly payload: unknown
  /** Ids and kinds of a flow's children, in order: BullMQ itself keeps only their outcomes. */
  readonly children: readonly (readonly [id: string, kind: string])[]
}

export type KeptJob = Job<JobData, unknown>

/** BullMQ refuses whole numbers as ids, and an id like `wait` would be one of its own keys. */
export const toBullId = (id: string) => `j-${id}`
export const fromBullId = (bullId: string) => bullId.slice(2)

/** The group stands in the name, where it can be read without the payload. */
const toName = (group: string, kind: string) => `${group}/${kind}`
export function fromName(name: string): { group: string; kind: string } {
  const [group = '', kind = ''] = name.split('/')
  return { group, kind }
}

/** A job as BullMQ wants it. Ended jobs stay until they are taken in; stack traces are for logs, not for the queue. */
export function toBullJob(job: CheckedJob, children: readonly CheckedJob[] = []): FlowJob & { data: JobData } {
  return {
    queueName,
    name: toName(job.group, job.kind),
    data: { payload: JSON.parse(job.payload), children: children.map(({ id, kind }) => [id, kind] as const) },
    opts: {
      jobId: toBullId(job.id),
      priority: job.priority,
      delay: job.delayMs,
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.backoffMs },
      removeOnComplete: false,
      removeOnFail: false,
      stackTraceLimit: 0,
    },
    children: children.map((child) => {
      const node = toBullJob(child)
      return { ...node, opts: { ...node.opts, ignoreDependencyOnFailure: true } }
    }),
  }
}
