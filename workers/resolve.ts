import { resolveOrganisation } from '../src/discovery/wikidata.ts'
import { resolveJob } from '../src/model/jobs.ts'
import { defineJob } from './job.ts'

/** Which organisation is meant, and which accounts a public register names for it. */
export const resolve = defineJob(resolveJob, async (deps, { organisation, archive, earlier }, job) => {
  await job.progress({ url: 'https://www.wikidata.org/', outcome: 'asking', read: 0, planned: 1, found: 0 })
  const visiting = await deps.visit({ archive, earlier, signal: job.signal })
  const outcome = await resolveOrganisation({ ...organisation, fetcher: visiting.fetcher })
  return { ...outcome, choices: [...outcome.choices], claims: [...outcome.claims], log: await visiting.keepLog() }
})
