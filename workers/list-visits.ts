import type { Keep } from '../src/capture/record.ts'
import type { Visit } from '../src/model/audit.ts'
import type { Fetched, Fetcher } from '../src/model/fetch.ts'
import type { VisitLog } from '../src/model/jobs.ts'

export interface Visiting {
  readonly fetcher: Fetcher
  /** `ofPeople`: the pages that turned out to tell of people. */
  log(ofPeople?: readonly PageRead[]): VisitLog
}

/** A page as whoever read it knows it. */
export interface PageRead {
  readonly url: string
  readonly record: string | null
}

/**
 * A fetcher with the list of everything that was asked through it and of every record that was kept, redirects and robots.txt
 * too. A record of an earlier audit that is used again is this audit's evidence as well. Without `keep` only what was asked is listed.
 */
export function listVisits(keep: Keep | null, fetcherOver: (keep: Keep | null, useAgain: (record: string) => void) => Fetcher): Visiting {
  const visits: Visit[] = []
  /** Digest → the address that it is of; `null` for what an earlier audit kept. */
  const kept = new Map<string, string | null>()
  const keepListed: Keep | null =
    keep &&
    (async (evidence) => {
      const digest = await keep(evidence)
      kept.set(digest, evidence.url)
      return digest
    })
  const fetcher = fetcherOver(keepListed, (record) => void (kept.has(record) || kept.set(record, null)))
  return {
    fetcher: {
      get: async (url, options) => {
        const fetched = await fetcher.get(url, options)
        visits.push(visitOf(fetched))
        return fetched
      },
    },
    log: (ofPeople = []) => {
      // By address too: a page that a browser showed was kept as it came before, which holds the same names.
      const told = new Set(ofPeople.flatMap(({ url, record }) => [url, record]))
      const isOfPeople = ([digest, url]: [string, string | null]) => told.has(digest) || (url !== null && told.has(url))
      return { visits, kept: [...kept.keys()], ofPeople: [...kept].filter(isOfPeople).map(([digest]) => digest) }
    },
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
