import { describe, expect, it } from 'vitest'
import { createFrontier, pageAddress, samePageKey, scopeOf } from '../../src/discovery/website/choose-pages.ts'

const home = 'https://www.wilgenhof.nl/'
const link = (href: string, text = '', zone = 'main') => ({ href, text, zone })
/** The most telling pages among links of one page, best first. */
function addresses(links: ReturnType<typeof link>[], budget = 40): string[] {
  const frontier = createFrontier(home)
  frontier.add(links, home)
  return Array.from({ length: budget }, () => frontier.next()).flatMap((choice) => choice?.url ?? [])
}

describe('which pages are read', () => {
  it('contact, about and team come before news', () => {
    const chosen = addresses([link('/nieuws/'), link('/over-ons/'), link('/medewerkers/'), link('/contact/'), link('/iets-anders/')])
    expect(chosen.slice(0, 3)).toEqual([
      'https://www.wilgenhof.nl/contact/',
      'https://www.wilgenhof.nl/over-ons/',
      'https://www.wilgenhof.nl/medewerkers/',
    ])
    expect(chosen).toHaveLength(5)
  })

  it('reads other languages of the field', () => {
    const chosen = addresses([link('/foo'), link('/kontakt'), link('/a-propos'), link('/p1', 'Über uns')])
    expect(chosen.at(-1)).toBe('https://www.wilgenhof.nl/foo')
  })

  it('a section of a thousand pages does not eat the budget', () => {
    const news = Array.from({ length: 1000 }, (_, index) => link(`/nieuws/bericht-${index}`, 'Nieuws'))
    const others = Array.from({ length: 8 }, (_, index) => link(`/deel-${index}/`))
    const chosen = addresses([...news, ...others], 20)
    expect(chosen.filter((url) => url.includes('/deel-'))).toHaveLength(8)
    expect(chosen).toHaveLength(20)
  })

  it.each([
    '/agenda/2024/05',
    '/page/7',
    '/wp-login.php',
    '/winkelwagen/',
    '/folder.pdf',
    'mailto:a@b.nl',
    'https://elders.nl/',
    '/a/a/a/b/b/b',
    'javascript:void(0)',
    '/logout',
  ])('leaves %s', (href) => {
    expect(pageAddress(href, home, scopeOf(home))).toBeNull()
  })

  it('takes a subdomain of the same domain along, and a domain that only ends alike not', () => {
    expect(pageAddress('https://werkenbij.wilgenhof.nl/', home, scopeOf(home))).toBe('https://werkenbij.wilgenhof.nl/')
    expect(pageAddress('https://nietwilgenhof.nl/', home, scopeOf(home))).toBeNull()
  })

  it('stays in its own folder on a host that many share', () => {
    const scope = scopeOf('https://iemand.github.io/wilgenhof/')
    expect(pageAddress('/wilgenhof/contact', 'https://iemand.github.io/wilgenhof/', scope)).not.toBeNull()
    expect(pageAddress('/anders/', 'https://iemand.github.io/wilgenhof/', scope)).toBeNull()
  })

  it('one page with and without www, slash, fragment or facets is one page', () => {
    const chosen = addresses([
      link('/contact'),
      link('/contact/'),
      link('http://wilgenhof.nl/contact#route'),
      link('/contact?sort=naam&filter=x'),
    ])
    expect(chosen).toHaveLength(1)
    expect(samePageKey('http://wilgenhof.nl/contact/')).toBe(samePageKey('https://www.wilgenhof.nl/Contact'))
  })

  it('pages in another language come last', () => {
    expect(addresses([link('/en/contact'), link('/iets')])).toEqual([
      'https://www.wilgenhof.nl/iets',
      'https://www.wilgenhof.nl/en/contact',
    ])
  })

  it('never answers a page twice', () => {
    const frontier = createFrontier(home)
    frontier.add([link('/a'), link('/a'), link('/')], home)
    expect(frontier.next()?.url).toBe('https://www.wilgenhof.nl/a')
    expect(frontier.next()).toBeNull()
  })
})
