import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peopleNote, readPaste } from '../../src/discovery/pasted.ts'
import { EenlijnError } from '../../src/model/errors.ts'

const keys = (text: string) => readPaste(text).found.map(({ address }) => address.key)
const refusals = (text: string) => readPaste(text).notUnderstood

describe('links in any form', () => {
  test.each([
    ['https://www.instagram.com/delinde/', 'instagram:delinde'],
    ['twitter.com/delinde_zorg', 'x:delinde_zorg'],
    ['www.facebook.com/ZorggroepDeLinde?fbclid=abc', 'facebook:zorggroepdelinde'],
    ['<https://www.tiktok.com/@delinde>', 'tiktok:delinde'],
    ['1. https://x.com/delinde', 'x:delinde'],
    ['- x.com/delinde', 'x:delinde'],
    ['[LinkedIn](https://www.linkedin.com/company/zorggroep-de-linde/)', 'linkedin:company/zorggroep-de-linde'],
    ['<li><a class="a" href="https://www.youtube.com/@delinde?a=1&amp;b=2">YouTube</a></li>', 'youtube:@delinde'],
    ["<a href='https://x.com/delinde'><svg></svg></a>", 'x:delinde'],
    ['Volg ons op Instagram (https://www.instagram.com/delinde), elke dag.', 'instagram:delinde'],
    ['Wij staan op https://www.threads.net/@delinde.', 'threads:delinde'],
    ['"https://www.pinterest.com/delinde"', 'pinterest:delinde'],
  ])('%s', (text, key) => {
    expect(keys(text)).toEqual([key])
  })

  test('several on one line, with commas, semicolons or nothing but spaces', () => {
    const expected = ['x:een', 'instagram:twee', 'facebook:driedrie']
    expect(keys('https://x.com/een,https://instagram.com/twee;https://facebook.com/driedrie')).toEqual(expected)
    expect(keys('x.com/een instagram.com/twee facebook.com/driedrie')).toEqual(expected)
  })

  test('a hundred lines, each account once, with the line where it stood first', () => {
    const text = Array.from({ length: 100 }, (_, at) => `https://x.com/delinde${at % 50}`).join('\r\n')
    const { found } = readPaste(text)
    expect(found).toHaveLength(50)
    expect(found[49]).toMatchObject({ line: 50, raw: 'https://x.com/delinde49' })
  })

  test('the same account in another spelling is the same', () => {
    expect(keys('https://twitter.com/DeLinde\nx.com/delinde\nX: @delinde')).toEqual(['x:delinde'])
  })

  test('a platform that closed is kept: it can be reported as closed', () => {
    expect(readPaste('https://plus.google.com/+delinde').found[0]?.address.closed).toBe(true)
  })
})

describe('names beside a platform', () => {
  test.each<[string, string[]]>([
    ['Instagram: @delinde', ['instagram:delinde']],
    ['@delinde op X', ['x:delinde']],
    ['insta delinde', ['instagram:delinde']],
    ['delinde op Instagram', ['instagram:delinde']],
    ['IG: @delinde, FB: @zorggroepdelinde, X @delinde_zorg', ['instagram:delinde', 'facebook:zorggroepdelinde', 'x:delinde_zorg']],
    ['@een (Instagram), @twee (TikTok)', ['instagram:een', 'tiktok:twee']],
    ['Instagram en Facebook: @delinde', ['instagram:delinde', 'facebook:delinde']],
    ['Twitter/X: @delinde', ['x:delinde']],
    ['You Tube: @delinde', ['youtube:@delinde']],
    ['Mastodon: @delinde@zorg.example', ['mastodon:@delinde@zorg.example']],
    ['@delinde@zorg.example', ['mastodon:@delinde@zorg.example']],
    ['Facebook\n@delinde', ['facebook:delinde']],
    ['Je vindt @delinde op Instagram en @delindewerkt op LinkedIn', ['instagram:delinde', 'linkedin:company/delindewerkt']],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected)
  })

  test.each([
    'Wij zijn te vinden op Instagram en Facebook.',
    'Mail naar info@delinde.example voor meer informatie over onze zorg.',
    'We posten d.m.v. o.a. foto’s en b.v. filmpjes',
    'Instagram pagina',
    'ook op Facebook',
  ])('prose names no account: %s', (text) => {
    expect(readPaste(text)).toEqual({ found: [], notUnderstood: [], people: 0 })
  })
})

