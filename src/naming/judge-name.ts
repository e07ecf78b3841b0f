import type { NamePattern } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import { type DeviationKind, deviating } from './deviation.ts'
import { followingOf, type NameInUse, type ReadyName, readyName } from './follow.ts'
import { type LikenessStep, likenessStep, likenessSteps } from './likeness.ts'
import type { Manner } from './manner.ts'
import type { NamingOrganisation } from './name-values.ts'
import { type Piece, readPattern } from './pattern.ts'
import { writings } from './write-name.ts'

/** What a name is beside the pattern. */
export interface JudgedName {
  readonly key: string
  readonly platform: PlatformId
  /** `null` when nobody chose it: a number, a code, the address that LinkedIn made. Then there is nothing to judge. */
  readonly step: LikenessStep | null
  readonly deviations: readonly DeviationKind[]
  /** The name as the pattern writes it here, without what stands around it; `null` when the pattern cannot. */
  readonly expected: string | null
}

/** The step for a cost: one normal difference is a variation, two small or one large still recognisable. */
function stepOf(cost: number): LikenessStep {
  if (cost === 0) return 'same'
  if (cost === 1) return 'affix'
  if (cost <= 3) return 'contains'
  return cost <= 5 ? 'shares-word' : 'different'
}

const better = (a: LikenessStep, b: LikenessStep): LikenessStep => (likenessSteps.indexOf(a) <= likenessSteps.indexOf(b) ? a : b)

/** The name that the first pattern that fits here writes. */
function expectedOf(ready: ReadyName, patterns: readonly (readonly Piece[])[]): string | null {
  const all = patterns.flatMap((pieces) => writings(pieces, ready.values, ready.manner).slice(0, 1))
  const text = (all.find(({ text }) => text.length <= ready.manner.longest) ?? all[0])?.text
  return text === undefined ? null : ready.manner.keepsCase ? text : text.toLowerCase()
}

/** {@link judgeName} for a name that is ready to compare, against patterns that are read. */
export function judgeReady(ready: ReadyName, patterns: readonly (readonly Piece[])[]): JudgedName {
  const { use, automatic } = ready
  const expected = expectedOf(ready, patterns)
  const said = { key: use.key, platform: use.platform, expected }
  for (const pieces of patterns) {
    const following = followingOf(ready, pieces)
    if (following === null) continue
    const code: DeviationKind[] = automatic ? ['linkedin-code'] : []
    return { ...said, step: 'same', deviations: following.how === 'cut' ? [...code, 'length-cut'] : code }
  }
  if (automatic) return { ...said, step: null, deviations: ['linkedin-code'] }
  const able = patterns.filter((pieces) => writings(pieces, ready.values, ready.manner).length > 0)
  const [nearest] = able.map((pieces) => deviating(ready, pieces)).sort((a, b) => a.cost - b.cost)
  if (nearest === undefined || expected === null) return { ...said, step: null, deviations: [] }
  const isTooLong = expected.length > ready.manner.longest
  const kinds: readonly DeviationKind[] = isTooLong && nearest.cost <= 3 ? ['length-cut', ...nearest.kinds] : nearest.kinds
  const step = isTooLong && nearest.cost <= 3 ? 'same' : stepOf(nearest.cost)
  return { ...said, deviations: kinds, step: use.named.kind === 'person' ? step : better(step, likenessStep(ready.name, expected)) }
}

/**
 * How a name in use relates to the patterns, of which any may be followed; in steps, since a name that differs in a
 * normal way is still recognisable. @throws EenlijnError `invalid-input` for a pattern that cannot be read
 */
export function judgeName(
  use: NameInUse,
  patterns: readonly NamePattern[],
  organisation: NamingOrganisation,
  as: Manner['as'] = 'handle',
): JudgedName {
  const ready = readyName(use, organisation, as)
  if (ready === null || patterns.length === 0) return { key: use.key, platform: use.platform, step: null, deviations: [], expected: null }
  return judgeReady(
    ready,
    patterns.map((pattern) => readPattern(pattern)),
  )
}
