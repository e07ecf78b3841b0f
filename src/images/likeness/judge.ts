import { likenessBounds, likenessWeights } from '../../../config/images.ts'
import type { LikenessVerdict } from '../../model/pictures.ts'
import { type Placing, placingsOf } from './place.ts'
import type { PicturePrint } from './print.ts'
import { type Agreement, verify } from './verify.ts'

/** Whether two pictures are crops of one. `score` is how likely that is, 0 to 1. */
export interface Likeness {
  readonly verdict: LikenessVerdict
  readonly score: number
}

export function comparePictures(a: PicturePrint, b: PicturePrint): Likeness {
  let seen: { readonly odds: number; readonly isFlat: boolean } | undefined
  for (const placing of placingsOf(a, b)) {
    const agreement = verify(a, b, placing)
    if (agreement.blocks < likenessBounds.leastBlocks) continue
    const odds = oddsOf(placing, agreement)
    if (seen === undefined || odds > seen.odds) seen = { odds, isFlat: agreement.textured < likenessBounds.flatBelow }
    if (odds > likenessBounds.decisive) break
  }
  // Wherever one is laid on the other, next to nothing is in common: crops of one picture would have more.
  if (seen === undefined) return { verdict: hasTexture(a) && hasTexture(b) ? 'different' : 'cannot-tell', score: 0 }
  const same = seen.isFlat ? likenessBounds.sameWhenFlat : likenessBounds.same
  const verdict = seen.odds > same ? 'same' : seen.odds < likenessBounds.different ? 'different' : 'cannot-tell'
  return { verdict, score: 1 / (1 + Math.exp(-seen.odds)) }
}

/** Enough edges to be laid on another picture. */
const hasTexture = (print: PicturePrint): boolean => print.points.x.length >= 60

function oddsOf({ fit }: Placing, agreement: Agreement): number {
  const textured = Math.log1p(agreement.textured)
  return (
    likenessWeights.start +
    likenessWeights.fit * fit +
    likenessWeights.likeness * agreement.likeness +
    likenessWeights.alike * agreement.alike +
    likenessWeights.edges * agreement.edges +
    likenessWeights.colours * Math.max(-0.2, agreement.colours) +
    (likenessWeights.colourGap * Math.min(60, agreement.colourGap)) / 60 +
    likenessWeights.textured * textured +
    (likenessWeights.spread * agreement.spread) / 6 +
    likenessWeights.overlap * agreement.overlap +
    likenessWeights.likenessByTexture * agreement.likeness * textured
  )
}
