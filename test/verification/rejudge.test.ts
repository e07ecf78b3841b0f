import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate, Decision, FoundVia, RouteId } from '../../src/model/candidate.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { type AnySignalId, confidenceOf, signalOf, verdictOf } from '../../src/verification/confidence.ts'
import { profileContext } from '../../src/verification/profile-signals.ts'
import { type JudgingContext, rejudge, rejudgeAll, type SeenAccount } from '../../src/verification/rejudge.ts'

const organisation = {
  name: 'Zorggroep Wilgenhof',
  aliases: ['Wilgenhof'],
  website: 'https://www.wilgenhof.example/',
  country: 'nl',
  wikidataId: null,
}
const facts = { emailDomains: ['wilgenhof.example'], phones: ['301234567'], places: ['Elzerdijk'] }
const context: JudgingContext = { ...profileContext(organisation, true, facts), siteBelongs: 'yes' }
const strangersSite: JudgingContext = { ...profileContext(organisation, false, facts), siteBelongs: 'no' }

const via = (route: RouteId, source: FoundVia['source'] = 'link'): FoundVia => ({
  route,
  page: null,
  pageTitle: '',
  source,
  zone: 'unknown',
  label: '',
  quote: '',
  seenAt: '2026-11-02T09:00:00.000Z',
  record: null,
})

function account(
  handle: string,
  {
    routes = ['search-engine'],
    ids = ['name-alike', 'found-by-search'],
    platform = 'instagram',
    kind = 'unknown',
  }: Partial<{
    routes: RouteId[]
    ids: AnySignalId[]
    platform: PlatformId
    kind: Candidate['kind']
  }> = {},
): Candidate {
  const signals = ids.map((id) => signalOf(id))
  const confidence = confidenceOf(signals, routes.includes('website'))
  const url = `https://${platform}.com/${handle}`
  const address = { key: `${platform}:${handle}`, platform, handle, url, closed: false, doubt: null }
  return {
    ...address,
    verdict: verdictOf(confidence),
    confidence,
    kind,
    signals,
    foundVia: routes.map((route) => via(route)),
    furtherPlaces: 0,
  }
}

interface Shown {
  name?: string
  description?: string
  website?: string
  picture?: string
  verified?: boolean
  activity?: Snapshot['activity']
}

const look = (shown: Shown, key = 'instagram:wilgenhof'): Snapshot => ({
  key,
  url: 'https://instagram.com/wilgenhof',
  state: 'captured',
  wall: null,
  httpStatus: 200,
  displayName: shown.name === undefined ? unseen('absent') : seen(shown.name, 'og:title'),
  description: shown.description === undefined ? unseen('absent') : seen(shown.description, 'og:description'),
  website: shown.website === undefined ? unseen('absent') : seen(shown.website, 'page'),
  picture: shown.picture === undefined ? unseen('absent') : seen(shown.picture, 'og:image'),
  ...(shown.verified === undefined ? {} : { verified: seen(shown.verified, 'page') }),
  ...(shown.activity === undefined ? {} : { activity: shown.activity }),
  takenAt: '2026-11-02T09:05:00.000Z',
  record: 'a'.repeat(64),
})

const judged = (candidate: Candidate, shown: Shown, where = context) => rejudge({ candidate, snapshot: look(shown) }, where)
const ids = ({ signals }: Candidate) => signals.map(({ id }) => id)
const onSite = (handle: string, more: AnySignalId[] = ['name-close']) =>
  account(handle, { routes: ['website'], ids: more, kind: 'central' })

