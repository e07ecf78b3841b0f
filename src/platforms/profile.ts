import type { Fetched } from '../model/fetch.ts'
import type { PlatformId } from '../model/platform.ts'
import { type Seen, seen, unseen } from '../model/seen.ts'
import type { Snapshot, SnapshotState, WallKind } from '../model/snapshot.ts'
import { classifyUrl } from './classify.ts'
import { platform as platformById } from './index.ts'
import type { Field, ProfileFields } from './profile-fields.ts'
import { readProfilePage } from './profile-page.ts'
import { fieldsOfPayload, fieldsOfScript, hasMoved } from './profile-payload.ts'
import { type Wall, wallBefore, wallOfPage, wallOfStatus } from './walls.ts'

/** A first look without the picture's bytes: `picture` stays unseen until `pictureUrl` has been fetched. */
export interface ProfileReading extends Omit<Snapshot, 'key' | 'takenAt'> {
  readonly pictureUrl: string | null
}

/** The account that was asked for. */
export interface AskedProfile {
  readonly platform: PlatformId
  /** As a person would write it: `company/acme`, `@acme`. */
  readonly handle: string
  readonly url: string
}

/** Whether a platform no longer exists, so that there is nothing to ask. */
export const isClosedPlatform = (id: PlatformId): boolean => platformById(id).closed !== undefined

type Seeing = Pick<ProfileReading, 'url' | 'httpStatus' | 'record'>

const whyUnseen = { walled: 'walled', gone: 'absent', unreachable: 'unreadable' } as const

function nothing({ state, wall }: Wall, from: Seeing): ProfileReading {
  const why = unseen(whyUnseen[state])
  return { ...from, state, wall, displayName: why, description: why, picture: why, website: why, pictureUrl: null }
}

const failures: Partial<Record<string, WallKind>> = {
  'not-in-archive': 'not-in-archive',
  'too-large': 'unreadable',
  'wrong-type': 'unreadable',
  undecodable: 'unreadable',
}

const refusals = { robots: 'robots', forbidden: 'blocked', denied: 'blocked', 'rate-limited': 'rate-limited', login: 'login' } as const

/** The snapshot of an account on a platform that closed: known without asking anybody. */
export const closedProfile = (url: string): ProfileReading =>
  nothing({ state: 'gone', wall: 'closed-platform' }, { url, httpStatus: null, record: null })

/**
 * Reads what a profile page shows, or tells which wall stood there. Only an explicit sign, or a 404/410 on a platform
 * where that is evidence, gives `gone`; a refusal gives `walled`; what nobody can tell gives `unreachable`.
 */
export function readProfile(asked: AskedProfile, fetched: Fetched): ProfileReading {
  const { platform } = asked
  if (isClosedPlatform(platform)) return closedProfile(asked.url)
  const status = 'status' in fetched ? fetched.status : null
  const from: Seeing = { url: fetched.url, httpStatus: status, record: fetched.record }
  if (fetched.kind === 'failed') return nothing({ state: 'unreachable', wall: failures[fetched.reason] ?? 'network' }, from)
  if (fetched.kind === 'blocked') return nothing(wallOfRefusal(platform, fetched), from)
  const byStatus = wallOfStatus(platform, fetched.status)
  if (byStatus?.state === 'walled') return nothing(byStatus, from)
  const before = wallBefore(platform, fetched.url, fetched.text)
  if (before) return nothing(before, from)
  const isJson = fetched.kind === 'page' && /\bjson\b/.test(fetched.mediaType)
  const read = isJson ? readPayload(platform, fetched.text) : readHtml(asked, fetched.text)
  // What the page says outright goes before its status; a bare 404 speaks only where it is evidence.
  if (read.kind === 'wall') return nothing(read.wall.wall === 'unreadable' && byStatus ? byStatus : read.wall, from)
  if (byStatus) return nothing(byStatus, from)
  return captured(read.sources, hasMovedAway(asked, fetched) || (isJson && hasMoved(fetched.text)) ? 'moved' : null, from)
}

