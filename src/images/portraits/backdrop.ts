import { labOf } from '../lab.ts'
import type { Pixels } from '../pixels.ts'

/** What is behind a person: how its colours, its light and its edges are spread. Nothing of the person. */
export interface Backdrop {
  /** Share of the picture that is backdrop, 0 to 1. */
  readonly share: number
  /** Lightness in 8 steps by a* and b* in 10 steps each, adding up to one. */
  readonly colours: Float32Array
  /** Values at even parts of each of L*, a* and b*, lowest first. */
  readonly quantiles: readonly Float32Array[]
  /** Direction of edges in 12 steps by strength in 3, adding up to one; and the share of pixels that are an edge. */
  readonly edges: Float32Array
  readonly busy: number
  /** How colours lie beside each other: each of 24 coarse colours with the one a few pixels on. */
  readonly beside: Float32Array
  /** Hue alone, a* by b* in steps of five: holds in other light. */
  readonly hues: Float32Array
  /** Small patterns: which of eight neighbours are lighter than a pixel (local binary patterns). */
  readonly patterns: Float32Array
}

/** A pixel that is less of a person than this is backdrop. */
const backdropBelow = 0.2
const steps = { light: 8, hue: 10, direction: 12, strength: 3 } as const
const quantileCount = 16

/** `person`: as wide and high as the picture, 0 to 1. */
export function backdropOf({ width, height, data }: Pixels, person: Float32Array): Backdrop {
  const colours = new Float32Array(steps.light * steps.hue * steps.hue)
  const edges = new Float32Array(steps.direction * steps.strength)
  const hues = new Float32Array(hueSide * hueSide)
  const patterns = new Float32Array(256)
  const beside = new Float32Array(coarseColours * coarseColours)
  const lab = [new Float32Array(width * height), new Float32Array(width * height), new Float32Array(width * height)] as const
  const behind: number[] = []
  const offsets = Int32Array.from(around, ([x, y]) => y * width + x)
  for (let at = 0; at < width * height; at++) {
    const [l, a, b] = labOf(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0)
    lab[0][at] = l
    lab[1][at] = a
    lab[2][at] = b
    if ((person[at] ?? 0) < backdropBelow) behind.push(at)
  }
  const isBehind = (at: number) => (person[at] ?? 1) < backdropBelow
  let edgeCount = 0
  for (const at of behind) {
    addSpread(colours, lab[0][at] ?? 0, lab[1][at] ?? 0, lab[2][at] ?? 0)
    const hueAt = hueStep(lab[1][at] ?? 0) * hueSide + hueStep(lab[2][at] ?? 0)
    hues[hueAt] = (hues[hueAt] ?? 0) + 1
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x < 1 || y < 1 || x >= width - 6 || y >= height - 6) continue
    for (const step of [5, 5 * width])
      if (isBehind(at + step)) {
        const here = coarseColour(lab, at)
        const there = coarseColour(lab, at + step)
        const pair = Math.min(here, there) * coarseColours + Math.max(here, there)
        beside[pair] = (beside[pair] ?? 0) + 1
      }
    if (x >= 2 && y >= 2) {
      let pattern = 0
      const here = (lab[0][at] ?? 0) + 1
      for (let bit = 0; bit < 8; bit++) if ((lab[0][at + (offsets[bit] ?? 0)] ?? 0) > here) pattern |= 1 << bit
      patterns[pattern] = (patterns[pattern] ?? 0) + 1
    }
    if (!isBehind(at - 1) || !isBehind(at + 1) || !isBehind(at - width) || !isBehind(at + width)) continue
    const gx = ((lab[0][at + 1] ?? 0) - (lab[0][at - 1] ?? 0)) / 2
    const gy = ((lab[0][at + width] ?? 0) - (lab[0][at - width] ?? 0)) / 2
    const strength = Math.hypot(gx, gy)
    if (strength < 1) continue
    edgeCount++
    const direction = Math.floor(((Math.atan2(gy, gx) + Math.PI) / Math.PI) * steps.direction) % steps.direction
    const level = strength < 2.5 ? 0 : strength < 6 ? 1 : 2
    edges[direction * steps.strength + level] = (edges[direction * steps.strength + level] ?? 0) + Math.sqrt(strength)
  }
  return {
    share: behind.length / (width * height),
    colours: toOne(colours),
    quantiles: lab.map((plane) => quantilesOf(Float32Array.from(behind, (at) => plane[at] ?? 0))),
    edges: toOne(edges),
    busy: edgeCount / Math.max(1, behind.length),
    beside: toOne(beside),
    hues: toOne(hues),
    patterns: toOne(patterns),
  }
}

