import { describe, expect, it } from 'vitest'
import { seen } from '../../src/model/seen.ts'
import { buildReport } from '../../src/report/build.ts'
import { reportJson } from '../../src/report/json.ts'
import { account, at, grade, graded, look, place, view } from './view.ts'

const facebook = { key: 'facebook:delinde', platform: 'facebook', handle: 'delinde', url: 'https://www.facebook.com/delinde' } as const

describe('strengths', () => {
  const strengthsOf = (...args: Parameters<typeof view>) => buildReport(view(...args)).strengths.map(({ nl }) => nl)

  it('say so when too little was seen', () => {
    expect(strengthsOf()).toEqual(['We hebben nog te weinig gezien om te zeggen wat goed gaat.'])
  })

  it('name the platforms that the website leads to, once each', () => {
    const candidates = [account(), account(facebook), account({ ...facebook, key: 'facebook:delinde2', handle: 'delinde.zuid' })]
    expect(strengthsOf({ candidates })[0]).toBe('Bezoekers van je website vinden er X en Facebook.')
  })

  it('say that website and account link to each other, also under a subdomain', () => {
    const back = look({ website: seen('http://nieuws.delinde.example/over', 'link') })
    expect(strengthsOf({ candidates: [account({ snapshot: back })] })).toContain(
      'Je website en je accounts op X verwijzen naar elkaar. Zo ziet iedereen dat het echt van jou is.',
    )
  })

  it('do not take a foreign domain with the same ending for the own website', () => {
    const back = look({ website: seen('https://nepdelinde.example/', 'link') })
    expect(strengthsOf({ candidates: [account({ snapshot: back })] }).join()).not.toContain('verwijzen naar elkaar')
  })

  it('name a handle that is the same on several platforms, whatever its spelling', () => {
    const candidates = [account({ handle: '@DeLinde', platform: 'youtube', key: 'youtube:delinde' }), account(facebook)]
    expect(strengthsOf({ candidates })).toContain('Je heet hetzelfde op YouTube en Facebook: delinde.')
  })

  it('name high grades with how many gave them', () => {
    expect(strengthsOf({ candidates: [account({ grading: graded(grade(16), grade(17, 'mooi', 'Marit')) })] })).toContain(
      'X (delinde) krijgt gemiddeld een 8,3, van 2 beoordelaars.',
    )
  })

  it('leave out what is no longer there, and platforms that no longer exist', () => {
    const gone = account({ ...facebook, snapshot: look({ state: 'gone', wall: 'not-found' }) })
    const closed = account({ key: 'hyves:delinde', platform: 'hyves', closed: true })
    expect(strengthsOf({ candidates: [account(), gone, closed] })).toEqual(['Bezoekers van je website vinden er X.'])
  })

  it('leave out accounts that are only probably ours', () => {
    expect(strengthsOf({ candidates: [account({ verdict: 'likely', grading: graded(grade(20)) })] })).toEqual([
      'We hebben nog te weinig gezien om te zeggen wat goed gaat.',
    ])
  })
})

describe('accounts', () => {
  it('stand under their platform, the five named ones first and also when empty', () => {
    const candidates = [account({ key: 'tiktok:linde', platform: 'tiktok', handle: '@linde' }), account()]
    const { platforms } = buildReport(view({ candidates }))
    expect(platforms.map(({ name, accounts }) => [name, accounts.length])).toEqual([
      ['X', 1],
      ['LinkedIn', 0],
      ['YouTube', 0],
      ['Facebook', 0],
      ['Instagram', 0],
      ['TikTok', 1],
    ])
  })

  it('of which nobody can say whose they are stand apart, and so do those of others', () => {
    const { platforms, open, notOurs } = buildReport(
      view({ candidates: [account({ verdict: 'unknown' }), account({ ...facebook, verdict: 'not-ours' })] }),
    )
    expect(platforms.flatMap(({ accounts }) => accounts)).toEqual([])
    expect(open.map(({ key }) => key)).toEqual(['x:delinde'])
    expect(notOurs.map(({ key }) => key)).toEqual(['facebook:delinde'])
  })

  it('count as undecided until a person said something, unless they are plainly of others', () => {
    const decision = { id: 'd1', decision: 'ours', by: 'Jannie', at, auditId: 'a1' } as const
    const candidates = [account({ decision }), account(facebook), account({ ...facebook, key: 'facebook:b', verdict: 'not-ours' })]
    const report = buildReport(view({ candidates }))
    expect(report.undecided).toBe(1)
    expect(report.platforms[0]?.accounts[0]?.decided).toEqual({ by: 'Jannie', at })
  })

  it('show the most telling place first', () => {
    const foundVia = [
      place({ zone: 'article', page: 'https://delinde.example/nieuws' }),
      place({ zone: 'footer', source: 'link', page: 'https://delinde.example/' }),
      place({ zone: 'comments', source: 'text', page: 'https://delinde.example/blog' }),
    ]
    const report = buildReport(view({ candidates: [account({ foundVia })] }))
    expect(report.platforms[0]?.accounts[0]?.foundVia.map(({ page, text }) => [page, text.nl])).toEqual([
      ['https://delinde.example/', 'De website, pagina ‘Contact’, onderaan'],
      ['https://delinde.example/nieuws', 'De website, pagina ‘Contact’, in een artikel'],
      ['https://delinde.example/blog', 'De website, pagina ‘Contact’, in een reactie'],
    ])
  })
})

