import type { Pixels } from '../pixels.ts'
import { findMark } from './find.ts'
import type { MarkPrint } from './mark.ts'
import { searchPrintOf } from './search.ts'
import type { Evidence } from './settle.ts'

/** Pictures without any logo; a mark that is found in them is found everywhere. */
const pictures = 2
const side = 256

/**
 * What a mark reaches where it is not: the best of it in drawn pictures of discs, bars and lines. A plain ring or bar
 * reaches much, a mark with a shape of its own next to nothing.
 */
export function nullLevelOf(mark: MarkPrint, oddsOf: (evidence: Evidence) => number): number {
  const reached = Array.from({ length: pictures }, (_, at) => findMark(searchPrintOf(drawn(at + 1)), mark).evidence.map(oddsOf)).flat()
  return Math.max(-20, ...reached)
}

/** Discs, bars and lines in every colour, the same ones for the same seed. */
function drawn(seed: number): Pixels {
  const data = new Uint8Array(side * side * 3).fill(128)
  let state = seed * 2654435761
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
  for (let shape = 0; shape < 60; shape++) {
    const [x, y, wide, high, form] = [next(side), next(side), 4 + next(60), 4 + next(60), next(3)]
    const colour = [next(256), next(256), next(256)]
    for (let py = Math.max(0, y - high); py < Math.min(side, y + high); py++)
      for (let px = Math.max(0, x - wide); px < Math.min(side, x + wide); px++) {
        const [dx, dy] = [(px - x) / wide, (py - y) / high]
        const inside = form === 0 ? dx * dx + dy * dy < 1 : form === 1 ? true : Math.abs(dx - dy) < 0.15
        if (inside) data.set(colour, (py * side + px) * 3)
      }
  }
  return { width: side, height: side, data }
}
