import type { MarkPixels } from '../logos/mark.ts'
import type { Pixels } from '../pixels.ts'

/** The picture upright, on white where it is transparent, at most `width` by `height` (never made larger; an SVG is drawn at that size). */
export async function decode(bytes: Uint8Array, width: number, height = width): Promise<Pixels> {
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: 60_000_000 })
    .autoOrient()
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
}

/** A logo with its transparency. An SVG is drawn large enough for its longest side. */
export async function decodeMark(bytes: Uint8Array, side = 384): Promise<MarkPixels> {
  const { default: sharp } = await import('sharp')
  const { format, width, height } = await sharp(bytes, { limitInputPixels: 60_000_000 }).metadata()
  const density = format === 'svg' ? Math.min(2400, Math.max(24, (72 * side) / Math.max(width, height))) : undefined
  const { data, info } = await sharp(bytes, { limitInputPixels: 60_000_000, ...(density === undefined ? {} : { density }) })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: format !== 'svg' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
}
