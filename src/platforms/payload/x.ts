import { at, countAt, flagAt, idAt, isText, listOf, type ProfileFields, textAt } from '../profile-fields.ts'

/** X writes every address as `t.co`; what it stands for is listed beside it. */
const expanded = (user: unknown, field: 'url' | 'description'): string[] =>
  listOf(at(user, 'entities', field, 'urls'))
    .map((url) => textAt(url, 'expanded_url') ?? textAt(url, 'unwound_url'))
    .filter(isText)

/** The picture in a size to look at: X names the sizes at the end of the file's name. */
const largerPicture = (url: string | null): string | null => url?.replace(/_(?:normal|bigger|mini)(?=\.[a-z]{3,4}$)/, '_400x400') ?? null

/** A user as X's own page asks for it (`UserByScreenName`, `legacy`), or as API v1.1 gives it. */
function legacyUser(json: unknown): ProfileFields | null {
  const result = at(json, 'data', 'user', 'result') ?? at(json, 'user', 'result') ?? at(json, 'result') ?? json
  const user = at(result, 'legacy') ?? result
  if (countAt(user, 'followers_count') === undefined || countAt(user, 'statuses_count') === undefined) return null
  const [url] = expanded(user, 'url')
  const website = url ?? textAt(user, 'url')
  const verified = [flagAt(result, 'is_blue_verified'), flagAt(user, 'verified'), flagAt(result, 'verification', 'verified')]
  return {
    from: 'X user object',
    name: textAt(result, 'core', 'name') ?? textAt(user, 'name'),
    description: textAt(user, 'description') ?? textAt(result, 'profile_bio', 'description'),
    picture: largerPicture(
      textAt(result, 'avatar', 'image_url') ?? textAt(user, 'profile_image_url_https') ?? textAt(user, 'profile_image_url'),
    ),
    website: website && !/^https?:\/\/t\.co\//.test(website) ? website : null,
    handle: textAt(result, 'core', 'screen_name') ?? textAt(user, 'screen_name'),
    id: idAt(result, 'rest_id') ?? idAt(user, 'id_str') ?? idAt(user, 'id'),
    banner: textAt(user, 'profile_banner_url'),
    verified: verified.includes(true) ? true : verified.find((flag) => flag !== undefined),
    followers: countAt(user, 'followers_count'),
    language: textAt(user, 'lang') ?? undefined,
    lastPost: textAt(user, 'status', 'created_at') ?? undefined,
    category: textAt(result, 'professional', 'category', 0, 'name') ?? undefined,
    links: [...expanded(user, 'url'), ...expanded(user, 'description')],
  }
}

/** A user of the official API v2, `/2/users/by/username/…`. */
function apiUser(json: unknown): ProfileFields | null {
  const user = at(json, 'data', 0) ?? at(json, 'data') ?? json
  if (textAt(user, 'username') === null || at(user, 'public_metrics') === undefined) return null
  return {
    from: 'X API',
    name: textAt(user, 'name'),
    description: textAt(user, 'description'),
    picture: largerPicture(textAt(user, 'profile_image_url')),
    website: expanded(user, 'url')[0] ?? null,
    handle: textAt(user, 'username'),
    id: idAt(user, 'id'),
    banner: textAt(user, 'profile_banner_url') ?? undefined,
    verified: flagAt(user, 'verified'),
    followers: countAt(user, 'public_metrics', 'followers_count'),
    links: [...expanded(user, 'url'), ...expanded(user, 'description')],
  }
}

export const xUser = (json: unknown): ProfileFields | null => apiUser(json) ?? legacyUser(json)
