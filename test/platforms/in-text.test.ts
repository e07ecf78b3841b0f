import { describe, expect, it } from 'vitest'
import { addressesInText } from '../../src/platforms/in-text.ts'

const handles = (text: string): (string | null)[] => addressesInText(text).map(({ address }) => address.handle)

describe('addresses in running text', () => {
  it('are found with and without scheme, without the punctuation around them', () => {
    expect(handles('Volg ons: https://x.com/acme, (instagram.com/acme.nl) of "www.facebook.com/acmebakkers".')).toEqual([
      'acme',
      'acme.nl',
      'acmebakkers',
    ])
  })

  it('stand where the index says', () => {
    const text = 'Zie -https://x.com/acme.'
    const [found] = addressesInText(text)
    expect(found?.raw).toBe('https://x.com/acme')
    expect(text.slice(found?.index).startsWith('https://x.com/acme')).toBe(true)
  })

  it.each([
    'xfacebook.com/acme',
    '_facebook.com/acme',
    'acme@x.com',
    'xhttps://x.com/acme',
    'facebook',
    'https://www.acme.example/facebook.com',
  ])('are not found in "%s"', (text) => {
    expect(handles(text)).toEqual([])
  })

  it('are found in a long text in time', () => {
    const text = 'a.b/'.repeat(50_000) + ' x.com/acme '.repeat(2000)
    const start = performance.now()
    expect(handles(text)).toHaveLength(2000)
    expect(performance.now() - start).toBeLessThan(1500)
  })
})
