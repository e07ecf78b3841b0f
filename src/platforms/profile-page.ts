import { type CheerioAPI, load } from 'cheerio/slim'
import type { PlatformId } from '../model/platform.ts'
import { countIn } from './count.ts'
import { fieldsOfElements } from './profile-elements.ts'
import { at, countAt, idAt, isText, listOf, newest, type ProfileFields, parseJson, textAt } from './profile-fields.ts'
import { followersInDescription, isSigned, nameInTitle, textInDescription } from './profile-words.ts'

/** A profile page, read once: what its sources say and what a reader sees. */
export interface ProfilePage {
  /** Best source first. */
  readonly sources: readonly ProfileFields[]
  readonly titles: readonly string[]
  /** The address that the page gives itself, or `null`. */
  readonly canonical: string | null
  /** og:type, lower case; '' when not given. */
  readonly type: string
  /** The text that a reader sees, lower case; made only when asked. */
  text(): string
}

const ACCOUNT_TYPES = new Set([
  'Person',
  'Organization',
  'Corporation',
  'LocalBusiness',
  'NGO',
  'GovernmentOrganization',
  'EducationalOrganization',
  'BroadcastChannel',
])

const isA = (node: unknown, types: ReadonlySet<string>) => listOf(at(node, '@type')).some((type) => types.has(String(type)))

/** The account among JSON-LD nodes: what a ProfilePage is about, else an organisation or person at the top level. */
function accountNode(nodes: readonly unknown[]): { readonly node: unknown; readonly page: unknown } | null {
  const page = nodes.find((node) => isA(node, new Set(['ProfilePage'])) && at(node, 'mainEntity') !== undefined)
  if (page !== undefined) return { node: at(page, 'mainEntity'), page }
  const node = nodes.find((one) => isA(one, ACCOUNT_TYPES))
  return node === undefined ? null : { node, page: null }
}

const imageOf = (image: unknown): string | null =>
  typeof image === 'string' ? image : (textAt(image, 'contentUrl') ?? textAt(image, 'url'))

/** Addresses outside the platform, its own shortener left out. */
const outward = (links: readonly unknown[], platform: PlatformId): string[] => [
  ...new Set(links.filter(isText).filter((link) => !(platform === 'x' && /^https?:\/\/t\.co\//.test(link)))),
]

/** How many follow, by schema.org's InteractionCounter or as a bare number. */
function followersOf(node: unknown): number | undefined {
  const counter = [...listOf(at(node, 'interactionStatistic')), ...listOf(at(node, 'agentInteractionStatistic'))].find((one) =>
    /FollowAction|SubscribeAction/.test(textAt(one, 'interactionType') ?? textAt(one, 'interactionType', '@type') ?? ''),
  )
  return countAt(counter, 'userInteractionCount') ?? countIn(textAt(counter, 'userInteractionCount') ?? '') ?? undefined
}

const POST_TYPES = new Set(['DiscussionForumPosting', 'SocialMediaPosting', 'BlogPosting', 'VideoObject'])

/** When the account's newest listed post was made. X lists what was liked most, which says nothing of activity. */
function lastPostIn(nodes: readonly unknown[], page: unknown, name: string | null, platform: PlatformId): string | undefined {
  if (platform === 'x') return undefined
  const own = nodes.filter((node) => isA(node, POST_TYPES) && name !== null && textAt(node, 'author', 'name') === name)
  const posts = [...listOf(at(page, 'hasPart')), ...own]
  return newest(posts.map((post) => at(post, 'dateCreated') ?? at(post, 'datePublished') ?? at(post, 'uploadDate')))
}

function jsonLd($: CheerioAPI, platform: PlatformId): ProfileFields | null {
  const nodes = $('script[type="application/ld+json"]')
    .toArray()
    .flatMap((script) => listOf(parseJson($(script).text())))
    .flatMap((node) => [node, ...listOf(at(node, '@graph'))])
  const found = accountNode(nodes)
  if (!found) return null
  const { node, page } = found
  const image = listOf(at(node, 'image'))[0] ?? at(node, 'logo')
  const linked = [...listOf(at(page, 'relatedLink')), ...listOf(at(node, 'sameAs'))]
  const about = textAt(node, 'description')
  const links = outward(linked, platform)
  return {
    from: 'JSON-LD',
    name: textAt(node, 'name') ?? undefined,
    // Only a ProfilePage lists every field: elsewhere a missing one may be shown by other means.
    description: about ? textInDescription(platform, about) : page ? null : undefined,
    picture: imageOf(image) ?? (page ? null : undefined),
    website: links[0] ?? (page ? null : undefined),
    id: idAt(node, 'identifier', 'value') ?? idAt(node, 'identifier'),
    followers: followersOf(node),
    category: textAt(node, 'industry') ?? undefined,
    language: textAt(page, 'inLanguage') ?? undefined,
    lastPost: lastPostIn(nodes, page, textAt(node, 'name'), platform),
    links,
  }
}

function metaTags($: CheerioAPI, platform: PlatformId, handle: string): ProfileFields[] {
  const meta = (...names: string[]): string | undefined => {
    for (const name of names) {
      const content = $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim()
      if (content) return content
    }
    return undefined
  }
  const title = $('title').first().text().trim()
  const shown = meta('og:title', 'twitter:title')
  const named = shown === undefined ? null : nameInTitle(platform, shown, handle)
  const about = meta('og:description', 'twitter:description', 'description')
  const fields: ProfileFields[] = [
    {
      from: 'og:title',
      name: named ?? undefined,
      description: (about && textInDescription(platform, about)) || undefined,
      followers: about ? followersInDescription(about) : undefined,
      picture: meta('og:image:secure_url', 'og:image', 'twitter:image', 'twitter:image:src'),
    },
  ]
  if (isSigned(platform, title)) fields.push({ from: 'title', name: nameInTitle(platform, title, handle) ?? undefined })
  return fields
}

/** Reads a page of a platform for what it says of the account with this handle. Requests nothing. */
export function readProfilePage(platform: PlatformId, html: string, handle: string, script: ProfileFields | null): ProfilePage {
  const $ = load(html)
  const og = (name: string) => $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim()
  const sources = [script, jsonLd($, platform), fieldsOfElements(platform, $), ...metaTags($, platform, handle)]
  return {
    sources: sources.filter((source) => source !== null),
    titles: [$('title').first().text(), og('og:title') ?? '']
      .map((title) => title.slice(0, 1000).replace(/\s+/g, ' ').trim().toLowerCase())
      .filter(Boolean),
    canonical: og('og:url') ?? $('link[rel="canonical"]').attr('href') ?? null,
    type: (og('og:type') ?? '').toLowerCase(),
    text: () => {
      $('script, style, noscript, template').remove()
      return $.root().text().slice(0, 200_000).replace(/\s+/g, ' ').toLowerCase()
    },
  }
}
