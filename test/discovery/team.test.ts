import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameKey, nameOfHandle, readName, sameName } from '../../src/discovery/team/person-names.ts'
import { isRole } from '../../src/discovery/team/roles.ts'
import { readTeamList } from '../../src/discovery/team/team-list.ts'
import { readPeople, teamOfSite } from '../../src/discovery/team/team-of-site.ts'

const read = (body: string, path = '/team/') =>
  readPeople(`<html><head><title>De Linde</title></head><body>${body}</body></html>`, `https://www.delinde.example${path}`).people
const said = (body: string, path?: string) =>
  read(body, path).map(({ name, role, profiles }) => [name, role, ...profiles.map(({ key }) => key)].join(' | '))

describe('a name', () => {
  test.each([
    ['Jan Jansen', 'Jan Jansen'],
    ['Marit van der Laak', 'Marit van der Laak'],
    ['Samira el Ouarzazi', 'Samira el Ouarzazi'],
    ['dr. Anne-Marie Smit, MSc', 'Anne-Marie Smit'],
    ['Mw. drs. J.P. (Jolanda) de Vries', 'J.P. de Vries'],
    ['Sjoerd in ’t Veld', 'Sjoerd in ’t Veld'],
    ['JAN DE WIT', 'Jan de Wit'],
    ['Prof. Éloïse O’Neill-Koç', 'Éloïse O’Neill-Koç'],
    ['Willem Kok', 'Willem Kok'],
    ['Dean Koster', 'Dean Koster'],
    ['Petra Meester-de Boer', 'Petra Meester-de Boer'],
    ['Kofi Boateng-Visser', 'Kofi Boateng-Visser'],
    ['A. van Dijk', 'A. van Dijk'],
    ['Ömer Şahin', 'Ömer Şahin'],
  ])('is read: %s', (text, name) => {
    expect(readName(text)).toEqual({ name, form: 'full' })
  })

  test.each([
    'Ons Team',
    'Board Members',
    'Managing Director',
    'Privacy Policy',
    'Lees meer',
    'Raad van Toezicht',
    'Our Mission',
    'Zorggroep Wilgenwaard 2024',
    'Algemeen Directeur',
    'Get Involved',
    'Stichting De Linde',
    'jan jansen',
    'Neem contact op',
    'General Manager',
    'De Linde',
    'Montessori School',
  ])('is not read: %s', (text) => {
    expect(readName(text)?.form).not.toBe('full')
  })

  test('is the same in any order, case and spelling', () => {
    expect(nameKey('Vliet Sanne van')).toBe(nameKey('mw. Sanne van Vliet'))
    expect(sameName('Antti', 'Antti Kosonen')).toBe(true)
    expect(sameName('Jan Jansen', 'Jan Smit')).toBe(false)
    expect(nameOfHandle('JuhoJansen')).toBe('Juho Jansen')
    expect(nameOfHandle('in/sanne-van-vliet-12b4')).toBe('Sanne van Vliet')
    expect(nameOfHandle('delinde')).toBeNull()
  })

  test('never breaks, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (text) => void [readName(text), isRole(text), nameKey(text), readTeamList(text)],
      ),
    )
  })
})

