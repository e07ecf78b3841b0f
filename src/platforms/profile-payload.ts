import type { PlatformId } from '../model/platform.ts'
import { discordInvite, githubUser, redditAbout, snapchatProfile, substackProfile, twitchUser, vimeoUser } from './payload/apis.ts'
import { blueskyProfile } from './payload/bluesky.ts'
import { exportedProfile } from './payload/export.ts'
import { activityPubActor, mastodonAccount } from './payload/fediverse.ts'
import { instagramUser } from './payload/instagram.ts'
import { tiktokUser } from './payload/tiktok.ts'
import { xUser } from './payload/x.ts'
import { youtubeChannel } from './payload/youtube.ts'
import { at, type ProfileFields, parseJson, textAt } from './profile-fields.ts'

type ReadJson = (json: unknown) => ProfileFields | null

/** Who reads a platform's own JSON. */
const readers: Partial<Record<PlatformId, ReadJson>> = {
  x: xUser,
  youtube: youtubeChannel,
  instagram: instagramUser,
  tiktok: tiktokUser,
  bluesky: blueskyProfile,
  snapchat: snapchatProfile,
  github: githubUser,
  reddit: redditAbout,
  discord: discordInvite,
  twitch: twitchUser,
  vimeo: vimeoUser,
  substack: substackProfile,
}

/** What a JSON answer says of an account; `null` when it describes none. Other platforms speak ActivityPub as well. */
export function fieldsOfPayload(platform: PlatformId, text: string): ProfileFields | null {
  const json = parseJson(text)
  return readers[platform]?.(json) ?? mastodonAccount(json) ?? activityPubActor(json) ?? exportedProfile(json)
}

/** Whether a fediverse server says that the account lives elsewhere now. */
export const hasMoved = (text: string): boolean => {
  const json = parseJson(text)
  return textAt(json, 'movedTo') !== null || typeof at(json, 'moved', 'url') === 'string'
}

/** Data that a platform sends along in its page, by the scripts that may carry it. */
const embedded: Partial<Record<PlatformId, { readonly starts: readonly RegExp[]; readonly read: ReadJson }>> = {
  youtube: { starts: [/\bytInitialData\s{0,5}=\s{0,5}(?=\{)/, /\bwindow\["ytInitialData"\]\s{0,5}=\s{0,5}(?=\{)/], read: youtubeChannel },
  tiktok: {
    starts: [/<script[^<>]{0,200}id="__UNIVERSAL_DATA_FOR_REHYDRATION__"[^<>]{0,200}>/, /<script[^<>]{0,200}id="SIGI_STATE"[^<>]{0,200}>/],
    read: tiktokUser,
  },
  snapchat: { starts: [/<script[^<>]{0,200}id="__NEXT_DATA__"[^<>]{0,200}>/], read: snapchatProfile },
}

/** What the platform's own script in a page says of the account; `null` when there is no such script. */
export function fieldsOfScript(platform: PlatformId, html: string): ProfileFields | null {
  const script = embedded[platform]
  for (const form of script?.starts ?? []) {
    const start = form.exec(html)
    if (!start) continue
    const from = start.index + start[0].length
    const to = html.indexOf('</script', from)
    const body = html.slice(from, to < 0 ? undefined : to).trim()
    const fields = script?.read(parseJson(body.endsWith(';') ? body.slice(0, -1) : body)) ?? null
    if (fields) return fields
  }
  return null
}
