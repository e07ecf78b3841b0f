import { countIn } from '../count.ts'
import { at, countAt, flagAt, idAt, isText, listOf, type ProfileFields, textAt } from '../profile-fields.ts'

/** What other programs call the fields of a profile that they wrote down, most telling first. */
const names = {
  name: ['displayName', 'display_name', 'full_name', 'fullName', 'nickname', 'name', 'title'],
  handle: ['username', 'userName', 'screen_name', 'screenName', 'handle', 'vanityName', 'uniqueId', 'unique_id', 'universalName', 'login'],
  id: ['rest_id', 'page_id', 'pageId', 'channel_id', 'channelId', 'userId', 'user_id', 'externalId', 'id'],
  description: ['biography', 'bio', 'intro', 'about', 'signature', 'description', 'tagline', 'summary'],
  picture: [
    'profile_picture_url',
    'profilePictureUrl',
    'profile_pic_url_hd',
    'profile_pic_url',
    'profile_image_url',
    'profile_image',
    'profileImage',
    'profile_picture',
    'avatarLarger',
    'avatar_url',
    'avatarUrl',
    'avatar',
    'logo',
    'image',
    'photo',
  ],
  banner: [
    'cover_photo_url',
    'coverPhotoUrl',
    'cover_photo',
    'cover_image',
    'coverImage',
    'profile_banner_url',
    'banner_url',
    'bannerUrl',
    'banner',
    'cover',
  ],
  website: ['website', 'Website', 'external_url', 'externalUrl', 'homepage', 'websiteUrl', 'bioLink', 'blog'],
  verified: ['is_verified', 'isVerified', 'is_blue_verified', 'verified'],
  followers: [
    'followers_count',
    'followersCount',
    'follower_count',
    'followerCount',
    'subscriberCount',
    'subscriber_count',
    'subscribers',
    'followers',
    'members',
  ],
  category: ['category', 'category_name', 'industry', 'Industry'],
  links: ['bio_links', 'bioLinks', 'links', 'social_links'],
} as const

/**
 * A profile that another program wrote down as JSON: its own words for well-known fields, in the object itself or one level
 * below (`overview`, `user`, `profile`). `null` unless at least a handle, address or description is among them.
 */
export function exportedProfile(json: unknown): ProfileFields | null {
  const one = Array.isArray(json) && json.length === 1 ? json[0] : json
  const user =
    ['overview', 'profile', 'user', 'channel', 'page', 'data'].map((key) => at(one, key)).find((inner) => isProfile(inner)) ?? one
  if (!isProfile(user)) return null
  const links = listOf(firstOf(user, names.links, (value) => (Array.isArray(value) ? value : undefined)))
    .map((link) => (typeof link === 'string' ? link : (textAt(link, 'url') ?? textAt(link, 'link'))))
    .filter(isText)
  const text = (field: keyof typeof names) => firstOf(user, names[field], asText)
  const website = text('website')
  return {
    from: 'JSON',
    name: text('name'),
    description: text('description'),
    picture: text('picture'),
    website: website ?? links[0],
    handle: text('handle') ?? undefined,
    id: names.id.map((name) => idAt(user, name)).find((id) => id !== undefined),
    banner: text('banner'),
    verified: names.verified.map((name) => flagAt(user, name)).find((flag) => flag !== undefined),
    followers: firstOf(user, names.followers, asCount) ?? firstOf(at(user, 'stats') ?? at(one, 'stats'), names.followers, asCount),
    category: text('category') ?? undefined,
    links: [...new Set([...(website ? [website] : []), ...links])],
  }
}

const isProfile = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  !Array.isArray(json) &&
  [...names.handle, ...names.description].some((name) => textAt(json, name) !== null) &&
  [...names.followers, ...names.picture, ...names.website, 'url'].some((name) => at(json, name) !== undefined)

/** The first name that has a value; `null` when the object has the field empty, `undefined` when it has none of them. */
function firstOf<T>(json: unknown, keys: readonly string[], read: (value: unknown) => T | undefined): T | null | undefined {
  const values = keys.map((key) => at(json, key))
  const found = values.map((value) => read(value)).find((value) => value !== undefined)
  return found ?? (values.some((value) => value === null || value === '') ? null : undefined)
}

const asText = (value: unknown): string | undefined =>
  (typeof value === 'string' ? value.trim() : (textAt(value, 'contentUrl') ?? textAt(value, 'url') ?? textAt(value, 'link'))) || undefined

const asCount = (value: unknown): number | undefined =>
  (typeof value === 'string' ? countIn(value) : (countAt({ value }, 'value') ?? countAt(value, 'count'))) ?? undefined
