import type { Finding, Score } from '../model/finding.ts'
import type { Text } from '../model/text.ts'

/** What counts for how much. Versioned data: `config/rubric.ts`. */
export interface Rubric {
  readonly version: string
  /** Check id → weight: the points that a check can bring. A check without a weight brings none. */
  readonly weights: Readonly<Record<string, number>>
  readonly floors: {
    /** Under this share measured (0 to 1), there is no grade. */
    readonly coverage: number
    /** With fewer measured subjects than this, there is nothing to compare. */
    readonly measured: number
  }
}

export interface CheckScore {
  readonly check: string
  readonly score: Score
}

export interface Scores {
  readonly total: Score
  readonly checks: readonly CheckScore[]
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

/** Dutch grades run from 1 to 10: nothing right is a 1, half of it a 5,5, all of it a 10. In tenths. */
export const gradeOf = (share: number): number => Number((1 + 9 * share).toFixed(1))

/** To a millionth: a sum of shares must not depend on the order they were added in. */
const exact = (points: number): number => Number(points.toFixed(6))

/** One check's findings: the mean of what was measured, and which share of the subjects that was. */
function scoreCheck(check: string, findings: readonly Finding[], rubric: Rubric): CheckScore {
  const values = findings.flatMap((finding) => (finding.outcome.kind === 'scored' ? [finding.outcome.value] : []))
  const weight = rubric.weights[check] ?? 0
  const share = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
  const coverage = findings.length === 0 ? 0 : values.length / findings.length
  const { floors } = rubric
  const reason =
    values.length < floors.measured
      ? tooFew(values.length, floors.measured)
      : coverage < floors.coverage
        ? tooBlind(coverage, floors.coverage)
        : null
  const maximum = values.length === 0 ? 0 : weight
  return {
    check,
    score: {
      rubric: rubric.version,
      points: exact(weight * share),
      maximum,
      coverage,
      grade: reason ? null : gradeOf(share),
      notGradedBecause: reason,
    },
  }
}

/**
 * Findings and a rubric become a score per check and one in total. Only `scored` findings bring points; what was not
 * seen, could not apply or went wrong lowers the coverage and nothing else.
 *
 * Per check: points = weight × mean value, maximum = weight. In total: the sums over the checks that have a grade;
 * coverage = the mean of the checks' coverage by weight; grade = 1 + 9 × points ÷ maximum.
 */
export function scoreFindings(findings: readonly Finding[], rubric: Rubric): Scores {
  const byCheck = Map.groupBy(findings, (finding) => finding.check)
  const checks = [...byCheck].map(([check, own]) => scoreCheck(check, own, rubric))
  return { total: totalOf(checks, rubric), checks }
}

function totalOf(checks: readonly CheckScore[], rubric: Rubric): Score {
  const weighed = checks.filter(({ check }) => (rubric.weights[check] ?? 0) > 0)
  const graded = weighed.filter(({ score }) => score.grade !== null)
  const weightOf = ({ check }: CheckScore) => rubric.weights[check] ?? 0
  const sum = (of: readonly CheckScore[], value: (one: CheckScore) => number) => of.reduce((total, one) => total + value(one), 0)
  const weight = sum(weighed, weightOf)
  const coverage = weight === 0 ? 0 : sum(weighed, (one) => weightOf(one) * one.score.coverage) / weight
  const points = sum(graded, ({ score }) => score.points)
  const maximum = sum(graded, ({ score }) => score.maximum)
  const reason =
    weighed.length === 0
      ? nothingChecked
      : graded.length === 0
        ? (weighed[0]?.score.notGradedBecause ?? nothingChecked)
        : coverage < rubric.floors.coverage
          ? tooBlind(coverage, rubric.floors.coverage)
          : null
  const share = maximum === 0 ? 0 : points / maximum
  return { rubric: rubric.version, points, maximum, coverage, grade: reason ? null : gradeOf(share), notGradedBecause: reason }
}
