import { describe, expect, test } from 'vitest'
import { resolveOrganisation, wikidataEntitiesUrl, wikidataSearchUrl } from '../../src/discovery/wikidata.ts'
import { claimSchema } from '../../src/model/jobs.ts'
import type { Organisation } from '../../src/model/organisation.ts'
import { type Answered, fetcherOf } from '../support/fetcher.ts'

type Value = string | { readonly id: string } | { readonly value: string; readonly rank?: string; readonly ended?: true }

/** A statement as Wikibase writes it. */
function statement(value: Value) {
  const told = typeof value === 'object' && 'value' in value ? value : { value, rank: 'normal', ended: undefined }
  return {
    mainsnak: {
      snaktype: 'value',
      datavalue: { value: typeof told.value === 'string' ? told.value : { 'entity-type': 'item', ...told.value } },
    },
    type: 'statement',
    rank: told.rank ?? 'normal',
    ...(told.ended ? { qualifiers: { P582: [{ snaktype: 'value' }] } } : {}),
  }
}

function entity(
  id: string,
  name: string,
  claims: Readonly<Record<string, readonly Value[]>>,
  more: Readonly<Record<string, unknown>> = {},
) {
  const written = Object.fromEntries(Object.entries(claims).map(([property, values]) => [property, values.map(statement)]))
  return { id, type: 'item', labels: { nl: { language: 'nl', value: name } }, descriptions: [], aliases: [], claims: written, ...more }
}

const organisationKind = { P31: [{ id: 'Q43229' }] }
const dutch = { P17: [{ id: 'Q55' }] }

/** Wikidata that knows these items under this name. */
function register(name: string, ...entities: ReturnType<typeof entity>[]): Readonly<Record<string, Answered>> {
  const ids = entities.map(({ id }) => id)
  return {
    [wikidataSearchUrl(name, 'nl')]: { json: { search: ids.map((id) => ({ id })), success: 1 } },
    [wikidataSearchUrl(name, 'en')]: { json: { search: [], success: 1 } },
    [wikidataEntitiesUrl(ids)]: { json: { entities: Object.fromEntries(entities.map((one) => [one.id, one])), success: 1 } },
  }
}

const asked = (name: string, more: Partial<Organisation> = {}): Organisation => ({
  name,
  aliases: [],
  website: null,
  country: null,
  wikidataId: null,
  ...more,
})

const resolve = (organisation: Organisation, answers: Readonly<Record<string, Answered>>) =>
  resolveOrganisation({ ...organisation, fetcher: fetcherOf(answers) })

const keys = (claims: readonly { readonly key: string }[]) => claims.map(({ key }) => key)

const linde = entity('Q900001', 'Zorggroep De Linde', {
  ...organisationKind,
  ...dutch,
  P856: ['https://www.delinde.example/'],
  P2002: ['delinde'],
  P2003: ['delinde_zorg'],
  P2013: ['ZorggroepDeLinde'],
  P4264: ['zorggroep-de-linde'],
  P2397: ['UCabcdefghijklmnopqrstuv'],
  P4033: ['delinde@zorg.example'],
  P12361: ['delinde.bsky.social'],
})

test('addresses are the same for the same question, with their parameters in order', () => {
  expect(wikidataSearchUrl('De Linde & Zn', 'nl')).toBe(
    'https://www.wikidata.org/w/api.php?action=wbsearchentities&format=json&language=nl&limit=20&search=De+Linde+%26+Zn&type=item&uselang=nl',
  )
  expect(wikidataEntitiesUrl(['Q2', 'Q1'])).toBe(
    'https://www.wikidata.org/w/api.php?action=wbgetentities&format=json&ids=Q2%7CQ1&languages=nl%7Cen%7Cmul%7Cde%7Cfr&props=aliases%7Cclaims%7Cdescriptions%7Clabels',
  )
  const ids = Array.from({ length: 60 }, (_, at) => `Q${at}`)
  expect(new URL(wikidataEntitiesUrl(ids)).searchParams.get('ids')?.split('|')).toHaveLength(50)
})

