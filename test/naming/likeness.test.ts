import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coreOf, likeness, likenessStep, shorterStems } from '../../src/naming/likeness.ts'
import { stemOf } from '../../src/naming/tokens.ts'

/** Handles as organisations write them, so that chance finds the same words again. */
const word = fc.constantFrom('de', 'linde', 'zorg', 'zorggroep', 'gouda', 'wilg', 'nl', 'official', 'thuis', 'oever', '247')
const separator = fc.constantFrom('', '_', '.', '-')
const handle = fc.oneof(
  fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), separator).map(([words, between]) => words.join(between)),
  fc.stringMatching(/^[a-zA-Z0-9._-]{1,20}$/),
)

describe('how alike two names are', () => {
  test.each([
    ['delinde', 'De_Linde', 1],
    ['zorggroep-de-linde', 'ZorggroepDeLinde', 1],
    ['delinde', 'delinde_nl', 0.8],
    ['delinde', 'zorggroepdelinde', 0.8],
    ['delindeofficial', 'thuiszorg.delinde', 0.8],
    ['delinde', 'delindegouda', 0.6],
    ['kpn', 'kpnzakelijk', 0.6],
    ['linde_oost', 'linde.west', 0.4],
    ['delinde', 'wilgenhof', 0],
    // Both are only words that any care organisation may use.
    ['zorggroep', 'zorgofficial', 0],
    // Two letters, or a piece inside, say nothing.
    ['ing', 'kering', 0],
    // A first name that happens to be a country stays a name.
    ['hollandenbarends', 'enbarends', 0.6],
  ])('%s and %s: %f', (a, b, expected) => {
    expect(likeness(a, b)).toBe(expected)
  })

  test('the own words of an organisation are found in names that are written as one word', () => {
    expect(likenessStep('linooost', 'linowest')).toBe('different')
    expect(likenessStep('linooost', 'linowest', ['Lino'])).toBe('shares-word')
  })

  test('is the same from both sides', () => {
    fc.assert(
      fc.property(handle, handle, (a, b) => {
        expect(likeness(a, b, ['linde'])).toBe(likeness(b, a, ['linde']))
      }),
    )
  })

  test('is 1 exactly when nothing but case and separators differs', () => {
    fc.assert(
      fc.property(handle, handle, (a, b) => {
        expect(likeness(a, b) === 1).toBe(stemOf(a) !== '' && stemOf(a) === stemOf(b))
      }),
    )
    fc.assert(
      fc.property(handle, (name) => {
        fc.pre(stemOf(name) !== '')
        expect(likeness(name, name.toUpperCase().replace(/[._-]/g, ''))).toBe(1)
      }),
    )
  })

  test('a common word around a name never makes it another one', () => {
    fc.assert(
      fc.property(handle, fc.constantFrom('nl', 'official', 'zorg', 'tv'), (name, affix) => {
        // `thuis` and `zorg` together are a common word again.
        fc.pre(coreOf(stemOf(name)).length >= 3 && coreOf(`${stemOf(name)}${affix}`) !== '')
        expect(likeness(name, `${stemOf(name)}${affix}`)).toBeGreaterThanOrEqual(0.6)
      }),
    )
  })
})

test('a name is shortened one common word at a time, and never to a word that says nothing', () => {
  expect(shorterStems('zorggroepdelindenl')).toEqual(['zorggroepdelindenl', 'delindenl', 'lindenl', 'linde'])
  expect(shorterStems('zorggroep')).toEqual([])
  expect(coreOf('gemeentezorg')).toBe('')
})

test('a name that happens to be made of common syllables is still a name', () => {
  expect(likeness('zorgwijde', 'ZorgwijdeTV')).toBe(0.6)
  expect(likeness('zorgwijde', 'zorggroep')).toBe(0)
})
