import { drawnAbove, imageLimits } from '../../../config/images.ts'
import { legibilityOf } from '../legibility.ts'
import { wordsOf } from '../likeness/candidates.ts'
import { comparePictures } from '../likeness/judge.ts'
import { fineOf, type PictureKind, type PicturePrint, picturePrintOf } from '../likeness/print.ts'
import { judgeLogo, type Logo, logoOf } from '../logos/judge.ts'
import { markPrintOf } from '../logos/mark.ts'
import { searchPrintOf } from '../logos/search.ts'
import { type PaletteColour, paletteOf } from '../palette.ts'
import { fitted, type Pixels, resize } from '../pixels.ts'
import { backdropOf } from '../portraits/backdrop.ts'
import type { ImageReaders, Look, LookWishes } from '../types.ts'
import { decode, decodeMark } from './decode.ts'
import { faceSide, type Nets, openNets, personSide } from './nets.ts'
import { createRecent } from './recent.ts'

/** Enough for a 1500 pixel banner's smallest legible logo; larger only costs time. */
const decodedSide = 1100
const paletteSide = 96
/** Prints with their spectra take 1.2 MB each; the small pictures that they are made from 0.1 MB. */
const printsKept = 48
const finesKept = 1000
const logosKept = 200
/** Of so many logos the templates stay: they take up to 20 MB each. */
const templatesKept = 16

const isDrawn = (palette: readonly PaletteColour[]): boolean => palette.slice(0, 2).reduce((sum, { share }) => sum + share, 0) > drawnAbove

/** The readers in this very process. Bytes come from `get`; what was decoded last is kept for the next comparison. */
export function createEngine(get: (key: string) => Promise<Uint8Array | null>): ImageReaders {
  const prints = createRecent<PicturePrint>(printsKept)
  const fines = createRecent<Pixels>(finesKept)
  const logos = createRecent<Logo | null>(logosKept)
  const warm: Logo[] = []
  let nets: Promise<Nets> | null = null

  async function readable<T>(key: string, decoding: (bytes: Uint8Array) => Promise<T>): Promise<T | null> {
    const bytes = await get(key)
    if (bytes === null || bytes.byteLength > imageLimits.bytes) return null
    // Not an image, damaged, or too many pixels: each is unreadable to the one who asked.
    return decoding(bytes).catch(() => null)
  }

  const printKey = (key: string, kind: PictureKind) => `${kind} ${key}`
  const keepPrint = (key: string, kind: PictureKind, picture: Pixels) =>
    prints.set(printKey(key, kind), picturePrintOf(fines.set(key, fineOf(picture)), kind))

  async function printOf(key: string, kind: PictureKind): Promise<PicturePrint | null> {
    const known = prints.get(printKey(key, kind))
    if (known) return known
    const picture = fines.get(key) ?? (await readable(key, (bytes) => decode(bytes, 640)))
    return picture === null ? null : keepPrint(key, kind, picture)
  }

  async function logoAt(key: string): Promise<Logo | null> {
    const known = logos.get(key)
    if (known !== undefined) return known
    const file = await readable(key, decodeMark)
    const mark = file === null ? null : markPrintOf(file)
    return logos.set(key, mark === null ? null : logoOf(mark))
  }

  /** Lets go of the templates of the logo that was not looked for the longest. */
  function keepWarm(logo: Logo): void {
    const at = warm.indexOf(logo)
    if (at >= 0) warm.splice(at, 1)
    warm.push(logo)
    if (warm.length > templatesKept) warm.shift()?.mark.templates.clear()
  }

  async function portraitOf(picture: Pixels): Promise<Look['portrait']> {
    nets ??= openNets()
    const { face, person } = await nets
    const box = face(resize(picture, faceSide, faceSide))
    if (box === null) return null
    const square = resize(picture, personSide, personSide)
    return { face: box, backdrop: backdropOf(square, person(square)) }
  }

  async function logosIn(picture: Pixels, keys: readonly string[]): Promise<Look['logos']> {
    if (keys.length === 0) return []
    // All of them first: a key whose bytes are missing starts the whole question anew.
    const known: (readonly [string, Logo])[] = []
    for (const key of keys) {
      const logo = await logoAt(key)
      if (logo !== null) known.push([key, logo])
    }
    const print = searchPrintOf(picture)
    return known.map(([key, logo]) => {
      const found = { logo: key, ...judgeLogo(print, logo) }
      keepWarm(logo)
      return found
    })
  }

  return {
    async look(key, { kind, faces, logos }: LookWishes) {
      const picture = await readable(key, (bytes) => decode(bytes, decodedSide))
      if (picture === null) return null
      const print = keepPrint(key, kind, picture)
      const palette = paletteOf(resize(print.fine, ...fitted(picture, paletteSide, paletteSide)))
      return {
        words: wordsOf(print.middle),
        palette,
        legibility: kind === 'avatar' ? { ...legibilityOf(picture), width: picture.width, height: picture.height } : null,
        portrait: faces && !isDrawn(palette) ? await portraitOf(picture) : null,
        logos: await logosIn(picture, logos),
      }
    },
    async find(key, logos) {
      const picture = await readable(key, (bytes) => decode(bytes, decodedSide))
      return picture === null ? null : logosIn(picture, logos)
    },
    async compare(a, b, kind) {
      const one = await printOf(a, kind)
      const other = await printOf(b, kind)
      return one === null || other === null ? null : comparePictures(one, other)
    },
  }
}
