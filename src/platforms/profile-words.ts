import type { PlatformId } from '../model/platform.ts'
import { countIn } from './count.ts'
import { namesNobody } from './walls.ts'

/** What platforms write behind an account's name in a title, after `|`, `•`, `·`, `/`, a dash or "on". Lower case. */
const signatures: Partial<Record<PlatformId, readonly string[]>> = {
  x: ['x', 'twitter', 'x (formerly twitter)'],
  linkedin: ['linkedin'],
  youtube: ['youtube', 'youtube music'],
  facebook: ['facebook'],
  instagram: [
    'instagram photos and videos',
    'instagram photo and video',
    "instagram-foto's en -video's",
    'instagram-foto’s en -video’s',
    'instagram profile',
    'instagram-profiel',
    'instagram',
  ],
  tiktok: ['tiktok'],
  threads: ['threads, say more', 'threads, zeg meer', 'threads'],
  bluesky: ['bluesky'],
  mastodon: ['mastodon'],
  pinterest: ['profile | pinterest', 'profiel | pinterest', 'pinterest'],
  whatsapp: ['whatsapp channel', 'whatsapp-kanaal', 'whatsapp'],
  snapchat: ['snapchat stories, spotlight & lenses', 'snapchat'],
  telegram: ['telegram'],
  vimeo: ['vimeo'],
  flickr: ['flickr'],
  github: ['github'],
  reddit: ['reddit'],
  twitch: ['twitch'],
  spotify: ['podcast on spotify', 'spotify'],
  medium: ['medium'],
  tumblr: ['tumblr'],
  xing: ['xing'],
  substack: ['substack'],
  vk: ['vk'],
  soundcloud: ['soundcloud', 'listen on soundcloud'],
  slideshare: ['slideshare'],
  meetup: ['meetup'],
}

const JOINTS = [' | ', ' • ', ' · ', ' / ', ' – ', ' — ', ' - ', ' on ', ' op ']

/** The tab of the page that Facebook and LinkedIn put behind the name, before their signature. */
const TAB =
  /\s*(?:[-–:|•]\s*)(?:home|startpagina|posts|berichten|about|info|over|over ons|photos|foto's|videos|video's|reviews|overview|overzicht|profile|profiel)$/i

/** Cuts the platform's signature off; `null` when there is none. */
function unsigned(platform: PlatformId, title: string): string | null {
  const lower = title.toLowerCase()
  for (const signature of signatures[platform] ?? []) {
    for (const joint of JOINTS) {
      if (lower.endsWith(joint + signature)) return title.slice(0, -(joint + signature).length).trim()
    }
  }
  return null
}

