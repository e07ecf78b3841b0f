import { describe, expect, test } from 'vitest'
import type { PlatformId } from '../../src/model/platform.ts'
import type { NameInUse } from '../../src/naming/follow.ts'
import { inferPattern } from '../../src/naming/infer-pattern.ts'

const organisation = { name: 'VG sector', aliases: [], website: 'https://www.vgsector.nl' }
const people = (...all: [name: string, platform: PlatformId, written: string][]): NameInUse[] =>
  all.map(([name, platform, written]) => ({ key: `${platform}:${written}`, platform, written, named: { kind: 'person', name } }))
const units = (...all: [name: string, platform: PlatformId, written: string][]): NameInUse[] =>
  people(...all).map((use) => ({ ...use, named: { kind: 'unit', name: use.named.name } }))

const worksheet = people(
  ['Jannie de Boer', 'x', 'Jannie_VGsector'],
  ['Marit Bos', 'x', 'Marit_VGsector'],
  ['Erik Vos', 'x', 'Erik_VGsector'],
  ['Noor Smit', 'instagram', 'noor_vgsector'],
  ['Bram Kok', 'facebook', 'bram.vgsector'],
)

describe('the build of most names', () => {
  test('is found with its capitals and its support', () => {
    expect(inferPattern(worksheet, organisation)).toMatchObject({
      kind: 'pattern',
      pattern: '{Given}_VGsector',
      support: 5,
      of: 5,
      exceptions: [],
    })
  })

  test.each([
    ['Piet Bakker', 'x', 'VGsector_Piet', 'other-order', 'affix'],
    ['Piet Bakker', 'instagram', 'piet.vgsector', 'other-separator', 'affix'],
    ['Piet Bakker', 'x', 'piet_vgsector2', 'added-number', 'affix'],
    ['Piet Bakker', 'instagram', 'piet', 'missing-organisation', 'contains'],
    ['Johannes Bakker', 'instagram', 'hans_vgsector', 'nickname', 'contains'],
    ['Marjolein Bakker', 'instagram', 'marj_vgsector', 'abbreviation', 'contains'],
    ['Piet Bakker', 'instagram', 'bakker_vgsector', 'missing-part', 'shares-word'],
    ['Piet Bakker', 'instagram', 'zonnebloem77', 'other-name', 'different'],
  ] as const)('names what differs for %s on %s: %s', (name, platform, written, kind, step) => {
    const found = inferPattern([...worksheet, ...people([name, platform, written])], organisation)
    if (found.kind !== 'pattern') throw new Error('no pattern')
    expect(found).toMatchObject({ support: 5, of: 6 })
    expect(found.exceptions).toHaveLength(1)
    expect(found.exceptions[0]?.deviations).toContain(kind)
    expect(found.exceptions[0]?.step).toBe(step)
    expect(found.exceptions[0]?.expected?.toLowerCase()).toBe(`${name.split(' ')[0]?.toLowerCase()}_vgsector`)
  })

  test('does not count LinkedIn’s own code, numbers and invite codes against anybody', () => {
    const more = people(
      ['Piet Bakker', 'linkedin', 'in/piet-bakker-4b2c1d97'],
      ['Kees Dekker', 'linkedin', 'in/kees-vgsector-12345'],
      ['Eva Mol', 'facebook', '100064718678925'],
    )
    const found = inferPattern([...worksheet, ...more], organisation)
    expect(found).toMatchObject({ kind: 'pattern', support: 6, of: 6, exceptions: [] })
    expect(found.setAside.map(({ written }) => written)).toEqual(['in/piet-bakker-4b2c1d97', '100064718678925'])
  })

  test('takes a name that X cut short for one that follows', () => {
    const found = inferPattern([...worksheet, ...people(['Marie-Claire Bos', 'x', 'MarieClaire_VGs'])], organisation)
    expect(found).toMatchObject({ support: 6, of: 6 })
  })

  test('stands as none when there is no majority, with what comes nearest', () => {
    const split = people(
      ['Jannie Boer', 'instagram', 'jannie_vgsector'],
      ['Marit Bos', 'instagram', 'marit_vgsector'],
      ['Erik Vos', 'instagram', 'erikvos'],
      ['Noor Smit', 'instagram', 'noorsmit'],
    )
    const found = inferPattern(split, organisation)
    expect(found).toMatchObject({ kind: 'none', why: 'no-majority', of: 4 })
    expect(found.alternatives.map(({ pattern }) => pattern)).toEqual(expect.arrayContaining(['{given}_{organisation}']))
    expect(inferPattern(split.slice(0, 1), organisation)).toMatchObject({ kind: 'none', why: 'too-few', of: 1 })
    expect(inferPattern([], organisation)).toMatchObject({ kind: 'none', of: 0 })
  })

  test('keeps infixes for who has one', () => {
    const full = people(
      ['Jan van der Berg', 'instagram', 'jan.van.der.berg'],
      ['Els de Vries', 'instagram', 'els.de.vries'],
      ['Noor Smit', 'instagram', 'noor.smit'],
      ['Zoë Müller', 'instagram', 'zoe.mueller'],
    )
    expect(inferPattern(full, organisation)).toMatchObject({ kind: 'pattern', pattern: '{given}.{infix}.{family}', support: 4, of: 4 })
  })

  test('is found for units, for the organisation and for names that are shown', () => {
    const found = inferPattern(
      units(['Locatie Gouda', 'facebook', 'vgsector.gouda'], ['Team Noord', 'instagram', 'vgsector_noord'], ['Leiden', 'x', 'leidenvg']),
      organisation,
    )
    expect(found).toMatchObject({ kind: 'pattern', pattern: '{organisation}_{unit}', support: 2, of: 3 })
    const central = (['x', 'instagram', 'tiktok'] as const).map((platform, at) => ({
      key: platform,
      platform,
      written: at === 2 ? 'vgs' : 'vg_sector',
      named: { kind: 'organisation' as const, name: 'VG sector' },
    }))
    expect(inferPattern(central, organisation)).toMatchObject({ kind: 'pattern', support: 2, of: 3 })
    const shown = people(
      ['Jan de Boer', 'x', 'Jan de Boer | VG sector'],
      ['Els Vos', 'x', 'Els Vos | VG sector'],
      ['Bram Kok', 'x', 'bram'],
    )
    expect(inferPattern(shown, organisation, 'display')).toMatchObject({
      pattern: '{given} {infix} {family} | {organisation}',
      support: 2,
      of: 3,
    })
  })

  test('does not depend on the order of the names', () => {
    const all = [...worksheet, ...people(['Piet Bakker', 'x', 'VGsector_Piet'], ['Eva Mol', 'instagram', 'eva'])]
    expect(inferPattern(all.toReversed(), organisation)).toMatchObject({ pattern: '{Given}_VGsector', support: 5, of: 7 })
  })
})