describe('what the profile of an account shows', () => {
  test('a link from the site and a link back are two sides that agree', () => {
    const found = judged(onSite('wilgenhofzorg'), { website: 'https://wilgenhof.example/contact' })
    expect(ids(found)).toContain('links-both-ways')
    expect(found.verdict).toBe('ours')
  })

  test('every reason that a look gave carries that look', () => {
    const signal = judged(onSite('wilgenhofzorg'), { website: 'https://wilgenhof.example/' }).signals.find(
      ({ id }) => id === 'links-both-ways',
    )
    expect(signal?.shown).toEqual({
      url: 'https://instagram.com/wilgenhof',
      at: '2026-11-02T09:05:00.000Z',
      record: 'a'.repeat(64),
      by: 'machine',
    })
  })

  test('all that an account says of itself together does not make it ours: anybody can write that', () => {
    const found = judged(account('wilgenhof'), {
      name: 'Zorggroep Wilgenhof',
      description: 'Zorggroep Wilgenhof in Elzerdijk. Bel 030-1234567 of info@wilgenhof.example',
      website: 'https://wilgenhof.example/',
      verified: true,
    })
    expect(ids(found)).toEqual(
      expect.arrayContaining([
        'profile-names-our-site',
        'display-name-alike',
        'same-phone',
        'same-email-domain',
        'description-names-our-place',
      ]),
    )
    expect(found.verdict).toBe('likely')
  })

  test('rel=me on the site and a link back is proof', () => {
    const candidate = { ...onSite('wilgenhof', []), foundVia: [via('website', 'rel-me')] }
    expect(ids(judged(candidate, { website: 'https://wilgenhof.example/' }))).toContain('rel-me-both-ways')
  })

  test('a Bluesky handle that is our domain is proof, and one that ends alike is not', () => {
    const bluesky = (handle: string) => rejudge({ candidate: account(handle, { platform: 'bluesky' }), snapshot: look({}) }, context)
    expect(bluesky('nieuws.wilgenhof.example').verdict).toBe('ours')
    expect(ids(bluesky('nepwilgenhof.example'))).not.toContain('domain-handle')
  })

  test('a camping of nearly our name with a site of its own is not ours', () => {
    const found = judged(account('campingwilgenhof', { ids: ['name-close', 'found-by-search'] }), {
      name: 'Camping Wilgenhof',
      website: 'https://camping-de-wilgen.example/',
    })
    expect(ids(found)).toEqual(expect.arrayContaining(['another-sort', 'names-another-site']))
    expect(found.verdict).toBe('not-ours')
  })

  test('a site of our name under another ending does not speak against it', () => {
    expect(ids(judged(account('wilgenhof'), { website: 'https://wilgenhof.test/' }))).not.toContain('names-another-site')
    expect(ids(judged(account('wilgenhof'), { website: 'https://linktr.ee/wilgenhof' }))).not.toContain('names-another-site')
  })

  test('an account that stands among comments gains nothing from its own link to the site', () => {
    const found = judged(onSite('reageerder', ['in-comments', 'name-unlike']), { website: 'https://wilgenhof.example/' })
    expect(ids(found)).not.toContain('links-both-ways')
    expect(found.verdict).toBe('not-ours')
  })

  test('on a stranger’s website a link back to it proves nothing', () => {
    const found = judged(account('wilgenhof'), { website: 'https://wilgenhof.example/' }, strangersSite)
    expect(ids(found)).not.toContain('profile-names-our-site')
  })

  test('a wall says nothing', () => {
    const candidate = account('wilgenhof')
    const walled: Snapshot = { ...look({ name: 'Login' }), state: 'walled', wall: 'login' }
    expect(rejudge({ candidate, snapshot: walled }, context)).toEqual(candidate)
  })

  test('a later look takes the place of an earlier one, and twice the same changes nothing', () => {
    const candidate = onSite('wilgenhofzorg')
    const first = judged(candidate, { website: 'https://wilgenhof.example/' })
    expect(judged(first, { website: 'https://wilgenhof.example/' })).toEqual(first)
    const second = judged(first, { website: 'https://heel-anders.example/' })
    expect(second).toEqual(judged(candidate, { website: 'https://heel-anders.example/' }))
  })
})

