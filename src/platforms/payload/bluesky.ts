import { at, countAt, isText, listOf, newest, type ProfileFields, textAt } from '../profile-fields.ts'

/** Bluesky's `app.bsky.actor.getProfile`, alone or first among `getProfiles`, or the author in `getAuthorFeed`. */
export function blueskyProfile(json: unknown): ProfileFields | null {
  const feed = listOf(at(json, 'feed'))
  const profile = at(json, 'profiles', 0) ?? at(feed[0], 'post', 'author') ?? json
  if (textAt(profile, 'did') === null) return null
  const website = textAt(profile, 'website')
  const status = textAt(profile, 'verification', 'verifiedStatus')
  const trusted = textAt(profile, 'verification', 'trustedVerifierStatus')
  return {
    from: 'Bluesky API',
    name: textAt(profile, 'displayName') ?? textAt(profile, 'handle'),
    description: textAt(profile, 'description'),
    picture: textAt(profile, 'avatar'),
    website,
    handle: textAt(profile, 'handle'),
    id: textAt(profile, 'did'),
    banner: textAt(profile, 'banner'),
    verified: status === null && trusted === null ? undefined : status === 'valid' || trusted === 'valid',
    followers: countAt(profile, 'followersCount'),
    language: textAt(feed[0], 'post', 'record', 'langs', 0) ?? undefined,
    lastPost: newest(feed.filter((one) => at(one, 'reason') === undefined).map((one) => at(one, 'post', 'record', 'createdAt'))),
    links: website ? [website] : (textAt(profile, 'description')?.match(/https?:\/\/[^\s<>"]{3,500}/g) ?? []).filter(isText),
  }
}