describe('a team page', () => {
  test('of cards: name, role under it, profiles of their own', () => {
    const card = (name: string, role: string, links = '') =>
      `<div class="card"><img src="/img/1.jpg" alt=""><h3>${name}</h3><p class="functie">${role}</p><p>Werkt al jaren in de zorg.</p>${links}</div>`
    expect(
      said(
        `<h1>Ons team</h1><div class="grid">${card('Jan Jansen', 'Bestuurder', '<a href="https://www.linkedin.com/in/janjansen">in</a><a href="https://x.com/janj">x</a>')}${card('Fenna Rietkerk', 'Manager werken')}
        ${card('Samira el Idrissi', 'Adviseur', '<a href="https://www.linkedin.com/company/delinde">De Linde</a><a href="https://www.instagram.com/samira_thuis">insta</a>')}</div>`,
      ),
    ).toEqual([
      'Jan Jansen | Bestuurder | linkedin:in/janjansen | x:janj',
      'Fenna Rietkerk | Manager werken',
      'Samira el Idrissi | Adviseur',
    ])
  })

  test('without cards: headings, with what follows them', () => {
    const people = said(
      `<h1>Our people</h1><h2>Leadership</h2><h3>Jane Doe</h3><p>Chief Executive Officer</p><p><a href="https://bsky.app/profile/jane.example">Bluesky</a></p>
      <h3>John O’Brien</h3><p>Head of Care</p><h2>Contact</h2><p>Call us.</p><a href="https://github.com/delinde">Code</a>`,
      '/about/our-people',
    )
    expect(people).toEqual(['Jane Doe | Chief Executive Officer | bluesky:jane.example', 'John O’Brien | Head of Care'])
  })

  test('as a table, a definition list, a list with the role behind the name', () => {
    expect(
      said(
        '<h1>Bestuur</h1><table><tr><th>Naam</th><th>Functie</th></tr><tr><td>Piet de Boer</td><td>Voorzitter</td></tr><tr><td>Els Vos</td><td>Penningmeester</td></tr></table>',
        '/bestuur',
      ),
    ).toEqual(['Piet de Boer | Voorzitter', 'Els Vos | Penningmeester'])
    expect(
      said(
        '<h1>Bestuur</h1><ul><li>Piet de Boer – voorzitter</li><li>Els Vos, penningmeester</li><li>Secretaris: Ad Bos</li></ul>',
        '/bestuur',
      ),
    ).toEqual(['Piet de Boer | voorzitter', 'Els Vos | penningmeester', 'Ad Bos | Secretaris'])
    expect(said('<h1>Board</h1><dl><dt>Ann Lee</dt><dd>Chair</dd><dt>Bob Ray</dt><dd>Treasurer</dd></dl>', '/board')).toEqual([
      'Ann Lee | Chair',
      'Bob Ray | Treasurer',
    ])
    expect(said('<h1>Team</h1><p><strong>Ann Lee</strong><br>Teamleider</p><p><strong>Bob Ray</strong><br>Begeleider</p>')).toEqual([
      'Ann Lee | Teamleider',
      'Bob Ray | Begeleider',
    ])
  })

  test('with given names alone: who has a role or a portrait under that name, and company', () => {
    expect(
      said(
        `<h1>Team</h1><h2>Bart</h2><p><img src="/team/bart.jpg"></p><h3>Opleiding</h3><ul><li>Montessori Diploma</li></ul><h2>Rim</h2><p>Mede-oprichter</p><h2>Visie</h2><p>Samen sterk.</p>`,
      ),
    ).toEqual(['Bart | ', 'Rim | Mede-oprichter'])
  })

  test('by the portrait’s text when the name is in pieces', () => {
    const card = (first: string, last: string) =>
      `<figure><img src="/a.jpg" alt="Portret van ${first} ${last}"><h2>${first}</h2><h2>${last}</h2><h4>Member of the board</h4><a href="https://www.linkedin.com/in/${first.toLowerCase()}">in</a></figure>`
    expect(said(`<h2>Meet the board</h2>${card('Antti', 'Virta')}${card('Rola', 'Haddad')}`, '/about/board/')).toEqual([
      'Antti Virta | Member of the board | linkedin:in/antti',
      'Rola Haddad | Member of the board | linkedin:in/rola',
    ])
  })

  test('leaves out former members, partners, quotes of clients, and headings that look like names', () => {
    expect(
      said(`<h1>Ons team</h1><div class="c"><h3>Jan Jansen</h3><p>Directeur</p></div><div class="c"><h3>Els Vos</h3><p>Coach</p></div>
      <h2>Voormalige collega’s</h2><div class="c"><h3>Kees Oud</h3><p>Directeur</p></div>
      <h2>Wat klanten zeggen</h2><div class="c"><h3>Truus Mens</h3><p>Manager bij Anders</p></div><h2>Core Values</h2><p>Respect.</p>`),
    ).toEqual(['Jan Jansen | Directeur', 'Els Vos | Coach'])
  })

  test('takes no product, meeting or heading for somebody, whatever pictures stand there', () => {
    expect(
      said('<h1>Team</h1><img src="/a.jpg" alt="Zilver Rubis Omega"><h2>Clear Text</h2><h2>Past Meetings</h2><p>Voorzitter gezocht.</p>'),
    ).toEqual([])
    expect(said('<h1>Board meetings</h1><h3>Ann Lee</h3><p>Chair</p>', '/about/board/board-meetings')).toEqual([])
  })

  test('of one member: the page below the list, with the profiles that stand anywhere on it', () => {
    expect(
      said(
        '<main><h1>Jan Jansen</h1><p>Wijkverpleegkundige</p><article><p>Ik werk in de wijk.</p></article><ul><li><a href="https://www.linkedin.com/in/janj">LinkedIn</a></li></ul></main>',
        '/team/jan-jansen',
      ),
    ).toEqual(['Jan Jansen | Wijkverpleegkundige | linkedin:in/janj'])
  })
})

