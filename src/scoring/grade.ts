import type { Locale, Text } from '../model/text.ts'

/** What became of what a person typed: whole half points (2 to 20), or a sentence that says what is wrong. */
export type ParsedGrade = { readonly halfPoints: number } | { readonly error: Text }

const NUMBER = /^[+-]?\d{1,6}(?:[.,]\d{1,6})?$/

const problems = {
  empty: { nl: 'Vul een cijfer in van 1 tot en met 10.', en: 'Fill in a grade from 1 to 10.' },
  noNumber: {
    nl: 'Dit is geen cijfer. Schrijf bijvoorbeeld 7 of 7,5.',
    en: 'This is not a grade. Write for example 7 or 7.5.',
  },
  tooLow: { nl: 'Het laagste cijfer is 1.', en: 'The lowest grade is 1.' },
  tooHigh: { nl: 'Het hoogste cijfer is 10.', en: 'The highest grade is 10.' },
  notHalf: {
    nl: 'Gebruik hele en halve cijfers, zoals 5 of 5,5.',
    en: 'Use whole and half grades, such as 5 or 5.5.',
  },
} as const satisfies Record<string, Text>

/**
 * Reads a grade as a person types it: `7`, `7,5`, `7.5`, with spaces around it. Grades are kept as whole half points,
 * so that 7,5 is 15 and no rounding enters.
 */
export function parseGrade(input: string): ParsedGrade {
  const typed = input.trim()
  if (typed === '') return { error: problems.empty }
  if (!NUMBER.test(typed)) return { error: problems.noNumber }
  const value = Number(typed.replace(',', '.'))
  if (value < 1) return { error: problems.tooLow }
  if (value > 10) return { error: problems.tooHigh }
  const halfPoints = value * 2
  return Number.isInteger(halfPoints) ? { halfPoints } : { error: problems.notHalf }
}

const decimalMark = (locale: Locale) => (locale === 'nl' ? ',' : '.')

/** `15` becomes `7,5` in Dutch and `7.5` in English; whole grades have no decimal. */
export function formatGrade(halfPoints: number, locale: Locale): string {
  const whole = Math.floor(halfPoints / 2)
  return halfPoints % 2 === 0 ? String(whole) : `${whole}${decimalMark(locale)}5`
}

/** A computed grade, always with one decimal: `7` becomes `7,0`. */
export const formatScore = (grade: number, locale: Locale): string => grade.toFixed(1).replace('.', decimalMark(locale))

const labels: readonly Text[] = [
  { nl: 'zeer slecht', en: 'very poor' },
  { nl: 'slecht', en: 'poor' },
  { nl: 'zeer onvoldoende', en: 'very unsatisfactory' },
  { nl: 'onvoldoende', en: 'unsatisfactory' },
  { nl: 'bijna voldoende', en: 'almost satisfactory' },
  { nl: 'voldoende', en: 'satisfactory' },
  { nl: 'ruim voldoende', en: 'more than satisfactory' },
  { nl: 'goed', en: 'good' },
  { nl: 'zeer goed', en: 'very good' },
  { nl: 'uitmuntend', en: 'outstanding' },
]

/**
 * The word for a grade on the Dutch scale. Halves go up, so that 5,5 is a pass: "voldoende".
 * `grade` is 1 to 10, of a person (half points / 2) or computed (tenths).
 */
export function gradeLabel(grade: number): Text {
  const whole = Math.min(10, Math.max(1, Math.floor(grade + 0.5)))
  return labels[whole - 1] as Text
}
