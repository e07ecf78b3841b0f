import { load } from 'cheerio/slim'
import { at, countAt, type Field, flagAt, idAt, isText, listOf, type ProfileFields, textAt } from '../profile-fields.ts'

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

/** The addresses in profile fields: Mastodon writes markup, WordPress adds `Link` objects. */
function linksIn(fields: readonly unknown[]): string[] {
  const links = fields.flatMap((field) => {
    const [value, href] = [at(field, 'value'), at(field, 'href')]
    const inMarkup =
      typeof value === 'string' && value.length < 20_000
        ? load(value)('a[href]')
            .toArray()
            .map((link) => link.attribs.href ?? '')
        : []
    const plain = typeof value === 'string' && /^https?:\/\/\S{3,1000}$/i.test(value.trim()) ? [value.trim()] : []
    return [...inMarkup, ...plain, ...(isText(href) ? [href] : [])]
  })
  return [...new Set(links.filter((link) => /^https?:/i.test(link)))]
}

const imageAt = (json: unknown): string | null => {
  const image = listOf(json)[0]
  return address(typeof image === 'string' ? image : (textAt(image, 'url') ?? textAt(image, 'href') ?? textAt(image, 'url', 0, 'href')))
}

const hostOf = (url: string | null): string | null => (url === null ? null : (URL.parse(url)?.host ?? null))

/** `@user@host`; the identity that WebFinger gives goes before the host of the web page. */
function handleOf(json: unknown): Field {
  const finger = textAt(json, 'webfinger')
  if (finger?.includes('@')) return `@${finger.replace(/^(?:acct:)?@?/, '')}`
  const user = textAt(json, 'preferredUsername')
  const host = hostOf(textAt(json, 'id') ?? textAt(json, 'url'))
  return user && host ? `@${user}@${host}` : undefined
}

/** An ActivityPub actor (W3C ActivityPub §4.1): Mastodon, Friendica, PeerTube, WordPress and others. */
export function activityPubActor(json: unknown): ProfileFields | null {
  if (textAt(json, 'inbox') === null || textAt(json, 'preferredUsername') === null) return null
  const links = linksIn(listOf(at(json, 'attachment')))
  return {
    from: 'ActivityPub',
    name: textAt(json, 'name') ?? textAt(json, 'preferredUsername'),
    description: textOf(textAt(json, 'summary')),
    picture: imageAt(at(json, 'icon')),
    website: links[0] ?? null,
    handle: handleOf(json),
    id: textAt(json, 'id') ?? undefined,
    banner: imageAt(at(json, 'image')),
    followers: countAt(json, 'followers', 'totalItems'),
    links,
  }
}

/** Pictures that a server shows for an account without one of its own. */
const ownImage = (url: string | null): string | null => (url && /\/(?:avatars|headers)\/original\/missing\.png$/.test(url) ? null : url)

/** Mastodon's account entity, `/api/v1/accounts/lookup`. */
export function mastodonAccount(json: unknown): ProfileFields | null {
  const acct = textAt(json, 'acct')
  if (acct === null || at(json, 'display_name') === undefined) return null
  const fields = listOf(at(json, 'fields'))
  const links = linksIn(fields)
  const host = hostOf(textAt(json, 'uri') ?? textAt(json, 'url'))
  return {
    from: 'Mastodon API',
    name: textAt(json, 'display_name') ?? textAt(json, 'username'),
    description: textOf(textAt(json, 'note')),
    picture: ownImage(textAt(json, 'avatar')),
    website: links[0] ?? null,
    handle: acct.includes('@') ? `@${acct}` : host ? `@${acct}@${host}` : undefined,
    id: idAt(json, 'id'),
    banner: ownImage(textAt(json, 'header')),
    // A link is verified when the page behind it links back with rel=me (documentation of Mastodon, Account#fields).
    verified: links.length > 0 ? fields.some((field) => textAt(field, 'verified_at') !== null) : undefined,
    followers: countAt(json, 'followers_count'),
    lastPost: textAt(json, 'last_status_at') ?? (countAt(json, 'statuses_count') === 0 ? null : undefined),
    language: textAt(json, 'source', 'language') ?? undefined,
    category: flagAt(json, 'bot') ? 'bot' : flagAt(json, 'group') ? 'group' : undefined,
    links,
  }
}
