import { logoBounds, logoNullLevel, logoWeights } from '../../../config/images.ts'
import { findMark } from './find.ts'
import type { MarkPrint } from './mark.ts'
import { nullLevelOf } from './null-level.ts'
import type { SearchPrint } from './search.ts'
import type { Evidence } from './settle.ts'

/** Whether a logo is in a picture. `score` is how likely that is, 0 to 1; `cannot-tell` lies between the bounds, or the picture is too small. */
export interface LogoVerdict {
  readonly verdict: 'present' | 'absent' | 'cannot-tell'
  readonly score: number
}

/** A mark that pictures can be searched for, with what it reaches where it is not. */
export interface Logo {
  readonly mark: MarkPrint
  readonly nullLevel: number
}

/** Takes as long as looking for it in two pictures; once for each mark. */
export const logoOf = (mark: MarkPrint): Logo => ({ mark, nullLevel: nullLevelOf(mark, oddsOf) })

export function judgeLogo(print: SearchPrint, { mark, nullLevel }: Logo): LogoVerdict {
  const { fit, evidence } = findMark(print, mark)
  if (fit === null) return { verdict: 'cannot-tell', score: 0 }
  const { start, byFit } = logoWeights.rough
  const reached = evidence.length === 0 ? start + byFit * fit : Math.max(...evidence.map(oddsOf))
  const odds = reached - Math.max(0, nullLevel - logoNullLevel)
  const verdict = odds > logoBounds.present ? 'present' : odds < logoBounds.absent ? 'absent' : 'cannot-tell'
  return { verdict, score: 1 / (1 + Math.exp(-odds)) }
}

const oddsOf = ({ drawn, clean, blocks, colours, ground }: Evidence): number =>
  logoWeights.start +
  logoWeights.drawn * drawn +
  logoWeights.clean * clean +
  logoWeights.blocks * blocks +
  logoWeights.colours * colours +
  logoWeights.ground * ground
