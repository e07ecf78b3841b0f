import { type Edges, edgesOf } from '../edges.ts'
import { emptyGrid, type Grid, transform } from '../fourier.ts'
import { fitted, type Pixels, resize } from '../pixels.ts'

/** A decoded logo file: four bytes a pixel, the last one how opaque it is. */
export interface MarkPixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** What a logo is looked for by. `templates` fill when it is first looked for. */
export interface MarkPrint {
  /** Cut to the mark, on its ground, with a rim of the ground; longest side `markSide`. */
  readonly picture: Pixels
  /** What of it is mark rather than ground: 0 or 1 a pixel. */
  readonly ink: Uint8Array
  readonly edges: Edges
  readonly points: MarkPoints
  readonly templates: Map<string, Template>
}

/** The mark's edges at places spread over it, in parts of the mark's width. */
export interface MarkPoints {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly re: Float32Array
  readonly im: Float32Array
}

/** The mark at one size, transformed. */
export interface Template {
  readonly width: number
  readonly height: number
  readonly grid: Grid
  /** Where its edges are, transformed. */
  readonly cover: Grid
  readonly strength: number
}

export const markSide = 128
const rim = 3
const mostPoints = 500

/** The mark, cut out of its file. `null` when the file shows nothing but its ground. */
export function markPrintOf(file: MarkPixels): MarkPrint | null {
  const { flat, ink } = onGround(file)
  const box = boxOf(ink, file.width, file.height)
  if (!box) return null
  const cut = crop(flat, box)
  const [width, height] = fitted(cut, markSide - 2 * rim, markSide - 2 * rim)
  const ground = groundOf(flat, ink)
  const picture = framed(resize(cut, width, height), ground)
  const shape = framed(resize(shapeOf(ink, file.width, box), width, height), [0, 0, 0])
  const edges = edgesOf(picture)
  const inkThere = Uint8Array.from({ length: picture.width * picture.height }, (_, at) => ((shape.data[at * 3] ?? 0) > 127 ? 1 : 0))
  return { picture, ink: inkThere, edges, points: pointsOf(edges), templates: new Map() }
}

type Colour = readonly [number, number, number]

/** A mark with transparent surroundings stands on white, a light one on black; an opaque file has the colour of its corners as ground. */
function onGround({ width, height, data }: MarkPixels): { flat: Pixels; ink: Uint8Array } {
  const count = width * height
  const ink = new Uint8Array(count)
  let [opaque, light] = [0, 0]
  for (let at = 0; at < count; at++) {
    const alpha = data[at * 4 + 3] ?? 0
    if (alpha < 128) continue
    opaque++
    if (Math.min(data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0) > 225) light++
  }
  const isOpaque = opaque > count * 0.985
  const shade = !isOpaque && light > opaque * 0.8 ? 0 : 255
  const corner: Colour = [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0]
  const flat = new Uint8Array(count * 3)
  for (let at = 0; at < count; at++) {
    const alpha = (data[at * 4 + 3] ?? 0) / 255
    let apart = 0
    for (let channel = 0; channel < 3; channel++) {
      const value = (data[at * 4 + channel] ?? 0) * alpha + shade * (1 - alpha)
      flat[at * 3 + channel] = Math.round(value)
      apart = Math.max(apart, Math.abs(value - (corner[channel] ?? 0)))
    }
    ink[at] = (isOpaque ? apart > 40 : alpha > 0.5) ? 1 : 0
  }
  return { flat: { width, height, data: flat }, ink }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function boxOf(ink: Uint8Array, width: number, height: number): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (ink[y * width + x]) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = y
      }
  return right - left < 4 || bottom - top < 4 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

function crop({ width, data }: Pixels, box: Box): Pixels {
  const cut = new Uint8Array(box.width * box.height * 3)
  for (let y = 0; y < box.height; y++) {
    const from = ((box.top + y) * width + box.left) * 3
    cut.set(data.subarray(from, from + box.width * 3), y * box.width * 3)
  }
  return { width: box.width, height: box.height, data: cut }
}

function shapeOf(ink: Uint8Array, width: number, box: Box): Pixels {
  const data = new Uint8Array(box.width * box.height * 3)
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++) {
      const value = ink[(box.top + y) * width + box.left + x] ? 255 : 0
      data.fill(value, (y * box.width + x) * 3, (y * box.width + x) * 3 + 3)
    }
  return { width: box.width, height: box.height, data }
}

function groundOf({ data }: Pixels, ink: Uint8Array): Colour {
  const at = ink.indexOf(0)
  return at < 0 ? [255, 255, 255] : [data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0]
}

function framed(picture: Pixels, ground: Colour): Pixels {
  const [width, height] = [picture.width + 2 * rim, picture.height + 2 * rim]
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < data.length; at++) data[at] = ground[at % 3] ?? 0
  for (let y = 0; y < picture.height; y++)
    data.set(picture.data.subarray(y * picture.width * 3, (y + 1) * picture.width * 3), ((y + rim) * width + rim) * 3)
  return { width, height, data }
}

/** Every so manieth edge, strong and weak alike, so that a thin second word counts beside a bold first. */
function pointsOf({ width, re, im }: Edges): MarkPoints {
  const all = Array.from(re.keys()).filter((at) => (re[at] ?? 0) ** 2 + (im[at] ?? 0) ** 2 > 1)
  const step = Math.max(1, all.length / mostPoints)
  const some = all.filter((_, rank) => Math.floor(rank / step) !== Math.floor((rank - 1) / step))
  const pick = (value: (at: number) => number) => Float32Array.from(some, value)
  return {
    x: pick((at) => ((at % width) + 0.5) / width),
    y: pick((at) => (Math.floor(at / width) + 0.5) / width),
    re: pick((at) => re[at] ?? 0),
    im: pick((at) => im[at] ?? 0),
  }
}

/** The mark `width` pixels wide, on a grid of the given size. */
export function templateOf(mark: MarkPrint, width: number, grid: { width: number; height: number }): Template {
  const key = `${width} ${grid.width} ${grid.height}`
  const known = mark.templates.get(key)
  if (known) return known
  const height = Math.max(1, Math.round((width * mark.picture.height) / mark.picture.width))
  const edges = edgesOf(resize(mark.picture, width, height))
  const [field, cover] = [emptyGrid(grid.width, grid.height), emptyGrid(grid.width, grid.height)]
  let strength = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [from, to] = [y * width + x, y * grid.width + x]
      const [re, im] = [edges.re[from] ?? 0, edges.im[from] ?? 0]
      field.re[to] = re
      field.im[to] = im
      cover.re[to] = re * re + im * im > 1 ? 1 : 0
      strength += re * re + im * im
    }
  const made = { width, height, grid: transform(field, 'forward', height), cover: transform(cover, 'forward', height), strength }
  mark.templates.set(key, made)
  return made
}
