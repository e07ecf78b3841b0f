import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { tokenise } from '../../src/discovery/website/tokens.ts'

type Event = readonly [kind: 'open' | 'close' | 'text', what: string, href?: string]

function events(html: string): Event[] {
  const found: Event[] = []
  tokenise(html, {
    open: (name, { named }) => found.push(['open', name, named.href]),
    close: (name) => found.push(['close', name]),
    text: (text) => found.push(['text', text]),
    space() {},
  })
  return found
}

/** Open tags with their addresses, as a general parser reads them. */
function openTagsOfPeer(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({ onopentag: (name, { href }, implied) => implied || found.push(`${name} ${href ?? ''}`) })
  parser.end(html)
  return found
}
const openTags = (html: string): string[] =>
  events(html).flatMap(([kind, what, href]) => (kind === 'open' ? [`${what} ${href ?? ''}`] : []))

describe('reading markup', () => {
  it('reads tags, attributes in every quoting, and text with its entities decoded', () => {
    expect(events('<A HREF=/x>a &amp; b</A><a href=\'/y?a=1&amp;b\'>c</a><a\n href = "/z" ><br/>')).toEqual([
      ['open', 'a', '/x'],
      ['text', 'a & b'],
      ['close', 'a'],
      ['open', 'a', '/y?a=1&b'],
      ['text', 'c'],
      ['close', 'a'],
      ['open', 'a', '/z'],
      ['open', 'br', undefined],
    ])
  })

  it('takes the first of two equal attributes, and one without a value as empty', () => {
    expect(openTags('<a href="/one" href="/two"><a href>')).toEqual(['a /one', 'a '])
  })

  it('leaps over comments, doctypes and processing instructions, the odd ones too', () => {
    expect(openTags('<!doctype html><!-- <a> --><!--><b><!---><i><!-- > --!><u><?php <s> ?><p>')).toEqual(['b ', 'i ', 'u ', 'p '])
  })

  it('finds no tags inside scripts, styles, titles and text areas', () => {
    expect(openTags('<script>"<a href=1>"</script><style><a></style><title><a></title><textarea><a></textarea><i>')).toEqual([
      'script ',
      'style ',
      'title ',
      'textarea ',
      'i ',
    ])
    expect(events('<title>Zorg &amp; Wonen</title>')).toContainEqual(['text', 'Zorg & Wonen'])
    expect(events('<script>a &amp;&amp; b</SCRIPT >')).toContainEqual(['text', 'a &amp;&amp; b'])
  })

  it('takes a lone less-than sign for text', () => {
    expect(events('1 < 2 <3 <a>')).toEqual([
      ['text', '1 < 2 <3 '],
      ['open', 'a', undefined],
    ])
  })

  it('lets a tag fall that the markup breaks off in', () => {
    for (const broken of ['<a href="x', '<a href=', '<a', '<a href="x" ']) expect(openTags(`<i>${broken}`)).toEqual(['i '])
  })

  it('keeps data attributes and onclick apart', () => {
    const found: (readonly (readonly [string, string])[])[] = []
    tokenise('<div data-a="1&amp;2" onclick=\'x\' style="color:red" data-b>', {
      open: (_, { others }) => found.push(others),
      close() {},
      text() {},
      space() {},
    })
    expect(found).toEqual([
      [
        ['data-a', '1&2'],
        ['onclick', 'x'],
      ],
    ])
  })

  it('reads the same open tags as a general parser, whatever the markup', () => {
    const name = fc.constantFrom('div', 'a', 'p', 'span', 'DIV', 'li', 'section')
    const attribute = fc.oneof(
      fc.stringMatching(/^[a-z0-9/:.?=&;# ]{0,12}$/).map((value) => ` href="${value}"`),
      fc.stringMatching(/^[a-z0-9/:.?#]{1,12}$/).map((value) => ` href=${value} `),
      fc.constantFrom(' class', " class='a\"b'", ' id = x', ' data-x="<a>"', '\n', ' / '),
    )
    const piece = fc.oneof(
      fc.tuple(name, fc.array(attribute, { maxLength: 3 })).map(([tag, attributes]) => `<${tag}${attributes.join('')}>`),
      name.map((tag) => `</${tag} >`),
      fc.constantFrom(
        '<!-- <a> -->',
        '<script>"<a>"</script>',
        '<style>a>b</style>',
        '<title><b></title>',
        '<!doctype html>',
        '<br/>',
        '1 < 2',
        '&lt;a&gt;',
        'tekst',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = pieces.join('')
        expect(openTags(html)).toEqual(openTagsOfPeer(html))
      }),
    )
  })
})
