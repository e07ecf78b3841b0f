import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlatformId } from '../../src/model/platform.ts'
import type { EarlierSuggestion } from '../../src/naming/suggest-names.ts'
import { type NamePatterns, type NameSubject, type NameSuggestion, suggestNames } from '../../src/naming/suggest-names.ts'
import { chosenName } from '../../src/naming/tokens.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'
import { platform as platformById } from '../../src/platforms/index.ts'

const organisation = { name: 'VG Sector', aliases: [], website: 'https://www.vgsector.nl' }
const side = (...handle: string[]) => ({ handle, display: ['{given} {infix} {family} | {organisation}'] })
const patterns = (...handle: string[]): NamePatterns => ({
  person: side(...handle),
  unit: { handle: ['{organisation}_{unit}'], display: ['{organisation} {unit}'] },
  organisation: { handle: ['{organisation}'], display: ['{organisation}'] },
})
let count = 0
const person = (name: string, rest: Partial<NameSubject> = {}): NameSubject => ({
  key: `p${count++}`,
  kind: 'person',
  name,
  accounts: [],
  ...rest,
})
const suggest = (
  subjects: readonly NameSubject[],
  on: readonly PlatformId[],
  by = patterns('{given}_{organisation}'),
  earlier: EarlierSuggestion[] = [],
) => suggestNames({ organisation, subjects, patterns: by, platforms: on, earlier })
const handles = (all: readonly NameSuggestion[]) => all.map(({ handle }) => handle)

describe('the name to take', () => {
  test.each([
    ['x', 'Jan_VGSector'],
    ['instagram', 'jan_vgsector'],
    ['facebook', 'Jan.VGSector'],
    ['linkedin', 'in/jan-vgsector'],
    ['youtube', '@Jan_VGSector'],
    ['bluesky', 'jan-vgsector.bsky.social'],
  ] as const)('on %s is %s', (platform, expected) => {
    expect(handles(suggest([person('Jan Bos')], [platform], patterns('{Given}_{Organisation}')))).toEqual([expected])
  })

  test('is the next agreed pattern where the first does not fit, and only then a shorter form', () => {
    expect(handles(suggest([person('Marie-Claire Bos')], ['x'], patterns('{given}_{organisation}', '{initials}_{organisation}')))).toEqual([
      'mc_vgsector',
    ])
    const [short] = suggest([person('Marie-Claire Bos')], ['x'])
    expect(short).toMatchObject({ handle: 'marieclaire_vgs', by: 'shortened' })
  })

  test('stays as it is when it follows already, or is one that the engine itself would give', () => {
    const all = [
      person('Jan Bos', { accounts: [{ platform: 'x', handle: 'Jan_VGsector' }] }),
      person('Jan Kok', { accounts: [{ platform: 'x', handle: 'jan_k_vgsector' }] }),
    ]
    expect(suggest(all, ['x'])).toMatchObject([
      { handle: 'Jan_VGsector', by: 'present' },
      { handle: 'jan_k_vgsector', by: 'present' },
    ])
  })

  test('tells two of one name apart by family name, unit and last a number', () => {
    const all = [person('Jan Bos'), person('Jan Kok'), person('Jan Kramer'), person('Jan Kok', { unit: 'Team Noord' }), person('Jan Bos')]
    expect(handles(suggest(all, ['instagram']))).toEqual([
      'jan_vgsector',
      'jan_k_vgsector',
      'jan_kramer_vgsector',
      'jan_kok_vgsector',
      'jan_b_vgsector',
    ])
    const same = [person('Jan Bos'), person('Jan Bos'), person('Jan Bos'), person('Jan Bos')]
    expect(handles(suggest(same, ['instagram']))).toEqual(['jan_vgsector', 'jan_b_vgsector', 'jan_bos_vgsector', 'jan2_vgsector'])
  })

  test('is never one that a colleague has, nor a word that the platform keeps', () => {
    const taken = [person('Jan Bos'), person('Piet Kok', { accounts: [{ platform: 'instagram', handle: 'jan_vgsector' }] })]
    expect(handles(suggest(taken, ['instagram']))).toEqual(['jan_b_vgsector', 'piet_vgsector'])
    const reserved = suggest([person('Explore Bos')], ['instagram'], patterns('{given}'))
    expect(reserved[0]?.handle).not.toBe('explore')
    expect(reserved[0]?.handle).toBeTruthy()
  })

  test('is nothing where nobody chooses one', () => {
    expect(suggest([person('Jan Bos')], ['whatsapp'])).toMatchObject([{ handle: null, by: null }])
  })

  test('comes with the name to show, which is the own name alone where a platform asks for that', () => {
    const [x, linkedin] = suggest([person("drs. Zoë van 't Hart-Bos")], ['x', 'linkedin'])
    expect(x?.displayName).toBe("Zoë van 't Hart-Bos | VG Sector")
    expect(linkedin?.displayName).toBe("Zoë van 't Hart-Bos")
    const [short] = suggest([person('Wilhelmina van der Berghe')], ['instagram'])
    expect(short?.displayName?.length).toBeLessThanOrEqual(30)
  })
})

