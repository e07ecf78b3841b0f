import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keys, mentionOf, page, reading } from './pages.ts'

describe('where accounts are read', () => {
  it('reads links, and knows header, menu, footer and article apart', () => {
    const read = page(
      '<article><p>Lees het verhaal van Anna op <a href="https://x.com/dagblad_oost">X</a> in de krant van gisteren, over haar eerste jaar in de zorg.</p></article>',
    )
    expect(mentionOf(read, 'facebook:zorggroepwilgenhof').zone).toBe('footer')
    expect(mentionOf(read, 'x:dagblad_oost')).toMatchObject({ zone: 'article', source: 'link' })
    expect(mentionOf(read, 'x:dagblad_oost').hints).toContain('prose')
  })

  it('puts the icons of one row in one group', () => {
    const read = page('')
    const group = mentionOf(read, 'facebook:zorggroepwilgenhof').group
    expect(group).not.toBeNull()
    expect(mentionOf(read, 'linkedin:company/wilgenhof').group).toBe(group)
  })

  it('keeps the label, the heading and the words that ask to follow', () => {
    const read = reading(
      '<div><h3>Blijf op de hoogte</h3><p>Volg ons op <a href="https://www.instagram.com/wilgenhof/" aria-label="Instagram"></a></p></div>',
    )
    const mention = mentionOf(read, 'instagram:wilgenhof')
    expect(mention).toMatchObject({ label: 'Instagram', heading: 'Blijf op de hoogte' })
    expect(mention.hints).toEqual(expect.arrayContaining(['follow', 'icon', 'platform-label']))
    expect(mention.quote).toContain('instagram.com/wilgenhof')
  })

  it('reads JSON-LD with escaped slashes, in a graph, and says whose it is', () => {
    const read = reading(`<script type="application/ld+json">{"@context":"https:\\/\\/schema.org","@graph":[
      {"@type":"Organization","name":"Wilgenhof","sameAs":["https:\\/\\/www.facebook.com\\/wilgenhof","https:\\/\\/twitter.com\\/wilgenhof"]},
      {"@type":"Person","name":"Anna","sameAs":"https:\\/\\/www.instagram.com\\/annaschrijft"}]}</script>`)
    expect(mentionOf(read, 'facebook:wilgenhof')).toMatchObject({ source: 'jsonld', entity: 'organisation' })
    expect(mentionOf(read, 'x:wilgenhof').entity).toBe('organisation')
    expect(mentionOf(read, 'instagram:annaschrijft').entity).toBe('person')
    expect(read.siteNames).toContain('Wilgenhof')
  })

  it('salvages sameAs out of JSON-LD that is broken', () => {
    const read = reading(
      '<script type="application/ld+json"><!-- {"@type":"Organization", "name": "A "quoted" name", "sameAs":["https://www.facebook.com/wilgenhof",]} --></script>',
    )
    expect(keys(read)).toEqual(['facebook:wilgenhof'])
  })

  it('reads twitter:site, twitter:creator and article:publisher each as what it is', () => {
    const read = reading(`<meta name="twitter:site" content="@wilgenhof"><meta name="twitter:creator" content="@annaschrijft">
      <meta property="article:publisher" content="https://www.facebook.com/wilgenhof">`)
    expect(mentionOf(read, 'x:wilgenhof').source).toBe('meta-twitter-site')
    expect(mentionOf(read, 'x:annaschrijft').source).toBe('meta-twitter-creator')
    expect(mentionOf(read, 'facebook:wilgenhof').source).toBe('article-publisher')
  })

  it('finds no account in a twitter:creator that holds a name with spaces', () => {
    expect(keys(reading('<meta name="twitter:creator" content="@Zorggroep de Wilgenhof">'))).toEqual([])
  })

  it('reads page plugins, follow buttons and data attributes', () => {
    const read = reading(`<div class="fb-page" data-href="https://www.facebook.com/wilgenhof"></div>
      <iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fwilgenhofoost&tabs"></iframe>
      <a class="twitter-timeline" data-screen-name="wilgenhof">Tweets</a>
      <button onclick="window.open('https://www.instagram.com/wilgenhof')">Insta</button>`)
    expect(new Set(keys(read))).toEqual(new Set(['facebook:wilgenhof', 'facebook:wilgenhofoost', 'x:wilgenhof', 'instagram:wilgenhof']))
    expect(mentionOf(read, 'facebook:wilgenhofoost').source).toBe('plugin-frame')
  })

  it('reads microdata and rel=me', () => {
    const read = reading(
      `<link rel="me" href="https://mastodon.nl/@wilgenhof"><div itemscope itemtype="https://schema.org/Organization"><link itemprop="sameAs" href="https://www.facebook.com/wilgenhof"></div>`,
    )
    expect(mentionOf(read, 'facebook:wilgenhof').source).toBe('microdata')
    expect(read.mentions.some(({ address, source }) => address.platform === 'mastodon' && source === 'rel-me')).toBe(true)
  })

  it('reads addresses in scripts, with slashes escaped either way', () => {
    const read = reading(
      String.raw`<script>window.state={"fb":"https:\/\/www.facebook.com\/wilgenhof","ig":"https:\u002F\u002Fwww.instagram.com\u002Fwilgenhof"}</script>`,
    )
    expect(keys(read)).toEqual(['facebook:wilgenhof', 'instagram:wilgenhof'])
    expect(read.mentions[0]?.source).toBe('inline-script')
  })

  it('reads a handle in plain text next to the name of a platform, and no e-mail address', () => {
    const read = reading('<p>Instagram: @wilgenhof en @wilgenhof_oost op Twitter. Mail naar info@wilgenhof.nl.</p>')
    expect(new Set(keys(read))).toEqual(new Set(['instagram:wilgenhof', 'x:wilgenhof_oost']))
  })

  it('takes no account from a share button but the one that it names as sender', () => {
    const read = reading(
      '<a href="https://twitter.com/intent/tweet?url=https%3A%2F%2Fwilgenhof.nl&via=wilgenhof">Deel</a><a href="https://www.facebook.com/sharer/sharer.php?u=https://wilgenhof.nl">Deel</a>',
    )
    expect(read.mentions.map(({ address, source }) => [address.key, source])).toEqual([['x:wilgenhof', 'share-via']])
  })

  it('reads escaped markup in an attribute', () => {
    expect(
      keys(reading('<div data-content="&lt;a href=&quot;https://www.facebook.com/wilgenhof&quot;&gt;Facebook&lt;/a&gt;"></div>')),
    ).toEqual(['facebook:wilgenhof'])
  })

  it('marks an embedded post as quoted, and a person card as a person', () => {
    const read =
      reading(`<main><blockquote class="twitter-tweet"><p>Mooi nieuws</p>&mdash; Anna (@anna) <a href="https://twitter.com/anna/status/12345">5 mei</a></blockquote>
      <div class="team-member medewerker"><h3>Bart Jansen</h3><a href="https://www.linkedin.com/in/bartjansen"></a></div></main>`)
    expect(read.mentions.find(({ address }) => address.key === 'x:anna')?.hints).toContain('quoted')
    expect(mentionOf(read, 'linkedin:in/bartjansen')).toMatchObject({ zone: 'person-card' })
  })
})

