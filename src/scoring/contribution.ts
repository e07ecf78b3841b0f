import type { Finding } from '../model/finding.ts'
import { dividedBy, type Fraction, fraction, sumOf, times, toNumber, zero } from './fraction.ts'
import { type Rubric, type Tally, takesPart, tallyFindings } from './score.ts'

/** What one finding brings to the total, and the most that it can bring; 0 where it does not count. */
export interface Contribution {
  readonly points: number
  readonly maximum: number
}

/** The most that one measured finding of each check can bring: weight ÷ measured accounts. Checks that do not count are absent. */
export const worthOf = ({ checks }: Tally): ReadonlyMap<string, Fraction> =>
  new Map(checks.filter(takesPart).map(({ check, weight, measured }) => [check, dividedBy(weight, measured)]))

/** A finding's share in the total; a function, so that the rubric is added up once. */
export function contributions(findings: readonly Finding[], rubric: Rubric): (...some: readonly Finding[]) => Contribution {
  const worth = worthOf(tallyFindings(findings, rubric))
  return (...some) => {
    const counted = some.flatMap(({ check, outcome }) =>
      outcome.kind === 'scored' ? [{ most: worth.get(check) ?? zero, value: fraction(outcome.value) }] : [],
    )
    return {
      points: toNumber(sumOf(counted.map(({ most, value }) => times(most, value)))),
      maximum: toNumber(sumOf(counted.map(({ most }) => most))),
    }
  }
}
