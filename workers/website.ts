import { teamReader } from '../src/discovery/team/watch-people.ts'
import { discoverWebsite } from '../src/discovery/website/crawl.ts'
import { websiteJob } from '../src/model/jobs.ts'
import { siteFactsOf } from '../src/verification/contacts.ts'
import { judgeSite } from '../src/verification/judge-site.ts'
import { siteBelongsTo } from '../src/verification/site-belongs-to.ts'
import { defineJob } from './job.ts'

/**
 * Reads the organisation's website and says whose the accounts are that it names.
 * Profiles of people are counted here and go no further, unless the organisation recorded a basis for reading its team.
 */
export const website = defineJob(websiteJob, async (deps, { organisation, archive, earlier, maxPages, team }, job) => {
  const visiting = await deps.visit({ archive, earlier, signal: job.signal })
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
  const { candidates, people: counted } = judgeSite({ pages: site.pages, organisation })
  const kept = candidates.filter((candidate) => candidate.kind !== 'person')
  const { verdict } = siteBelongsTo(organisation, site.pages)
  const published = people === null || verdict === 'no' ? null : people.team(organisation, candidates)
  return {
    state: site.state,
    candidates: site.pages.length > 0 ? await deps.blobs.put(new TextEncoder().encode(JSON.stringify(kept))) : null,
    siteBelongs: site.pages.length > 0 ? verdict : ('not-judged' as const),
    pagesRead: site.pages.length,
    pagesUnseen: site.visits.filter((visit) => visit.outcome !== 'page').length,
    peopleCounted: site.pages.length > 0 ? counted : null,
    facts: siteFactsOf(site.pages),
    team: published === null ? null : await deps.blobs.put(new TextEncoder().encode(JSON.stringify(published))),
    why: site.why ?? null,
    log: await visiting.keepLog(),
  }
})
