import type { PlatformId } from '../../model/platform.ts'
import { platform as platformById } from '../../platforms/index.ts'
import { hasSearch } from '../platform-search/links.ts'
import { searchPages } from './queries.ts'

/** Where a page of results was saved, without what it says of the person who searched. */
export interface ResultSource {
  readonly route: 'search-engine' | 'platform-search'
  /** The address with its question and nothing else. */
  readonly page: string
  readonly name: string
  readonly query: string
}

/** The names that search pages give their question. */
const QUESTION = ['q', 'query', 'search_query', 'keywords', 'p', 'term', 'username']

/** Engines that people use beside those we link to. */
const OTHER_ENGINES: Readonly<Record<string, string>> = {
  'ecosia.org': 'Ecosia',
  'qwant.com': 'Qwant',
  'search.brave.com': 'Brave Search',
  'yahoo.com': 'Yahoo',
  'kagi.com': 'Kagi',
}

/** Reads the address that a browser noted in a saved page; `null` for what is no page of results. */
export function resultSourceOf(address: string | null): ResultSource | null {
  const url = address === null ? null : URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const asked = QUESTION.find((name) => (url.searchParams.get(name) ?? '').trim() !== '')
  const query = (asked === undefined ? '' : (url.searchParams.get(asked) ?? '')).trim().slice(0, 200)
  const host = url.hostname.replace(/^(?:www|m|html|lite|nl)\./, '')
  const platform = hasSearch(host)
  const name = platform === null ? engineAt(host) : platformName(platform)
  if (name === null) return null
  const page = `${url.origin}${url.pathname}${asked === undefined ? '' : `?${new URLSearchParams({ [asked]: query })}`}`
  return { route: platform === null ? 'search-engine' : 'platform-search', page, name, query }
}

const platformName = (id: PlatformId): string => platformById(id).name

function engineAt(host: string): string | null {
  const linked = searchPages.find(({ url }) => isUnder(host, new URL(url('')).hostname.replace(/^www\./, '')))
  if (linked) return linked.name
  if (/^google\.[a-z.]{2,6}$/.test(host)) return 'Google'
  return Object.entries(OTHER_ENGINES).find(([domain]) => isUnder(host, domain))?.[1] ?? null
}

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)
