import type { Deps } from '../deps.ts'
import type { Pixels } from '../images/pixels.ts'
import { isStoredAnew } from '../images/stored-anew.ts'
import type { Change, Difference } from '../model/difference.ts'
import type { IsSamePicture } from '../report/difference/facts.ts'

/** More pictures than these are not opened for one comparison; the others then count as changed. */
const mostPairs = 40
const maxBytes = 8 * 2 ** 20

/**
 * Platforms store a picture anew without anybody having changed it. Opens the pictures that changed by their digests alone and
 * says which of them are one picture; `null` when none is.
 */
export async function findSamePictures(deps: Deps, { changes }: Difference): Promise<IsSamePicture | null> {
  const pairs = changes.filter(isPicturePair).slice(0, mostPairs)
  if (pairs.length === 0) return null
  const same = new Set<string>()
  for (const { before, after } of pairs) {
    const [a, b] = [before?.picture ?? '', after?.picture ?? '']
    const [was, is] = [await thumbnail(deps, a), await thumbnail(deps, b)]
    if (was && is && isStoredAnew(was, is)) same.add(`${a} ${b}`)
  }
  return same.size === 0 ? null : (a, b) => same.has(`${a} ${b}`)
}

const isPicturePair = ({ item, before, after }: Change): boolean =>
  (item === 'picture' || item === 'banner') && before?.picture != null && after?.picture != null

/** Enough to tell an upload again by. */
const width = 128

/** `null` for what is gone from the store or cannot be opened. */
async function thumbnail(deps: Deps, digest: string): Promise<Pixels | null> {
  const bytes = await deps.blobs.get(digest)
  if (!bytes || bytes.length > maxBytes) return null
  const { decode } = await import('../images/readers/decode.ts')
  return decode(bytes, width).catch(() => null)
}
