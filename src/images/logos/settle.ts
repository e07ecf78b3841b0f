import { type Edges, edgesOf } from '../edges.ts'
import type { Pixels } from '../pixels.ts'
import type { MarkPoints, MarkPrint } from './mark.ts'
import { levelFor, type SearchPrint, type Spot } from './search.ts'

/** Steps in parts of the mark's width, halved from the first to the last; of the mark's points one in `every` is looked at, on the picture with the mark about `side` pixels wide. */
export interface SettleSteps {
  readonly first: number
  readonly last: number
  readonly every: number
  readonly side: number
}

/** The best spot nearby, in ever smaller steps of position and size. */
export function settle(print: SearchPrint, mark: MarkPrint, from: Spot, steps: SettleSteps): Spot {
  const { edges, factor } = levelFor(print, from.width, steps.side)
  const shape = mark.picture.height / mark.picture.width
  let { x, y, width } = from
  let fit = fitOf(mark.points, edges, x * factor, y * factor, width * factor, steps.every)
  for (let step = steps.first; step >= steps.last; step /= 2)
    for (let round = 0; round < 4; round++) {
      const before = fit
      for (const { right, down, grow } of moves) {
        const nextWidth = width * (1 + grow * step)
        const more = (nextWidth - width) / 2
        const nextX = x + right * step * width - more
        const nextY = y + down * step * width * Math.min(1, shape) - more * shape
        const reached = fitOf(mark.points, edges, nextX * factor, nextY * factor, nextWidth * factor, steps.every)
        if (reached <= fit) continue
        x = nextX
        y = nextY
        width = nextWidth
        fit = reached
      }
      if (fit === before) break
    }
  return { x, y, width, fit }
}

const moves = [
  { right: 1, down: 0, grow: 0 },
  { right: -1, down: 0, grow: 0 },
  { right: 0, down: 1, grow: 0 },
  { right: 0, down: -1, grow: 0 },
  { right: 0, down: 0, grow: 1 },
  { right: 0, down: 0, grow: -1 },
] as const

/** How well the mark's edges agree with those of the picture, `width` pixels wide from (left, top). */
function fitOf(points: MarkPoints, { width, height, re, im }: Edges, left: number, top: number, size: number, every: number): number {
  let together = 0
  let mine = 0
  let theirs = 0
  for (let at = 0; at < points.x.length; at += every) {
    const x = left + (points.x[at] ?? 0) * size - 0.5
    const y = top + (points.y[at] ?? 0) * size - 0.5
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const are = points.re[at] ?? 0
    const aim = points.im[at] ?? 0
    mine += are * are + aim * aim
    if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= height - 1) continue
    const fx = x - ix
    const fy = y - iy
    const nw = iy * width + ix
    const sw = nw + width
    const upperRe = (1 - fx) * (re[nw] ?? 0) + fx * (re[nw + 1] ?? 0)
    const upperIm = (1 - fx) * (im[nw] ?? 0) + fx * (im[nw + 1] ?? 0)
    const bre = (1 - fy) * upperRe + fy * ((1 - fx) * (re[sw] ?? 0) + fx * (re[sw + 1] ?? 0))
    const bim = (1 - fy) * upperIm + fy * ((1 - fx) * (im[sw] ?? 0) + fx * (im[sw + 1] ?? 0))
    together += are * bre + aim * bim
    theirs += bre * bre + bim * bim
  }
  return together / Math.sqrt(mine * (theirs + 0.1 * mine) + 1)
}

/** What a spot has of the mark. */
export interface Evidence {
  readonly spot: Spot
  /** Agreement of edges where the mark has them (`drawn`) and over its whole box, where other edges count against (`clean`). */
  readonly drawn: number
  readonly clean: number
  /** Share of the mark's blocks, by their edges, that agree. */
  readonly blocks: number
  /** How well the colours follow the mark's, inside it; and how far they are off, 0 to 1. */
  readonly colours: number
  readonly colourGap: number
  /** How even what the mark stands on is, 0 to 1. */
  readonly ground: number
}

export function evidenceAt(print: SearchPrint, mark: MarkPrint, spot: Spot): Evidence {
  const { width, height } = mark.picture
  const { picture, factor } = levelFor(print, spot.width, width)
  const seen = cutOut(picture, spot.x * factor, spot.y * factor, (spot.width * factor) / width, width, height)
  return { spot, ...edgeEvidence(mark, edgesOf(seen)), ...colourEvidence(mark, seen) }
}

