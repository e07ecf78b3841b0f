import type { PlatformId } from '../model/platform.ts'
import { bluesky } from './bluesky.ts'
import { discord } from './discord.ts'
import { facebook } from './facebook.ts'
import { flickr } from './flickr.ts'
import { github } from './github.ts'
import { googleplus } from './googleplus.ts'
import type { Platform } from './grammar.ts'
import { hyves } from './hyves.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { mastodon } from './mastodon.ts'
import { medium } from './medium.ts'
import { meetup } from './meetup.ts'
import { pinterest } from './pinterest.ts'
import { reddit } from './reddit.ts'
import { slack } from './slack.ts'
import { slideshare } from './slideshare.ts'
import { snapchat } from './snapchat.ts'
import { soundcloud } from './soundcloud.ts'
import { spotify } from './spotify.ts'
import { substack } from './substack.ts'
import { telegram } from './telegram.ts'
import { threads } from './threads.ts'
import { tiktok } from './tiktok.ts'
import { tumblr } from './tumblr.ts'
import { twitch } from './twitch.ts'
import { vimeo } from './vimeo.ts'
import { vk } from './vk.ts'
import { weibo } from './weibo.ts'
import { whatsapp } from './whatsapp.ts'
import { x } from './x.ts'
import { xing } from './xing.ts'
import { youtube } from './youtube.ts'

export type { Platform } from './grammar.ts'
export { linkInBioHosts } from './link-in-bio.ts'

/** Every platform that the product reads, in the order in which it shows them. */
export const platforms: readonly Platform[] = [
  x,
  linkedin,
  youtube,
  facebook,
  instagram,
  tiktok,
  threads,
  bluesky,
  mastodon,
  pinterest,
  whatsapp,
  snapchat,
  telegram,
  vimeo,
  flickr,
  github,
  reddit,
  discord,
  twitch,
  spotify,
  medium,
  tumblr,
  xing,
  substack,
  googleplus,
  hyves,
  vk,
  weibo,
  soundcloud,
  slideshare,
  meetup,
  slack,
]

const byId = new Map<PlatformId, Platform>(platforms.map((entry) => [entry.id, entry]))

/** The platform with this id. Throws for an id that no file defines, which a test rules out. */
export function platform(id: PlatformId): Platform {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`No platform "${id}"`)
  return found
}

const byWord = new Map<string, PlatformId>(
  platforms.flatMap((entry) => [entry.id, entry.name, ...entry.words].map((word) => [plainWord(word), entry.id] as const)),
)

/** What people call a platform, in a text or beside a handle: "Twitter", "X", "insta", "Linked In". */
export function platformOfName(word: string): PlatformId | null {
  if (word.length > 60) return null
  return byWord.get(plainWord(word)) ?? byWord.get(plainWord(word.replace(/\s*[(/|].*$/, ''))) ?? null
}

/** Lower case, without spaces and the signs around a word. */
function plainWord(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+|^[@#:'"]+|[:.,;'"!]+$/g, '')
}
