import { load } from 'cheerio/slim'
import type { PlatformId } from '../model/platform.ts'
import { at, listOf, type ProfileFields, parseJson, textAt } from './profile-fields.ts'

const TAGS = /<[a-z/!][^<>]{0,2000}>/i

/** Markup to text, a line per paragraph. */
function textOf(html: string | null): string | null {
  if (html === null) return null
  if (!TAGS.test(html)) return html
  const text = load(html.replace(/<br\s*\/?>|<\/p>/gi, '\n'))
    .root()
    .text()
    .trim()
  return text === '' ? null : text
}

/** ActivityPub writes addresses with HTML entities now and then. */
const address = (value: string | null): string | null => value?.replace(/&#0?38;|&amp;/g, '&') ?? null

function firstLink(values: readonly unknown[]): string | null {
  for (const value of values) {
    const href = typeof value === 'string' ? (load(value)('a[href]').attr('href') ?? null) : null
    if (href && /^https?:/i.test(href)) return href
  }
  return null
}

/** An ActivityPub actor (W3C ActivityPub §4.1): Mastodon, Friendica, PeerTube, WordPress and others. */
const actor = (json: unknown): ProfileFields => {
  const icon = listOf(at(json, 'icon'))[0]
  return {
    from: 'ActivityPub',
    name: textAt(json, 'name') ?? textAt(json, 'preferredUsername'),
    description: textOf(textAt(json, 'summary')),
    picture: address(typeof icon === 'string' ? icon : textAt(icon, 'url')),
    website: firstLink(listOf(at(json, 'attachment')).map((field) => at(field, 'value'))),
  }
}

/** Mastodon's account entity, `/api/v1/accounts/lookup`. */
const mastodonAccount = (json: unknown): ProfileFields => ({
  from: 'Mastodon API',
  name: textAt(json, 'display_name') ?? textAt(json, 'username'),
  description: textOf(textAt(json, 'note')),
  picture: textAt(json, 'avatar'),
  website: firstLink(listOf(at(json, 'fields')).map((field) => at(field, 'value'))),
})

/** Bluesky's `app.bsky.actor.getProfile`. */
const blueskyProfile = (json: unknown): ProfileFields => ({
  from: 'Bluesky API',
  name: textAt(json, 'displayName') ?? textAt(json, 'handle'),
  description: textAt(json, 'description'),
  picture: textAt(json, 'avatar'),
  website: textAt(json, 'website'),
})

/** YouTube's own description of a channel, in the page and in what the page asks for. Links are not part of it. */
function youtubeChannel(json: unknown): ProfileFields | null {
  const channel = at(json, 'metadata', 'channelMetadataRenderer')
  if (channel === undefined) return null
  return {
    from: 'channelMetadataRenderer',
    name: textAt(channel, 'title'),
    description: textAt(channel, 'description'),
    picture: textAt(channel, 'avatar', 'thumbnails', 0, 'url'),
  }
}

function tiktokUser(json: unknown): ProfileFields | null {
  const user = at(json, '__DEFAULT_SCOPE__', 'webapp.user-detail', 'userInfo', 'user')
  if (user === undefined) return null
  return {
    from: 'userInfo',
    name: textAt(user, 'nickname'),
    description: textAt(user, 'signature'),
    picture: textAt(user, 'avatarLarger'),
    website: textAt(user, 'bioLink', 'link'),
  }
}

function snapchatProfile(json: unknown): ProfileFields | null {
  const profile = at(json, 'props', 'pageProps', 'userProfile', 'publicProfileInfo')
  if (profile === undefined) return null
  return {
    from: 'publicProfileInfo',
    name: textAt(profile, 'title'),
    description: textAt(profile, 'bio'),
    picture: textAt(profile, 'profilePictureUrl'),
    website: textAt(profile, 'websiteUrl'),
  }
}

/** What a JSON answer says of an account; `null` when it describes none. */
export function fieldsOfPayload(platform: PlatformId, text: string): ProfileFields | null {
  const json = parseJson(text)
  if (platform === 'youtube') return youtubeChannel(json)
  if (platform === 'bluesky' && textAt(json, 'did') !== null) return blueskyProfile(json)
  if (textAt(json, 'acct') !== null && at(json, 'display_name') !== undefined) return mastodonAccount(json)
  if (textAt(json, 'inbox') !== null && textAt(json, 'preferredUsername') !== null) return actor(json)
  return null
}

/** Whether a fediverse server says that the account lives elsewhere now. */
export const hasMoved = (text: string): boolean => {
  const json = parseJson(text)
  return textAt(json, 'movedTo') !== null || typeof at(json, 'moved', 'url') === 'string'
}

/** Data that a platform sends along in its page, by the script that carries it. */
const embedded: Partial<Record<PlatformId, { readonly start: RegExp; readonly read: (json: unknown) => ProfileFields | null }>> = {
  youtube: { start: /\bytInitialData\s*=\s*(?=\{)/, read: youtubeChannel },
  tiktok: { start: /<script[^<>]{0,200}id="__UNIVERSAL_DATA_FOR_REHYDRATION__"[^<>]{0,200}>/, read: tiktokUser },
  snapchat: { start: /<script[^<>]{0,200}id="__NEXT_DATA__"[^<>]{0,200}>/, read: snapchatProfile },
}

/** What the platform's own script in a page says of the account; `null` when there is no such script. */
export function fieldsOfScript(platform: PlatformId, html: string): ProfileFields | null {
  const script = embedded[platform]
  const start = script?.start.exec(html)
  if (!script || !start) return null
  const from = start.index + start[0].length
  const to = html.indexOf('</script', from)
  const body = html.slice(from, to < 0 ? undefined : to).trim()
  return script.read(parseJson(body.endsWith(';') ? body.slice(0, -1) : body))
}