/** A refusal is never an absence, but some platforms write "does not exist" on a 400. */
function wallOfRefusal(platform: PlatformId, { reason, status, url, text }: Extract<Fetched, { kind: 'blocked' }>): Wall {
  const byUrl = wallBefore(platform, url, '')
  if (byUrl?.state === 'walled') return byUrl
  if (status === 401) return { state: 'walled', wall: 'login' }
  const said = status === 400 ? wallOfPage(platform, { titles: [], text: text.toLowerCase(), source: text }) : null
  return said?.state === 'gone' ? said : { state: 'walled', wall: refusals[reason] }
}

type Read = { readonly kind: 'profile'; readonly sources: readonly ProfileFields[] } | { readonly kind: 'wall'; readonly wall: Wall }

function readPayload(platform: PlatformId, text: string): Read {
  const fields = fieldsOfPayload(platform, text)
  if (fields?.name) return { kind: 'profile', sources: [fields] }
  return { kind: 'wall', wall: wallOfPage(platform, { titles: [], text: text.toLowerCase(), source: text }) }
}

function readHtml(asked: AskedProfile, html: string): Read {
  const { platform } = asked
  const page = readProfilePage(platform, html, bareHandle(asked.handle), fieldsOfScript(platform, html))
  const named = page.sources.some(({ name }) => typeof name === 'string')
  if (named && !isPost(page.canonical, page.type)) return { kind: 'profile', sources: page.sources }
  if (named) return { kind: 'wall', wall: { state: 'unreachable', wall: 'unreadable' } }
  return { kind: 'wall', wall: wallOfPage(platform, { titles: page.titles, text: page.text(), source: html }) }
}

const bareHandle = (handle: string): string => handle.split('/').at(-1)?.replace(/^@/, '') ?? handle

/** A post or a video names its author, but does not show the profile. */
function isPost(canonical: string | null, type: string): boolean {
  const kind = canonical === null ? 'none' : classifyUrl(canonical).kind
  return kind === 'content' || (kind !== 'account' && (type === 'article' || type.startsWith('video')))
}

/** A redirect to another account of the same platform: renamed. Numbers and old forms only resolve to their name. */
function hasMovedAway(asked: AskedProfile, fetched: Fetched): boolean {
  if (fetched.redirects.length === 0) return false
  const [was, is] = [classifyUrl(asked.url), classifyUrl(fetched.url)]
  if (was.kind !== 'account' || is.kind !== 'account' || was.platform !== is.platform || was.key === is.key) return false
  return [was, is].every(
    ({ doubt, handle }) => doubt !== 'needs-resolving' && handle !== null && !/^\d+$|^UC[\w-]{22}$/.test(bareHandle(handle)),
  )
}

/** The first source that has a value; `absent` when one has the field empty, `not-offered` when none has the field. */
function pick(sources: readonly ProfileFields[], field: 'name' | 'description' | 'picture' | 'website', most: number): Seen<string> {
  const having = sources.find((source) => typeof source[field] === 'string' && source[field] !== '')
  if (having) return seen((having[field] as string).slice(0, most), having.from)
  const looked = sources.some((source) => (source[field] satisfies Field) === null || source[field] === '')
  return unseen(looked ? 'absent' : 'not-offered')
}

function captured(sources: readonly ProfileFields[], wall: WallKind | null, from: Seeing): ProfileReading {
  const picture = pick(sources, 'picture', 4000)
  const website = pick(sources, 'website', 2000)
  const state: SnapshotState = 'captured'
  return {
    ...from,
    state,
    wall,
    displayName: pick(sources, 'name', 300),
    description: pick(sources, 'description', 2000),
    picture: picture.seen ? unseen('unreadable') : picture,
    website: website.seen ? seen(absolute(website.value), website.from) : website,
    pictureUrl: picture.seen ? resolved(picture.value, from.url) : null,
  }
}

/** Platforms show addresses without scheme: `delinde.example/contact`. */
const absolute = (website: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(website) ? website : `https://${website}`)

function resolved(picture: string, base: string): string | null {
  const url = URL.parse(picture, base)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}
