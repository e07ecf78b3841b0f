import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, isOpaque, likeness, nameForms, nameOfHandle } from '../../src/verification/likeness.ts'

const forms = nameForms(['Stichting Zorggroep Wilgenhof', 'Hof van de Wilgen Wonen'], ['wilgenhof'])
const like = (handle: string): number | null => likeness(handle, forms)

describe('how much a handle looks like a name', () => {
  it.each([
    'wilgenhof',
    '@Wilgenhof',
    'company/wilgenhof',
    'user/WILGENHOF',
    '@wilgenhof@mastodon.nl',
    'wilgenhof.bsky.social',
    'zorggroepwilgenhof',
  ])('%s is the name', (handle) => {
    expect(like(handle)).toBeGreaterThanOrEqual(0.9)
  })

  it.each(['wilgenhof_oost', 'werkenbijwilgenhof', 'zorg.wilgenhof', 'wilgenhofnl'])('%s is close to the name', (handle) => {
    expect(like(handle)).toBeGreaterThanOrEqual(0.65)
  })

  it.each(['dagbladoost', 'company/bureau-pixel', 'annaschrijft', 'wordpressdotcom'])('%s is unlike the name', (handle) => {
    expect(like(handle)).toBeLessThan(0.3)
  })

  it('knows the first letters of a long name, and a name with letters left out', () => {
    expect(likeness('szwwo', nameForms(['Stichting Zorg Wonen Welzijn Oost'], []))).toBeGreaterThanOrEqual(0.9)
    expect(likeness('wlgnhof', nameForms([], ['wilgenhof']))).toBeGreaterThanOrEqual(0.65)
    expect(likeness('wilgzorg', nameForms(['Wilgenhof Zorggroep'], []))).toBeGreaterThanOrEqual(0.65)
  })

  it.each(['278114675612', 'channel/UCabcdefghijklmnopqrstuv', '53058076@N05', 'show/7b3QQnuVa8hIjrIX76oB3c'])(
    '%s says nothing',
    (handle) => {
      expect(isOpaque(handle)).toBe(true)
      expect(like(handle)).toBeNull()
    },
  )

  it('compares without accents, case and punctuation', () => {
    expect(folded('Zorg-Café “Größe”')).toBe('zorgcafegrosse')
    expect(nameOfHandle('company/acme-zorg-1234567')).toBe('acme-zorg')
  })

  it('stays between 0 and 1 whatever the names', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 })),
        fc.array(fc.string({ maxLength: 20 })),
        (handle, names, labels) => {
          const value = likeness(handle, nameForms(names, labels))
          expect(value === null || (value >= 0 && value <= 1)).toBe(true)
        },
      ),
    )
  })
})