describe('what is no account is refused with a sentence that says what to paste instead', () => {
  test.each([
    ['https://www.facebook.com/sharer/sharer.php?u=https://delinde.example', 'deelknop'],
    ['https://x.com/delinde/status/1234567890', 'plak dan https://x.com/delinde'],
    ['https://www.instagram.com/p/CabcdEF/', 'bericht of video'],
    ['https://www.facebook.com/', 'pagina van Facebook zelf'],
    ['https://www.facebook.com/groups/123456789', 'groep'],
    ['https://bit.ly/3abcDEF', 'verkorte link'],
    ['https://www.delinde.example/contact', 'website'],
    ['@delinde', 'welk platform'],
    ['delinde', 'welk platform'],
    ['LinkedIn: Zorggroep De Linde', 'geen accountnaam'],
    ['X: @dezenaamisveelentelang', '4 tot 15 tekens'],
  ])('%s', (text, why) => {
    const [refused, ...more] = refusals(text)
    expect(more).toEqual([])
    expect(refused).toMatchObject({ line: 1 })
    expect(refused?.why.nl).toContain(why)
    expect(refused?.why.en).not.toBe('')
  })

  test('a good line beside it is kept', () => {
    const paste = readPaste('https://bit.ly/3abcDEF\n\nhttps://x.com/delinde')
    expect(paste.found[0]).toMatchObject({ line: 3 })
    expect(paste.notUnderstood[0]).toMatchObject({ line: 1, raw: 'https://bit.ly/3abcDEF' })
  })
})

describe('personal profiles', () => {
  test('are counted once each, and kept nowhere', () => {
    const paste = readPaste(
      'https://www.linkedin.com/in/jan-de-vries\nlinkedin.com/in/Jan-de-Vries/\nhttps://nl.linkedin.com/in/mira-bakker',
    )
    expect(paste).toEqual({ found: [], notUnderstood: [], people: 2 })
    expect(JSON.stringify(paste)).not.toContain('vries')
  })

  test('are spoken of with the reason', () => {
    expect(peopleNote(2)?.nl).toContain('2 links zijn van een persoon')
    expect(peopleNote(0)).toBeNull()
  })
})

describe('the limits', () => {
  test.each([
    ['501 lines', 'x.com/delinde\n'.repeat(500)],
    ['more than 64 kB', 'é'.repeat(33_000)],
  ])('%s are refused', (_, text) => {
    try {
      readPaste(text)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(EenlijnError)
      expect((error as EenlijnError).code).toBe('too-large')
    }
  })

  test('500 lines are read', () => {
    expect(keys(Array.from({ length: 500 }, () => 'x.com/delinde').join('\n'))).toEqual(['x:delinde'])
  })

  test('whatever is pasted, it is read without complaint and each account once', () => {
    const piece = fc.constantFrom(
      'x.com/',
      '@',
      'insta ',
      'https://',
      '<a href="',
      '](',
      '\n',
      ',',
      ';',
      ' op X ',
      'delinde',
      '//',
      '\u0000',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const found = keys(text)
          expect(new Set(found).size).toBe(found.length)
        },
      ),
    )
  })

  test.each([
    ['open tags', '<a '],
    ['loose names', '@a '],
    ['platform words', 'insta '],
    ['open brackets', '['],
    ['half links', 'href="'],
  ])('64 kB of %s are read in linear time', (_, piece) => {
    const started = performance.now()
    readPaste(piece.repeat(Math.floor((64 * 1024) / piece.length)))
    // A quarter of a second on a quiet machine; quadratic work takes more than ten.
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