/** Each colour counts for the bins around it, so that a slightly other light does not make another picture. */
function addSpread(bins: Float32Array, l: number, a: number, b: number): void {
  const pl = placeIn(l, 0, 100 / 7, steps.light)
  const pa = placeIn(a, -45, 10, steps.hue)
  const pb = placeIn(b, -45, 10, steps.hue)
  const il = Math.floor(pl)
  const ia = Math.floor(pa)
  const ib = Math.floor(pb)
  for (let corner = 0; corner < 8; corner++) {
    const dl = corner & 1
    const da = (corner >> 1) & 1
    const db = corner >> 2
    const part = (dl ? pl - il : 1 - pl + il) * (da ? pa - ia : 1 - pa + ia) * (db ? pb - ib : 1 - pb + ib)
    const at = ((il + dl) * steps.hue + ia + da) * steps.hue + ib + db
    bins[at] = (bins[at] ?? 0) + part
  }
}

const placeIn = (value: number, from: number, width: number, count: number): number =>
  Math.min(count - 1.001, Math.max(0, (value - from) / width))

const hueSide = 22
const hueStep = (value: number): number => Math.min(hueSide - 1, Math.max(0, Math.floor((value + 55) / 5)))

const around: readonly (readonly [number, number])[] = [
  [2, 0],
  [1, 1],
  [0, 2],
  [-1, 1],
  [-2, 0],
  [-1, -1],
  [0, -2],
  [1, -1],
]

const coarseColours = 36

/** Lightness in four steps; grey or one of eight hues. */
function coarseColour(lab: readonly [Float32Array, Float32Array, Float32Array], at: number): number {
  const [a, b] = [lab[1][at] ?? 0, lab[2][at] ?? 0]
  const light = Math.min(3, Math.max(0, Math.floor((lab[0][at] ?? 0) / 25)))
  const hue = Math.hypot(a, b) < 8 ? 8 : Math.floor(((Math.atan2(b, a) + Math.PI) / (2 * Math.PI)) * 8) % 8
  return light * 9 + hue
}

function toOne(bins: Float32Array): Float32Array {
  const sum = bins.reduce((total, value) => total + value, 0)
  return sum === 0 ? bins : bins.map((value) => value / sum)
}

function quantilesOf(values: Float32Array): Float32Array {
  values.sort()
  return Float32Array.from({ length: quantileCount }, (_, at) => values[Math.floor(((at + 0.5) / quantileCount) * values.length)] ?? 0)
}

/** How alike two backdrops are, each part on its own. */
export interface BackdropLikeness {
  /** Overlaps (Bhattacharyya), 0 to 1. */
  readonly colours: number
  readonly edges: number
  readonly beside: number
  readonly hues: number
  readonly patterns: number
  /** How much there is to recognise: entropy of the colours they share, in bits. */
  readonly variety: number
  /** Mean shift between the spreads of L*, and of a* and b*, in units of Lab. */
  readonly lightShift: number
  readonly hueShift: number
  /** Ratio of the shares of edge pixels, as the absolute of its logarithm. */
  readonly busyGap: number
}

export function likenessOf(a: Backdrop, b: Backdrop): BackdropLikeness {
  const shift = (part: number) =>
    (a.quantiles[part] ?? new Float32Array()).reduce((sum, value, at) => sum + Math.abs(value - (b.quantiles[part]?.[at] ?? 0)), 0) /
    quantileCount
  return {
    colours: overlap(a.colours, b.colours),
    edges: overlap(a.edges, b.edges),
    beside: overlap(a.beside, b.beside),
    hues: overlap(a.hues, b.hues),
    patterns: overlap(a.patterns, b.patterns),
    variety: Math.min(varietyOf(a.beside), varietyOf(b.beside)),
    lightShift: shift(0),
    hueShift: (shift(1) + shift(2)) / 2,
    busyGap: Math.abs(Math.log((a.busy + 0.01) / (b.busy + 0.01))),
  }
}

function overlap(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += Math.sqrt((a[at] ?? 0) * (b[at] ?? 0))
  return sum
}

function varietyOf(bins: Float32Array): number {
  return bins.reduce((sum, part) => (part > 0 ? sum - part * Math.log2(part) : sum), 0)
}
