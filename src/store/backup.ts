import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { EenlijnError } from '../model/errors.ts'
import { createFileBlobs } from './blobs.ts'

export interface BackupPlaces {
  /** The database that is in use. */
  readonly database: string
  readonly blobDir: string
  /** Comes to hold `eenlijn.sqlite` and `blobs`. */
  readonly folder: string
}

/**
 * Copies database and evidence while they are in use. The database goes first: a blob that it points to and that no audit
 * dropped meanwhile is there when the blobs are copied.
 * @returns how many blobs were copied.
 * @throws EenlijnError `invalid-input` when there is no database, or something in the folder already.
 */
export async function backUp({ database, blobDir, folder }: BackupPlaces): Promise<{ blobs: number }> {
  if (!existsSync(database)) throw noDatabase(database)
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw notEmpty(folder)
  const source = new Database(database, { readonly: true })
  try {
    source.prepare('VACUUM INTO ?').run(join(folder, 'eenlijn.sqlite'))
  } finally {
    source.close()
  }
  const blobs = createFileBlobs(blobDir)
  let copied = 0
  for await (const { digest } of blobs.list()) {
    const file = await blobs.path(digest)
    if (file === null) continue
    const place = join(folder, 'blobs', digest.slice(0, 2))
    await mkdir(place, { recursive: true })
    await copyFile(file, join(place, digest)).catch((error: NodeJS.ErrnoException) => {
      // Its day passed while we were copying.
      if (error.code !== 'ENOENT') throw error
    })
    copied++
  }
  return { blobs: copied }
}

const noDatabase = (file: string) =>
  new EenlijnError('invalid-input', {
    nl: `Er is nog geen database om te bewaren: ${file}. Klopt EENLIJN_DATA_DIR?`,
    en: `There is no database to keep yet: ${file}. Is EENLIJN_DATA_DIR right?`,
  })

const notEmpty = (folder: string) =>
  new EenlijnError('invalid-input', {
    nl: `In ${folder} staat al iets. Noem een lege of een nieuwe map.`,
    en: `There is something in ${folder} already. Name an empty or a new folder.`,
  })
