import type { Edges } from '../edges.ts'
import { correlate } from '../fourier.ts'
import { coarseGrid, coarseWidth, type PicturePrint, type Points, type Spectrum, scaleStep, scales, spectrumOf } from './print.ts'

/**
 * How one picture lies on another: a point of `a` at (x, y) shows what `b` has at (scale·x + dx, scale·y + dy),
 * all in parts of the picture's own width.
 */
export interface Placing {
  readonly scale: number
  readonly dx: number
  readonly dy: number
  /** How well the edges agree there, -1 to 1. */
  readonly fit: number
}

/** Less of the smaller picture in view than this says nothing. */
const leastOverlap = 0.3
const tried = 8
const given = 3

/** Where `a` may lie on `b`, likeliest first: every scale and shift at coarse size, the best ones refined. */
export function placingsOf(a: PicturePrint, b: PicturePrint): Placing[] {
  const found: Placing[] = []
  for (let step = 0; step < scales; step++) {
    found.push(...peaks(spectrumOf(a, step), spectrumOf(b, 0), scaleStep ** -step))
    if (step > 0) found.push(...peaks(spectrumOf(a, 0), spectrumOf(b, step), scaleStep ** step))
  }
  return apart(found, tried)
    .map((placing) => refine(a.points, b.middle, placing, 2 / coarseWidth, 0.3 / coarseWidth))
    .sort((one, other) => other.fit - one.fit)
    .slice(0, given)
    .map((placing) => ({ ...refine(a.finePoints, b.fineEdges, placing, 0.5 / coarseWidth, 0.05 / coarseWidth), fit: placing.fit }))
}

/** The best shifts of `a` over `b`; `scale` is how much wider `b` shows the same thing. */
function peaks(a: Spectrum, b: Spectrum, scale: number): Placing[] {
  const { re } = correlate(b.grid, a.grid)
  const least = leastOverlap * Math.min(a.width * a.height, b.width * b.height)
  const best: { fit: number; dx: number; dy: number }[] = []
  let bar = 0
  // Keeps correlations of next to nothing from counting.
  const floor = 0.02 * (total(a) + total(b)) + 1
  for (let dy = 1 - a.height; dy < b.height; dy++) {
    const rows = Math.min(a.height, b.height - dy) - Math.max(0, -dy)
    if (rows < 3 || rows * Math.min(a.width, b.width) < least) continue
    for (let dx = 1 - a.width; dx < b.width; dx++) {
      const columns = Math.min(a.width, b.width - dx) - Math.max(0, -dx)
      if (rows * columns < least) continue
      const at = (dy & (coarseGrid.height - 1)) * coarseGrid.width + (dx & (coarseGrid.width - 1))
      const value = re[at] ?? 0
      if (value <= 0) continue
      const x = Math.max(0, -dx)
      const y = Math.max(0, -dy)
      const strengths = (within(a, x, y, columns, rows) + floor) * (within(b, x + dx, y + dy, columns, rows) + floor)
      if (value * value <= bar * strengths) continue
      const fit = value / Math.sqrt(strengths)
      const near = best.findIndex((one) => Math.abs(one.dx - dx) < 3 && Math.abs(one.dy - dy) < 3)
      if (near >= 0) {
        if (fit > (best[near]?.fit ?? 0)) best[near] = { fit, dx, dy }
      } else best.push({ fit, dx, dy })
      best.sort((one, other) => other.fit - one.fit)
      best.length = Math.min(best.length, 3)
      bar = (best[2]?.fit ?? 0) ** 2
    }
  }
  return best.map(({ fit, dx, dy }) => ({ scale, dx: dx / b.width, dy: dy / b.width, fit }))
}

const total = ({ sums }: Spectrum): number => sums[sums.length - 1] ?? 0

function within({ width, sums }: Spectrum, x: number, y: number, columns: number, rows: number): number {
  const row = width + 1
  const top = y * row + x
  const bottom = top + rows * row
  return (sums[bottom + columns] ?? 0) - (sums[bottom] ?? 0) - (sums[top + columns] ?? 0) + (sums[top] ?? 0)
}

/** The best ones that are not neighbours of a better one. */
function apart(found: readonly Placing[], most: number): Placing[] {
  const kept: Placing[] = []
  for (const placing of [...found].sort((a, b) => b.fit - a.fit)) {
    const isNear = kept.some(
      (other) =>
        Math.abs(Math.log(other.scale / placing.scale)) < 0.06 &&
        Math.abs(other.dx + other.scale / 2 - placing.dx - placing.scale / 2) < 0.04 &&
        Math.abs(other.dy - placing.dy) < 0.03,
    )
    if (!isNear) kept.push(placing)
    if (kept.length === most) break
  }
  return kept
}

/** Climbs to the best placing nearby, in ever smaller steps. */
function refine(points: Points, onto: Edges, from: Placing, first: number, last: number): Placing {
  let { scale, dx, dy } = from
  let fit = fitOf(points, onto, scale, dx, dy)
  for (let step = first; step >= last; step /= 2) {
    for (let round = 0; round < 4; round++) {
      const before = fit
      for (const { grow, right, down } of moves) {
        const nextScale = scale * (1 + grow * step)
        // Growing about the middle keeps what was in view in view.
        const nextX = dx - (nextScale - scale) / 2 + right * step
        const nextY = dy - (nextScale - scale) * 0.15 + down * step
        const reached = fitOf(points, onto, nextScale, nextX, nextY)
        if (reached <= fit) continue
        scale = nextScale
        dx = nextX
        dy = nextY
        fit = reached
      }
      if (fit === before) break
    }
  }
  return { scale, dx, dy, fit }
}

const moves = [
  { grow: 0, right: 1, down: 0 },
  { grow: 0, right: -1, down: 0 },
  { grow: 0, right: 0, down: 1 },
  { grow: 0, right: 0, down: -1 },
  { grow: 1, right: 0, down: 0 },
  { grow: -1, right: 0, down: 0 },
  { grow: 1, right: 0, down: 1 },
  { grow: -1, right: 0, down: -1 },
  { grow: 1, right: 0, down: -1 },
  { grow: -1, right: 0, down: 1 },
] as const

/** How well the points' edges agree with what lies under them. */
function fitOf(points: Points, onto: Edges, scale: number, dx: number, dy: number): number {
  const { width, height, re, im } = onto
  let together = 0
  let mine = 0
  let theirs = 0
  let seen = 0
  for (let at = 0; at < points.x.length; at++) {
    const x = (scale * (points.x[at] ?? 0) + dx) * width
    const y = (scale * (points.y[at] ?? 0) + dy) * width
    const left = Math.floor(x)
    const top = Math.floor(y)
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
    const fx = x - left
    const fy = y - top
    const nw = top * width + left
    const sw = nw + width
    const upperRe = (1 - fx) * (re[nw] ?? 0) + fx * (re[nw + 1] ?? 0)
    const upperIm = (1 - fx) * (im[nw] ?? 0) + fx * (im[nw + 1] ?? 0)
    const bre = (1 - fy) * upperRe + fy * ((1 - fx) * (re[sw] ?? 0) + fx * (re[sw + 1] ?? 0))
    const bim = (1 - fy) * upperIm + fy * ((1 - fx) * (im[sw] ?? 0) + fx * (im[sw + 1] ?? 0))
    const are = points.re[at] ?? 0
    const aim = points.im[at] ?? 0
    together += are * bre + aim * bim
    mine += are * are + aim * aim
    theirs += bre * bre + bim * bim
    seen++
  }
  return seen < Math.min(40, points.x.length * 0.2) ? -1 : together / Math.sqrt(mine * theirs + 1)
}
