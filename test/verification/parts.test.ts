import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../src/model/candidate.ts'
import type { PageReading } from '../../src/model/mention.ts'
import { judgeSite } from '../../src/verification/judge-site.ts'
import { partOfPage } from '../../src/verification/parts.ts'
import { page } from '../discovery/pages.ts'

const organisation = { name: 'Zorggroep Wilgenhof', aliases: [], website: 'https://www.wilgenhof.nl/', country: 'nl', wikidataId: null }

/** The account `key` on a site of five pages, one of which is `read`. */
function judged(key: string, ...read: PageReading[]): Candidate {
  const rest = ['/', '/contact', '/privacy', '/over'].map((path) => page('<p>Welkom</p>', path))
  const found = judgeSite({ pages: [...rest, ...read], organisation }).candidates.find((candidate) => candidate.key === key)
  if (found === undefined) throw new Error(`${key} is not among the candidates`)
  return found
}

describe('which part of the organisation a page is about', () => {
  it.each([
    ['/locaties/de-dijkhof/', 'location', 'de-dijkhof'],
    ['/nl/onze-locaties/utrecht', 'location', 'utrecht'],
    ['/locatie-het-baken', 'location', 'het-baken'],
    ['/standorte/', 'location', null],
    ['/en/our-locations/dublin.html', 'location', 'dublin'],
    ['/agences/lyon/contact', 'location', 'lyon'],
    ['/clientenraad', 'unit', null],
    ['/cli%C3%ABntenraad/', 'unit', null],
    ['/team-oost', 'unit', 'oost'],
    ['/faculty/law', 'unit', 'law'],
    ['/fakult%C3%A4ten/informatik', 'unit', 'informatik'],
    ['/campagnes/gewoon-doen', 'campaign', 'gewoon-doen'],
    ['/onze-campagne', 'campaign', 'onze'],
  ])('%s is about a %s', (path, part, name) => {
    expect(partOfPage({ url: `https://www.wilgenhof.nl${path}`, title: '' })).toEqual({ part, name })
  })

  it.each([
    '/team',
    '/team-members/jan',
    '/over-ons',
    '/nieuws/locatie-de-dijkhof-geopend',
    '/blog/2024/campagne',
    '/locatievinder-app',
    '/',
  ])('%s is about none', (path) => {
    expect(partOfPage({ url: `https://www.wilgenhof.nl${path}`, title: '' })).toBeNull()
  })

  it('a title may say so, when a name follows the word', () => {
    const url = 'https://www.wilgenhof.nl/p/12'
    expect(partOfPage({ url, title: 'Locatie De Dijkhof | Wilgenhof' })).toEqual({ part: 'location', name: 'Locatie De Dijkhof' })
    expect(partOfPage({ url, title: 'Locatie en route | Wilgenhof' })).toBeNull()
  })
})

describe('accounts of a location, department or campaign', () => {
  const inText = (link: string): string =>
    `<p>Foto's van de boten en van de mensen die ze opknappen zet Mo elke vrijdag op ${link} voor wie ze wil zien.</p>`

  it("another name in the text of a location's own page is left to a person, as a location's", () => {
    const read = page(inText('<a href="https://www.instagram.com/bakkerij.ginder">Instagram</a>'), '/locaties/de-bakkerij/')
    expect(judged('instagram:bakkerij.ginder', read)).toMatchObject({ verdict: 'unknown', kind: 'location' })
  })

  it('the same text on a page about something else is not', () => {
    const read = page(inText('<a href="https://www.instagram.com/bakkerij.ginder">Instagram</a>'), '/werkwijze/')
    expect(judged('instagram:bakkerij.ginder', read)).toMatchObject({ verdict: 'not-ours' })
  })

  it('a page that is known by a number only is left to a person too', () => {
    const read = page(inText('<a href="https://www.facebook.com/profile.php?id=100099900000123">de pagina</a>'), '/vestigingen/het-baken/')
    expect(judged('facebook:100099900000123', read)).toMatchObject({ verdict: 'unknown', kind: 'location' })
  })

  it("a closed group on the client council's page is a unit's", () => {
    const read = page(inText('<a href="https://www.facebook.com/groups/raadwilgenhof">een groep</a>'), '/clientenraad/')
    expect(judged('facebook:groups/raadwilgenhof', read)).toMatchObject({ verdict: 'unknown', kind: 'unit' })
  })

  it('a name of stem and place is a location wherever the page speaks of it', () => {
    const place = page('<p>Wonen aan het water</p>', '/locaties/dijkhof/')
    const read = page('<ul><li><a href="https://www.instagram.com/dijkhof.wilgenhof">Instagram</a></li></ul>', '/volg')
    expect(judged('instagram:dijkhof.wilgenhof', place, read).kind).toBe('location')
  })

  it('the label may name the place or the department', () => {
    const read = page(
      '<a href="https://www.facebook.com/wilgenhofoost">Facebook locatie Oost</a> <a href="https://x.com/wilgenhof_or">Ondernemingsraad op X</a>',
      '/volg',
    )
    expect(judged('facebook:wilgenhofoost', read).kind).toBe('location')
    expect(judged('x:wilgenhof_or', read).kind).toBe('unit')
  })

  it('words before the link may speak of a campaign', () => {
    const read = page(
      '<p>Kijk op het account van de campagne, <a href="https://www.instagram.com/gewoonwilgenhof">@gewoonwilgenhof</a></p>',
      '/nieuws/x',
    )
    expect(judged('instagram:gewoonwilgenhof', read).kind).toBe('campaign')
  })

  it("the organisation's own account stays central, also where a location's page asks to follow it", () => {
    const read = page('<p>Volg ons op <a href="https://www.facebook.com/zorggroepwilgenhof">Facebook</a></p>', '/locaties/de-dijkhof/')
    expect(judged('facebook:zorggroepwilgenhof', read)).toMatchObject({ verdict: 'ours', kind: 'central' })
  })

  it("a partner, a quoted post and a reader's comment on a location's page stay what they are", () => {
    const read = page(
      `<div class="partners"><a href="https://www.instagram.com/voetbalclub_oost">Voetbalclub Oost</a></div>
       <blockquote class="twitter-tweet"><a href="https://x.com/dagbladoost/status/1">Dagblad Oost</a></blockquote>
       <div class="comments"><a href="https://www.instagram.com/buurvrouw_els">Els</a></div>`,
      '/locaties/de-dijkhof/',
    )
    expect(judged('instagram:voetbalclub_oost', read).kind).toBe('partner')
    expect(judged('x:dagbladoost', read)).toMatchObject({ verdict: 'not-ours', kind: 'quoted' })
    expect(judged('instagram:buurvrouw_els', read).verdict).toBe('not-ours')
  })
})
