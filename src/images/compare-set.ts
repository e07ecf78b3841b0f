import { imageLimits, imageMethods } from '../../config/images.ts'
import { EenlijnError } from '../model/errors.ts'
import type { LikenessVerdict, PairVerdict, PictureGroup, PictureRole, PicturesReading } from '../model/pictures.ts'
import { groupAlike } from './group-alike.ts'
import type { PictureKind } from './likeness/print.ts'
import { groupBackdrops } from './portraits/group.ts'
import type { ImageReaders, Look } from './types.ts'

/** A picture's digest and what it is to the organisation. */
export interface PictureOfSet {
  readonly digest: string
  readonly role: PictureRole
}

export interface CompareOptions {
  readonly signal?: AbortSignal
  /** Looks that run at a time: the readers' processes. */
  readonly atOnce?: number
  onProgress?(done: number, total: number): void
}

/**
 * How the pictures of one organisation compare. Each is decoded once; only those that look likely are compared in
 * pairs. A picture that cannot be read is named and stops nothing.
 * @throws EenlijnError `too-large` with more pictures than the limit; `cancelled`.
 */
export async function compareSet(
  set: readonly PictureOfSet[],
  readers: ImageReaders,
  options: CompareOptions = {},
): Promise<PicturesReading> {
  if (set.length > imageLimits.pictures) throw tooMany()
  const seen = await lookAtAll(set, readers, options)
  const banners = seen.filter(({ kind, look }) => kind === 'banner' && look !== null)
  const avatars = seen.filter(({ kind, look }) => kind === 'avatar' && look !== null)
  const portraits = avatars.filter(({ look }) => look?.portrait)
  // At the same time, so that each has a process of its own.
  const [bannerGroups, avatarGroups] = await Promise.all([
    alike(banners, readers, options),
    alike(
      avatars.filter((avatar) => !portraits.includes(avatar)),
      readers,
      options,
    ),
  ])
  return {
    methods: imageMethods,
    banners: bannerGroups,
    avatars: avatarGroups,
    logos: seen.flatMap(({ digest, look }) =>
      (look?.logos ?? []).map(({ logo, verdict, score }) => ({ picture: digest, logo, verdict, score })),
    ),
    portraits: backdropsOf(portraits),
    palettes: seen.flatMap(({ digest, look }) => (look ? [{ picture: digest, colours: [...look.palette] }] : [])),
    legibility: seen.flatMap(({ digest, look }) => (look?.legibility ? [{ picture: digest, ...look.legibility }] : [])),
    unreadable: unique(seen.flatMap(({ digest, look }) => (look === null ? [digest] : []))),
  }
}

interface Seen {
  readonly digest: string
  readonly kind: PictureKind
  readonly isReference: boolean
  /** `null`: it could not be read. */
  readonly look: Look | null
}

/** Every picture once for each kind that it is; the agreed ones first, since the others are held against them. */
async function lookAtAll(set: readonly PictureOfSet[], readers: ImageReaders, options: CompareOptions): Promise<Seen[]> {
  const named = (...roles: PictureRole[]) => unique(set.filter(({ role }) => roles.includes(role)).map(({ digest }) => digest))
  const wished = (kind: PictureKind, references: readonly string[], others: readonly string[]) =>
    unique([...references, ...others]).map((digest) => ({ digest, kind, isReference: references.includes(digest) }))
  const list = [
    ...wished('banner', named('banner-reference'), named('banner')),
    ...wished('avatar', named('avatar-reference'), named('avatar', 'portrait')),
  ]
  const logos = named('logo')
  const seen: Seen[] = []
  let done = 0
  const lookFrom = async (first: number, step: number) => {
    for (let at = first; at < list.length; at += step) {
      const one = list[at]
      if (one === undefined) return
      stopIfAsked(options.signal)
      seen[at] = { ...one, look: await readers.look(one.digest, { kind: one.kind, faces: one.kind === 'avatar', logos }) }
      options.onProgress?.(++done, list.length)
    }
  }
  const atOnce = options.atOnce ?? 1
  await Promise.all(Array.from({ length: atOnce }, (_, first) => lookFrom(first, atOnce)))
  return seen
}

async function alike(seen: readonly Seen[], readers: ImageReaders, { signal }: CompareOptions): Promise<PicturesReading['banners']> {
  const digests = seen.map(({ digest }) => digest)
  const anchors = [...seen.keys()].filter((at) => seen[at]?.isReference)
  const { groups, unsure, pairs } = await groupAlike(
    seen.map(({ look }) => look?.words ?? new Uint32Array()),
    { candidates: imageLimits.candidates, anchors },
    (a, b) => {
      stopIfAsked(signal)
      return readers.compare(digests[a] ?? '', digests[b] ?? '', seen[a]?.kind ?? 'banner')
    },
  )
  return {
    groups: groups.map((group) => groupOf(group, seen)),
    unsure: unsure.map((at) => digests[at] ?? ''),
    pairs: pairs.map((pair) => pairOf(pair, digests)),
  }
}

function backdropsOf(portraits: readonly Seen[]): PicturesReading['portraits'] {
  const { groups, pairs } = groupBackdrops(portraits.flatMap(({ look }) => look?.portrait?.backdrop ?? []))
  const digests = portraits.map(({ digest }) => digest)
  return {
    groups: groups.map((group) => groupOf(group, portraits)),
    pairs: pairs.map((pair) => pairOf(pair, digests)),
    faces: portraits.flatMap(({ digest, look }) => (look?.portrait ? [{ picture: digest, face: look.portrait.face }] : [])),
  }
}

function groupOf(group: readonly number[], seen: readonly Seen[]): PictureGroup {
  const members = group.flatMap((at) => seen[at] ?? [])
  return { members: members.map(({ digest }) => digest), reference: members.find(({ isReference }) => isReference)?.digest ?? null }
}

const pairOf = (
  { a, b, verdict, score }: { a: number; b: number; verdict: LikenessVerdict; score: number },
  digests: readonly string[],
): PairVerdict => ({
  a: digests[a] ?? '',
  b: digests[b] ?? '',
  verdict,
  score,
})

const unique = (digests: readonly string[]): string[] => [...new Set(digests)]

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new EenlijnError('cancelled', { nl: 'Het vergelijken is gestopt.', en: 'The comparison was stopped.' })
}

const tooMany = () =>
  new EenlijnError('too-large', {
    nl: `Dit zijn te veel afbeeldingen. Tot ${imageLimits.pictures} kan.`,
    en: `These are too many pictures. Up to ${imageLimits.pictures} is possible.`,
  })
