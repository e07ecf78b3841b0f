import type { Placing } from './place.ts'
import { isHidden, type PicturePrint } from './print.ts'

/** What two pictures have in common where one lies on the other. */
export interface Agreement {
  /** Share of the smaller picture that lies on the other, 0 to 1. */
  readonly overlap: number
  /** Blocks of the overlap with anything to see in them, and the share of them (by contrast) that look alike. */
  readonly textured: number
  readonly alike: number
  /** Mean likeness of those blocks, -1 to 1. */
  readonly likeness: number
  /** Blocks that are alike, spread: how many sixths of the overlap's width hold one. */
  readonly spread: number
  /** How well all edges agree, both ways, -1 to 1. */
  readonly edges: number
  /** How well the blocks' own colours follow each other, -1 to 1; and how far they lie apart (0 to 255). */
  readonly colours: number
  readonly colourGap: number
  readonly blocks: number
}

/** Side of a block at fine size, in pixels. */
const side = 16
/** Contrast (standard deviation in grey levels) from which a block has something to see. */
const texture = 4
const noiseVariance = 8
const alikeFrom = 0.55

/** Compares the two block by block; brightness, contrast and tint may differ. */
export function verify(a: PicturePrint, b: PicturePrint, placing: Placing): Agreement {
  const blocks = []
  for (let top = 0; top + side <= a.fine.height + side / 2; top += side)
    for (let left = 0; left + side <= a.fine.width; left += side) {
      const block = compareBlock(a, b, placing, left, Math.min(top, a.fine.height - side))
      if (block) blocks.push(block)
    }
  const textured = blocks.filter((block) => block.contrast > texture)
  const weight = (block: Block) => Math.min(20, block.contrast)
  const sum = (list: readonly Block[], value: (block: Block) => number) => list.reduce((total, block) => total + value(block), 0)
  const whole = sum(textured, weight) || 1
  const alike = textured.filter((block) => block.likeness > alikeFrom)
  return {
    overlap: overlapOf(a, b, placing),
    textured: textured.length,
    alike: sum(alike, weight) / whole,
    likeness: sum(textured, (block) => weight(block) * block.likeness) / whole,
    spread: new Set(alike.map((block) => Math.floor((block.x / a.fine.width) * 6))).size,
    edges: edgeAgreement(a, b, placing),
    ...colourAgreement(blocks),
    blocks: blocks.length,
  }
}

interface Block {
  readonly x: number
  readonly contrast: number
  readonly likeness: number
  readonly mine: readonly [number, number, number]
  readonly theirs: readonly [number, number, number]
}

function compareBlock(a: PicturePrint, b: PicturePrint, { scale, dx, dy }: Placing, left: number, top: number): Block | null {
  const [aData, bData] = [a.fine.data, b.fine.data]
  const [aw, ah, bw, bh] = [a.fine.width, a.fine.height, b.fine.width, b.fine.height]
  let n = 0
  const mine: [number, number, number] = [0, 0, 0]
  const theirs: [number, number, number] = [0, 0, 0]
  let [squaresA, squaresB, together] = [0, 0, 0]
  for (let y = top; y < top + side; y++)
    for (let x = left; x < left + side; x++) {
      const bx = ((scale * (x + 0.5)) / aw + dx) * bw - 0.5
      const by = ((scale * (y + 0.5)) / aw + dy) * bw - 0.5
      const [ix, iy] = [Math.floor(bx), Math.floor(by)]
      if (ix < 0 || iy < 0 || ix >= bw - 1 || iy >= bh - 1) continue
      if (isHidden(a.kind, x, y, aw, ah) || isHidden(b.kind, bx, by, bw, bh)) continue
      const [fx, fy] = [bx - ix, by - iy]
      n++
      for (let channel = 0; channel < 3; channel++) {
        const at = (iy * bw + ix) * 3 + channel
        const upper = (1 - fx) * (bData[at] ?? 0) + fx * (bData[at + 3] ?? 0)
        const lower = (1 - fx) * (bData[at + bw * 3] ?? 0) + fx * (bData[at + bw * 3 + 3] ?? 0)
        const vb = (1 - fy) * upper + fy * lower
        const va = aData[(y * aw + x) * 3 + channel] ?? 0
        mine[channel] = (mine[channel] ?? 0) + va
        theirs[channel] = (theirs[channel] ?? 0) + vb
        squaresA += va * va
        squaresB += vb * vb
        together += va * vb
      }
    }
  if (n < side * side * 0.7) return null
  const own = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, channel) => sum + value * (other[channel] ?? 0), 0) / n
  const varA = (squaresA - own(mine, mine)) / (3 * n)
  const varB = (squaresB - own(theirs, theirs)) / (3 * n)
  const likeness = (together - own(mine, theirs)) / (3 * n) / Math.sqrt((varA + noiseVariance) * (varB + noiseVariance))
  const mean = (sum: readonly number[]) => sum.map((value) => value / n) as unknown as [number, number, number]
  return { x: left, contrast: Math.sqrt(Math.max(varA, varB)), likeness, mine: mean(mine), theirs: mean(theirs) }
}

