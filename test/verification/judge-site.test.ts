import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../src/model/candidate.ts'
import type { PageReading } from '../../src/model/mention.ts'
import type { Organisation } from '../../src/model/organisation.ts'
import { judgeSite } from '../../src/verification/judge-site.ts'
import { siteBelongsTo } from '../../src/verification/site-belongs-to.ts'
import { page, reading } from '../discovery/pages.ts'

const wilgenhof: Organisation = {
  name: 'Zorggroep Wilgenhof',
  aliases: ['Wilgenhof'],
  website: 'https://www.wilgenhof.nl/',
  country: 'nl',
  wikidataId: null,
}

function judged(pages: readonly PageReading[], organisation = wilgenhof): Map<string, Candidate> {
  return new Map(judgeSite({ pages, organisation }).candidates.map((candidate) => [candidate.key, candidate]))
}
const article = '<article><h1>Nieuws</h1><p>Een lange alinea over wat er deze week gebeurde in het huis en in de tuin, met veel bezoek.</p>'

describe('whose account it is', () => {
  it('an account in the footer of every page is ours', () => {
    const found = judged([page(''), page('<p>Contact</p>', '/contact'), page(article, '/nieuws')]).get('facebook:zorggroepwilgenhof')
    expect(found).toMatchObject({ verdict: 'ours', kind: 'central' })
    expect(found?.signals.map(({ id }) => id)).toEqual(expect.arrayContaining(['in-footer', 'on-most-pages', 'with-other-platforms']))
    expect(found?.foundVia[0]?.quote).toContain('facebook.com/zorggroepwilgenhof')
  })

  it('counts an account once, however often and however it is written', () => {
    const found = judged([page('<a href="https://m.facebook.com/ZorggroepWilgenhof/?ref=site">Facebook</a>'), page('', '/a')])
    expect([...found.keys()].filter((key) => key.startsWith('facebook:'))).toEqual(['facebook:zorggroepwilgenhof'])
  })

  it("a web agency's link in the credit is not ours", () => {
    const found = judged([
      reading(
        '<footer><p>© Wilgenhof</p><p>Website door <a href="https://www.linkedin.com/company/bureau-pixel">Bureau Pixel</a></p></footer>',
      ),
    ])
    expect(found.get('linkedin:company/bureau-pixel')).toMatchObject({ verdict: 'not-ours', kind: 'agency' })
  })

  it('a credit covers the rest of its line, and not the line of the site itself after it', () => {
    const found = judged([
      reading(`<footer><p>© Wilgenhof. Website gemaakt door <a href="https://pixel.example">Bureau Pixel</a>
        (<a href="https://www.linkedin.com/company/bureau-pixel">LinkedIn</a>)</p>
        <p>Website door Studio Veld | Volg Wilgenhof op <a href="https://www.facebook.com/groenhuis">Facebook</a></p></footer>`),
    ])
    expect(found.get('linkedin:company/bureau-pixel')).toMatchObject({ verdict: 'not-ours', kind: 'agency' })
    expect(found.get('facebook:groenhuis')?.signals.map(({ id }) => id)).not.toContain('in-credit')
  })

  it('a maker of sites that credits itself keeps its own account', () => {
    const pixel = { ...wilgenhof, name: 'Bureau Pixel', aliases: [], website: 'https://bureaupixel.example/' }
    const own = reading(
      '<title>Bureau Pixel</title><footer>Website door <a href="https://x.com/bureaupixel">Bureau Pixel</a></footer>',
      'https://bureaupixel.example/',
    )
    expect(judged([own], pixel).get('x:bureaupixel')?.verdict).toBe('ours')
  })

  it("a tweet quoted in an article is somebody else's", () => {
    const tweet =
      '<blockquote class="twitter-tweet"><p>Wat een dag</p>&mdash; Dagblad Oost (@dagbladoost) <a href="https://twitter.com/dagbladoost">@dagbladoost</a></blockquote>'
    expect(judged([page(`${article}${tweet}</article>`)]).get('x:dagbladoost')).toMatchObject({ verdict: 'not-ours', kind: 'quoted' })
  })

  it('an account in a comment is not ours', () => {
    expect(
      judged([page('<div class="comments"><a href="https://www.instagram.com/buurvrouw_els">Els</a></div>')]).get('instagram:buurvrouw_els')
        ?.verdict,
    ).toBe('not-ours')
  })

  it("a person's LinkedIn on a team page is a person, also behind the icon in the footer", () => {
    const site = [
      page('<div class="team-member"><h3>Bart Jansen</h3><a href="https://www.linkedin.com/in/bartjansen">LinkedIn</a></div>'),
      reading('<footer><a href="https://www.linkedin.com/in/directeur"></a></footer>'),
    ]
    const found = judgeSite({ pages: site, organisation: wilgenhof })
    expect(
      found.candidates
        .filter(({ kind }) => kind === 'person')
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(['linkedin:in/bartjansen', 'linkedin:in/directeur'])
    expect(found.people).toBe(2)
  })

  it("the account of the site's system is not ours", () => {
    expect(
      judged([reading('<meta property="article:publisher" content="https://www.facebook.com/WordPresscom">')]).get('facebook:wordpresscom'),
    ).toMatchObject({ verdict: 'not-ours', kind: 'host' })
  })

  it('a list of partners is not ours', () => {
    const partners = ['zorgnet_a', 'thuisgroep_b', 'buurtteam_c', 'welzijn_d']
      .map((name) => `<li><a href="https://www.instagram.com/${name}">${name}</a></li>`)
      .join('')
    const found = judged([page(`<section class="partners"><h2>Partners</h2><ul>${partners}</ul></section>`)])
    expect(found.get('instagram:zorgnet_a')?.verdict).toBe('not-ours')
  })

  it('sameAs of the organisation is ours, sameAs of a writer is not', () => {
    const found = judged([
      reading(
        `<script type="application/ld+json">[{"@type":"NGO","name":"Wilgenhof","sameAs":["https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"]},{"@type":"Person","name":"Anna Vos","sameAs":["https://twitter.com/annavos"]}]</script>`,
      ),
    ])
    expect(
      found.get('youtube:channel/UCabcdefghijklmnopqrstuv') ?? [...found.values()].find(({ platform }) => platform === 'youtube'),
    ).toMatchObject({ verdict: 'ours' })
    expect(found.get('x:annavos')).toMatchObject({ kind: 'person' })
    expect(found.get('x:annavos')?.verdict).not.toBe('ours')
  })

  it('a name that is alike does not make an account ours by itself when it stands in a comment', () => {
    expect(
      judged([page('<div class="comments"><a href="https://www.instagram.com/wilgenhoffan">fan</a></div>')]).get('instagram:wilgenhoffan')
        ?.verdict,
    ).not.toBe('ours')
  })

  it('every candidate opens to its reasons in both languages and to the place', () => {
    for (const candidate of judged([page(article)]).values()) {
      expect(candidate.signals.length).toBeGreaterThan(0)
      for (const { text } of candidate.signals) expect(text.nl).not.toBe(text.en)
      expect(candidate.foundVia.length).toBeGreaterThan(0)
      expect(candidate.confidence).toBeGreaterThan(0)
      expect(candidate.confidence).toBeLessThan(1)
    }
  })
})

describe('whose site it is', () => {
  const nonsense: Organisation = { ...wilgenhof, name: 'Kwaxelbrint Fizzorama', aliases: [] }

  it("a nonsense name with somebody's site yields nothing ours, and says why", () => {
    const pages = [page(''), page('', '/contact'), page('', '/over-ons')]
    expect(siteBelongsTo(nonsense, pages)).toMatchObject({ verdict: 'no' })
    const found = judgeSite({ pages, organisation: nonsense })
    expect(found.candidates.length).toBeGreaterThan(0)
    expect(found.candidates.filter(({ verdict }) => verdict === 'ours' || verdict === 'likely')).toEqual([])
    expect(found.candidates[0]?.signals.map(({ id }) => id)).toContain('site-of-another')
  })

  it('knows the site by its domain, by what it calls itself, and by the letters of the name', () => {
    expect(siteBelongsTo(wilgenhof, [page('')]).verdict).toBe('yes')
    expect(
      siteBelongsTo({ ...wilgenhof, name: 'Stichting Zorg Wonen Welzijn Oost', aliases: [], website: 'https://www.szwwo.nl' }, [
        reading('', 'https://www.szwwo.nl/'),
      ]).verdict,
    ).toBe('yes')
  })

  it('a site without any name given speaks for itself', () => {
    expect(siteBelongsTo({ ...wilgenhof, name: '' }, [page('')]).verdict).toBe('yes')
  })
})
