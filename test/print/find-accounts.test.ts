import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInLine, webAddresses } from '../../src/print/find-accounts.ts'

const found = (line: string, before?: string) => findInLine(line, before).accounts.map(({ address, tier }) => `${tier} ${address.key}`)

describe('an account in a printed line', () => {
  it.each([
    ['facebook.com/buurtkeuken', 'certain facebook:buurtkeuken'],
    ['Kijk op https://www.instagram.com/de.brug/', 'certain instagram:de.brug'],
    ['linkedin.com/company/acme-research', 'certain linkedin:company/acme-research'],
    ['youtube.com/@acmeresearch', 'certain youtube:@acmeresearch'],
    ['mastodon.social/@openlab', 'certain mastodon:@openlab@mastodon.social'],
  ])('is certain when its address is written out: %s', (line, key) => expect(found(line)).toEqual([key]))

  it.each([
    ['Volg ons op Instagram: @de.brug_utrecht', 'likely instagram:de.brug_utrecht'],
    ['Follow @acme_research on X', 'likely x:acme_research'],
    ['Twitter/X: @BuurtkeukenRdam', 'likely x:buurtkeukenrdam'],
    ['Vind ons op TikTok @museumdekade', 'likely tiktok:museumdekade'],
    ['Like ons op Facebook: /buurttuin', 'likely facebook:buurttuin'],
    ['f /dorpshuis', 'likely facebook:dorpshuis'],
    ['in /company/dorpshuis-heide', 'likely linkedin:company/dorpshuis-heide'],
    ['X @dorpshuis', 'likely x:dorpshuis'],
    ['IG: @rivertheatre', 'likely instagram:rivertheatre'],
  ])('is likely when a platform’s name stands beside it: %s', (line, key) => expect(found(line)).toEqual([key]))

  it('is one for each platform that is named together', () =>
    expect(found('Instagram en Facebook: @northgate')).toEqual(['likely instagram:northgate', 'likely facebook:northgate']))

  it('belongs to the platform at the end of the line above', () =>
    expect(found('@werkenbijdewilg', 'Volg ons op Instagram')).toEqual(['likely instagram:werkenbijdewilg']))

  it('is a bare name without one', () => {
    expect(found('Volg ons op @stichtingdebrug')).toEqual([])
    expect(findInLine('Volg ons op @stichtingdebrug').bare).toEqual(['@stichtingdebrug'])
  })

  it('is not an e-mail address, a hashtag, two platforms’ names or the platform’s own page', () => {
    for (const line of ['info@debrug.nl', '#samenkoken', 'Instagram/Facebook', 'facebook.com/sharer', 'Scan met je telefoon'])
      expect([line, found(line), findInLine(line).bare]).toEqual([line, [], []])
  })
})

describe('what the reader of letters got wrong', () => {
  it.each([
    ['instagram.corn/acme', 'certain instagram:acme'],
    ['1nstagram.com/acme', 'certain instagram:acme'],
    ['facebook . com / acme', 'certain facebook:acme'],
    ['fаcebook.com/acme', 'certain facebook:acme'],
    ['facebo0k.com/acme', 'certain facebook:acme'],
    ['linkedln.com/company/acme', 'certain linkedin:company/acme'],
    ['www, instagram.com/acme', 'certain instagram:acme'],
    ['| instagram.com/canal. festival |', 'certain instagram:canal.festival'],
    ['facebock.com/acme', 'likely facebook:acme'],
    ['Instagram: @ acme', 'likely instagram:acme'],
    ['Instagram: ©acme', 'likely instagram:acme'],
    ['Instagram: @de.brug_ utrecht', 'likely instagram:de.brug_utrecht'],
    ['Xx: @tuindelinde', 'likely x:tuindelinde'],
    ['f Idorpshuisheide', 'likely facebook:dorpshuisheide'],
  ])('is undone: %s', (line, key) => expect(found(line)).toEqual([key]))

  it('is not undone where nothing is wrong: another site keeps its name', () =>
    expect(webAddresses('www.fotobook.nl/acme and notfacebook.com/acme')).toEqual([
      'https://www.fotobook.nl/acme',
      'https://notfacebook.com/acme',
    ]))
})

describe('web addresses', () => {
  it('come with a scheme, mail as mailto, without the full stop behind them', () =>
    expect(findInLine('Meer op www.debrug.nl/opendag. Mail Info@debrug.nl').urls).toEqual([
      'https://www.debrug.nl/opendag',
      'mailto:info@debrug.nl',
    ]))

  it('are not made of two sentences or a time', () =>
    expect(webAddresses('om half zes.De deur is open, 10.30 uur, o.a. taart')).toEqual([]))
})

it('reads any line without failing, and never twice the same account', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (line) => {
      const keys = findInLine(line).accounts.map(({ address, tier }) => `${tier} ${address.key}`)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  ))

it.each(['@a.', 'a.', 'www.', 'f I', '@ ', 'x:/', ' |', 'a@', '/.'])('takes a megabyte of %j in its stride', (part) => {
  const line = part.repeat(Math.ceil(1_000_000 / part.length))
  const started = performance.now()
  findInLine(line)
  webAddresses(line)
  expect(performance.now() - started).toBeLessThan(8000)
})