describe('what pages may throw at it', () => {
  it('survives malformed markup', () => {
    expect(
      keys(reading('<div><a href="https://www.facebook.com/wilgenhof"<p></div></span><a href=\'https://www.instagram.com/wilgenhof\'>x')),
    ).toContain('instagram:wilgenhof')
    for (const broken of [
      '',
      '<',
      '<a',
      '<a href="',
      '</',
      '<!--',
      '<script>',
      '<script type="application/ld+json">{',
      '&#x110000;',
      '<![CDATA[',
      '\u0000',
    ])
      expect(() => reading(broken)).not.toThrow()
  })

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '<a href="',
      '">',
      '</a>',
      '<div class="footer',
      '<script>',
      '</script>',
      '{"@graph":[',
      'https://www.facebook.com/',
      '@',
      '%',
      '\\u00',
      '&amp',
      '<svg/>',
      'Instagram: @a',
      '"sameAs":["',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 }), (pieces) => {
        expect(reading(pieces.join('')).mentions).toBeInstanceOf(Array)
      }),
    )
  })

  it.each([
    ['deep nesting', '<div class="a">'.repeat(350_000)],
    ['links without end', '<a href="https://www.facebook.com/x">'.repeat(130_000)],
    ['a script full of slashes', `<script>${'https:\\/\\/www.facebook.com\\/'.repeat(160_000)}</script>`],
    ['one long text', `Instagram: ${'@'.repeat(5_000_000)}`],
    ['words and handles', '<p>Instagram @a Twitter @b facebook.com/c '.repeat(120_000)],
    ['end tags only', '</div></a></p>'.repeat(350_000)],
  ])('reads five megabytes of %s in about a second', (_, html) => {
    const start = performance.now()
    reading(html)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
