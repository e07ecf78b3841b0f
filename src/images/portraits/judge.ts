import { backdropBounds, backdropWeights } from '../../../config/images.ts'
import type { LikenessVerdict } from '../../model/pictures.ts'
import { type Backdrop, likenessOf } from './backdrop.ts'

/** Whether two portraits have one backdrop and one light. `score` is how likely that is, 0 to 1. */
export interface BackdropVerdict {
  readonly verdict: LikenessVerdict
  readonly score: number
  readonly odds: number
}

/** Less backdrop than this in view says nothing. */
const leastShare = 0.08

export function compareBackdrops(a: Backdrop, b: Backdrop): BackdropVerdict {
  const odds = oddsOf(a, b)
  const score = 1 / (1 + Math.exp(-odds))
  if (Math.min(a.share, b.share) < leastShare) return { verdict: 'cannot-tell', score, odds }
  return { verdict: odds > backdropBounds.same ? 'same' : odds < backdropBounds.different ? 'different' : 'cannot-tell', score, odds }
}

function oddsOf(a: Backdrop, b: Backdrop): number {
  const seen = likenessOf(a, b)
  const { close, plainBelow } = backdropWeights
  const isClose = seen.colours > close.colours && seen.hues > close.hues && seen.lightShift < close.lightShift
  const plain = isClose ? 0 : Math.max(0, plainBelow - Math.min(a.busy, b.busy)) / plainBelow
  return (
    backdropWeights.start +
    backdropWeights.colours * seen.colours +
    backdropWeights.beside * seen.beside +
    backdropWeights.hues * seen.hues +
    backdropWeights.patterns * seen.patterns +
    backdropWeights.edges * seen.edges +
    backdropWeights.light * Math.log(seen.lightShift + 2) +
    backdropWeights.plain * plain
  )
}
