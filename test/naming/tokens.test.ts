import { describe, expect, test } from 'vitest'
import { chosenName, stemOf, tokensOf } from '../../src/naming/tokens.ts'

test('case, accents and separators do not count', () => {
  expect(['De Linde', 'de_linde', 'DE-LINDE', 'dé.líndé'].map(stemOf)).toEqual(['delinde', 'delinde', 'delinde', 'delinde'])
  expect(stemOf('Straße Øst')).toBe('strasseost')
})

describe('the words of a name', () => {
  test('are cut at separators, capitals and digits', () => {
    expect(tokensOf('ZorggroepDeLinde_Gouda2')).toEqual(['zorggroep', 'de', 'linde', 'gouda', '2'])
    expect(tokensOf('GGZDeOever')).toEqual(['ggz', 'de', 'oever'])
  })

  test('are found in a glued name by the words that are known', () => {
    expect(tokensOf('delindegouda', ['Linde'])).toEqual(['de', 'linde', 'gouda'])
  })
})

describe('the part of a handle that its owner chose', () => {
  test.each([
    ['x', 'delinde', 'delinde'],
    ['linkedin', 'company/zorggroep-de-linde', 'zorggroep-de-linde'],
    ['youtube', '@DeLinde', 'DeLinde'],
    ['youtube', 'c/delinde', 'delinde'],
    ['mastodon', '@delinde@zorg.example', 'delinde'],
    ['bluesky', 'delinde.bsky.social', 'delinde'],
    ['bluesky', 'delinde.nl', 'delinde'],
    ['bluesky', 'nieuws.delinde.nl', 'delinde'],
    ['facebook', 'Zorggroep.DeLinde', 'Zorggroep.DeLinde'],
  ] as const)('%s %s is %s', (platform, handle, name) => {
    expect(chosenName(platform, handle)).toBe(name)
  })

  test.each([
    ['youtube', 'channel/UCabcdefghijklmnopqrstuv'],
    ['facebook', '100064718678925'],
    ['facebook', 'De-Linde-100064718678925'],
    ['linkedin', 'company/162903'],
    ['x', 'i/user/3026622545'],
    ['bluesky', 'did:plc:z72i7hdynmk6r22z27h6tvur'],
    ['flickr', '12345678@N01'],
    ['vimeo', 'user123456'],
    ['whatsapp', 'channel/0029VaAbCdEfGhIjKlMnOp'],
  ] as const)('%s %s has none: the platform made it up', (platform, handle) => {
    expect(chosenName(platform, handle)).toBeNull()
  })
})
