import { readFileSync } from 'node:fs'
import { EenlijnError } from '../model/errors.ts'

/** The bytes of a file that somebody named. @throws EenlijnError `invalid-input` for `field`. */
export function fileBytes(path: string, field: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new EenlijnError(
      'invalid-input',
      { nl: `Het bestand ${path} is niet te lezen.`, en: `The file ${path} cannot be read.` },
      { field, cause },
    )
  }
}