describe('one organisation of that name', () => {
  test('gives its registered accounts, each with the statement that says so', async () => {
    const found = await resolve(asked('zorggroep de linde'), register('zorggroep de linde', linde))
    expect(found).toMatchObject({ state: 'one', why: null, byHand: null })
    expect(found.chosen).toEqual({
      wikidataId: 'Q900001',
      name: 'Zorggroep De Linde',
      description: '',
      aliases: [],
      website: 'https://www.delinde.example/',
      country: 'nl',
    })
    expect(keys(found.claims).sort()).toEqual([
      'bluesky:delinde.bsky.social',
      'facebook:zorggroepdelinde',
      'instagram:delinde_zorg',
      'linkedin:company/zorggroep-de-linde',
      'mastodon:@delinde@zorg.example',
      'x:delinde',
      'youtube:channel/UCabcdefghijklmnopqrstuv',
    ])
    expect(found.claims.find(({ platform }) => platform === 'x')).toMatchObject({
      property: 'P2002',
      statementUrl: 'https://www.wikidata.org/wiki/Q900001#P2002',
      via: { route: 'wikidata', page: 'https://www.wikidata.org/wiki/Q900001#P2002', quote: 'delinde' },
    })
    for (const claim of found.claims) expect(claimSchema.safeParse(claim).success).toBe(true)
  })

  test('is found in English when the Dutch search gives nothing, in three requests', async () => {
    const answers = register('De Linde', linde)
    const fetcher = fetcherOf({
      ...answers,
      [wikidataSearchUrl('De Linde', 'nl')]: { json: { search: [] } },
      [wikidataSearchUrl('De Linde', 'en')]: { json: { search: [{ id: 'Q900001' }] } },
    })
    const found = await resolveOrganisation({ ...asked('De Linde', { aliases: ['Zorggroep De Linde'] }), fetcher })
    expect(found.state).toBe('one')
    expect(fetcher.asked).toHaveLength(3)
    expect(fetcher.asked.every(({ options }) => options.accept === 'json')).toBe(true)
  })

  test('a known item is read at once, without a search', async () => {
    const fetcher = fetcherOf(register('x', linde))
    const found = await resolveOrganisation({ ...asked('Iets anders', { wikidataId: 'Q900001' }), fetcher })
    expect(found).toMatchObject({ state: 'one', chosen: { wikidataId: 'Q900001' } })
    expect(fetcher.asked).toHaveLength(1)
  })

  test('the legal form and accents of a name do not count', async () => {
    const found = await resolve(asked('De Linde'), register('De Linde', entity('Q900002', 'Stichting Dé Linde', organisationKind)))
    expect(found.state).toBe('one')
  })

  test('a person, a family name and a disambiguation page do not stand in its way', async () => {
    const found = await resolve(
      asked('De Linde'),
      register(
        'De Linde',
        entity('Q1', 'De Linde', { P31: [{ id: 'Q5' }] }),
        entity('Q2', 'De Linde', { P31: [{ id: 'Q4167410' }] }),
        entity('Q3', 'De Linde', { P31: [{ id: 'Q101352' }] }),
        entity('Q4', 'De Linde', organisationKind),
      ),
    )
    expect(found).toMatchObject({ state: 'one', chosen: { wikidataId: 'Q4' } })
  })

  test('a place is taken when there is nothing else: a municipality has accounts', async () => {
    const place = entity('Q5', 'Elzerveen', { P31: [{ id: 'Q2039348' }], P2002: ['gem_elzerveen'] })
    const found = await resolve(asked('Elzerveen'), register('Elzerveen', place))
    expect(keys(found.claims)).toEqual(['x:gem_elzerveen'])
  })

  test('of two, the one in the given country is meant', async () => {
    const belgian = entity('Q6', 'De Linde', { ...organisationKind, P17: [{ id: 'Q31' }] })
    const found = await resolve(
      asked('De Linde', { country: 'nl' }),
      register('De Linde', belgian, entity('Q7', 'De Linde', { ...organisationKind, ...dutch })),
    )
    expect(found.chosen?.wikidataId).toBe('Q7')
  })

  test('of two, the one that still exists is meant', async () => {
    const gone = entity('Q8', 'De Linde', { ...organisationKind, P576: ['+2012-01-01T00:00:00Z'] })
    const found = await resolve(asked('De Linde'), register('De Linde', gone, entity('Q9', 'De Linde', organisationKind)))
    expect(found.chosen?.wikidataId).toBe('Q9')
  })
})

describe('statements', () => {
  const claimsFor = async (claims: Readonly<Record<string, readonly Value[]>>) =>
    keys((await resolve(asked('De Linde'), register('De Linde', entity('Q1', 'De Linde', { ...organisationKind, ...claims })))).claims)

  test('that are deprecated or have ended are left out', async () => {
    expect(await claimsFor({ P2002: [{ value: 'oud', rank: 'deprecated' }, { value: 'geweest', ended: true }, 'delinde'] })).toEqual([
      'x:delinde',
    ])
  })

  test('that are preferred go before the others, unless they have ended', async () => {
    expect(await claimsFor({ P2002: ['delinde', { value: 'delinde_nu', rank: 'preferred' }] })).toEqual(['x:delinde_nu'])
    expect(await claimsFor({ P2002: ['delinde', { value: 'delinde_nu', rank: 'preferred', ended: true }] })).toEqual(['x:delinde'])
  })

  test('about a person or a group name no account of the organisation', async () => {
    expect(await claimsFor({ P6634: ['jan-de-vries'], P3984: ['delinde'] })).toEqual([])
  })

  test('that name one account twice give it once, and nonsense gives nothing', async () => {
    expect(await claimsFor({ P2002: ['@delinde', 'DeLinde', 'geen naam!'] })).toEqual(['x:delinde'])
  })
})