function colourAgreement(blocks: readonly Block[]): { colours: number; colourGap: number } {
  const n = blocks.length || 1
  let [sab, saa, sbb, gap] = [0, 0, 0, 0]
  for (const channel of [0, 1, 2] as const) {
    const meanA = blocks.reduce((sum, block) => sum + block.mine[channel], 0) / n
    const meanB = blocks.reduce((sum, block) => sum + block.theirs[channel], 0) / n
    for (const { mine, theirs } of blocks) {
      sab += (mine[channel] - meanA) * (theirs[channel] - meanB)
      saa += (mine[channel] - meanA) ** 2
      sbb += (theirs[channel] - meanB) ** 2
      gap += Math.abs(mine[channel] - theirs[channel])
    }
  }
  const noise = 3 * n * 9
  return { colours: sab / Math.sqrt((saa + noise) * (sbb + noise)), colourGap: gap / (3 * n) }
}

/** All edges of the overlap: those that only one of the two has count against. */
function edgeAgreement(a: PicturePrint, b: PicturePrint, { scale, dx, dy }: Placing): number {
  const [ea, eb] = [a.fineEdges, b.fineEdges]
  let [together, mine, theirs] = [0, 0, 0]
  for (let y = 0; y < ea.height; y++)
    for (let x = 0; x < ea.width; x++) {
      const bx = Math.round(((scale * (x + 0.5)) / ea.width + dx) * eb.width - 0.5)
      const by = Math.round(((scale * (y + 0.5)) / ea.width + dy) * eb.width - 0.5)
      if (bx < 0 || by < 0 || bx >= eb.width || by >= eb.height) continue
      if (isHidden(a.kind, x, y, ea.width, ea.height) || isHidden(b.kind, bx, by, eb.width, eb.height)) continue
      const [i, j] = [y * ea.width + x, by * eb.width + bx]
      const [are, aim, bre, bim] = [ea.re[i] ?? 0, ea.im[i] ?? 0, eb.re[j] ?? 0, eb.im[j] ?? 0]
      together += are * bre + aim * bim
      mine += are * are + aim * aim
      theirs += bre * bre + bim * bim
    }
  return together / Math.sqrt(mine * theirs + 1)
}

function overlapOf(a: PicturePrint, b: PicturePrint, { scale, dx, dy }: Placing): number {
  const [ha, hb] = [a.fine.height / a.fine.width, b.fine.height / b.fine.width]
  const wide = Math.min(1, scale + dx) - Math.max(0, dx)
  const high = Math.min(hb, scale * ha + dy) - Math.max(0, dy)
  return (Math.max(0, wide) * Math.max(0, high)) / Math.min(scale * scale * ha, hb)
}