/** Cuts `(@handle)` off, and `(handle)` when it is the account's own. What stands in other brackets belongs to the name. */
function withoutHandle(title: string, handle: string): string {
  const open = title.lastIndexOf('(')
  if (open < 0 || !title.endsWith(')')) return title
  const inside = title.slice(open + 1, -1)
  const own = inside.toLowerCase() === handle.toLowerCase().replace(/^@/, '')
  return own || /^@[^\s()]+$/.test(inside) ? title.slice(0, open).trim() : title
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Who is logged in sees the number of unread messages before the title: `(3) De Linde | Facebook`. */
const withoutUnread = (title: string): string => title.replace(/^\(\d{1,3}\+?\) /, '')

/** What a title says of the account's name: the name, '' for an account without one, `null` when it names nobody. */
export function nameInTitle(platform: PlatformId, title: string, handle: string): string | null {
  const whole = withoutUnread(flat(title.slice(0, 400)))
  if (whole === '' || namesNobody(platform, whole)) return null
  const cut = unsigned(platform, whole)
  const tabbed = cut !== null && (platform === 'facebook' || platform === 'linkedin')
  const name = withoutHandle(tabbed ? cut.replace(TAB, '') : (cut ?? whole), handle)
  if (namesNobody(platform, name)) return null
  // An account without a name is titled by its handle alone.
  return name.toLowerCase() === `@${handle.toLowerCase().replace(/^@/, '')}` ? '' : name
}

/** Whether the platform signed a title or wrote the handle behind it; an unsigned `<title>` may be anything. */
export function isSigned(platform: PlatformId, title: string): boolean {
  const whole = withoutUnread(flat(title.slice(0, 400)))
  return unsigned(platform, whole) !== null || /\(@[^\s()]+\)/.test(whole)
}

/** Sentences that platforms write about an account instead of its own text. */
const boilerplate: Partial<Record<PlatformId, RegExp>> = {
  youtube: /^(?:share your videos with friends|deel je video's met|enjoy the videos and music you love|geniet van de video's en muziek)/i,
  linkedin: /^(?:view .{1,100} profile on linkedin|bekijk het profiel van|\d+ (?:million|miljoen)\+? (?:members|leden))/i,
  tiktok: /watch awesome short videos created by|^tiktok - /i,
  telegram: /^you can (?:contact|view and join|launch) @?.{1,100} right away\.?$/i,
  pinterest: /^(?:see what .{1,150} has discovered on pinterest|discover recipes)/i,
  twitch: /^twitch is (?:the world's leading|an interactive)/i,
  instagram: /^(?:create an account or log in to instagram|maak een account of meld je aan)/i,
  facebook: /^(?:log into facebook|log in to facebook|meld je aan bij facebook|create an account or log)/i,
  x: /^(?:from breaking news and entertainment|x is)/i,
}

/** Where an account's own text stands inside a description; the first group is the text. Counts are left out. */
const ownText: Partial<Record<PlatformId, RegExp>> = {
  instagram: /^[^"“]{1,300} (?:on|op) Instagram: ["“]([\s\S]*?)["”]?$/,
  facebook:
    /^[^\n]{0,200}?\b[\d.,\u00a0 ]+ (?:likes?|vind-ik-leuks|followers|volgers)(?: · [\d.,\u00a0 ]+ [^·.\d]{1,40}){0,4}\.\s*([\s\S]*)$/,
  threads: /^[\d.,]+[KM]? (?:Followers|volgers) • [\d.,]+[KM]? Threads(?: • ([\s\S]*?))?(?:\.? See the latest conversations with @\S+)?$/,
  linkedin: /^[^\n]{0,200}? \| [\d.,]+ (?:followers on|volgers op) LinkedIn\.?(?:[\s|]*([\s\S]*))?$/,
  tiktok: /^[^\n]{0,200}? on TikTok \| [^\n]{0,80}? Followers\.\s*([\s\S]*?)\.?\s*Watch the latest video from [\s\S]*$/,
  mastodon: /^[\d.,]+[KM]? Posts?, [\d.,]+[KM]? Following, [\d.,]+[KM]? Followers?(?:\s*·\s*([\s\S]*))?$/,
  github: /^([\s\S]*?)(?:\s*[^\n]{1,100} has \d+ repositor(?:y|ies) available\. Follow their code on GitHub\.)$/,
  x: /^(?:The latest (?:posts|Tweets) from [^\n]{1,100}? \(@\w+\)\.\s*)([\s\S]*)$/,
  spotify: /^Podcast · [^·]{1,150} · ([\s\S]*)$/,
  whatsapp: /^(?:Channel|Kanaal) • [^•]{1,40}(?: • ([\s\S]*))?$/,
}

/** A number of followers by the word behind it; likes are something else. */
const FOLLOWERS =
  /(\d[\d.,\u00a0\u202f]{0,14}(?: ?(?:K|M|B|mln|mil|k|m|tsd|mio)\.?)?)[ \u00a0](?:[A-Z]\S{0,20} )?(?:followers|volgers|subscribers|abonnees|members|leden|abonnenten|seguidores|abonnés)\b/i

/** How many follow the account, where a description says so. */
export function followersInDescription(description: string): number | undefined {
  const match = FOLLOWERS.exec(description.slice(0, 2000))
  return (match && countIn(match[1] ?? '')) ?? undefined
}

const COUNTS_ONLY = /^[\d.,\u00a0 ]+[KM]?\s*(?:followers|volgers|abonnees|subscribers|members|leden)\b[^"“]*$/i

/**
 * The account's own words in a description that the platform may have mixed with counts and sentences of its own;
 * `null` when none of it is the account's. At most 2,000 characters.
 */
export function textInDescription(platform: PlatformId, description: string): string | null {
  const whole = description.trim().slice(0, 2000)
  if (whole === '' || boilerplate[platform]?.test(whole)) return null
  const match = ownText[platform]?.exec(whole)
  const own = match ? (match[1] ?? '').trim() : COUNTS_ONLY.test(whole) ? '' : whole
  return own === '' ? null : own
}
