import { describe, expect, it } from 'vitest'
import { judgeSite } from '../../src/verification/judge-site.ts'
import { page } from '../discovery/pages.ts'

const organisation = { name: 'Zorggroep Wilgenhof', aliases: [], website: 'https://www.wilgenhof.nl/', country: 'nl', wikidataId: null }

/** The kind of each account that a page with this body names, on a site of five pages. */
function kinds(body: string, path: string): ReadonlyMap<string, string> {
  const rest = ['/', '/contact', '/privacy', '/nieuws'].map((other) => page('<p>Welkom</p>', other))
  const { candidates } = judgeSite({ pages: [...rest, page(body, path)], organisation })
  return new Map(candidates.map(({ key, kind }) => [key, kind]))
}

const story = (link: string): string =>
  `<article><p>In 2019 begonnen ${link} en een paar buren met een eettafel, omdat de keuken van het dorp dicht ging en niemand alleen wilde eten.</p></article>`

describe("accounts under a person's name", () => {
  it('a full name on a page of the team is a person, also outside any card', () => {
    const team = '<h2>Bestuur</h2><p><a href="https://x.com/noor_wandelt">Noor el Amrani</a>, voorzitter</p>'
    expect(kinds(team, '/over-ons/bestuur/').get('x:noor_wandelt')).toBe('person')
  })

  it('an icon under the heading of a person is that person’s, when the handle holds the name', () => {
    const team = '<div><h3>Bart Jansen</h3><p>Kok</p><a href="https://www.instagram.com/bartkookt"><i class="icon"></i></a></div>'
    expect(kinds(team, '/team').get('instagram:bartkookt')).toBe('person')
    expect(kinds(team.replace('bartkookt', 'keukenvanhetdorp'), '/team').get('instagram:keukenvanhetdorp')).not.toBe('person')
  })

  it('a given name inside the story of the organisation is a person', () => {
    expect(kinds(story('<a href="https://twitter.com/oh3xyz">Osman</a>'), '/about/history/').get('x:oh3xyz')).toBe('person')
  })

  it('the same name in the news is somebody whom the news quotes', () => {
    expect(kinds(story('<a href="https://twitter.com/oh3xyz">Osman</a>'), '/nieuws/eettafel/').get('x:oh3xyz')).toBe('quoted')
  })

  it.each(['Stichting Oost', 'De Dijkhof', 'Wilgenhof Oost', 'Instagram', 'Volg ons', 'Studio Veld'])(
    '%s is no name of a person',
    (label) => {
      expect(kinds(`<p><a href="https://www.instagram.com/veldenwerk">${label}</a></p>`, '/team').get('instagram:veldenwerk')).not.toBe(
        'person',
      )
    },
  )
})
