import { at, countAt, flagAt, idAt, isText, listOf, type ProfileFields, textAt } from '../profile-fields.ts'

/** Public interfaces whose answer is a page's worth of fields by other names. */

/** GitHub REST, `/users/{login}` and `/orgs/{login}`. */
export function githubUser(json: unknown): ProfileFields | null {
  const login = textAt(json, 'login')
  if (login === null || textAt(json, 'avatar_url') === null) return null
  const links = [textAt(json, 'blog'), textAt(json, 'twitter_username')?.replace(/^/, 'https://x.com/')].filter(isText)
  return {
    from: 'GitHub API',
    name: textAt(json, 'name') ?? login,
    description: textAt(json, 'bio') ?? textAt(json, 'description'),
    picture: textAt(json, 'avatar_url'),
    website: textAt(json, 'blog'),
    handle: login,
    id: idAt(json, 'id'),
    verified: flagAt(json, 'is_verified'),
    followers: countAt(json, 'followers'),
    category: textAt(json, 'type') ?? undefined,
    links,
  }
}

/** Reddit's `about.json`: a community (`t5`) or a user (`t2`). */
export function redditAbout(json: unknown): ProfileFields | null {
  const kind = textAt(json, 'kind')
  const about = at(json, 'data')
  if (kind !== 't5' && kind !== 't2') return null
  const community = kind === 't5' ? about : at(about, 'subreddit')
  const name = textAt(about, 'name')
  return {
    from: 'Reddit API',
    name: textAt(community, 'title') ?? textAt(about, 'display_name') ?? name,
    description: textAt(community, 'public_description'),
    picture: unescaped(textAt(about, 'community_icon') ?? textAt(about, 'icon_img')),
    handle: kind === 't5' ? textAt(about, 'display_name_prefixed') : name ? `user/${name}` : undefined,
    id: kind === 't5' ? name : idAt(about, 'id'),
    banner: unescaped(textAt(community, 'banner_background_image') ?? textAt(community, 'banner_img')),
    verified: kind === 't2' ? flagAt(about, 'verified') : undefined,
    followers: countAt(about, 'subscribers') ?? countAt(community, 'subscribers'),
    language: textAt(about, 'lang') ?? undefined,
  }
}

const unescaped = (url: string | null): string | null => url?.replaceAll('&amp;', '&') ?? null

/** Discord's `/invites/{code}?with_counts=true`. */
export function discordInvite(json: unknown): ProfileFields | null {
  const guild = at(json, 'guild')
  const id = idAt(guild, 'id')
  if (id === undefined) return null
  const image = (folder: string, hash: string | null) => (hash ? `https://cdn.discordapp.com/${folder}/${id}/${hash}.png` : null)
  return {
    from: 'Discord API',
    name: textAt(guild, 'name'),
    description: textAt(guild, 'description'),
    picture: image('icons', textAt(guild, 'icon')),
    handle: textAt(json, 'code') ?? undefined,
    id,
    banner: image('banners', textAt(guild, 'banner')),
    verified: listOf(at(guild, 'features')).includes('VERIFIED'),
    followers: countAt(json, 'approximate_member_count'),
  }
}

/** Twitch Helix, `/users?login=`. */
export function twitchUser(json: unknown): ProfileFields | null {
  const user = at(json, 'data', 0)
  if (textAt(user, 'login') === null) return null
  return {
    from: 'Twitch API',
    name: textAt(user, 'display_name'),
    description: textAt(user, 'description'),
    picture: textAt(user, 'profile_image_url'),
    handle: textAt(user, 'login'),
    id: idAt(user, 'id'),
    category: textAt(user, 'broadcaster_type') ?? undefined,
  }
}

/** Vimeo, `/users/{name}`. */
export function vimeoUser(json: unknown): ProfileFields | null {
  const link = textAt(json, 'link')
  if (link === null || at(json, 'pictures') === undefined) return null
  const sites = listOf(at(json, 'websites'))
    .map((site) => textAt(site, 'link') ?? textAt(site, 'uri'))
    .filter(isText)
  return {
    from: 'Vimeo API',
    name: textAt(json, 'name'),
    description: textAt(json, 'bio') ?? textAt(json, 'short_bio'),
    picture: textAt(json, 'pictures', 'base_link') ?? textAt(json, 'pictures', 'sizes', 0, 'link'),
    website: sites[0] ?? null,
    handle: /vimeo\.com\/([^/?#]+)/.exec(link)?.[1],
    id: /\/users\/(\d+)/.exec(textAt(json, 'uri') ?? '')?.[1],
    followers: countAt(json, 'metadata', 'connections', 'followers', 'total'),
    links: sites,
  }
}

/** Snapchat's `publicProfileInfo`, in its page. */
export function snapchatProfile(json: unknown): ProfileFields | null {
  const profile = at(json, 'props', 'pageProps', 'userProfile', 'publicProfileInfo')
  if (profile === undefined) return null
  const website = textAt(profile, 'websiteUrl')
  return {
    from: 'publicProfileInfo',
    name: textAt(profile, 'title'),
    description: textAt(profile, 'bio'),
    picture: textAt(profile, 'profilePictureUrl'),
    website,
    handle: textAt(profile, 'username') ?? undefined,
    banner: textAt(profile, 'squareHeroImageUrl') ?? undefined,
    // Snapchat writes 0 for an account that hides the number.
    followers: countAt(profile, 'subscriberCount') || undefined,
    category: textAt(profile, 'categoryStringId') ?? undefined,
    links: website ? [website] : [],
  }
}

/** Substack's `public_profile`. */
export function substackProfile(json: unknown): ProfileFields | null {
  if (textAt(json, 'handle') === null || at(json, 'photo_url') === undefined) return null
  return {
    from: 'Substack API',
    name: textAt(json, 'name'),
    description: textAt(json, 'bio'),
    picture: textAt(json, 'photo_url'),
    handle: textAt(json, 'handle'),
    id: idAt(json, 'id'),
    followers: countAt(json, 'subscriberCount') ?? undefined,
    links: listOf(at(json, 'userLinks'))
      .map((link) => textAt(link, 'value'))
      .filter(isText),
  }
}
