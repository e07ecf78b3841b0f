import type { Fetched } from '../model/fetch.ts'
import type { PlatformId } from '../model/platform.ts'
import { seen, unseen } from '../model/seen.ts'
import type { WallKind } from '../model/snapshot.ts'
import { classifyUrl } from './classify.ts'
import { platform as platformById } from './index.ts'
import { readProfilePage } from './profile-page.ts'
import { fieldsOfPayload, fieldsOfScript, hasMoved } from './profile-payload.ts'
import { type AskedProfile, captured, type ProfileReading, type Seeing, type Shown } from './profile-reading.ts'
import { type Wall, wallBefore, wallOfPage, wallOfStatus } from './walls.ts'

/** Whether a platform no longer exists, so that there is nothing to ask. */
export const isClosedPlatform = (id: PlatformId): boolean => platformById(id).closed !== undefined

const whyUnseen = { walled: 'walled', gone: 'absent', unreachable: 'unreadable' } as const

function nothing({ state, wall }: Wall, from: Seeing): ProfileReading {
  const why = unseen(whyUnseen[state])
  return {
    ...from,
    state,
    wall,
    displayName: why,
    description: why,
    picture: why,
    website: why,
    handle: why,
    permanentId: why,
    banner: why,
    verified: why,
    category: why,
    language: why,
    lastPost: why,
    followers: why,
    linksBack: why,
    activity: 'unknown',
    pictureUrl: null,
    bannerUrl: null,
    canonical: null,
  }
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
  const reading = readAnswer(asked, fetched)
  // Behind a wall the address still says which account it is; of one that is gone nobody can say that it has the name.
  const named = reading.handle.seen || reading.state === 'gone' || asked.handle === ''
  return named ? reading : { ...reading, handle: seen(asked.handle, 'address') }
}

function readAnswer(asked: AskedProfile, fetched: Fetched): ProfileReading {
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
  const moved = hasMovedAway(asked, fetched) || (isJson && hasMoved(fetched.text))
  return captured(read, asked, fetched.at, { ...from, state: 'captured', wall: moved ? 'moved' : null })
}

/** The wall that an answer of an unknown platform shows by itself; `null` when it shows none. */
export function wallOfAnswer(fetched: Fetched): Wall | null {
  if (fetched.kind === 'failed') return { state: 'unreachable', wall: failures[fetched.reason] ?? 'network' }
  if (fetched.kind === 'blocked') return { state: 'walled', wall: refusals[fetched.reason] }
  const met = wallOfStatus(null, fetched.status) ?? wallBefore(null, fetched.url, fetched.text)
  if (met && met.state !== 'unreachable') return met
  const title = /<title[^<>]{0,200}>([^<]{0,300})/i.exec(fetched.text)?.[1] ?? ''
  const shown = wallOfPage(null, { titles: [title.trim().toLowerCase()], text: '', source: '' })
  return shown.state === 'unreachable' ? null : shown
}

/** A refusal is never an absence, but some platforms write "does not exist" on a 400. */
function wallOfRefusal(platform: PlatformId, { reason, status, url, text }: Extract<Fetched, { kind: 'blocked' }>): Wall {
  const byUrl = wallBefore(platform, url, '')
  if (byUrl?.state === 'walled') return byUrl
  if (status === 401) return { state: 'walled', wall: 'login' }
  const said = status === 400 ? wallOfPage(platform, { titles: [], text: text.toLowerCase(), source: text }) : null
  return said?.state === 'gone' ? said : { state: 'walled', wall: refusals[reason] }
}

type Read = ({ readonly kind: 'profile' } & Shown) | { readonly kind: 'wall'; readonly wall: Wall }

function readPayload(platform: PlatformId, text: string): Read {
  const fields = fieldsOfPayload(platform, text)
  if (fields && (fields.name || fields.handle || fields.description)) return { kind: 'profile', sources: [fields], canonical: null }
  return { kind: 'wall', wall: wallOfPage(platform, { titles: [], text: text.toLowerCase(), source: text }) }
}

function readHtml(asked: AskedProfile, html: string): Read {
  const { platform } = asked
  const page = readProfilePage(platform, html, bareHandle(asked.handle), fieldsOfScript(platform, html))
  const named = page.sources.some(({ name }) => typeof name === 'string')
  if (named && !isPost(page.canonical, page.type)) return { kind: 'profile', sources: page.sources, canonical: page.canonical }
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
