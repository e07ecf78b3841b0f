import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from '../../src/model/text.ts'
import { formatGrade, formatScore, gradeLabel, parseGrade } from '../../src/scoring/grade.ts'

const halfPoints = fc.integer({ min: 2, max: 20 })

describe('a grade that a person types', () => {
  test.each([
    ['7', 14],
    ['7,5', 15],
    ['7.5', 15],
    [' 8 ', 16],
    ['10', 20],
    ['1', 2],
    ['6,0', 12],
  ])('%j is %i half points', (typed, expected) => {
    expect(parseGrade(typed)).toEqual({ halfPoints: expected })
  })

  test.each([
    ['5,4', 'hele en halve', 'whole and half'],
    ['11', 'hoogste', 'highest'],
    ['10,5', 'hoogste', 'highest'],
    ['0', 'laagste', 'lowest'],
    ['-3', 'laagste', 'lowest'],
    ['abc', 'geen cijfer', 'not a grade'],
    ['7,5,5', 'geen cijfer', 'not a grade'],
    ['', 'Vul een cijfer in', 'Fill in a grade'],
    ['   ', 'Vul een cijfer in', 'Fill in a grade'],
  ])('%j is refused with a sentence of its own', (typed, nl, en) => {
    const parsed = parseGrade(typed)
    if (!('error' in parsed)) throw new Error('accepted')
    expect(parsed.error.nl).toContain(nl)
    expect(parsed.error.en).toContain(en)
  })

  test('what is shown can be typed back, in both languages', () => {
    fc.assert(
      fc.property(halfPoints, fc.constantFrom(...locales), (points, locale) => {
        expect(parseGrade(formatGrade(points, locale))).toEqual({ halfPoints: points })
      }),
    )
  })

  test('a number is accepted exactly when it is a whole or half one from 1 to 10', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(',', '.'), (hundredths, mark) => {
        const typed = (hundredths / 100).toFixed(2).replace('.', mark)
        const isGrade = hundredths % 50 === 0 && hundredths >= 100 && hundredths <= 1000
        expect('halfPoints' in parseGrade(typed)).toBe(isGrade)
      }),
    )
  })

  test('anything that is no number is refused', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => Number.isNaN(Number(text.trim().replace(',', '.'))) || text.trim() === ''),
        (text) => {
          expect('error' in parseGrade(text)).toBe(true)
        },
      ),
    )
  })

  test.each(['1e1', '0x7', 'Infinity', '7 5', '７', '7½', '+'])('%j looks like a number to a machine, but is no grade', (typed) => {
    expect(parseGrade(typed)).toHaveProperty('error')
  })
})

describe('a grade as it is shown', () => {
  test('has a comma in Dutch, a point in English, and no decimal when it is whole', () => {
    expect([formatGrade(15, 'nl'), formatGrade(15, 'en'), formatGrade(14, 'nl'), formatGrade(20, 'nl')]).toEqual(['7,5', '7.5', '7', '10'])
  })

  test('a computed one always has one decimal', () => {
    expect([formatScore(7, 'nl'), formatScore(8.25, 'en'), formatScore(10, 'nl')]).toEqual(['7,0', '8.3', '10,0'])
  })

  test('has the word of the Dutch scale; 5,5 is a pass and 5,4 is not', () => {
    expect([10, 9, 8, 7, 6, 5.5, 5.4, 4, 3, 2, 1].map((grade) => gradeLabel(grade).nl)).toEqual([
      'uitmuntend',
      'zeer goed',
      'goed',
      'ruim voldoende',
      'voldoende',
      'voldoende',
      'bijna voldoende',
      'onvoldoende',
      'zeer onvoldoende',
      'slecht',
      'zeer slecht',
    ])
  })
})
