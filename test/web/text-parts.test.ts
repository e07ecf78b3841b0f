import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtQuote } from '../../src/web/components/quote.ts'
import { cutAtShared, sharedPart } from '../../src/web/components/shared-part.ts'

describe('the part that handles share', () => {
  test.each([
    [['zorgwijde', '@ZorgwijdeTV', 'company/zorgwijde'], 'zorgwijde'],
    [['zorgwijde', 'zorgwijde.noord', 'studio.kwast'], 'zorgwijde'],
    [['zorgwijde@sociaal.example', '@zorgwijde'], 'zorgwijde'],
    [['abc', 'xyz'], ''],
    [['zorgwijde'], ''],
    [[], ''],
  ])('%j share ‘%s’', (handles, shared) => {
    expect(sharedPart(handles)).toBe(shared)
  })

  test('a handle is cut at it, in its own spelling', () => {
    expect(cutAtShared('@ZorgwijdeTV', 'zorgwijde')).toEqual({ before: '@', shared: 'Zorgwijde', after: 'TV' })
    expect(cutAtShared('studio.kwast', 'zorgwijde')).toEqual({ before: 'studio.kwast', shared: '', after: '' })
  })

  test('cutting loses nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (handle, shared) => {
        const cut = cutAtShared(handle, shared)
        expect(cut.before + cut.shared + cut.after).toBe(handle)
      }),
    )
  })
})

describe('a quote in its source', () => {
  test('is found with other white space, and as HTML writes it', () => {
    expect(cutAtQuote('<p>Volg\n  ons</p>', 'Volg ons')).toMatchObject({ before: '<p>', found: 'Volg\n  ons', after: '</p>' })
    expect(cutAtQuote('<p>Zorg &amp; Co</p>', 'Zorg & Co').found).toBe('Zorg &amp; Co')
    expect(cutAtQuote('a.b', 'a+b').found).toBe('')
  })

  test('stands in the middle of what is shown of a long page', () => {
    const cut = cutAtQuote(`${'x'.repeat(500_000)} hier ${'y'.repeat(500_000)}`, 'hier')
    expect(cut.found).toBe('hier')
    expect(cut.shown).toBe(200_000)
  })

  test('takes little time on a megabyte of white space', () => {
    const started = performance.now()
    cutAtQuote('a'.concat(' '.repeat(1_000_000)), 'a b')
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('any text and quote: what is shown is a piece of the source', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, quote) => {
        const cut = cutAtQuote(source, quote)
        expect(cut.before + cut.found + cut.after).toBe(source)
      }),
    )
  })
})
