import type { Box, DrawnPage } from '../types.ts'

/** The largest picture of a place on print, in bytes. */
export const mostCropBytes = 100 * 1024

/** Longest side in pixels; a crop is looked at beside a line of text, a whole page as a thumbnail. */
const longestSide = { crop: 900, page: 640 }
const qualities = [80, 60, 40, 20]
/** Around the find, as a share of its height: a reader wants to see where it stands. */
const margin = { share: 0.5, least: 8, most: 60 }

/** The place of a find with some of what is around it, as WebP. */
export function cutOut(page: DrawnPage, box: Box): Promise<Uint8Array> {
  const around = Math.min(margin.most, Math.max(margin.least, (box.h / page.scale) * margin.share))
  const left = clamp(box.x / page.scale - around, page.width - 1)
  const top = clamp(box.y / page.scale - around, page.height - 1)
  const right = clamp((box.x + box.w) / page.scale + around, page.width)
  const bottom = clamp((box.y + box.h) / page.scale + around, page.height)
  const region = { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
  return small(page, longestSide.crop, region)
}

/** The whole page, small, as WebP. */
export const thumbnail = (page: DrawnPage): Promise<Uint8Array> => small(page, longestSide.page, null)

const clamp = (value: number, most: number): number => Math.round(Math.min(Math.max(0, value), most))

interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Loses sharpness before it gets too large; smaller still when that is not enough. */
async function small(page: DrawnPage, side: number, region: Region | null): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const source = sharp(page.rgb, { raw: { width: page.width, height: page.height, channels: 3 } })
  const part = region === null ? source : source.extract(region)
  for (let longest = side; ; longest = Math.floor(longest / 2)) {
    const resized = part.clone().resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    for (const quality of qualities) {
      const bytes = await resized.clone().webp({ quality }).toBuffer()
      if (bytes.byteLength <= mostCropBytes) return new Uint8Array(bytes)
    }
  }
}
