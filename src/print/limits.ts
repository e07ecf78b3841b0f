import { EenlijnError } from '../model/errors.ts'

/** What one file may ask of the machine. */
export interface PrintLimits {
  readonly bytes: number
  readonly pages: number
  /** Pixels of a picture before it is decoded, so that a small file cannot unfold into gigabytes. */
  readonly pixels: number
  readonly milliseconds: number
}

export const printLimits: PrintLimits = { bytes: 50 * 1024 * 1024, pages: 20, pixels: 100_000_000, milliseconds: 120_000 }

/** What is handed in together, by a form or a request. */
export const handInLimits = { files: 10, bytes: 110 * 2 ** 20 }

export const tooManyFiles = () =>
  new EenlijnError(
    'invalid-input',
    {
      nl: `Lever hoogstens ${handInLimits.files} bestanden tegelijk in.`,
      en: `Hand in ${handInLimits.files} files at most at a time.`,
    },
    { field: 'files' },
  )

export const noFileChosen = () =>
  new EenlijnError('invalid-input', { nl: 'Kies minstens één bestand.', en: 'Choose at least one file.' }, { field: 'files' })

export const tooManyBytes = (limits: PrintLimits) =>
  new EenlijnError('too-large', {
    nl: `Dit bestand is te groot. Het mag hoogstens ${Math.floor(limits.bytes / 1024 / 1024)} MB zijn.`,
    en: `This file is too large. It may be ${Math.floor(limits.bytes / 1024 / 1024)} MB at most.`,
  })

export const tooManyPixels = (limits: PrintLimits) =>
  new EenlijnError('too-large', {
    nl: `Deze afbeelding heeft te veel beeldpunten. Maak hem kleiner dan ${Math.floor(limits.pixels / 1_000_000)} megapixel.`,
    en: `This picture has too many pixels. Make it smaller than ${Math.floor(limits.pixels / 1_000_000)} megapixels.`,
  })

export const tooManyPages = (limits: PrintLimits) =>
  new EenlijnError('too-large', {
    nl: `Deze pdf heeft te veel pagina’s. Kies er hoogstens ${limits.pages}.`,
    en: `This PDF has too many pages. Choose ${limits.pages} at most.`,
  })

export const tookTooLong = (limits: PrintLimits) =>
  new EenlijnError('too-large', {
    nl: `Het lezen duurde langer dan ${Math.round(limits.milliseconds / 1000)} seconden. Probeer een kleiner bestand of één pagina.`,
    en: `Reading took longer than ${Math.round(limits.milliseconds / 1000)} seconds. Try a smaller file or a single page.`,
  })

export const notReadable = (cause?: unknown) =>
  new EenlijnError(
    'not-accepted',
    {
      nl: 'Dit bestand is niet te lezen. Geef een foto of scan (JPEG, PNG, WebP, AVIF, GIF, TIFF) of een pdf zonder wachtwoord.',
      en: 'This file cannot be read. Give a photo or scan (JPEG, PNG, WebP, AVIF, GIF, TIFF) or a PDF without password.',
    },
    { cause },
  )
