import { type MarkPrint, markSide } from './mark.ts'
import { type SearchPrint, spotsOf } from './search.ts'
import { type Evidence, evidenceAt, settle } from './settle.ts'

const looked = 5

/** The spots that have most of the mark, best first. */
export function findMark(print: SearchPrint, mark: MarkPrint): Evidence[] {
  const settled = spotsOf(print, mark)
    .map((spot) => settle(print, mark, spot, { first: 0.08, last: 0.01, every: 3, side: markSide }))
    .sort((a, b) => b.fit - a.fit)
  const kept: typeof settled = []
  for (const spot of settled) {
    const isNear = kept.some(
      (other) => Math.abs(other.x - spot.x) + Math.abs(other.y - spot.y) < 0.1 * spot.width && Math.abs(other.width / spot.width - 1) < 0.1,
    )
    if (!isNear) kept.push(spot)
    if (kept.length === looked) break
  }
  return kept
    .map((spot) => settle(print, mark, spot, { first: 0.01, last: 0.004, every: 1, side: markSide }))
    .map((spot) => evidenceAt(print, mark, spot))
    .sort((a, b) => b.drawn + b.clean + b.blocks - a.drawn - a.clean - a.blocks)
}
