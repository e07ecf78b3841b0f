import type { PlatformId } from '../model/platform.ts'
import { type Seen, seen, unseen } from '../model/seen.ts'
import type { Snapshot, WallKind } from '../model/snapshot.ts'
import { activityOf } from './activity.ts'
import { classifyUrl } from './classify.ts'
import type { Field, ProfileFields } from './profile-fields.ts'
import { dayOfRelative } from './relative-date.ts'

/** A first look without the pictures' bytes: `picture` and `banner` stay unseen until their addresses have been fetched. */
export interface ProfileReading extends Omit<Snapshot, 'key' | 'takenAt' | FurtherField>, Required<Pick<Snapshot, FurtherField>> {
  readonly pictureUrl: string | null
  readonly bannerUrl: string | null
  /** The address that the page gives itself, or `null`. */
  readonly canonical: string | null
}

type FurtherField =
  | 'handle'
  | 'permanentId'
  | 'banner'
  | 'verified'
  | 'category'
  | 'language'
  | 'lastPost'
  | 'followers'
  | 'linksBack'
  | 'activity'

/** The account that was asked for. */
export interface AskedProfile {
  readonly platform: PlatformId
  /** As a person would write it: `company/acme`, `@acme`. */
  readonly handle: string
  readonly url: string
}

export type Seeing = Pick<ProfileReading, 'url' | 'httpStatus' | 'record'>

/** What a page that shows a profile holds: its sources, best first, and the address that it gives itself. */
export interface Shown {
  readonly sources: readonly ProfileFields[]
  readonly canonical: string | null
}

type TextField = 'name' | 'description' | 'picture' | 'website' | 'handle' | 'id' | 'banner' | 'category' | 'language' | 'lastPost'

/** The first source that has a value; `absent` when one has the field empty, `not-offered` when none has the field. */
function pick(sources: readonly ProfileFields[], field: TextField, most: number): Seen<string> {
  const having = sources.find((source) => typeof source[field] === 'string' && source[field] !== '')
  if (having) return seen((having[field] as string).slice(0, most), having.from)
  const looked = sources.some((source) => (source[field] satisfies Field) === null || source[field] === '')
  return unseen(looked ? 'absent' : 'not-offered')
}

/** What a page that shows a profile says of it, each field from its best source. `at` is when it was looked at, ISO 8601. */
export function captured(
  { sources, canonical }: Shown,
  asked: AskedProfile,
  at: string,
  from: Seeing & { state: 'captured'; wall: WallKind | null },
): ProfileReading {
  const picture = pick(sources, 'picture', 4000)
  const banner = pick(sources, 'banner', 4000)
  const links = linksOf(sources, asked.platform)
  const lastPost = dated(pick(sources, 'lastPost', 100), at)
  const verified = sources.find((source) => source.verified !== undefined)
  const followers = sources.find((source) => typeof source.followers === 'number')
  const handle = pick(sources, 'handle', 300)
  return {
    ...from,
    displayName: pick(sources, 'name', 300),
    description: pick(sources, 'description', 2000),
    picture: picture.seen ? unseen('unreadable') : picture,
    website: websiteOf(pick(sources, 'website', 2000), links, asked.platform),
    // The address says whose page it is when the page does not.
    handle: handle.seen ? handle : addressed(asked, from.url, canonical),
    permanentId: pick(sources, 'id', 300),
    banner: banner.seen ? unseen('unreadable') : banner,
    verified: verified?.verified === undefined ? unseen('not-offered') : seen(verified.verified, verified.from),
    category: pick(sources, 'category', 200),
    language: pick(sources, 'language', 35),
    lastPost,
    followers: typeof followers?.followers === 'number' ? seen(followers.followers, followers.from) : hidden(sources),
    linksBack: links,
    activity: activityOf(lastPost, at),
    pictureUrl: picture.seen ? resolved(picture.value, from.url) : null,
    bannerUrl: banner.seen ? resolved(banner.value, from.url) : null,
    canonical,
  }
}

const hidden = (sources: readonly ProfileFields[]) => unseen(sources.some(({ followers }) => followers === null) ? 'absent' : 'not-offered')

/** The handle by the page's own address where that names an account, else by the one that was asked for. */
function addressed(asked: AskedProfile, url: string, canonical: string | null): Seen<string> {
  for (const address of [canonical, url]) {
    const read = address === null ? null : classifyUrl(address)
    const isName = read?.kind === 'account' && read.platform === asked.platform && read.doubt !== 'needs-resolving'
    if (isName && read.handle && !/^\d+$|^channel\//.test(read.handle)) return seen(read.handle, 'address')
  }
  return asked.handle === '' ? unseen('not-offered') : seen(asked.handle, 'address')
}

const mostLinks = 50

function linksOf(sources: readonly ProfileFields[], platform: PlatformId): Seen<string[]> {
  const listing = sources.filter(({ links, website }) => links !== undefined || website !== undefined)
  const written = (source: ProfileFields) => [...(source.website ? [source.website] : []), ...(source.links ?? [])]
  const all = [...new Set(listing.flatMap(written).map((link) => absolute(link.trim()).slice(0, 2000)))]
  const outside = all
    .filter((link) => URL.canParse(link) && classifyUrl(link).kind !== 'share' && !isOwnPage(link, platform))
    .slice(0, mostLinks)
  const from = listing.find((source) => written(source).length > 0)
  if (outside.length > 0 && from) return seen(outside, from.from)
  return unseen(listing.length > 0 ? 'absent' : 'not-offered')
}

const isOwnPage = (link: string, platform: PlatformId): boolean => {
  const read = classifyUrl(link)
  return read.platform === platform && read.kind === 'platform-page'
}

/** The website field; on YouTube, which has none, the first link that is no account elsewhere. */
function websiteOf(website: Seen<string>, links: Seen<string[]>, platform: PlatformId): Seen<string> {
  if (website.seen) return seen(absolute(website.value), website.from)
  if (platform !== 'youtube' || !links.seen) return website
  const site = links.value.find((link) => classifyUrl(link).kind === 'none')
  return site === undefined ? unseen('absent') : seen(site, links.from)
}

/** A post's moment as ISO 8601, from a date in any form or from "2 weeks ago". */
function dated(post: Seen<string>, at: string): Seen<string> {
  if (!post.seen) return post
  const relative = dayOfRelative(post.value, at)
  const time = Date.parse(relative ?? post.value)
  return Number.isNaN(time) ? unseen('unreadable') : seen(new Date(time).toISOString(), post.from)
}

/** Platforms show addresses without scheme: `delinde.example/contact`. */
const absolute = (website: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(website) ? website : `https://${website}`)

function resolved(picture: string, base: string): string | null {
  const url = URL.parse(picture, base)
  return url && ['https:', 'http:', 'data:', 'cid:'].includes(url.protocol) ? url.href : null
}
