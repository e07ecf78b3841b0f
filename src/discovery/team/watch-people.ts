import type { Fetcher } from '../../model/fetch.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { TeamPerson } from '../../model/team.ts'
import type { WebsiteJudgement } from '../../verification/judge-website.ts'
import { type PageOfPeople, readPeople, teamOfSite } from './team-of-site.ts'

/** More pages than an audit reads. */
const mostPages = 600

export interface TeamReader {
  /** Brings what the other one brings, and nothing more is asked for. */
  readonly fetcher: Fetcher
  /** The people whom the pages so far publish; accounts of the organisation are nobody's own. `null`: the site is another's. */
  team(organisation: Organisation, site: Pick<WebsiteJudgement, 'candidates' | 'siteBelongs'>): TeamPerson[] | null
  /** Pages so far that list or name people, whoever they are: their evidence is kept for a shorter time. */
  pagesOfPeople(): readonly { readonly url: string; readonly record: string | null }[]
}

/** Reads the people of every page that passes through a fetcher. */
export function teamReader(fetcher: Fetcher): TeamReader {
  const pages = new Map<string, PageOfPeople>()
  const ofPeople = new Map<string, { url: string; record: string | null }>()
  return {
    fetcher: {
      get: async (url, options) => {
        const fetched = await fetcher.get(url, options)
        if (fetched.kind !== 'page' || !/html|^$/.test(fetched.mediaType) || pages.size >= mostPages || pages.has(fetched.url))
          return fetched
        const { url: address, record } = fetched
        const page = readPeople(fetched.text, address)
        pages.set(address, page)
        if (page.people.length > 0 || page.kind === 'list' || page.kind === 'member') ofPeople.set(address, { url: address, record })
        return fetched
      },
    },
    team: ({ website, name, aliases }, { candidates, siteBelongs }) => {
      if (siteBelongs === 'no') return null
      const own = new Set(candidates.filter(({ verdict, kind }) => verdict === 'ours' && kind !== 'person').map(({ key }) => key))
      return teamOfSite([...pages.values()], { home: website ?? '', names: [name, ...aliases], own })
    },
    pagesOfPeople: () => [...ofPeople.values()],
  }
}
