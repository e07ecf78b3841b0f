import { discoverWebsite } from '../src/discovery/website/crawl.ts'
import { websiteJob } from '../src/model/jobs.ts'
import { judgeSite } from '../src/verification/judge-site.ts'
import { siteBelongsTo } from '../src/verification/site-belongs-to.ts'
import { defineJob } from './job.ts'

/**
 * Reads the organisation's website and says whose the accounts are that it names.
 * Profiles of people are counted here and go no further.
 */
export const website = defineJob(websiteJob, async (deps, { organisation, archive, maxPages }, job) => {
  const visiting = await deps.visit({ archive, signal: job.signal })
  const site = await discoverWebsite({
    organisation,
    fetcher: visiting.fetcher,
    maxPages,
    signal: job.signal,
    onProgress: ({ url, pagesRead, maxPages: planned, found }) =>
      void job.progress({ url, outcome: 'page', read: pagesRead, planned, found }),
  })
  job.signal.throwIfAborted()
  const { candidates, people } = judgeSite({ pages: site.pages, organisation })
  const kept = candidates.filter((candidate) => candidate.kind !== 'person')
  return {
    state: site.state,
    candidates: site.pages.length > 0 ? await deps.blobs.put(new TextEncoder().encode(JSON.stringify(kept))) : null,
    siteBelongs: site.pages.length > 0 ? siteBelongsTo(organisation, site.pages).verdict : ('not-judged' as const),
    pagesRead: site.pages.length,
    pagesUnseen: site.visits.filter((visit) => visit.outcome !== 'page').length,
    peopleCounted: site.pages.length > 0 ? people : null,
    why: site.why ?? null,
    log: await visiting.keepLog(),
  }
})
