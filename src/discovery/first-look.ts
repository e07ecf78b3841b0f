import type { Fetched, Fetcher } from '../model/fetch.ts'
import type { PlatformId } from '../model/platform.ts'
import { type Seen, seen } from '../model/seen.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { platform as platformById } from '../platforms/index.ts'
import { closedProfile, isClosedPlatform, readProfile } from '../platforms/profile.ts'
import type { AskedProfile, ProfileReading } from '../platforms/profile-reading.ts'

const LARGEST_PICTURE = 2 * 1024 * 1024

const signatures: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  'image/png': (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]),
  'image/jpeg': (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  'image/gif': (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]),
  'image/webp': (bytes) => startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/** The kind of picture by its first bytes: servers say what they like. `null` for anything else than png, jpeg, gif, webp. */
const pictureType = (bytes: Uint8Array): string | null => Object.entries(signatures).find(([, fits]) => fits(bytes))?.[0] ?? null

export interface FirstLookInput {
  readonly candidate: { readonly key: string; readonly platform: PlatformId; readonly url: string }
  readonly fetcher: Fetcher
  /** Keeps the picture's bytes and gives their digest. */
  readonly putPicture: (bytes: Uint8Array, mediaType: string) => Promise<string>
  readonly now: () => Date
}

/**
 * Asks for a profile once, by the platform's public interface where it has one and else by its page, and for its pictures once each, and says what was seen or which wall stood there. A platform
 * that closed is not asked. Never throws: a picture that cannot be kept is unseen, whatever fails otherwise is unreachable.
 */
export async function firstLook({ candidate, fetcher, putPicture, now }: FirstLookInput): Promise<Snapshot> {
  const { key, platform, url } = candidate
  if (isClosedPlatform(platform)) return snapshotOf(key, closedProfile(url), now().toISOString())
  const handle = classifyUrl(url).handle ?? key.slice(key.indexOf(':') + 1)
  try {
    const asked = { platform, handle, url }
    const told = await fromApi(asked, fetcher)
    const fetched = told?.fetched ?? (await fetcher.get(url, { accept: 'html' }))
    const reading = told?.reading ?? readProfile(asked, fetched)
    const picture = reading.pictureUrl === null ? reading.picture : await look(reading.pictureUrl, fetcher, putPicture)
    const banner = reading.bannerUrl === null ? reading.banner : await look(reading.bannerUrl, fetcher, putPicture)
    return { ...snapshotOf(key, { ...reading, picture, banner }, fetched.at), ...(told ? { url, via: 'api' } : {}) }
  } catch {
    // Fetchers do not throw for what the other side does; this is the look's own failure, and no verdict.
    return snapshotOf(key, readProfile({ platform, handle, url }, failed(url, now().toISOString())), now().toISOString())
  }
}

/** What a platform's public interface says of a profile, which is more than its page shows; `null` when it says nothing of it. */
async function fromApi(asked: AskedProfile, fetcher: Fetcher): Promise<{ fetched: Fetched; reading: ProfileReading } | null> {
  const address = platformById(asked.platform).publicApi?.(asked) ?? null
  if (address === null) return null
  const fetched = await fetcher.get(address, { accept: 'json' })
  const reading = readProfile(asked, fetched)
  return reading.state === 'captured' ? { fetched, reading } : null
}

function snapshotOf(key: string, { pictureUrl: _, bannerUrl: __, canonical: ___, ...reading }: ProfileReading, takenAt: string): Snapshot {
  return { key, ...reading, takenAt, seenBy: 'machine', via: 'live' }
}

const failed = (url: string, at: string): Fetched => ({
  kind: 'failed',
  reason: 'network',
  message: '',
  requested: url,
  url,
  redirects: [],
  at,
  record: null,
})

async function look(url: string, fetcher: Fetcher, put: FirstLookInput['putPicture']): Promise<Seen<string>> {
  const unreadable = { seen: false, why: 'unreadable' } as const
  if (!/^https?:/.test(url)) return unreadable
  try {
    const fetched = await fetcher.get(url, { accept: 'image', maxBytes: LARGEST_PICTURE })
    if (fetched.kind === 'blocked') return { seen: false, why: 'walled' }
    if (fetched.kind !== 'page' || fetched.status !== 200 || fetched.body.length > LARGEST_PICTURE) return unreadable
    const mediaType = pictureType(fetched.body)
    return mediaType === null ? unreadable : seen(await put(fetched.body, mediaType), url)
  } catch {
    return unreadable
  }
}
