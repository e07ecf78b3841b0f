import { type Edges, edgesOf } from '../edges.ts'
import { emptyGrid, type Grid, transform } from '../fourier.ts'
import { fitted, type Pixels, resize } from '../pixels.ts'
import { type MarkPrint, type Template, templateOf } from './mark.ts'

/** A picture in which logos are looked for. What it holds at each size is made when asked for, once for all logos. */
export interface SearchPrint {
  readonly picture: Pixels
  readonly coarse: Pixels
  /** Of the coarse picture and its halves. */
  readonly fields: Map<number, Field>
  /** Sizes that shrink by steps of the root of two, the picture's own first. */
  readonly levels: Map<number, Level>
}

/** Edges and their strength, transformed. */
interface Field {
  readonly width: number
  readonly height: number
  readonly grid: Grid
  readonly energy: Grid
  /** Room to correlate in. */
  readonly room: Grid
}

interface Level {
  readonly picture: Pixels
  readonly edges: Edges
  /** Its width in parts of the whole picture's. */
  readonly factor: number
}

/** Where a mark may be, in pixels of the picture. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly fit: number
}

/** Wide pictures are searched 512 pixels wide, others 256. */
const gridOf = ({ width, height }: { width: number; height: number }) =>
  width >= 1.9 * height ? { width: 512, height: 256 } : { width: 256, height: 256 }

export function searchPrintOf(picture: Pixels): SearchPrint {
  const size = gridOf(picture)
  const coarse = resize(picture, ...fitted(picture, Math.min(size.width, picture.width), Math.min(size.height, picture.height)))
  return { picture, coarse, fields: new Map(), levels: new Map() }
}

function fieldAt(print: SearchPrint, halved: number): Field {
  const known = print.fields.get(halved)
  if (known) return known
  const whole = gridOf(print.picture)
  const [wide, high] = [whole.width >> halved, whole.height >> halved]
  const { coarse } = print
  const edges = edgesOf(resize(coarse, ...fitted(coarse, Math.min(wide, coarse.width), Math.min(high, coarse.height))))
  const [grid, energy] = [emptyGrid(wide, high), emptyGrid(wide, high)]
  for (let y = 0; y < edges.height; y++)
    for (let x = 0; x < edges.width; x++) {
      const [from, to] = [y * edges.width + x, y * wide + x]
      const [re, im] = [edges.re[from] ?? 0, edges.im[from] ?? 0]
      grid.re[to] = re
      grid.im[to] = im
      energy.re[to] = re * re + im * im
    }
  const made = {
    width: edges.width,
    height: edges.height,
    grid: transform(grid, 'forward', edges.height),
    energy: transform(energy, 'forward', edges.height),
    room: emptyGrid(wide, high),
  }
  print.fields.set(halved, made)
  return made
}

const sizeStep = 1.19
const perSize = 2
/** The mark's longest side, in parts of the picture's: smaller is not legible on any platform. */
const smallest = { wide: 0.06, other: 0.16 } as const
/** In coarse pixels: fewer hold no shape. */
const leastSide = 7
/** A size is searched in the smallest picture in which the mark still has so many pixels. */
const enough = { long: 20, short: 6 } as const
const mostHalved = 2

/** The likeliest spots at every size. */
export function spotsOf(print: SearchPrint, mark: MarkPrint): Spot[] {
  const { coarse, picture } = print
  const isWide = gridOf(picture).width > gridOf(picture).height
  const shape = mark.picture.height / mark.picture.width
  const spots: Spot[] = []
  const least = (isWide ? smallest.wide : smallest.other) * coarse.width * (shape > 1 ? 1 / shape : 1)
  const most = Math.min(coarse.width, coarse.height / shape) * (isWide ? 0.6 : 1)
  for (let size = least; size <= most; size *= sizeStep) {
    const short = Math.min(size, size * shape)
    if (short < leastSide) continue
    const room = Math.min(Math.max(size, size * shape) / enough.long, short / enough.short)
    const field = fieldAt(print, Math.min(mostHalved, Math.max(0, Math.floor(Math.log2(room)))))
    const scale = picture.width / field.width
    const width = Math.round((size * field.width) / coarse.width)
    for (const { x, y, fit } of peaks(field, templateOf(mark, width, field.grid)))
      spots.push({ x: x * scale, y: y * scale, width: width * scale, fit })
  }
  return spots
}

