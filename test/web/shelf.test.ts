import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createShelf } from '../../src/web/shelf.ts'

const shelfOf = (mostBytes: number) => createShelf<string>(mostBytes, (key, value) => key.length + value.length)

test('what was not asked for longest goes first', () => {
  const shelf = shelfOf(9)
  shelf.put('a', '11')
  shelf.put('b', '22')
  shelf.put('c', '33')
  shelf.get('a')
  shelf.put('d', '44')
  expect(['a', 'b', 'c', 'd'].map(shelf.get)).toEqual(['11', undefined, '33', '44'])
})

test('what does not fit at all is not kept', () => {
  const shelf = shelfOf(9)
  shelf.put('a', '1')
  shelf.put('b', '2'.repeat(20))
  expect(['a', 'b'].map(shelf.get)).toEqual([undefined, undefined])
})

test('never more is kept than fits, and what is kept is what was put there last', () => {
  const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.string({ minLength: 1, maxLength: 8 }) })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const shelf = shelfOf(12)
      const last = new Map<string, string>()
      for (const { key, value } of steps) {
        shelf.put(key, value)
        last.set(key, value)
        const kept = [...last].filter(([one]) => shelf.get(one) !== undefined)
        for (const [one, newest] of kept) expect(shelf.get(one)).toBe(newest)
        expect(kept.reduce((sum, [one, newest]) => sum + one.length + newest.length, 0)).toBeLessThanOrEqual(12)
      }
    }),
  )
})
