import type { Organisation } from '../../model/organisation.ts'
import { namedPlatforms, type PlatformId } from '../../model/platform.ts'
import { stemOf } from '../../naming/tokens.ts'

/** One question for a search engine. */
export interface SearchQuery {
  readonly text: string
  readonly platform: PlatformId | null
  /** The name that a result has to mention. */
  readonly subject: string
}

export interface SearchInput {
  readonly organisation: Organisation
  /** Names of locations. */
  readonly locations: readonly string[]
  readonly platforms: readonly PlatformId[]
}

/** The part of a platform where its accounts stand, without what are mostly posts. */
const sites: Partial<Record<PlatformId, string>> = {
  linkedin: 'site:linkedin.com/company',
  facebook: 'site:facebook.com -inurl:posts',
  instagram: 'site:instagram.com -inurl:/p/ -inurl:/reel/',
  x: '(site:x.com OR site:twitter.com) -inurl:status',
  youtube: 'site:youtube.com/@',
  tiktok: 'site:tiktok.com/@ -inurl:video',
  threads: 'site:threads.com/@',
  bluesky: 'site:bsky.app/profile',
  pinterest: 'site:pinterest.com -inurl:/pin/',
  whatsapp: 'site:whatsapp.com/channel',
  telegram: 'site:t.me',
  vimeo: 'site:vimeo.com',
  flickr: 'site:flickr.com/photos',
  github: 'site:github.com',
  snapchat: 'site:snapchat.com',
}

/** A name as an exact phrase; its own quotes would end the phrase. */
const phrase = (name: string): string =>
  `"${name
    .replace(/["“”„]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}"`

export const MOST_QUERIES = 60
const MOST_NAMES = 3

/**
 * The questions of one run, the ones that matter most first: the name on every platform, other names on the platforms
 * of the worksheet, then each location on Facebook and Instagram, where forgotten local pages are. At most 60.
 */
export function queriesOf({ organisation, locations, platforms }: SearchInput): SearchQuery[] {
  const { name, aliases } = organisation
  const asked = platforms.filter((id) => sites[id] !== undefined)
  const on = (platform: PlatformId, subject: string): SearchQuery => ({ text: `${phrase(subject)} ${sites[platform]}`, platform, subject })
  const named = asked.filter((id) => (namedPlatforms as readonly PlatformId[]).includes(id))
  const local = ['facebook', 'instagram'].filter((id) => (asked as string[]).includes(id)).map((id) => `site:${id}.com`)
  const all = [
    ...asked.map((platform) => on(platform, name)),
    ...aliases.slice(0, MOST_NAMES).flatMap((alias) => named.map((platform) => on(platform, alias))),
    ...(local.length === 0 ? [] : locations).map((place): SearchQuery => {
      const where = local.length > 1 ? `(${local.join(' OR ')})` : local.join('')
      const named = stemOf(place).includes(stemOf(name)) ? phrase(place) : `${phrase(name)} ${phrase(place)}`
      return { text: `${named} ${where}`, platform: null, subject: name }
    }),
  ]
  const once = new Map(all.filter(({ subject }) => stemOf(subject) !== '').map((query) => [query.text, query]))
  return [...once.values()].slice(0, MOST_QUERIES)
}

/** The same question about a name that nobody bears. */
export const nonsenseQuery = (name: string): SearchQuery => ({
  text: `${phrase(name)} (site:facebook.com OR site:instagram.com)`,
  platform: null,
  subject: name,
})

/** Public search pages that a person can open. */
export const searchPages: readonly { readonly name: string; readonly url: (query: string) => string }[] = [
  { name: 'DuckDuckGo', url: (query) => `https://duckduckgo.com/?q=${encodeURIComponent(query)}` },
  { name: 'Google', url: (query) => `https://www.google.com/search?q=${encodeURIComponent(query)}` },
  { name: 'Bing', url: (query) => `https://www.bing.com/search?q=${encodeURIComponent(query)}` },
  { name: 'Startpage', url: (query) => `https://www.startpage.com/sp/search?query=${encodeURIComponent(query)}` },
]