interface Peak {
  readonly x: number
  readonly y: number
  readonly fit: number
}

function peaks({ grid, energy, room, width, height }: Field, template: Template): Peak[] {
  const rows = height - template.height + 1
  if (rows < 1) return []
  bothCorrelations(grid, template.grid, energy, template.cover, room)
  const { re, im } = transform(room, 'back', rows)
  const best: Peak[] = []
  const floor = template.strength * 0.15
  let bar = 0
  for (let y = 0; y < rows; y++)
    for (let x = 0; x <= width - template.width; x++) {
      const at = y * grid.width + x
      const value = re[at] ?? 0
      if (value <= 0) continue
      const strengths = template.strength * (Math.max(0, im[at] ?? 0) + floor)
      if (value * value <= bar * strengths) continue
      keep(best, { x, y, fit: value / Math.sqrt(strengths) })
      bar = best.length < perSize ? 0 : (best[perSize - 1]?.fit ?? 0) ** 2
    }
  return best
}

function keep(best: Peak[], peak: Peak): void {
  const near = best.findIndex((one) => Math.abs(one.x - peak.x) < 4 && Math.abs(one.y - peak.y) < 4)
  if (near < 0) best.push(peak)
  else if (peak.fit > (best[near]?.fit ?? 0)) best[near] = peak
  best.sort((a, b) => b.fit - a.fit)
  best.length = Math.min(best.length, perSize)
}

/**
 * Two correlations for one transform: the real part of the first comes out real, the second (of two real
 * pictures) comes out imaginary. A place and the one opposite are made together.
 */
function bothCorrelations(a: Grid, b: Grid, c: Grid, d: Grid, made: Grid): void {
  const { width, height } = a
  const scale = 1 / (width * height)
  for (let y = 0; y <= height / 2; y++) {
    const opposite = ((height - y) & (height - 1)) * width
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const other = opposite + ((width - x) & (width - 1))
      const are = a.re[at] ?? 0
      const aim = a.im[at] ?? 0
      const bre = b.re[at] ?? 0
      const bim = b.im[at] ?? 0
      const ore = a.re[other] ?? 0
      const oim = a.im[other] ?? 0
      const pre = b.re[other] ?? 0
      const pim = b.im[other] ?? 0
      const cre = c.re[at] ?? 0
      const cim = c.im[at] ?? 0
      const dre = d.re[at] ?? 0
      const dim = d.im[at] ?? 0
      const firstRe = ((are * bre + aim * bim + ore * pre + oim * pim) * scale) / 2
      const firstIm = ((aim * bre - are * bim - oim * pre + ore * pim) * scale) / 2
      const secondRe = (cre * dre + cim * dim) * scale
      const secondIm = (cim * dre - cre * dim) * scale
      made.re[at] = firstRe - secondIm
      made.im[at] = firstIm + secondRe
      made.re[other] = firstRe + secondIm
      made.im[other] = secondRe - firstIm
    }
  }
}

/** The picture at the size at which a mark of that many pixels is about `side` wide; never larger than it is. */
export function levelFor(print: SearchPrint, markWidth: number, side: number): Level {
  const level = Math.max(0, Math.round(2 * Math.log2(markWidth / side)))
  const known = print.levels.get(level)
  if (known) return known
  const picture = pictureAt(print, level)
  const made = { picture, edges: edgesOf(picture), factor: picture.width / print.picture.width }
  print.levels.set(level, made)
  return made
}

/** Each from the one twice as large, which costs a fraction of making it from the whole. */
function pictureAt(print: SearchPrint, level: number): Pixels {
  const known = print.levels.get(level)?.picture
  if (known) return known
  const factor = 2 ** (-level / 2)
  const from = level < 2 ? print.picture : pictureAt(print, level - 2)
  return resize(from, ...fitted(print.picture, print.picture.width * factor, print.picture.height * factor))
}
