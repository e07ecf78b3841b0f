import { type Edges, edgesOf } from '../edges.ts'
import { emptyGrid, type Grid, transform } from '../fourier.ts'
import { fitted, type Pixels, resize } from '../pixels.ts'

/** What a picture is compared by. Made once per picture; `spectra` fill when it is first aligned. */
export interface PicturePrint {
  readonly kind: PictureKind
  readonly fine: Pixels
  readonly fineEdges: Edges
  readonly finePoints: Points
  readonly middle: Edges
  readonly points: Points
  readonly spectra: Map<number, Spectrum>
}

export type PictureKind = 'banner' | 'avatar'

/** The strongest edges, for a quick look at how well a placing fits. */
export interface Points {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly re: Float32Array
  readonly im: Float32Array
}

/** A picture's edges at one coarse size: transformed, and summed so that the strength within a box takes four look-ups. */
export interface Spectrum {
  readonly width: number
  readonly height: number
  readonly grid: Grid
  readonly sums: Float64Array
}

/** Width of the picture at each step of the search, in pixels. */
const fineWidth = 320
const middleWidth = 160
export const coarseWidth = 80
export const coarseGrid = { width: 128, height: 64 } as const
/** Each coarse size is this much smaller than the one before: little more than two pixels at the edges. */
export const scaleStep = 1.06
/** Crops of one picture differ in scale up to `scaleStep ** (scales - 1)`, 1.79 times. */
export const scales = 11
const mostPoints = 420

/** Platforms lay the avatar over the lower left: what is there says nothing of the banner. Parts of the width. */
const avatarZone = { right: 0.23, up: 0.25 } as const

/** Whether a place is covered by something else: a banner's by the avatar, an avatar's by what surrounds the round crop. */
export function isHidden(kind: PictureKind, x: number, y: number, width: number, height: number): boolean {
  if (kind === 'banner') return x < avatarZone.right * width && y > height - avatarZone.up * width
  const radius = Math.min(width, height) / 2 - 1
  return (x - width / 2) ** 2 + (y - height / 2) ** 2 > radius * radius
}

/** At most `fineWidth` wide and half as high as that; one that is so small already stays as it is. */
export const fineOf = (picture: Pixels): Pixels => resize(picture, ...fitted(picture, fineWidth, fineWidth / 2))

export function picturePrintOf(picture: Pixels, kind: PictureKind): PicturePrint {
  const fine = fineOf(picture)
  const middle = masked(edgesOf(resize(fine, ...fitted(fine, middleWidth, middleWidth / 2))), kind)
  const fineEdges = masked(edgesOf(fine), kind)
  return { kind, fine, fineEdges, finePoints: strongest(fineEdges), middle, points: strongest(middle), spectra: new Map() }
}

function masked(edges: Edges, kind: PictureKind): Edges {
  const { width, height, re, im } = edges
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (isHidden(kind, x, y, width, height)) {
        re[y * width + x] = 0
        im[y * width + x] = 0
      }
  return edges
}

function strongest({ width, re, im }: Edges): Points {
  const strengths = re.map((value, at) => value ** 2 + (im[at] ?? 0) ** 2)
  const bar = barOf(strengths, mostPoints * 4)
  const order = Array.from(strengths.keys())
    .filter((at) => (strengths[at] ?? 0) > 0 && (strengths[at] ?? 0) >= bar)
    .sort((a, b) => (strengths[b] ?? 0) - (strengths[a] ?? 0))
    .slice(0, mostPoints * 4)
    // Every fourth, so that one sharp outline does not take all the places.
    .filter((_, rank, all) => rank % Math.max(1, Math.floor(all.length / mostPoints)) === 0)
  const pick = (value: (at: number) => number) => Float32Array.from(order, value)
  return {
    x: pick((at) => (at % width) / width),
    y: pick((at) => Math.floor(at / width) / width),
    re: pick((at) => re[at] ?? 0),
    im: pick((at) => im[at] ?? 0),
  }
}

/** At least `count` are above it, and hardly more when there are many: found by counting, since sorting a whole picture takes long. */
function barOf(strengths: Float32Array, count: number): number {
  const bins = new Uint32Array(1024)
  let most = 0
  for (const strength of strengths) most = Math.max(most, strength)
  for (const strength of strengths) {
    const bin = Math.min(1023, Math.floor((strength / most) * 1024))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  let bin = 1023
  for (let above = bins[bin] ?? 0; bin > 0 && above < count; above += bins[bin] ?? 0) bin--
  return (bin / 1024) * most
}

/** The picture's edges when it is `scaleStep ** step` times smaller than the coarse size. */
export function spectrumOf(print: PicturePrint, step: number): Spectrum {
  const known = print.spectra.get(step)
  if (known) return known
  const shrink = scaleStep ** -step
  const edges = masked(edgesOf(resize(print.fine, ...fitted(print.fine, coarseWidth * shrink, (coarseWidth * shrink) / 2))), print.kind)
  const made = { width: edges.width, height: edges.height, grid: transform(onGrid(edges), 'forward', edges.height), sums: summed(edges) }
  print.spectra.set(step, made)
  return made
}

function onGrid({ width, height, re, im }: Edges): Grid {
  const grid = emptyGrid(coarseGrid.width, coarseGrid.height)
  for (let y = 0; y < height; y++) {
    grid.re.set(re.subarray(y * width, (y + 1) * width), y * grid.width)
    grid.im.set(im.subarray(y * width, (y + 1) * width), y * grid.width)
  }
  return grid
}

/** Strength above and left of each corner; one wider and higher than the picture. */
function summed({ width, height, re, im }: Edges): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      row += (re[at] ?? 0) ** 2 + (im[at] ?? 0) ** 2
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return sums
}
