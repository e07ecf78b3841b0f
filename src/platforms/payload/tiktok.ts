import { at, countAt, flagAt, idAt, listOf, newest, type ProfileFields, textAt } from '../profile-fields.ts'

/** TikTok's user, in the page (`__UNIVERSAL_DATA_FOR_REHYDRATION__`, before 2023 `SIGI_STATE`) and in what the page asks for. */
export function tiktokUser(json: unknown): ProfileFields | null {
  const scope = at(json, '__DEFAULT_SCOPE__', 'webapp.user-detail', 'userInfo') ?? at(json, 'userInfo')
  const users = at(json, 'UserModule', 'users')
  const name = typeof users === 'object' && users !== null ? (Object.keys(users)[0] ?? '') : ''
  const user = at(scope, 'user') ?? at(users, name)
  if (user === undefined) return null
  const counts = [at(scope, 'statsV2'), at(scope, 'stats'), at(json, 'UserModule', 'stats', name)]
  const link = textAt(user, 'bioLink', 'link')
  return {
    from: 'userInfo',
    name: textAt(user, 'nickname'),
    description: textAt(user, 'signature'),
    picture: textAt(user, 'avatarLarger') ?? textAt(user, 'avatarMedium') ?? textAt(user, 'avatarThumb'),
    website: link,
    handle: textAt(user, 'uniqueId') ?? undefined,
    id: idAt(user, 'id'),
    verified: flagAt(user, 'verified'),
    followers: counts.map((count) => countAt(count, 'followerCount')).find((count) => count !== undefined),
    category: textAt(user, 'commerceUserInfo', 'category') ?? undefined,
    language: textAt(user, 'language') ?? undefined,
    lastPost: newest(listOf(at(scope, 'itemList')).map((item) => countAt(item, 'createTime'))),
    links: link ? [link] : [],
  }
}
