import { colourDifference, type LabColour, labColour } from './colour-difference.ts'
import type { Pixels } from './pixels.ts'

export interface PaletteColour {
  readonly hex: string
  /** Share of the picture, 0 to 1. */
  readonly share: number
}

/** Colours of one picture nearer than this (CIEDE2000) are one to most eyes when they do not lie side by side. */
const sameColour = 9
const leastShare = 0.02
const most = 6

/** The colours that a picture is made of, most of it first: pixels counted in 4,096 bins, near bins taken together. */
export function paletteOf({ data }: Pixels): PaletteColour[] {
  const bins = new Map<number, [number, number, number, number]>()
  for (let at = 0; at < data.length; at += 3) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4)
    const bin = bins.get(key)
    if (bin === undefined) bins.set(key, [1, r, g, b])
    else {
      bin[0]++
      bin[1] += r
      bin[2] += g
      bin[3] += b
    }
  }
  const pixels = data.length / 3
  const merged: { count: number; rgb: readonly [number, number, number]; lab: LabColour }[] = []
  // Bins under a thousandth only cost time.
  for (const [count, r, g, b] of [...bins.values()].filter(([n]) => n > pixels / 1000).sort((one, other) => other[0] - one[0])) {
    const rgb = [Math.round(r / count), Math.round(g / count), Math.round(b / count)] as const
    const lab = labColour(...rgb)
    const near = merged.find((colour) => colourDifference(colour.lab, lab) < sameColour)
    if (near) near.count += count
    else merged.push({ count, rgb, lab })
  }
  return merged
    .map(({ count, rgb }) => ({ hex: `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`, share: count / pixels }))
    .filter(({ share }) => share >= leastShare)
    .sort((one, other) => other.share - one.share)
    .slice(0, most)
}
