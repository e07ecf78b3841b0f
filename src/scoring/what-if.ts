import type { Finding } from '../model/finding.ts'
import { worthOf } from './contribution.ts'
import { type Fraction, fraction, minus, one, plus, ratio, sumOf, times, toNumber, zero } from './fraction.ts'
import { gradeOfShare, type Rubric, tallyFindings } from './score.ts'

/** One thing to do: everything that changing one field of one account puts right. */
export interface Mend {
  /** Equal for the same work in every assessment: `facebook:acme banner`. */
  readonly id: string
  readonly subject: string | null
  /** What is changed: `banner`, `handle`. */
  readonly field: string
  readonly findings: readonly Finding[]
  readonly minutes: number
  /** Points that it adds to the total; 0 where nothing of it counts. */
  readonly points: number
  /** What it adds to the grade before rounding; the gains of several mends add up. */
  readonly gain: number
  /** The grade when this alone is done, in tenths; `null` where nothing is graded. */
  readonly gradeAfter: number | null
  /** The same gain as an exact share of the total, to add up with. */
  readonly share: Fraction
}

export interface WhatIf {
  /** Share of the points that is reached now. */
  readonly share: Fraction
  readonly grade: number | null
  /** Most gained per minute first; what does not count comes last. */
  readonly mends: readonly Mend[]
  /** The grade when all of it is done. */
  readonly best: number | null
}

/** Where an older finding does not say how long it takes. */
const usualMinutes = 15

/** The work that a finding asks for: by account and field, so that one new banner is one thing to do however many checks ask for it. */
const workOf = ({ subject, check }: Finding, fields: Fields) => `${subject ?? 'organisation'} ${fields[check] ?? check}`

/** Check id → the field that its mend changes. */
type Fields = Readonly<Record<string, string>>

const isMendable = ({ outcome, mend }: Finding) => outcome.kind === 'scored' && outcome.value < 1 && mend !== null

/**
 * What each mend would bring. A finding that is mended is met in full and leaves what was measured as it is, so gains add up
 * exactly: the grade that is predicted for a set of mends is the one that comes out when they are done.
 */
export function whatIf(findings: readonly Finding[], rubric: Rubric, fields: Fields): WhatIf {
  const tally = tallyFindings(findings, rubric)
  const worth = worthOf(tally)
  const share = ratio(tally.points, tally.maximum)
  const gradeAt = (at: Fraction) => (tally.reason ? null : gradeOfShare(at))
  const lost = ({ check, outcome }: Finding) =>
    outcome.kind === 'scored' ? times(worth.get(check) ?? zero, minus(one, fraction(outcome.value))) : zero
  const works = Map.groupBy(findings.filter(isMendable), (finding) => workOf(finding, fields))
  const mends = [...works].map(([id, own]): Mend => {
    const points = sumOf(own.map(lost))
    const gained = ratio(points, tally.maximum)
    const [first] = own as [Finding]
    return {
      id,
      subject: first.subject,
      field: fields[first.check] ?? first.check,
      findings: own,
      minutes: Math.max(1, ...own.map(({ minutes }) => Math.round(minutes ?? usualMinutes))),
      points: toNumber(points),
      gain: toNumber(times({ n: 9n, d: 1n }, gained)),
      gradeAfter: gradeAt(plus(share, gained)),
      share: gained,
    }
  })
  return {
    share,
    grade: gradeAt(share),
    mends: mends.sort((a, b) => b.gain / b.minutes - a.gain / a.minutes || a.minutes - b.minutes || (a.id < b.id ? -1 : 1)),
    best: gradeAt(sumOf([share, ...mends.map((mend) => mend.share)])),
  }
}

/** The grade when these mends are done, in tenths; `null` where nothing is graded. */
export const gradeWith = ({ share, grade }: WhatIf, mends: readonly Mend[]): number | null =>
  grade === null ? null : gradeOfShare(sumOf([share, ...mends.map((mend) => mend.share)]))
