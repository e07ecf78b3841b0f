import type { Sharp } from 'sharp'
import { notReadable, type PrintLimits, tooManyPixels } from '../limits.ts'
import type { Picture } from '../types.ts'

/** Longer sides are scaled down to this: small print on an A4 photographed whole still has 20 px letters. */
const longestSide = 4000

/** Upright (EXIF), on white where transparent, grey. The first frame of an animation, the first page of a TIFF. */
export async function decodeImage(file: Uint8Array, limits: PrintLimits): Promise<Picture> {
  const { default: sharp } = await import('sharp')
  const source = () => sharp(file, { limitInputPixels: false, failOn: 'error', sequentialRead: true })
  const found = await source()
    .metadata()
    .catch((cause: unknown) => {
      throw notReadable(cause)
    })
  if (found.width * found.height > limits.pixels) throw tooManyPixels(limits)
  // SVG is a program rather than a photo: it may name files and unfold without end.
  if (found.format === 'svg') throw notReadable()
  try {
    return await greyOf(source().autoOrient().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true }))
  } catch (cause) {
    throw notReadable(cause)
  }
}

/** One grey byte per pixel. */
export async function greyOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, grey: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
}
