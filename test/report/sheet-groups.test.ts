import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PicturesReading } from '../../src/model/pictures.ts'
import { groupByLikeness, groupKinds, type SheetPicture } from '../../src/report/sheet-groups.ts'

type Side = PicturesReading['banners']
const side = (groups: readonly (readonly string[])[], more: Partial<Side> = {}): Side => ({
  groups: groups.map((members) => ({ members: [...members], reference: null })),
  unsure: [],
  pairs: [],
  ...more,
})

/** Accounts by name; the name of what they show, or why they show nothing. */
const sheet = (accounts: Record<string, string>, reading: Side | null, agreed: readonly string[] = []) => {
  const whys: readonly string[] = ['absent', 'hidden', 'not-offered']
  const pictureOf = (name: string): SheetPicture => {
    const shown = accounts[name] ?? ''
    return whys.includes(shown) ? { why: shown as 'absent' } : { digest: shown }
  }
  const { norm, references, groups } = groupByLikeness(Object.keys(accounts), pictureOf, reading, agreed)
  return { norm, references, groups: groups.map(({ kind, items }) => `${kind}: ${items.join(' ')}`) }
}

describe('accounts on a sheet', () => {
  test('with nothing agreed, what most show is the norm, and what is unlike it comes after it', () => {
    expect(sheet({ a: 'house', b: 'autumn', c: 'house-cut', d: 'house' }, side([['house', 'house-cut'], ['autumn']]))).toEqual({
      norm: 'majority',
      references: ['house'],
      groups: ['norm: a c d', 'apart: b'],
    })
  })

  test('with an agreed picture that one keeps to, the others differ, however many they are', () => {
    const reading = side([['house', 'house-cut'], ['new']])
    reading.groups[1] = { members: ['new'], reference: 'agreed' }
    expect(sheet({ a: 'house', b: 'house-cut', c: 'new' }, reading, ['agreed'])).toEqual({
      norm: 'agreed',
      references: ['agreed'],
      groups: ['norm: c', 'apart: a b'],
    })
  })

  test('where nothing is agreed and no two show the same, nothing differs', () => {
    expect(sheet({ a: '1', b: '2', c: '3' }, side([['1'], ['2'], ['3']]))).toEqual({
      norm: null,
      references: [],
      groups: ['alike: a', 'alike: b', 'alike: c'],
    })
  })

  test('of two groups as large, the one with more central accounts is the norm, and a central one shows it', () => {
    const reading = side([['1'], ['2', '2-cut']])
    const shown: Record<string, string> = { a: '1', b: '1', c: '2-cut', d: '2' }
    const pictureOf = (name: string) => ({ digest: shown[name] ?? '' })
    const { references, groups } = groupByLikeness(Object.keys(shown), pictureOf, reading, [], (name) => name === 'd')
    expect([references, groups[0]?.items]).toEqual([['2'], ['c', 'd']])
  })

  test('what is like the norm keeps it, also when it could not be told from something else', () => {
    expect(sheet({ a: 'x', b: 'y' }, side([['x', 'y']], { unsure: ['y'] })).groups).toEqual(['norm: a b'])
  })

  test('what cannot be told, was not seen, is not there or cannot be there is no deviation', () => {
    const reading = side([['house'], ['plain']], { unsure: ['plain'] })
    const accounts = { a: 'house', b: 'house', c: 'plain', d: 'hidden', e: 'absent', f: 'not-offered', g: 'new' }
    expect(sheet(accounts, reading).groups).toEqual([
      'norm: a b',
      'absent: e',
      'unsure: c',
      'not-compared: g',
      'hidden: d',
      'not-offered: f',
    ])
  })

  test('without a comparison only the agreed picture itself is told, and of the rest nothing is said', () => {
    expect(sheet({ a: 'x', b: 'y', c: 'x' }, null)).toEqual({ norm: null, references: [], groups: ['not-compared: a b c'] })
    expect(sheet({ a: 'x', b: 'y' }, null, ['x']).groups).toEqual(['norm: a', 'not-compared: b'])
  })

  test('every account stands in exactly one group, in the order of the kinds', () => {
    const shown = fc.array(fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'absent', 'hidden', 'not-offered'), { maxLength: 30 })
    fc.assert(
      fc.property(shown, fc.subarray(['p3', 'p4']), fc.subarray(['p0', 'p1']), (pictures, unsure, agreed) => {
        const told = ['p0', 'p1', 'p2', 'p3'].map((digest) => [digest])
        const items = pictures.map((_, index) => index)
        const pictureOf = (index: number): SheetPicture =>
          (pictures[index] ?? '').startsWith('p') ? { digest: pictures[index] ?? '' } : { why: pictures[index] as 'absent' }
        const { groups } = groupByLikeness(items, pictureOf, side(told, { unsure }), agreed)
        expect(groups.flatMap((group) => group.items).sort((a, b) => a - b)).toEqual(items)
        const kinds = groups.map(({ kind }) => groupKinds.indexOf(kind))
        expect(kinds).toEqual(kinds.toSorted((a, b) => a - b))
      }),
    )
  })
})
