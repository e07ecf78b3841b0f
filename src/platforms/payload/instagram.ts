import { at, countAt, flagAt, idAt, isText, listOf, newest, type ProfileFields, textAt } from '../profile-fields.ts'

/** Instagram's user as its own page asks for it (`web_profile_info`), and as its Graph API gives it (`business_discovery`). */
export function instagramUser(json: unknown): ProfileFields | null {
  const user = at(json, 'data', 'user') ?? at(json, 'graphql', 'user') ?? at(json, 'user') ?? at(json, 'business_discovery') ?? json
  const known = at(user, 'biography') !== undefined || at(user, 'media_count') !== undefined
  if (textAt(user, 'username') === null || !known) return null
  const links = [
    textAt(user, 'external_url'),
    textAt(user, 'website'),
    ...listOf(at(user, 'bio_links')).map((link) => textAt(link, 'url')),
  ].filter(isText)
  const posts = listOf(at(user, 'edge_owner_to_timeline_media', 'edges')).map((edge) => countAt(edge, 'node', 'taken_at_timestamp'))
  return {
    from: 'Instagram user object',
    name: textAt(user, 'full_name') ?? textAt(user, 'name'),
    description: textAt(user, 'biography'),
    picture:
      textAt(user, 'hd_profile_pic_url_info', 'url') ??
      textAt(user, 'profile_pic_url_hd') ??
      textAt(user, 'profile_pic_url') ??
      textAt(user, 'profile_picture_url'),
    website: links[0] ?? null,
    handle: textAt(user, 'username'),
    id: idAt(user, 'id') ?? idAt(user, 'pk'),
    verified: flagAt(user, 'is_verified'),
    followers: countAt(user, 'edge_followed_by', 'count') ?? countAt(user, 'follower_count') ?? countAt(user, 'followers_count'),
    category: textAt(user, 'category_name') ?? textAt(user, 'business_category_name') ?? textAt(user, 'category') ?? undefined,
    lastPost: newest([...posts, ...listOf(at(user, 'media', 'data')).map((post) => at(post, 'timestamp'))]),
    links: [...new Set(links)],
  }
}
