import type { Sharp } from 'sharp'
import { notReadable, type PrintLimits, tooManyPixels } from '../limits.ts'
import type { DrawnPage, Picture } from '../types.ts'

/** Longer sides are scaled down to this: small print on an A4 photographed whole still has 20 px letters. */
const longestSide = 4000

/** Upright (EXIF), on white where transparent, grey. The first frame of an animation, the first page of a TIFF. */
export async function decodeImage(file: Uint8Array, limits: PrintLimits): Promise<Picture> {
  const image = await openImage(file, limits)
  return greyOf(image).catch((cause: unknown) => {
    throw notReadable(cause)
  })
}

/** The same, in colour and of the same size. */
export async function drawImage(file: Uint8Array, limits: PrintLimits): Promise<DrawnPage> {
  const image = await openImage(file, limits)
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw notReadable(cause)
    })
  const rgb = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return { width: info.width, height: info.height, rgb: info.channels === 3 ? rgb : threeChannels(rgb, info.channels), scale: 1 }
}

/** Grey pictures come with one channel. */
const threeChannels = (pixels: Uint8Array, channels: number): Uint8Array => {
  const rgb = new Uint8Array((pixels.length / channels) * 3)
  for (let at = 0; at < rgb.length; at++) rgb[at] = pixels[Math.floor(at / 3) * channels + (channels >= 3 ? at % 3 : 0)] ?? 0
  return rgb
}

async function openImage(file: Uint8Array, limits: PrintLimits): Promise<Sharp> {
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
  return source().autoOrient().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
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
