import type { Candidate } from '../../model/candidate.ts'
import type { Fetcher } from '../../model/fetch.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { TeamPerson } from '../../model/team.ts'
import { type PageOfPeople, readPeople, teamOfSite } from './team-of-site.ts'

/** More pages than an audit reads. */
const mostPages = 600

export interface TeamReader {
  /** Brings what the other one brings, and nothing more is asked for. */
  readonly fetcher: Fetcher
  /** The people whom the pages so far publish; accounts of the organisation are nobody's own. */
  team(organisation: Organisation, candidates: readonly Candidate[]): TeamPerson[]
}

/** Reads the people of every page that passes through a fetcher. */
export function teamReader(fetcher: Fetcher): TeamReader {
  const pages = new Map<string, PageOfPeople>()
  return {
    fetcher: {
      get: async (url, options) => {
        const fetched = await fetcher.get(url, options)
        if (fetched.kind === 'page' && /html|^$/.test(fetched.mediaType) && pages.size < mostPages && !pages.has(fetched.url))
          pages.set(fetched.url, readPeople(fetched.text, fetched.url))
        return fetched
      },
    },
    team: ({ website, name, aliases }, candidates) => {
      const own = new Set(candidates.filter(({ verdict, kind }) => verdict === 'ours' && kind !== 'person').map(({ key }) => key))
      return teamOfSite([...pages.values()], { home: website ?? '', names: [name, ...aliases], own })
    },
  }
}