describe('a website decides alone', () => {
  const other = entity('Q20', 'Zorggroep De Linde', { ...organisationKind, P856: ['https://delinde-elders.example/'], P2002: ['anders'] })

  test('when one item has its domain', async () => {
    const found = await resolve(
      asked('Zorggroep De Linde', { website: 'https://werken.delinde.example/vacatures' }),
      register('Zorggroep De Linde', other, linde),
    )
    expect(found.chosen?.wikidataId).toBe('Q900001')
  })

  test('when no item has it: none, and no account of another organisation slips in', async () => {
    const found = await resolve(
      asked('Zorggroep De Linde', { website: 'https://delinde-derde.example/' }),
      register('Zorggroep De Linde', other, linde),
    )
    expect(found).toMatchObject({ state: 'none', choices: [], chosen: null, claims: [] })
    expect(found.why?.nl).toContain('delinde-derde.example')
  })

  test('but a page on a platform is no website', async () => {
    const found = await resolve(
      asked('Zorggroep De Linde', { website: 'https://www.facebook.com/delinde' }),
      register('Zorggroep De Linde', linde),
    )
    expect(found.state).toBe('one')
  })

  test('and a domain that only ends alike is another one', async () => {
    const found = await resolve(
      asked('Zorggroep De Linde', { website: 'https://nepdelinde.example/' }),
      register('Zorggroep De Linde', linde),
    )
    expect(found.state).toBe('none')
  })
})

describe('a person has to choose', () => {
  test('between two of the same name; nothing is claimed until then', async () => {
    const found = await resolve(
      asked('De Linde'),
      register('De Linde', entity('Q1', 'De Linde', { ...organisationKind, P2002: ['een'] }), entity('Q2', 'De Linde', organisationKind)),
    )
    expect(found).toMatchObject({ state: 'several', chosen: null, claims: [] })
    expect(found.choices.map(({ wikidataId }) => wikidataId)).toEqual(['Q1', 'Q2'])
  })

  test('when only longer names are there', async () => {
    const found = await resolve(asked('Linde'), register('Linde', entity('Q1', 'Linde Wonen', organisationKind)))
    expect(found).toMatchObject({ state: 'several', claims: [] })
  })

  test('between seven at most', async () => {
    const many = Array.from({ length: 12 }, (_, at) => entity(`Q${at + 1}`, 'De Linde', organisationKind))
    expect((await resolve(asked('De Linde'), register('De Linde', ...many))).choices).toHaveLength(7)
  })
})

describe('no answer is no absence', () => {
  const name = 'De Linde'
  test.each<[string, Answered, string]>([
    ['blocked', { blocked: 'forbidden', status: 403 }, 'liet ons er niet in'],
    ['told to wait', { blocked: 'rate-limited', status: 429 }, 'even te wachten'],
    ['unreachable', { failed: 'timeout' }, 'niet te bereiken'],
    ['not in the archive', { failed: 'not-in-archive' }, 'archief'],
    ['an error of the API', { json: { error: { code: 'maxlag', info: 'Waiting' } } }, 'niet konden lezen'],
    ['no JSON', '<html>onderhoud</html>', 'niet konden lezen'],
  ])('%s', async (_, answer, why) => {
    const found = await resolve(asked(name), { [wikidataSearchUrl(name, 'nl')]: answer })
    expect(found).toMatchObject({ state: 'not-looked', choices: [], chosen: null, claims: [] })
    expect(found.why?.nl).toContain(why)
    expect(found.byHand?.nl).toContain('wikidata.org')
  })

  test('not even when only the second search or the items fail', async () => {
    const half = await resolve(asked(name), { [wikidataSearchUrl(name, 'nl')]: { json: { search: [] } } })
    expect(half.state).toBe('not-looked')
    const late = await resolve(asked(name), { [wikidataSearchUrl(name, 'nl')]: { json: { search: [{ id: 'Q1' }] } } })
    expect(late.state).toBe('not-looked')
  })

  test('a name that nobody has gives none', async () => {
    const found = await resolve(asked('Qwxzplf'), register('Qwxzplf'))
    expect(found).toMatchObject({ state: 'none', byHand: null })
  })
})