describe('grades', () => {
  const gradingOf = (...grades: ReturnType<typeof grade>[]) =>
    buildReport(view({ candidates: [account({ grading: graded(...grades) })] })).platforms[0]?.accounts[0]?.grading

  it('have a mean to one decimal with how many it is of', () => {
    expect(gradingOf(grade(15), grade(16), grade(13))?.mean).toEqual({ value: 7.3, n: 3 })
  })

  it('leave "niet te beoordelen" out of the mean but not out of the list', () => {
    const grading = gradingOf(grade(14), grade(null, 'alleen te zien met inloggen'))
    expect(grading?.mean).toEqual({ value: 7, n: 1 })
    expect(grading?.lines.map((line) => line.grade)).toEqual([7, null])
  })

  it('have no mean when nobody gave a number', () => {
    expect(gradingOf(grade(null))?.mean).toBeNull()
    expect(gradingOf()?.mean).toBeNull()
  })

  it('that are hidden are counted and do not show through the mean', () => {
    const grading = { mine: null, others: [], othersCount: 2, revealed: false }
    const report = buildReport(view({ candidates: [account({ grading })] }))
    expect(report.platforms[0]?.accounts[0]?.grading).toEqual({ lines: [], mean: null, hidden: 2 })
  })
})

describe('what could not be seen', () => {
  const unseenOf = (...args: Parameters<typeof view>) => buildReport(view(...args)).unseen

  it('names a walled account with how to go on by hand', () => {
    const snapshot = look({ state: 'walled', wall: 'login' })
    expect(unseenOf({ candidates: [account({ snapshot })] }).accounts).toEqual([
      expect.objectContaining({
        handle: 'delinde',
        why: expect.objectContaining({ nl: 'Je ziet dit account alleen als je bent ingelogd.' }),
        byHand: expect.objectContaining({ nl: expect.stringContaining('eigen browser') }),
      }),
    ])
  })

  it('leaves out what was seen to be gone: that is a finding, not a blind spot', () => {
    const snapshot = look({ state: 'gone', wall: 'not-found' })
    expect(unseenOf({ candidates: [account({ snapshot })] }).accounts).toEqual([])
  })

  it('leaves out accounts of others', () => {
    expect(
      unseenOf({ candidates: [account({ verdict: 'not-ours', snapshot: look({ state: 'walled', wall: 'login' }) })] }).accounts,
    ).toEqual([])
  })

  it('names an account that nobody looked at once the audit has ended, not before', () => {
    const candidates = [account({ snapshot: null })]
    expect(unseenOf({ candidates }).accounts).toHaveLength(1)
    expect(unseenOf({ candidates, state: 'running' }).accounts).toEqual([])
  })

  it('names the routes that did not look, with why and how to go on', () => {
    const why = { nl: 'Het netwerk staat uit.', en: 'The network is off.' }
    const byHand = { nl: 'Plak de links.', en: 'Paste the links.' }
    const counts = { pagesRead: 0, pagesUnseen: 0, found: 0 }
    const { routes } = unseenOf({
      routes: [
        { route: 'wikidata', state: 'not-looked', ...counts, why, byHand },
        { route: 'website', state: 'done', ...counts, why: null, byHand: null },
      ],
    })
    expect(routes).toEqual([{ route: 'wikidata', name: { nl: 'Wikidata', en: 'Wikidata' }, why, byHand }])
  })
})

describe('a report', () => {
  it('says when, by which version and from how much it was made', () => {
    const counts = { found: 1, why: null, byHand: null }
    const { provenance } = buildReport(
      view({
        request: { name: 'De Linde', archive: 'a'.repeat(64), label: 'Q1' },
        routes: [
          { route: 'website', state: 'done', pagesRead: 12, pagesUnseen: 2, ...counts },
          { route: 'wikidata', state: 'done', pagesRead: 1, pagesUnseen: 0, ...counts },
        ],
      }),
      { version: '1.2.3' },
    )
    expect(provenance).toMatchObject({
      productVersion: '1.2.3',
      finishedAt: at,
      fromArchive: true,
      label: 'Q1',
      pagesRead: 13,
      pagesUnseen: 2,
      requestsMade: 12,
      peopleCounted: 3,
    })
  })

  it('carries what was said of an empty platform', () => {
    const slots = view().slots.map((slot) =>
      slot.platform === 'facebook'
        ? { ...slot, answer: { answer: 'deliberately-absent' as const, note: 'past niet bij ons', by: 'Marit', at } }
        : slot,
    )
    const section = buildReport(view({ slots })).platforms.find(({ platform }) => platform === 'facebook')
    expect(section?.answer).toEqual({
      answer: 'deliberately-absent',
      text: { nl: 'Bewust niet aanwezig', en: 'Deliberately not present' },
      note: 'past niet bij ons',
      by: 'Marit',
      at,
    })
  })

  it('is the same for the same view, byte for byte, as JSON', () => {
    const make = () => reportJson(buildReport(view({ candidates: [account(), account(facebook)] })))
    expect(make()).toBe(make())
    expect(JSON.parse(make()).organisation.name).toBe('De Linde')
  })
})

describe('a suspicion that an account poses as the organisation', () => {
  const kinds = (over: object) =>
    buildReport(view({ candidates: [account({ ...facebook, standing: 'unknown', kind: 'impostor', ...over })] })).open.map(
      ({ kind }) => kind,
    )

  it('is not handed on before a person confirmed it', () => {
    expect(kinds({})).toEqual(['unknown'])
  })

  it('is told once somebody did', () => {
    expect(kinds({ decision: { id: 'd1', decision: 'unsure', kind: 'impostor', by: null, at, auditId: 'a1' } })).toEqual(['impostor'])
  })
})
