import type { Box, Picture } from '../types.ts'

/** A word with its corners in the picture. */
export interface Word {
  readonly text: string
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
}

const at = ({ grey, width, height }: Picture, x: number, y: number): number =>
  grey[Math.min(height - 1, Math.max(0, Math.round(y))) * width + Math.min(width - 1, Math.max(0, Math.round(x)))] ?? 255

/** Whether the letters in a box are lighter than what they stand on: letters cover less than half of their line. */
export function isLight(picture: Picture, box: Box): boolean {
  const values: number[] = []
  const step = Math.max(1, Math.floor(Math.sqrt((box.w * box.h) / 4000)))
  for (let y = box.y; y < box.y + box.h; y += step) for (let x = box.x; x < box.x + box.w; x += step) values.push(at(picture, x, y))
  values.sort((a, b) => a - b)
  const share = (part: number) => values[Math.floor(part * (values.length - 1))] ?? 0
  return share(0.5) < (share(0.02) + share(0.98)) / 2
}

/** The words of a line of dark letters. Readers see `_` in a name as a blank; its ink on the base line tells them apart. */
export function joinWords(words: readonly Word[], picture: Picture): string {
  return words.reduce((line, word, index) => {
    const left = words[index - 1]
    if (left === undefined) return word.text
    const isName = /[@/]/.test(left.text) && /^[\p{L}\p{N}]/u.test(word.text)
    return line + (isName && isUnderscored(left, word, picture) ? (left.text.endsWith('_') ? '' : '_') : ' ') + word.text
  }, '')
}

/** A stroke runs through nearly the whole gap, low, with nothing above it. */
function isUnderscored(left: Word, right: Word, picture: Picture): boolean {
  const height = Math.max(left.bbox.y1 - left.bbox.y0, right.bbox.y1 - right.bbox.y0)
  const base = Math.max(left.bbox.y1, right.bbox.y1)
  const gap = right.bbox.x0 - left.bbox.x1
  if (gap < 2 || gap > 1.5 * height) return false
  let low = 0
  let high = 0
  for (let x = left.bbox.x1; x < right.bbox.x0; x++) {
    if (hasInk(picture, x, base - 0.35 * height, base + 0.2 * height)) low++
    if (hasInk(picture, x, base - 0.9 * height, base - 0.45 * height)) high++
  }
  return low >= 0.8 * gap && high <= 0.35 * gap
}

/** On even light paper has 200; ink is clearly darker. */
const ink = 150

function hasInk(picture: Picture, x: number, from: number, to: number): boolean {
  for (let y = Math.round(from); y <= to; y++) if (at(picture, x, y) < ink) return true
  return false
}
