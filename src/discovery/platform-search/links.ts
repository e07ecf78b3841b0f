import type { PlatformId } from '../../model/platform.ts'
import { platform as platformById } from '../../platforms/index.ts'
import type { HandLink } from '../outcome.ts'

/** Where a platform's own search begins; most ask for a login first, which is why a person opens them. */
const searches: Partial<Record<PlatformId, (words: string) => string>> = {
  x: (words) => `https://x.com/search?f=user&q=${words}`,
  linkedin: (words) => `https://www.linkedin.com/search/results/companies/?keywords=${words}`,
  youtube: (words) => `https://www.youtube.com/results?sp=EgIQAg%253D%253D&search_query=${words}`,
  facebook: (words) => `https://www.facebook.com/search/pages/?q=${words}`,
  instagram: (words) => `https://www.instagram.com/explore/search/keyword/?q=${words}`,
  tiktok: (words) => `https://www.tiktok.com/search/user?q=${words}`,
  threads: (words) => `https://www.threads.com/search?q=${words}&serp_type=default`,
  bluesky: (words) => `https://bsky.app/search?q=${words}`,
  mastodon: (words) => `https://mastodon.social/search?q=${words}&type=accounts`,
  pinterest: (words) => `https://www.pinterest.com/search/users/?q=${words}`,
  snapchat: (words) => `https://www.snapchat.com/explore/${words}`,
  vimeo: (words) => `https://vimeo.com/search/people?q=${words}`,
  flickr: (words) => `https://www.flickr.com/search/people/?username=${words}`,
  github: (words) => `https://github.com/search?type=users&q=${words}`,
  twitch: (words) => `https://www.twitch.tv/search?term=${words}`,
  soundcloud: (words) => `https://soundcloud.com/search/people?q=${words}`,
}

/** Search pages of these platforms for every name, and for the name with each location. */
export function searchLinks(platforms: readonly PlatformId[], names: readonly string[]): HandLink[] {
  return platforms.flatMap((id) => {
    const address = searches[id]
    if (address === undefined) return []
    const on = platformById(id).name
    return [...new Set(names)].map((name) => ({
      label: { nl: `‘${name}’ op ${on}`, en: `‘${name}’ on ${on}` },
      url: address(encodeURIComponent(name)),
      platform: id,
    }))
  })
}

/** Whose search stands on a host, such as `facebook.com`; `null` when no platform's does. */
export function hasSearch(host: string): PlatformId | null {
  const found = Object.entries(searches).find(([, address]) => new URL(address('')).hostname.replace(/^www\./, '') === host)
  return (found?.[0] as PlatformId | undefined) ?? null
}
