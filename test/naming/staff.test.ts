import { describe, expect, test } from 'vitest'
import { EenlijnError } from '../../src/model/errors.ts'
import { readStaff } from '../../src/naming/staff.ts'
import { inferNames, suggestStaffNames } from '../../src/naming/staff-names.ts'

const list = {
  organisation: { name: 'VG sector', website: 'https://www.vgsector.nl' },
  people: [
    { name: 'Jannie de Boer', accounts: [{ platform: 'Twitter', handle: '@Jannie_VGsector' }] },
    { name: 'Marit Bos', accounts: [{ platform: 'x', handle: 'https://x.com/Marit_VGsector' }] },
    { name: 'Kees Vos', accounts: [{ platform: 'LinkedIn', handle: 'kees-vos-4b2c1d97' }] },
  ],
  units: [{ name: 'Gouda', accounts: [{ platform: 'facebook', handle: 'vgsector.gouda', displayName: 'VG sector Gouda' }] }],
}

describe('a list of people and units', () => {
  test('is read as people write it', () => {
    const staff = readStaff(list)
    expect(staff.subjects.map(({ kind, accounts }) => [kind, ...accounts.map(({ platform, handle }) => `${platform} ${handle}`)])).toEqual([
      ['organisation'],
      ['unit', 'facebook vgsector.gouda'],
      ['person', 'x Jannie_VGsector'],
      ['person', 'x Marit_VGsector'],
      ['person', 'linkedin in/kees-vos-4b2c1d97'],
    ])
    expect(staff.platforms).toEqual(['facebook', 'x', 'linkedin'])
    expect(readStaff({ organisation: 'VG sector' })).toMatchObject({ organisation: { name: 'VG sector' }, platforms: [] })
  })

  test('keeps two of one name apart', () => {
    const { subjects } = readStaff({ organisation: 'VG', people: [{ name: 'Jan Bos' }, { name: 'Jan Bos' }, { id: '7', name: 'Jan Bos' }] })
    expect(subjects.map(({ key }) => key)).toEqual(['organisation:VG', 'person:Jan Bos', 'person:Jan Bos#2', '7'])
  })

  test.each([
    [{}, 'organisation'],
    [{ organisation: 'VG', people: [{ accounts: [] }] }, 'people[0].name'],
    [
      { organisation: 'VG', people: [{ name: 'Jan' }, { name: 'Els', accounts: [{ platform: 'friendster', handle: 'els' }] }] },
      'people[1].accounts[0].platform',
    ],
    [{ organisation: 'VG', units: [{ name: 'Gouda', accounts: [{ platform: 'x', handle: 'vg gouda' }] }] }, 'units[0].accounts[0].handle'],
    [{ organisation: 'VG', patterns: { people: ['{given}', '{voornaam}'] } }, 'patterns.people[1]'],
    [{ organisation: 'VG', people: Array.from({ length: 5_001 }, () => ({ name: 'Jan' })) }, 'people'],
    [[], 'the file'],
    ['VG', 'the file'],
  ])('that is not right is refused with its field', (input, field) => {
    const read = () => readStaff(input)
    expect(read).toThrow(EenlijnError)
    expect(read).toThrow(field)
    expect(read).toThrow(expect.objectContaining({ code: 'invalid-input', field }))
  })

  test('shows how its names are built', () => {
    const { people, units, organisation } = inferNames(readStaff(list))
    expect(people.handles).toMatchObject({ kind: 'pattern', pattern: '{Given}_VGsector', support: 2, of: 2 })
    expect(people.handles?.setAside).toHaveLength(1)
    expect(units.displayNames).toMatchObject({ kind: 'none', why: 'too-few' })
    expect(organisation.handles).toBeNull()
  })

  test('is given names by what is agreed, else by what most do, else by a proposal', () => {
    const { used, suggestions } = suggestStaffNames(readStaff(list))
    expect([used.people.handles.from, used.units.handles.from]).toEqual(['majority', 'proposal'])
    const kees = suggestions.find(({ key, platform }) => key === 'person:Kees Vos' && platform === 'x')
    expect(kees).toMatchObject({ current: null, handle: 'Kees_VGsector', displayName: 'Kees Vos' })
    const agreed = suggestStaffNames(readStaff({ ...list, patterns: { people: ['{organisation}_{given}'] } }))
    expect(agreed.used.people.handles).toEqual({ patterns: ['{organisation}_{given}'], from: 'agreed' })
    expect(agreed.suggestions.find(({ key, platform }) => key === 'person:Marit Bos' && platform === 'x')?.handle).toBe('vgsector_marit')
  })
})