describe('accounts beside each other', () => {
  const all = (...accounts: SeenAccount[]) => new Map(rejudgeAll(accounts, context).map((one) => [one.key, one]))
  const ours = { candidate: onSite('wilgenhof', ['jsonld-organisation', 'in-footer', 'name-alike']), decision: null }

  test('an account that one of ours leads to and that leads back is ours', () => {
    const found = all(
      { ...ours, snapshot: look({ description: 'Ook op x.com/wilgenhof_zorg' }) },
      {
        candidate: account('wilgenhof_zorg', { platform: 'x', ids: ['name-close', 'found-by-search'] }),
        snapshot: look({ website: 'https://instagram.com/wilgenhof' }),
        decision: null,
      },
    )
    expect(ids(found.get('x:wilgenhof_zorg') as Candidate)).toEqual(expect.arrayContaining(['both-ways-with-ours', 'linked-by-ours']))
    expect(found.get('x:wilgenhof_zorg')?.verdict).toBe('ours')
  })

  test('that a strange account leads to ours makes it no more than it was', () => {
    const found = all(
      { ...ours, snapshot: look({}) },
      {
        candidate: account('willem', { platform: 'x', ids: ['name-of-stranger'] }),
        snapshot: look({ website: 'https://instagram.com/wilgenhof' }),
        decision: null,
      },
    )
    expect(found.get('x:willem')?.verdict).toBe('not-ours')
  })

  const kindOf = (candidate: Candidate, shown: Shown, decision: Decision | null = null) =>
    all({ ...ours, snapshot: look({ picture: 'p1', activity: 'active' }) }, { candidate, snapshot: look(shown), decision }).get(
      candidate.key,
    )?.kind

  test.each<[string, Shown, string]>([
    ['fans say so', { name: 'Wilgenhof', description: 'Fanpagina, niet officieel' }, 'fan'],
    ['a parody says so', { name: 'Wilgenhof', description: 'Parodie op de zorg' }, 'parody'],
    ['our name and picture with another site', { name: 'Wilgenhof', picture: 'p1', website: 'https://win-een-prijs.example/' }, 'impostor'],
    ['our name with another site, and no more', { name: 'Wilgenhof', website: 'https://wilgenhof-mode.example/' }, 'unknown'],
  ])('%s', (_, shown, kind) => {
    expect(kindOf(account('wilgenhof', { platform: 'x' }), shown)).toBe(kind)
  })

  test('a second account on a platform that the site leaves out is a double one', () => {
    expect(kindOf(account('wilgenhofzorg', { ids: ['in-register', 'name-close'], routes: ['wikidata'] }), { activity: 'active' })).toBe(
      'duplicate',
    )
  })

  test('an account of ours that the site does not know and that fell silent has no keeper', () => {
    const candidate = account('wilgenhof', { platform: 'x', ids: ['in-register', 'name-alike'], routes: ['wikidata'] })
    expect(kindOf(candidate, { activity: 'abandoned' })).toBe('orphan')
  })

  test('an empty account that sends its visitors on holds a name', () => {
    expect(
      kindOf(
        { ...onSite('wilgenhof_x', ['in-footer', 'name-alike']), platform: 'x', key: 'x:w' },
        { description: 'Volg ons op Instagram' },
      ),
    ).toBe('reserved')
  })

  test('the order of the accounts does not matter', () => {
    const accounts: SeenAccount[] = [
      { ...ours, snapshot: look({ description: 'Ook op x.com/wilgenhof' }) },
      {
        candidate: account('wilgenhof', { platform: 'x' }),
        snapshot: look({ website: 'https://instagram.com/wilgenhof' }),
        decision: null,
      },
      { candidate: account('wilgenhoffans', { ids: ['name-close'] }), snapshot: look({ name: 'Fans van Wilgenhof' }), decision: null },
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(accounts, { minLength: 3 }), (shuffled) => {
        const byKey = (some: Candidate[]) => some.toSorted((a, b) => (a.key < b.key ? -1 : 1))
        expect(byKey(rejudgeAll(shuffled, context))).toEqual(byKey(rejudgeAll(accounts, context)))
      }),
    )
  })
})

test('weak signals, however many, never make an account surely ours', () => {
  const weak: AnySignalId[] = [
    'name-alike',
    'found-by-search',
    'guessed',
    'in-press',
    'in-print',
    'names-our-site',
    'display-name-alike',
    'same-phone',
    'same-email-domain',
    'description-names-us',
    'description-names-our-place',
    'verified-mark',
    'links-to-ours',
  ]
  fc.assert(
    fc.property(fc.subarray(weak), (some) => {
      expect(
        verdictOf(
          confidenceOf(
            some.map((id) => signalOf(id)),
            false,
          ),
        ),
      ).not.toBe('ours')
    }),
  )
})
