import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Text } from '../model/text.ts'
import { pictureType } from './evidence.ts'
import { findAudit } from './find-audit.ts'
import { keepEvidence } from './keep-evidence.ts'

export const maxHousePictureBytes = 5 * 2 ** 20
const maxSvgBytes = 2 ** 20
/** More than any platform asks of a banner (YouTube: 2560 × 1440), and still quick to open. */
const mostPixels = 30e6
const longestSide = 3_000
const shortestSide = 16
/** A drawing has no size of its own; this is sharp on every platform. */
const svgSide = 1_024

export interface HousePicture {
  /** Digest of the PNG or JPEG in the blob store. */
  readonly digest: string
  readonly width: number
  readonly height: number
}

/**
 * Takes in a logo or a banner of the house style. What is kept is a fresh PNG (a JPEG for a JPEG) of its pixels alone: a
 * drawing is never shown as it came, and a photo leaves its hidden fields behind.
 * @throws EenlijnError `not-found`; `too-large` or `not-accepted` with the field.
 */
export async function keepHousePicture(
  deps: Deps,
  input: { readonly auditId: string; readonly bytes: Uint8Array; readonly field: string },
): Promise<HousePicture> {
  findAudit(deps.store.db, input.auditId)
  const { data, info } = await redraw(input.bytes, input.field)
  const digest = await deps.blobs.put(data)
  const now = deps.now().toISOString()
  // Until the house style names it, it is this audit's; afterwards the style keeps it.
  deps.store.transact((tx) => keepEvidence({ tx, deps, auditId: input.auditId, now }, digest, 'picture'))
  return { digest, width: info.width, height: info.height }
}

async function redraw(bytes: Uint8Array, field: string) {
  if (bytes.length > maxHousePictureBytes) throw refused('too-large', tooLarge, field)
  const type = pictureType(bytes)
  const drawing = type === 'application/octet-stream' && looksLikeSvg(bytes)
  if (type === 'application/octet-stream' && !drawing) throw refused('not-accepted', noPicture, field)
  if (drawing) checkSvg(bytes, field)
  const { default: sharp } = await import('sharp')
  const open = (density?: number) => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', ...(density ? { density } : {}) })
  try {
    const { width, height } = await open(drawing ? 96 : undefined).metadata()
    if (Math.min(width, height) < shortestSide && !drawing) throw refused('not-accepted', tooSmall, field)
    const side = drawing ? svgSide : longestSide
    const source = drawing ? open(densityFor(Math.max(width, height))) : open().autoOrient()
    const scaled = source.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: !drawing }).timeout({ seconds: 15 })
    return await (type === 'image/jpeg' ? scaled.jpeg({ quality: 92 }) : scaled.png()).toBuffer({ resolveWithObject: true })
  } catch (error) {
    if (error instanceof EenlijnError) throw error
    const text = error instanceof Error && error.message.includes('pixel limit') ? tooManyPixels : unreadable
    throw new EenlijnError(text === tooManyPixels ? 'too-large' : 'not-accepted', text, { field, cause: error })
  }
}

/** A drawing is drawn at the size that is wanted, not drawn small and blown up. `natural`: its longest side at 96 dpi. */
const densityFor = (natural: number) => Math.min(2_400, Math.max(72, (96 * svgSide) / Math.max(1, natural)))

const looksLikeSvg = (bytes: Uint8Array): boolean => headOf(bytes, 4_096).includes('<svg')

const headOf = (bytes: Uint8Array, length: number) => new TextDecoder().decode(bytes.subarray(0, length)).toLowerCase()

/** Entities can grow a small file into a huge one, and can name files of this machine. */
function checkSvg(bytes: Uint8Array, field: string): void {
  if (bytes.length > maxSvgBytes) throw refused('too-large', svgTooLarge, field)
  const text = headOf(bytes, bytes.length)
  if (text.includes('<!entity') || text.includes('<xi:include') || text.includes('<?xml-stylesheet'))
    throw refused('not-accepted', svgWithEntities, field)
}

const refused = (code: 'too-large' | 'not-accepted', text: Text, field: string) => new EenlijnError(code, text, { field })

const tooLarge: Text = {
  nl: 'Dit bestand is te groot: 5 MB is het meeste. Bewaar het kleiner en probeer het opnieuw.',
  en: 'This file is too large: 5 MB is the most. Save it smaller and try again.',
}
const svgTooLarge: Text = {
  nl: 'Deze SVG is te groot: 1 MB is het meeste. Kies een PNG.',
  en: 'This SVG is too large: 1 MB is the most. Choose a PNG.',
}
const tooManyPixels: Text = {
  nl: 'Dit beeld heeft te veel punten: 30 miljoen is het meeste. Bewaar het kleiner, bijvoorbeeld 3.000 bij 1.000.',
  en: 'This picture has too many pixels: 30 million is the most. Save it smaller, for example 3,000 by 1,000.',
}
const tooSmall: Text = {
  nl: 'Dit beeld is te klein om mee te vergelijken: 16 bij 16 punten is het minste.',
  en: 'This picture is too small to compare with: 16 by 16 pixels is the least.',
}
const noPicture: Text = {
  nl: 'Dit is geen beeld dat wij kunnen lezen. Kies een bestand dat eindigt op .svg, .png, .jpg of .webp.',
  en: 'This is no picture that we can read. Choose a file that ends in .svg, .png, .jpg or .webp.',
}
const unreadable: Text = {
  nl: 'Dit beeld is niet te openen; het bestand lijkt beschadigd. Bewaar het opnieuw, of kies een PNG.',
  en: 'This picture cannot be opened; the file seems damaged. Save it again, or choose a PNG.',
}
const svgWithEntities: Text = {
  nl: 'Deze SVG verwijst naar andere bestanden of bevat verkorte tekens (‘entities’), en dat openen wij niet. Bewaar hem zonder, of kies een PNG.',
  en: 'This SVG refers to other files or holds shorthand (‘entities’), and we do not open that. Save it without, or choose a PNG.',
}
