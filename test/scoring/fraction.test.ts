import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dividedBy, fraction, isLess, minus, one, plus, ratio, rounded, sumOf, times, toNumber, zero } from '../../src/scoring/fraction.ts'

test('a sum of shares is exact, in whatever order it is made', () => {
  const thirds = [1, 1, 1].map((n) => dividedBy(fraction(n), 3))
  expect(sumOf(thirds)).toEqual(one)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0.1, 0.2, 0.4, 0.6, 1 / 3), { maxLength: 30 }), (values) => {
      expect(sumOf(values.map(fraction))).toEqual(sumOf(values.toReversed().map(fraction)))
    }),
  )
})

test('halves go up, above and below zero', () => {
  expect([0.25, 0.35, -0.25, 0.5].map((value) => rounded(fraction(value), 10))).toEqual([0.3, 0.4, -0.2, 0.5])
})

test('taking away, multiplying and dividing give back what was put in', () => {
  const [a, b] = [fraction(0.8), fraction(0.3)]
  expect(minus(plus(a, b), b)).toEqual(a)
  expect(ratio(times(a, b), b)).toEqual(a)
  expect(ratio(a, zero)).toEqual(zero)
  expect(toNumber(dividedBy(one, 3))).toBe(0.333333)
  expect([isLess(b, a), isLess(a, a)]).toEqual([true, false])
})