describe('other pages', () => {
  test('of news, jobs and customers say nothing of the team', () => {
    const body = '<h1>Nieuws</h1><h2>Jan Jansen</h2><p>Directeur</p><p>Opent de school.</p>'
    for (const path of ['/nieuws/jan-jansen', '/werken-bij/team', '/blog/team-building']) expect(said(body, path)).toEqual([])
  })

  test('about the organisation: only the part under a heading about people, and who is told of with a profile', () => {
    expect(
      said(
        '<h1>Over ons</h1><h2>Jan Jansen</h2><p>Directeur van een ander</p><h2>Het bestuur</h2><h3>Els Vos</h3><p>Voorzitter</p>',
        '/over-ons/',
      ),
    ).toEqual(['Els Vos | Voorzitter'])
    expect(
      said(
        '<h1>History</h1><p>Written by <a href="https://twitter.com/JuhoJansen">whois</a></p><p>We lured two great speakers: <a href="https://twitter.com/iiuu">Iiro</a> and <a href="https://x.com/joo">Joona</a>.</p><p>People told us <a href="https://x.com/tomkra">Tom</a> would like to join us.</p>',
        '/about/history/',
      ),
    ).toEqual(['Juho Jansen |  | x:juhojansen', 'Tom |  | x:tomkra'])
  })

  test('with data or a box of a person: a position, or a profile', () => {
    expect(
      said(
        '<script type="application/ld+json">{"@type":"Organization","employee":[{"@type":"Person","name":"Jan Jansen","jobTitle":"Director","sameAs":["https://www.linkedin.com/in/janj"]}]}</script>',
        '/contact',
      ),
    ).toEqual(['Jan Jansen | Director | linkedin:in/janj'])
    expect(
      said(
        '<div class="author-box"><h4>Over Els Vos</h4><p>Redacteur</p><a href="https://x.com/elsvos">X</a></div><div class="author-box"><h4>Ad Bos</h4></div>',
        '/blog/iets',
      ),
    ).toEqual(['Els Vos | Redacteur | x:elsvos'])
  })
})

describe('a site', () => {
  const page = (path: string, body: string) => readPeople(`<body>${body}</body>`, `https://delinde.example${path}`)
  const site = { home: 'https://delinde.example/', names: ['De Linde', 'Jansen Zorg'], own: new Set(['x:delinde']) }
  const people = (names: readonly string[], more = '') =>
    `<h1>Team</h1>${names.map((name) => `<div><h3>${name}</h3><p>Begeleider</p>${more}</div>`).join('')}`

  test('names each person once; the front page is a taste of the team page', () => {
    const pages = [
      page('/', people(['Merel', 'Jasper', 'Ad Bos'])),
      page('/team', people(['Ad Bos', 'Els Vos'])),
      page('/team/ad-bos', '<h1>Ad Bos</h1><a href="https://x.com/adbos">X</a>'),
    ]
    expect(teamOfSite(pages, site).map(({ name, profiles }) => [name, profiles.length])).toEqual([
      ['Ad Bos', 1],
      ['Els Vos', 0],
    ])
  })

  test('gives nobody a profile that is the organisation’s own or stands with several people', () => {
    const pages = [
      page('/team', people(['Ad Bos', 'Els Vos'], '<a href="https://x.com/delinde">X</a><a href="https://github.com/gedeeld">G</a>')),
    ]
    expect(teamOfSite(pages, site).flatMap(({ profiles }) => profiles)).toEqual([])
  })
})

test('a page of a megabyte of anything is read in time', () => {
  for (const piece of [
    '<div><h3>Jan Jansen</h3>',
    '<li>Jan Jansen</li>',
    '<p>Jan Jansen - ',
    '<a href="https://x.com/jan">Jan Jansen',
    '<img alt="Jan Jansen">',
    'Aa Bb ',
    '((',
    '<b>',
  ]) {
    const began = performance.now()
    readPeople(`<h1>Team</h1>${piece.repeat(Math.ceil(1_000_000 / piece.length))}`, 'https://delinde.example/team')
    expect(performance.now() - began, piece).toBeLessThan(4_000)
  }
}, 60_000)