/** A part of the picture from (left, top), as large as the mark's print; `step` is near one. */
function cutOut({ width, height, data }: Pixels, left: number, top: number, step: number, outWidth: number, outHeight: number): Pixels {
  const made = new Uint8Array(outWidth * outHeight * 3)
  const row = width * 3
  let to = 0
  for (let y = 0; y < outHeight; y++) {
    const py = Math.min(height - 1.001, Math.max(0, top + (y + 0.5) * step - 0.5))
    const iy = Math.floor(py)
    const fy = py - iy
    for (let x = 0; x < outWidth; x++) {
      const px = Math.min(width - 1.001, Math.max(0, left + (x + 0.5) * step - 0.5))
      const ix = Math.floor(px)
      const fx = px - ix
      const first = iy * row + ix * 3
      for (let at = first; at < first + 3; at++) {
        const upper = (1 - fx) * (data[at] ?? 0) + fx * (data[at + 3] ?? 0)
        const lower = (1 - fx) * (data[at + row] ?? 0) + fx * (data[at + row + 3] ?? 0)
        made[to++] = (1 - fy) * upper + fy * lower + 0.5
      }
    }
  }
  return { width: outWidth, height: outHeight, data: made }
}

const blockSide = 12

function edgeEvidence({ edges }: MarkPrint, seen: Edges): { drawn: number; clean: number; blocks: number } {
  const across = Math.ceil(edges.width / blockSide)
  const count = across * Math.ceil(edges.height / blockSide)
  const [together, mine, theirs] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  let all = 0
  for (let y = 0; y < edges.height; y++)
    for (let x = 0; x < edges.width; x++) {
      const at = y * edges.width + x
      const are = edges.re[at] ?? 0
      const aim = edges.im[at] ?? 0
      const bre = seen.re[at] ?? 0
      const bim = seen.im[at] ?? 0
      const a = are * are + aim * aim
      const b = bre * bre + bim * bim
      all += b
      const block = Math.floor(y / blockSide) * across + Math.floor(x / blockSide)
      together[block] = (together[block] ?? 0) + are * bre + aim * bim
      mine[block] = (mine[block] ?? 0) + a
      if (a > 1) theirs[block] = (theirs[block] ?? 0) + b
    }
  const sum = (parts: Float64Array) => parts.reduce((total, part) => total + part, 0)
  const [whole, agreed, under] = [sum(mine), sum(together), sum(theirs)]
  const agreeing = mine.filter((own, block) => (together[block] ?? 0) / Math.sqrt(own * ((theirs[block] ?? 0) + 0.05 * own) + 1) > 0.6)
  return {
    drawn: agreed / Math.sqrt(whole * (under + 0.1 * whole) + 1),
    clean: agreed / Math.sqrt(whole * (all + 0.1 * whole) + 1),
    blocks: sum(agreeing) / (whole || 1),
  }
}

function colourEvidence({ picture, ink }: MarkPrint, seen: Pixels): { colours: number; colourGap: number; ground: number } {
  const inked = { n: 0, gap: 0, a: 0, b: 0, ab: 0, aa: 0, bb: 0 }
  const ground = { n: 0, squares: 0, sums: [0, 0, 0] }
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] === 1) inked.n++
    else ground.n++
    for (let channel = 0; channel < 3; channel++) {
      const a = picture.data[at * 3 + channel] ?? 0
      const b = seen.data[at * 3 + channel] ?? 0
      if (ink[at] === 1) {
        inked.gap += Math.abs(a - b)
        inked.a += a
        inked.b += b
        inked.ab += a * b
        inked.aa += a * a
        inked.bb += b * b
      } else {
        ground.sums[channel] = (ground.sums[channel] ?? 0) + b
        ground.squares += b * b
      }
    }
  }
  if (inked.n === 0) return { colours: 0, colourGap: 1, ground: 0 }
  const n = 3 * inked.n
  // About the mean of all channels, so that the hue itself counts too.
  const covariance = inked.ab / n - (inked.a * inked.b) / n ** 2
  const noise = 60
  const colours = covariance / Math.sqrt((inked.aa / n - (inked.a / n) ** 2 + noise) * (inked.bb / n - (inked.b / n) ** 2 + noise))
  const spread =
    ground.n === 0 ? 0 : ground.squares / (3 * ground.n) - ground.sums.reduce((sum, value) => sum + value ** 2, 0) / (3 * ground.n ** 2)
  return { colours, colourGap: inked.gap / (n * 255), ground: 1 / (1 + Math.sqrt(Math.max(0, spread)) / 24) }
}
