import type { Finding, Score } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { dividedBy, type Fraction, fraction, isLess, one, plus, ratio, rounded, sumOf, times, toNumber, zero } from './fraction.ts'

/** What counts for how much. Versioned data: `config/rubric.ts`. */
export interface Rubric {
  readonly version: string
  /** Check id → weight: the points that a check can bring. A check without a weight brings none. */
  readonly weights: Readonly<Record<string, number>>
  /** Why a check weighs what it weighs, for whoever reads the score. */
  readonly reasons?: Readonly<Record<string, Text>>
  readonly floors: {
    /** Under this share measured (0 to 1), there is no grade. */
    readonly coverage: number
    /** With fewer measured subjects than this, there is nothing to compare. */
    readonly measured: number
  }
  /** What coverage is a share of: every finding, or only those that can apply ("no banner on this platform" is then left out). */
  readonly coverageOf: 'every-finding' | 'applicable'
}

interface CheckScore {
  readonly check: string
  readonly score: Score
}

export interface Scores {
  readonly total: Score
  readonly checks: readonly CheckScore[]
}

/** One check's findings, added up without rounding. */
export interface CheckTally {
  readonly check: string
  readonly weight: Fraction
  readonly measured: number
  /** Findings that coverage is a share of. */
  readonly of: number
  /** Sum of the measured values. */
  readonly sum: Fraction
  /** Why it has no grade; then it takes no part in the total. */
  readonly reason: Text | null
}

/** All checks added up without rounding: what a grade is computed from. */
export interface Tally {
  readonly checks: readonly CheckTally[]
  readonly points: Fraction
  readonly maximum: Fraction
  readonly coverage: Fraction
  readonly reason: Text | null
}

const percent = (share: number) => `${Math.round(share * 100)}%`

const tooFew = (measured: number, floor: number): Text => ({
  nl: `Te weinig om te vergelijken: ${measured} van de minstens ${floor} accounts ${measured === 1 ? 'is' : 'zijn'} te beoordelen.`,
  en: `Too little to compare: ${measured} of at least ${floor} accounts can be judged.`,
})

const tooBlind = (coverage: number, floor: number): Text => ({
  nl: `Nog geen cijfer: wij konden ${percent(coverage)} beoordelen. Vanaf ${percent(floor)} geven wij een cijfer.`,
  en: `No grade yet: we could judge ${percent(coverage)}. From ${percent(floor)} we give a grade.`,
})

const nothingChecked: Text = {
  nl: 'Nog geen cijfer: er is nog niets om te beoordelen.',
  en: 'No grade yet: there is nothing to judge yet.',
}

/** Dutch grades run from 1 to 10: nothing right is a 1, half of it a 5,5, all of it a 10. In tenths, halves up. */
export const gradeOfShare = (share: Fraction): number => rounded(plus(one, times({ n: 9n, d: 1n }, share)), 10)

/** The mean of what was measured. */
const shareOf = ({ sum, measured }: CheckTally): Fraction => (measured === 0 ? zero : dividedBy(sum, measured))

const coverageOf = ({ measured, of }: CheckTally): Fraction => (of === 0 ? zero : { n: BigInt(measured), d: BigInt(of) })

function tallyCheck(check: string, findings: readonly Finding[], rubric: Rubric): CheckTally {
  const values = findings.flatMap(({ outcome }) => (outcome.kind === 'scored' ? [fraction(outcome.value)] : []))
  const leftOut = rubric.coverageOf === 'applicable' ? findings.filter(({ outcome }) => outcome.kind === 'notApplicable').length : 0
  const of = findings.length - leftOut
  const { floors } = rubric
  const coverage = of === 0 ? 0 : values.length / of
  const reason =
    values.length < floors.measured
      ? tooFew(values.length, floors.measured)
      : coverage < floors.coverage
        ? tooBlind(coverage, floors.coverage)
        : null
  return { check, weight: fraction(rubric.weights[check] ?? 0), measured: values.length, of, sum: sumOf(values), reason }
}

/** What counts and has a grade of its own: the checks that make up the total. */
export const takesPart = ({ weight, reason }: CheckTally): boolean => weight.n > 0n && reason === null

/** Adds findings up under a rubric, exactly. */
export function tallyFindings(findings: readonly Finding[], rubric: Rubric): Tally {
  const checks = [...Map.groupBy(findings, ({ check }) => check)].map(([check, own]) => tallyCheck(check, own, rubric))
  const counting = checks.filter(({ weight }) => weight.n > 0n)
  const weighed = counting.filter(({ of }) => of > 0 || rubric.coverageOf === 'every-finding')
  const graded = weighed.filter(takesPart)
  const weight = sumOf(weighed.map((tally) => tally.weight))
  const coverage = ratio(sumOf(weighed.map((tally) => times(tally.weight, coverageOf(tally)))), weight)
  const reason =
    graded.length === 0
      ? ((weighed[0] ?? counting[0])?.reason ?? nothingChecked)
      : isLess(coverage, fraction(rubric.floors.coverage))
        ? tooBlind(toNumber(coverage), rubric.floors.coverage)
        : null
  return {
    checks,
    points: sumOf(graded.map((tally) => times(tally.weight, shareOf(tally)))),
    maximum: sumOf(graded.map((tally) => tally.weight)),
    coverage,
    reason,
  }
}

function scoreCheck(tally: CheckTally, rubric: Rubric): CheckScore {
  const { check, weight, measured, of, reason } = tally
  return {
    check,
    score: {
      rubric: rubric.version,
      points: toNumber(times(weight, shareOf(tally))),
      maximum: measured === 0 ? 0 : toNumber(weight),
      coverage: of === 0 ? 0 : measured / of,
      grade: reason ? null : gradeOfShare(shareOf(tally)),
      notGradedBecause: reason,
    },
  }
}

/**
 * Findings and a rubric become a score per check and one in total. Only `scored` findings bring points; what was not
 * seen or went wrong lowers the coverage and nothing else.
 *
 * Per check: points = weight × mean value, maximum = weight. In total: the sums over the checks that have a grade;
 * coverage = the mean of the checks' coverage by weight; grade = 1 + 9 × points ÷ maximum.
 */
export function scoreFindings(findings: readonly Finding[], rubric: Rubric): Scores {
  const { checks, points, maximum, coverage, reason } = tallyFindings(findings, rubric)
  const grade = reason ? null : gradeOfShare(ratio(points, maximum))
  return {
    total: {
      rubric: rubric.version,
      points: toNumber(points),
      maximum: toNumber(maximum),
      coverage: toNumber(coverage),
      grade,
      notGradedBecause: reason,
    },
    checks: checks.map((tally) => scoreCheck(tally, rubric)),
  }
}
