import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { EenlijnError } from '../model/errors.ts'

/** Bytes kept under their own SHA-256 (64 hex digits): the same bytes are kept once, and a blob can not change. */
export interface Blobs {
  put(bytes: Uint8Array): Promise<string>
  /** @throws EenlijnError `too-large` past `maxBytes`; nothing is kept then. */
  putStream(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ digest: string; bytes: number }>
  get(digest: string): Promise<Uint8Array | null>
  /** A file to read from, for what is too large to hold. */
  path(digest: string): Promise<string | null>
  remove(digest: string): Promise<void>
  /** Every digest with the time it was last written, in ms. */
  list(): AsyncIterable<{ digest: string; writtenAt: number }>
}

/** Writes into a folder, which is made when it turns out to be missing: nearly always it is there. */
async function inFolder(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(folder, { recursive: true })
    await write()
  }
}

const digestForm = /^[0-9a-f]{64}$/

export function createFileBlobs(directory: string): Blobs {
  const place = (digest: string) => {
    if (!digestForm.test(digest)) throw new Error(`not a digest: ${digest.slice(0, 80)}`)
    return join(directory, digest.slice(0, 2), digest)
  }
  const temporary = () => join(directory, 'tmp', randomBytes(12).toString('hex'))
  const settle = (file: string, digest: string) => inFolder(join(directory, digest.slice(0, 2)), () => rename(file, place(digest)))
  return {
    async put(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const file = temporary()
      try {
        await inFolder(join(directory, 'tmp'), () => writeFile(file, bytes))
        await settle(file, digest)
      } catch (error) {
        await rm(file, { force: true })
        throw fullOr(error)
      }
      return digest
    },
    async putStream(source, maxBytes) {
      const hash = createHash('sha256')
      const file = temporary()
      let bytes = 0
      try {
        await mkdir(join(directory, 'tmp'), { recursive: true })
        await pipeline(async function* () {
          for await (const chunk of source) {
            bytes += chunk.byteLength
            if (bytes > maxBytes) throw tooLarge(maxBytes)
            hash.update(chunk)
            yield chunk
          }
        }, createWriteStream(file))
        const digest = hash.digest('hex')
        await settle(file, digest)
        return { digest, bytes }
      } catch (error) {
        await rm(file, { force: true })
        throw fullOr(error)
      }
    },
    async get(digest) {
      return readFile(place(digest)).catch(nullWhenAbsent)
    },
    async path(digest) {
      const file = place(digest)
      return (await stat(file).catch(nullWhenAbsent)) ? file : null
    },
    async remove(digest) {
      await rm(place(digest), { force: true })
    },
    async *list() {
      for (const folder of await readdir(directory).catch(() => [])) {
        if (folder.length !== 2) continue
        for (const digest of await readdir(join(directory, folder))) {
          const found = await stat(join(directory, folder, digest)).catch(nullWhenAbsent)
          if (found && digestForm.test(digest)) yield { digest, writtenAt: found.mtimeMs }
        }
      }
    },
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null)

function nullWhenAbsent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

function fullOr(error: unknown): unknown {
  if (codeOf(error) !== 'ENOSPC') return error
  return new EenlijnError(
    'storage-full',
    { nl: 'De schijf is vol. Maak ruimte vrij en probeer het opnieuw.', en: 'The disk is full. Free some space and try again.' },
    { cause: error },
  )
}

function tooLarge(maxBytes: number): EenlijnError {
  const megabytes = Math.round(maxBytes / 1e6)
  return new EenlijnError('too-large', {
    nl: `Dit bestand is te groot. Tot ${megabytes} MB kan.`,
    en: `This file is too large. Up to ${megabytes} MB is possible.`,
  })
}
