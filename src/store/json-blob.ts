import type { z } from 'zod'
import type { Blobs } from './blobs.ts'

/** Puts a value in the blob store, as JSON in UTF-8; gives its digest. */
export const putJson = (blobs: Pick<Blobs, 'put'>, value: unknown): Promise<string> =>
  blobs.put(new TextEncoder().encode(JSON.stringify(value)))

/**
 * Reads a value that {@link putJson} put there. `what` names it, for whoever reads the log.
 * @throws Error when the blob is gone, ZodError when it holds something else.
 */
export async function readJson<S extends z.ZodType>(
  blobs: Pick<Blobs, 'get'>,
  digest: string,
  schema: S,
  what: string,
): Promise<z.infer<S>> {
  const bytes = await blobs.get(digest)
  if (!bytes) throw new Error(`${what} is gone from the blob store: ${digest}`)
  return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
}
