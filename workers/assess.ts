import { assessJob } from '../src/model/jobs.ts'
import { defineJob } from './job.ts'

/** Fan-in of the first looks: when the last one ended there is nothing left to fetch, and judgement can follow. */
export const assess = defineJob(assessJob, async (_deps, _payload, job) => {
  const looks = await job.children()
  return { looked: looks.filter((look) => look.state === 'completed').length }
})
