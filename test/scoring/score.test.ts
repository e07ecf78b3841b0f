import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding, Outcome } from '../../src/model/finding.ts'
import { fraction } from '../../src/scoring/fraction.ts'
import { gradeOfShare, type Rubric, scoreFindings } from '../../src/scoring/score.ts'

const text = { nl: 'tekst', en: 'text' }
const rubric: Rubric = {
  version: 'test',
  weights: { names: 10, pictures: 5 },
  floors: { coverage: 0.5, measured: 2 },
  coverageOf: 'every-finding',
}

function finding(check: string, outcome: number | 'unknown' | 'notApplicable' | 'error'): Finding {
  const told: Outcome = typeof outcome === 'number' ? { kind: 'scored', value: outcome } : { kind: outcome, why: text }
  return { check, subject: 'x:delinde', outcome: told, verdict: text, saw: text, why: text, mend: null, evidence: [] }
}

const findings = (check: string, ...outcomes: Parameters<typeof finding>[1][]) => outcomes.map((outcome) => finding(check, outcome))

test('half of the points is a 5,5, all of them a 10, none a 1', () => {
  expect([0.5, 1, 0].map((share) => gradeOfShare(fraction(share)))).toEqual([5.5, 10, 1])
})

test('points are the weight times the mean, the maximum is the weight, the grade follows from both', () => {
  const { total, checks } = scoreFindings(findings('names', 1, 0.8, 0.6), rubric)
  expect(checks[0]?.score.points).toBeCloseTo(8)
  expect(total).toMatchObject({ rubric: 'test', maximum: 10, coverage: 1, grade: 8.2, notGradedBecause: null })
})

test('what was not seen, cannot apply or went wrong lowers the coverage and never the grade', () => {
  const { total } = scoreFindings(findings('names', 1, 1, 1, 'unknown', 'error', 'notApplicable'), rubric)
  expect(total).toMatchObject({ grade: 10, coverage: 0.5 })
})

test('where coverage is of what can apply, what cannot is left out, and an explained deviation with it', () => {
  const applicable: Rubric = { ...rubric, coverageOf: 'applicable' }
  const { total } = scoreFindings(
    [...findings('names', 1, 0, 'notApplicable', 'notApplicable'), ...findings('pictures', 'notApplicable')],
    applicable,
  )
  expect(total).toMatchObject({ grade: 5.5, coverage: 1, maximum: 10 })
  expect(scoreFindings(findings('names', 1, 1, 'unknown', 'notApplicable'), applicable).total.coverage).toBeCloseTo(2 / 3)
})

test('a grade is rounded once, from the exact share, halves up', () => {
  expect(scoreFindings([...findings('names', 1, 0.4, 0.4), ...findings('pictures', 0.4, 0.6)], rubric).total.grade).toBe(6.1)
  expect(gradeOfShare(fraction(0.45))).toBe(5.1)
})

test('under the coverage floor there is no grade, and a sentence says how much was seen', () => {
  const { total } = scoreFindings(findings('names', 1, 1, 'unknown', 'unknown', 'unknown'), rubric)
  expect(total).toMatchObject({ grade: null, coverage: 0.4 })
  expect(total.notGradedBecause?.nl).toContain('40%')
})

test('one measured account is too few to compare', () => {
  const { total } = scoreFindings(findings('names', 1), rubric)
  expect(total.grade).toBeNull()
  expect(total.notGradedBecause?.nl).toContain('Te weinig om te vergelijken')
})

test('without findings there is no grade and no claim', () => {
  expect(scoreFindings([], rubric).total).toMatchObject({ grade: null, points: 0, maximum: 0, coverage: 0 })
})

test('checks count by their weight; one without a grade takes no part in the total', () => {
  const { total } = scoreFindings([...findings('names', 1, 1), ...findings('pictures', 0, 0)], rubric)
  expect(total).toMatchObject({ points: 10, maximum: 15, grade: 7 })
  const blind = scoreFindings([...findings('names', 1, 1), ...findings('pictures', 0, 'unknown')], rubric)
  expect(blind.total).toMatchObject({ points: 10, maximum: 10, grade: 10 })
  expect(blind.total.coverage).toBeCloseTo((10 * 1 + 5 * 0.5) / 15)
})

test('a check without a weight is scored by itself and brings no points', () => {
  const { total, checks } = scoreFindings([...findings('names', 1, 1), ...findings('new', 0, 0)], rubric)
  expect(checks.find(({ check }) => check === 'new')?.score).toMatchObject({ grade: 1, maximum: 0 })
  expect(total.grade).toBe(10)
})

test('more unseen accounts never move a grade, they only take it away', () => {
  const values = fc.array(fc.constantFrom(0, 0.4, 0.6, 0.8, 1), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(values, fc.nat({ max: 8 }), (seenValues, unseen) => {
      const seen = findings('names', ...seenValues)
      const all = [...seen, ...Array.from({ length: unseen }, () => finding('names', 'unknown'))]
      const [before, after] = [scoreFindings(seen, rubric).total.grade, scoreFindings(all, rubric).total.grade]
      expect(after === null || after === before).toBe(true)
      expect(after === null).toBe(seenValues.length / all.length < 0.5)
    }),
  )
})