const platforms: PlatformId[] = ['x', 'instagram', 'facebook', 'linkedin', 'youtube', 'tiktok', 'threads', 'bluesky', 'github', 'snapchat']
const given = fc.constantFrom('Jan', 'Zoë', 'Marie-Claire', 'Søren', 'Explore', 'Bo', 'Wolfeschlegelsteinhausen', 'J.P.', 'Ömer')
const family = fc.constantFrom('Bos', 'van der Berg', 'Jansen-de Vries', "'t Hooft", 'Ng', 'de Vries', '')
const anyone = fc.record({ first: given, last: family, unit: fc.constantFrom(null, 'Team Noord', 'Gouda') })
const staff = fc.array(anyone, { minLength: 1, maxLength: 12 })
const pattern = fc.constantFrom(
  '{given}_{organisation}',
  '{Given}{ACRONYM}',
  '{initial}{infix}{family}',
  '{organisation}-{given}.{family}',
  '{given}',
)
const subjectsOf = (all: readonly { first: string; last: string; unit: string | null }[], from = 0): NameSubject[] =>
  all.map(({ first, last, unit }, at) => ({ key: `k${from + at}`, kind: 'person', name: `${first} ${last}`.trim(), unit, accounts: [] }))
const byKey = (all: readonly NameSuggestion[]) => new Map(all.map((one) => [`${one.key} ${one.platform}`, one.handle]))

describe('every suggestion', () => {
  test('keeps the platform’s rule and is given once', () => {
    fc.assert(
      fc.property(staff, pattern, (all, by) => {
        const seen = new Set<string>()
        for (const { platform, handle } of suggest(subjectsOf(all), platforms, patterns(by))) {
          if (handle === null) continue
          const address = accountFromHandle(platform, handle)
          const name = chosenName(platform, handle) ?? ''
          const { pattern: rule, min, max } = platformById(platform).handleRule
          expect(address).toMatchObject({ kind: 'account', doubt: null })
          if (platform !== 'bluesky') expect(name).toMatch(rule)
          expect(name.length).toBeGreaterThanOrEqual(platform === 'bluesky' ? 3 : min)
          expect(name.length).toBeLessThanOrEqual(max)
          expect(seen).not.toContain(address.key)
          seen.add(address.key ?? '')
        }
      }),
      { numRuns: 40 },
    )
  })

  test('is there for every name that has a word for the pattern', () => {
    fc.assert(
      fc.property(staff, (all) => {
        for (const { handle } of suggest(subjectsOf(all), platforms)) expect(handle).not.toBeNull()
      }),
      { numRuns: 25 },
    )
  })

  test('stays when somebody joins at the end of the list', () => {
    fc.assert(
      fc.property(staff, staff, pattern, (all, newcomers, by) => {
        const before = byKey(suggest(subjectsOf(all), platforms, patterns(by)))
        const after = byKey(suggest([...subjectsOf(all), ...subjectsOf(newcomers, all.length)], platforms, patterns(by)))
        for (const [key, handle] of before) expect(after.get(key)).toBe(handle)
      }),
      { numRuns: 25 },
    )
  })

  test('stays in any order of the list when the earlier ones are given, and once it is taken', () => {
    fc.assert(
      fc.property(staff, staff, pattern, fc.integer(), (all, newcomers, by, turn) => {
        const subjects = subjectsOf(all)
        const first = suggest(subjects, platforms, patterns(by))
        const before = byKey(first)
        const mixed = [...subjects, ...subjectsOf(newcomers, all.length)].toSorted((a, b) => (a.key + turn < b.key + turn ? 1 : -1))
        const earlier = first.flatMap(({ key, platform, handle }) => (handle === null ? [] : [{ key, platform, handle }]))
        const after = byKey(suggest(mixed, platforms, patterns(by), earlier))
        for (const [key, handle] of before) expect(after.get(key)).toBe(handle)
        const taken = subjects.map((one) => ({ ...one, accounts: earlier.filter(({ key }) => key === one.key) }))
        for (const { handle, key, platform, by: from } of suggest(taken, platforms, patterns(by)))
          if (handle !== null) expect([handle, from]).toEqual([before.get(`${key} ${platform}`), 'present'])
      }),
      { numRuns: 15 },
    )
  })
})

describe('a name shown with middle initials', () => {
  const shownAs = (displayName: string, ...display: string[]) => {
    const all = [person('Roger F. Wicker', { accounts: [{ platform: 'x', handle: 'SenatorWicker', displayName }] })]
    return suggest(all, ['x'], { ...patterns('{given}{family}'), person: { handle: ['{given}{family}'], display } })[0]?.displayName
  }

  test('is the same name, and stays', () => {
    expect(shownAs('Roger F. Wicker', '{given} {infix} {family}')).toBe('Roger F. Wicker')
    expect(shownAs('Roger F Wicker', '{given} {infix} {family}')).toBe('Roger F Wicker')
  })

  test('is another one where the pattern asks for initials, or where more differs', () => {
    expect(shownAs('Roger F. Wicker', '{initials} {family}')).toBe('RF Wicker')
    expect(shownAs('Senator F. Wicker', '{given} {infix} {family}')).toBe('Roger Wicker')
  })
})

describe('a name by the domain', () => {
  const linde = { name: 'Stichting De Linde', aliases: [], website: 'https://www.delinde.example' }
  const on = (pattern: string, handle: string) =>
    suggestNames({
      organisation: linde,
      subjects: [person('Stichting De Linde', { kind: 'organisation', accounts: [{ platform: 'x', handle }] })],
      patterns: { ...patterns(), organisation: side(pattern) },
      platforms: ['x'],
    })[0]

  test('is found where the short name is spelled alike', () => {
    expect(on('{domain}', 'delinde')).toMatchObject({ handle: 'delinde', by: 'present' })
    expect(on('{domain}', 'linde1900')).toMatchObject({ handle: 'delinde', by: 'pattern' })
    expect(on('{short}', 'delinde')).toMatchObject({ handle: 'delinde', by: 'present' })
  })
})
