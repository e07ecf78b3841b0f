import { logoSearch } from '../../../config/images.ts'
import { type MarkPrint, markSide } from './mark.ts'
import { type SearchPrint, type Spot, spotsOf } from './search.ts'
import { type Evidence, evidenceAt, settle } from './settle.ts'

/** Where a mark may be in a picture. */
interface Found {
  /** How well its edges agree at the best spot, at most 1; `null` in a picture too small for any. */
  readonly fit: number | null
  /** What the likeliest spots have of it; none when no spot comes near. */
  readonly evidence: readonly Evidence[]
}

/** Looks roughly at every spot, closer at the few that are better, and at all that tells them apart only where the edges fit. */
export function findMark(print: SearchPrint, mark: MarkPrint): Found {
  const rough = spotsOf(print, mark).map((spot) => settle(print, mark, spot, { first: 0.08, last: 0.04, every: 5, side: markSide / 2 }))
  const closer = apart(rough, logoSearch.closer).map((spot) =>
    settle(print, mark, spot, { first: 0.04, last: 0.01, every: 3, side: markSide }),
  )
  const best = apart(closer, logoSearch.judged)
  const fit = best[0]?.fit ?? null
  const evidence = best
    .filter((spot) => spot.fit >= logoSearch.leastFit)
    .map((spot) => settle(print, mark, spot, { first: 0.01, last: 0.004, every: 1, side: markSide }))
    .map((spot) => evidenceAt(print, mark, spot))
  return { fit, evidence }
}

/** The best ones that are not neighbours of a better one. */
function apart(spots: readonly Spot[], most: number): Spot[] {
  const kept: Spot[] = []
  for (const spot of [...spots].sort((a, b) => b.fit - a.fit)) {
    const isNear = kept.some(
      (other) => Math.abs(other.x - spot.x) + Math.abs(other.y - spot.y) < 0.1 * spot.width && Math.abs(other.width / spot.width - 1) < 0.1,
    )
    if (!isNear) kept.push(spot)
    if (kept.length === most) break
  }
  return kept
}
