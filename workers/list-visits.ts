import type { Keep } from '../src/capture/record.ts'
import type { Visit } from '../src/model/audit.ts'
import type { Fetched, Fetcher } from '../src/model/fetch.ts'
import type { VisitLog } from '../src/model/jobs.ts'

export interface Visiting {
  readonly fetcher: Fetcher
  log(): VisitLog
}

/**
 * A fetcher with the list of everything that was asked through it and of every record that was kept, redirects and robots.txt
 * too. A record of an earlier audit that is used again is this audit's evidence as well.
 */
export function listVisits(keep: Keep, fetcherOver: (keep: Keep, useAgain: (record: string) => void) => Fetcher): Visiting {
  const visits: Visit[] = []
  const kept = new Set<string>()
  const fetcher = fetcherOver(
    async (evidence) => {
      const digest = await keep(evidence)
      kept.add(digest)
      return digest
    },
    (record) => void kept.add(record),
  )
  return {
    fetcher: {
      get: async (url, options) => {
        const fetched = await fetcher.get(url, options)
        visits.push(visitOf(fetched))
        return fetched
      },
    },
    log: () => ({ visits, kept: [...kept] }),
  }
}

function visitOf(fetched: Fetched): Visit {
  const common = { url: fetched.requested.slice(0, 2_000), at: fetched.at, record: fetched.record }
  switch (fetched.kind) {
    case 'page':
      return { ...common, outcome: fetched.rendered ? 'rendered' : 'page', status: fetched.status }
    case 'missing':
      return { ...common, outcome: 'missing', status: fetched.status }
    case 'blocked':
      return { ...common, outcome: `blocked: ${fetched.reason}`, status: fetched.status }
    case 'failed':
      return { ...common, outcome: `failed: ${fetched.reason}`, status: null }
  }
}
