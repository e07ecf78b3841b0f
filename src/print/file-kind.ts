import { EenlijnError } from '../model/errors.ts'
import { notReadable } from './limits.ts'
import { isPdf } from './read-print.ts'

export type FileKind = 'picture' | 'pdf' | 'text'

/** First bytes of the pictures that are read; AVIF and HEIC share a box, see {@link brandOf}. */
const pictureMarks: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** The brand of an ISO base media file (ISO/IEC 14496-12, `ftyp`); '' for anything else. */
const brandOf = (file: Uint8Array): string => (latin(file.subarray(4, 8)) === 'ftyp' ? latin(file.subarray(8, 12)) : '')

/**
 * What a file is by its first bytes. Text counts only where the asker takes it, as an article that somebody saved.
 * @throws EenlijnError `not-accepted` with what to hand in instead.
 */
export function kindOfFile(file: Uint8Array, { text }: { readonly text: boolean }): FileKind {
  const brand = brandOf(file)
  if (pictureMarks.some((mark) => mark.every((byte, at) => file[at] === byte)) || brand === 'avif') return 'picture'
  if (latin(file.subarray(0, 4)) === 'RIFF' && latin(file.subarray(8, 12)) === 'WEBP') return 'picture'
  if (/^(?:heic|heix|hevc|mif1|msf1)$/.test(brand)) throw heic()
  if (isPdf(file)) return 'pdf'
  if (text && isText(file)) return 'text'
  throw notReadable()
}

/** No byte of the first kilobytes is one that text never has. */
const isText = (file: Uint8Array): boolean =>
  file.byteLength > 0 && file.subarray(0, 4096).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)

const heic = () =>
  new EenlijnError('not-accepted', {
    nl: 'Dit is een HEIC-foto van een iPhone. Bewaar hem als JPEG, of stuur hem jezelf als ‘Meest compatibel’.',
    en: 'This is an HEIC photo of an iPhone. Save it as a JPEG, or send it to yourself as ‘Most Compatible’.',
  })
