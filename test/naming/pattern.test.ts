import { describe, expect, test } from 'vitest'
import { mannerOf } from '../../src/naming/manner.ts'
import { type Named, valuesOf } from '../../src/naming/name-values.ts'
import { readPattern, writePattern } from '../../src/naming/pattern.ts'
import { writings } from '../../src/naming/write-name.ts'

const organisation = { name: 'Zorggroep De Linde', aliases: ['ZDL'], website: 'https://www.linde.nl' }
const write = (pattern: string, named: Named, platform: Parameters<typeof mannerOf>[0], as: 'handle' | 'display' = 'handle') =>
  writings(readPattern(pattern), valuesOf(named, organisation), mannerOf(platform, as))[0]?.text ?? null
const person = (name: string): Named => ({ kind: 'person', name, unit: 'Team Noord' })

describe('a pattern', () => {
  test.each(['{given}_{organisation}', '{Given}{INFIX}{family}', 'team-{unit}.{acronym}', '{given} {infix} {family} | {organisation}'])(
    'is written as it was read: %s',
    (pattern) => expect(writePattern(readPattern(pattern))).toBe(pattern),
  )

  test.each([
    ['{voornaam}', 'voornaam'],
    ['{given}_{', 'pattern'],
    ['___', 'pattern'],
  ])('that cannot be read says so: %s', (pattern, told) => expect(() => readPattern(pattern)).toThrow(told))

  test.each([
    ['{given}_{organisation}', 'Jan van der Berg', 'jan_zorggroepdelinde'],
    ['{Given}_{Short}', 'Jan van der Berg', 'Jan_DeLinde'],
    ['{given}.{ACRONYM}', 'Jan van der Berg', 'jan.ZDL'],
    ['{given}_{domain}', 'Jan van der Berg', 'jan_linde'],
    ['{given}_{infix}_{family}', 'Jan van der Berg', 'jan_vander_berg'],
    ['{given}_{infix}_{family}', 'Jan Bos', 'jan_bos'],
    ['{given}{infix}{family}', 'Anna Jansen-de Vries', 'annajansendevries'],
    ['{Given}{Family}', 'Zoë Müller', 'ZoeMuller'],
    ['{initial}{family}', 'Søren Weiß', 'sweiss'],
    ['{initials}.{family}', 'J.P. (Jan) de Boer', 'jp.boer'],
    ['{given}{familyinitial}_{unit}', 'Jan van Dijk', 'jand_noord'],
  ])('%s of %s is %s', (pattern, name, expected) => expect(write(pattern, person(name), 'youtube')).toBe(expected))

  test.each([
    ['x', 'jan_zdl'],
    ['facebook', 'jan.zdl'],
    ['linkedin', 'jan-zdl'],
    ['instagram', 'jan-zdl'.replace('-', '_')],
  ] as const)('takes the separator that %s allows', (platform, expected) => {
    expect(write('{given}-{acronym}', person('Jan Bos'), platform)).toBe(expected)
  })

  test('shows names as their owners write them', () => {
    expect(write('{given} {infix} {family} | {organisation}', person("Zoë van 't Hart-Bos"), 'x', 'display')).toBe(
      "Zoë van 't Hart-Bos | Zorggroep De Linde",
    )
  })

  test('writes nothing for a name that has no value for one of its parts', () => {
    expect(write('{given}_{role}', person('Jan Bos'), 'x')).toBeNull()
  })
})
