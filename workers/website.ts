import { teamReader } from '../src/discovery/team/watch-people.ts'
import { discoverWebsite } from '../src/discovery/website/crawl.ts'
import { websiteJob } from '../src/model/jobs.ts'
import { ofOneJob } from '../src/model/team.ts'
import { putJson } from '../src/store/json-blob.ts'
import { judgeWebsite } from '../src/verification/judge-website.ts'
import { defineJob } from './job.ts'

/**
 * Reads the organisation's website and says whose the accounts are that it names.
 * Profiles of people are counted here and go no further, unless the organisation recorded a basis for reading its team.
 */
export const website = defineJob(websiteJob, async (deps, { organisation, archive, earlier, maxPages, team }, job) => {
  const visiting = await deps.visit({ archive, earlier, signal: job.signal })
  // Without a basis no name is read: what the pages say of accounts tells well enough which of them tell of people.
  const people = team ? teamReader(visiting.fetcher) : null
  const site = await discoverWebsite({
    organisation,
    fetcher: people?.fetcher ?? visiting.fetcher,
    maxPages,
    signal: job.signal,
    onProgress: ({ url, pagesRead, maxPages: planned, found }) =>
      void job.progress({ url, outcome: 'page', read: pagesRead, planned, found }),
  })
  job.signal.throwIfAborted()
  const judged = judgeWebsite({ pages: site.pages, organisation })
  const published = people?.team(organisation, judged) ?? null
  return {
    state: site.state,
    candidates: site.pages.length > 0 ? await putJson(deps.blobs, judged.withoutPeople) : null,
    siteBelongs: judged.siteBelongs,
    pagesRead: site.pages.length,
    pagesUnseen: site.visits.filter((visit) => visit.outcome !== 'page').length,
    peopleCounted: judged.peopleCounted,
    facts: judged.facts,
    team: published === null ? null : await putJson(deps.blobs, ofOneJob(job.id, published)),
    why: site.why ?? null,
    log: await visiting.keepLog([...judged.pagesOfPeople, ...(people?.pagesOfPeople() ?? [])]),
  }
})
