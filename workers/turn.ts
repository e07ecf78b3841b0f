import { turnJob } from '../src/model/jobs.ts'
import { defineJob } from './job.ts'

/** A turn of the calendar asks nothing of a worker: that it came is all, and the server goes on from there. */
export const turn = defineJob(turnJob, async () => ({}))
