import { maxArchiveBytes } from '../../config/crawl.ts'
import type { Deps } from '../deps.ts'

/**
 * Keeps a web archive, for an audit that replays it.
 * @throws EenlijnError `too-large`, `storage-full`, `archive-corrupt` when nothing in it can be read.
 */
export async function storeArchive(deps: Deps, bytes: AsyncIterable<Uint8Array>): Promise<{ digest: string; bytes: number }> {
  const stored = await deps.blobs.putStream(bytes, maxArchiveBytes)
  const { openArchive } = await import('../capture/archive.ts')
  try {
    await openArchive((await deps.blobs.path(stored.digest)) ?? '')
  } catch (error) {
    await deps.blobs.remove(stored.digest)
    throw error
  }
  return stored
}
