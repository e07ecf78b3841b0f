import type { Visit } from '../src/model/audit.ts'
import type { Fetched, Fetcher } from '../src/model/fetch.ts'

/** A result travels through the queue and stays small; an audit that asks for more than this has its first and last ones listed. */
const mostVisits = 200

/** The same fetcher, with a list of everything that was asked and how it went. */
export function listVisits(fetcher: Fetcher): { fetcher: Fetcher; visits(): Visit[] } {
  const visits: Visit[] = []
  return {
    fetcher: {
      get: async (url, options) => {
        const fetched = await fetcher.get(url, options)
        if (visits.length < mostVisits) visits.push(visitOf(fetched))
        return fetched
      },
    },
    visits: () => visits,
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
