import { join } from 'node:path'
import { loadEnv } from '../../config/env.ts'
import { EenlijnError } from '../model/errors.ts'
import { backUp } from '../store/backup.ts'
import { exit, type Io, speaker } from './io.ts'
import { readOptions } from './options.ts'

/** `backup FOLDER`: database and evidence, copied while everything runs. */
export async function backup(args: readonly string[], io: Io): Promise<number> {
  const [folder, ...more] = readOptions(args, {}, true).positionals
  if (folder === undefined || more.length > 0) throw usage()
  const { dataDir, blobDir } = loadEnv(io.env)
  const { blobs } = await backUp({ database: join(dataDir, 'eenlijn.sqlite'), blobDir, folder })
  speaker(io).tell({
    nl: `In ${folder} staan nu de database en ${blobs} ${blobs === 1 ? 'stuk' : 'stukken'} bewijs. Samen zijn ze de reservekopie.`,
    en: `${folder} now holds the database and ${blobs} ${blobs === 1 ? 'piece' : 'pieces'} of evidence. Together they are the backup.`,
  })
  return exit.done
}

const usage = () => new EenlijnError('invalid-input', { nl: 'Schrijf: eenlijn backup MAP', en: 'Write: eenlijn backup FOLDER' })
