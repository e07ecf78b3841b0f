import { describe, expect, test } from 'vitest'
import { readPersonName } from '../../src/naming/person-name.ts'

const parts = (text: string) => {
  const { given, infix, family, initials } = readPersonName(text)
  return [given.join(' '), infix.join(' '), family.join(' '), initials]
}

describe('a person’s name', () => {
  test.each([
    ['Jan Jansen', ['Jan', '', 'Jansen', 'J']],
    ['Jan van der Berg', ['Jan', 'van der', 'Berg', 'J']],
    ["Els van 't Hart", ['Els', "van 't", 'Hart', 'E']],
    ["Gerard 't Hooft", ['Gerard', "'t", 'Hooft', 'G']],
    ['Ursula von der Leyen', ['Ursula', 'von der', 'Leyen', 'U']],
    ['Monica De La Cruz', ['Monica', 'De La', 'Cruz', 'M']],
    ['Karim al-Masri', ['Karim', 'al', 'Masri', 'K']],
    ['Anna Jansen-de Vries', ['Anna', '', 'Jansen de Vries', 'A']],
    ['Anna Jansen - van der Berg', ['Anna', '', 'Jansen van der Berg', 'A']],
    ['Anna de Jonge-van Houten', ['Anna', 'de', 'Jonge van Houten', 'A']],
    ['Marie-Claire Bos', ['Marie-Claire', '', 'Bos', 'MC']],
    ['J. Jansen', ['', '', 'Jansen', 'J']],
    ['H. Morgan Griffith', ['Morgan', '', 'Griffith', 'HM']],
    ['drs. J.P. (Jan Peter) Balkenende', ['', '', 'Balkenende', 'JP']],
    ['Prof. dr. Zoë Müller MSc', ['Zoë', '', 'Müller', 'Z']],
    ['Henry C. "Hank" Johnson, Jr.', ['Henry', '', 'Johnson', 'HC']],
    ['Øyvind', ['Øyvind', '', '', 'Ø']],
  ])('%s', (text, expected) => {
    // A single word is a first name.
    expect(parts(text)).toEqual(expected)
  })

  test.each(['Vries, Jan de', 'de Vries, Jan', 'Vries, de, Jan', 'de Vries, drs. Jan', 'Jan de Vries, MSc'])(
    'is the same with the family name in front: %s',
    (text) => expect(parts(text)).toEqual(['Jan', 'de', 'Vries', 'J']),
  )

  test('shows what somebody is called, without titles and letters behind it', () => {
    expect(readPersonName('Ir. Johannes (Jan) de Vries-Bos, PhD').shown).toBe('Jan de Vries-Bos')
  })

  test('keeps family names that look like letters behind a name', () => {
    expect(parts('Grace Meng')).toEqual(['Grace', '', 'Meng', 'G'])
    expect(parts('Yo-Yo Ma')).toEqual(['Yo-Yo', '', 'Ma', 'YY'])
  })

  test('reads whatever stands there, however long, without failing', () => {
    for (const text of ['', ' ', ',', '()', '"', 'van', 'de de de', '-', 'x'.repeat(100_000), 'van '.repeat(50_000), '('.repeat(50_000)])
      expect(readPersonName(text)).toMatchObject({ given: expect.any(Array), family: expect.any(Array) })
  })
})
