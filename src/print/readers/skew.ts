import type { Picture } from '../types.ts'

const widest = 25
const coarse = 1
const fine = 0.2
/** Pixels that are this much darker or lighter than their surroundings may be letters. */
const contrast = 0.2
const sampleSide = 900

/**
 * Degrees to turn a picture clockwise so that its lines of text run level, for one that stands upright and for one that lies
 * on its side: the slant, up to 25 either way, along which rows of ink and rows of paper differ most (projection profile).
 * Which of the two it is only reading can tell: the edges of a sheet are straight both ways.
 */
export function slantsOf(picture: Picture, surroundings: Picture): { readonly upright: number; readonly onSide: number } {
  const points = inkOf(picture, surroundings)
  if (points.length < 400) return { upright: 0, onSide: 90 }
  const turned = points.map((_, at) => (at % 2 === 0 ? (points[at + 1] ?? 0) : sampleSide - (points[at - 1] ?? 0)))
  return { upright: -slantOf(points), onSide: 270 - slantOf(turned) }
}

const slantOf = (points: Int16Array): number => steepest(points, steepest(points, 0, widest, coarse).degrees, coarse, fine).degrees

interface Slant {
  readonly degrees: number
  readonly score: number
}

function steepest(points: Int16Array, middle: number, reach: number, step: number): Slant {
  let best: Slant = { degrees: middle, score: -1 }
  for (let degrees = middle - reach; degrees <= middle + reach + step / 2; degrees += step) {
    const score = sharpness(points, Math.tan((degrees * Math.PI) / 180))
    if (score > best.score) best = { degrees, score }
  }
  return best
}

/** x and y of letter-like pixels in turn, at most about 900 pixels to a side. */
function inkOf(picture: Picture, surroundings: Picture): Int16Array {
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) / sampleSide))
  const points: number[] = []
  for (let y = 0; y < picture.height; y += step)
    for (let x = 0; x < picture.width; x += step) {
      const at = y * picture.width + x
      const near = surroundings.grey[at] ?? 0
      if (Math.abs((picture.grey[at] ?? 0) - near) > contrast * Math.max(60, near)) points.push(x / step, y / step)
    }
  return Int16Array.from(points)
}

function sharpness(points: Int16Array, slope: number): number {
  const rows = new Uint16Array(4 * sampleSide)
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] ?? 0) - (points[at] ?? 0) * slope) + sampleSide
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1
  }
  let score = 0
  for (let row = 1; row < rows.length; row++) {
    const jump = (rows[row] ?? 0) - (rows[row - 1] ?? 0)
    score += jump * jump
  }
  return score
}
