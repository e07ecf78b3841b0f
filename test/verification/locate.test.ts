import { describe, expect, test } from 'vitest'
import { plainAddress } from '../../src/discovery/location-pages.ts'
import type { Location } from '../../src/model/location.ts'
import { buildMatrix } from '../../src/report/matrix.ts'
import { createLocator, type LocatableAccount } from '../../src/verification/locate.ts'
import { createSprawl, type SprawlAccount } from '../../src/verification/sprawl.ts'
import { checkWords, makeLocationSet, measure, setWords } from '../support/location-set.ts'

const organisation = { name: 'Zorgwijde', aliases: [], website: 'https://www.zorgwijde.example/', country: 'nl', wikidataId: null }
const location = (id: string, name: string, place: string | null, page: string | null = null): Location => ({
  id,
  name,
  place,
  address: null,
  page,
})
const linde = location('linde', 'Woonzorgcentrum De Linde', 'Gouda', 'https://www.zorgwijde.example/locaties/de-linde/')
const baken = location('baken', 'Het Baken', 'Gouda', 'https://www.zorgwijde.example/locaties/baken/')
const oss = location('oss', 'Zorgwijde Oss', 'Oss')

const account = (handle: string, over: Partial<LocatableAccount> = {}): LocatableAccount => ({
  accountId: handle,
  platform: 'facebook',
  handle,
  displayName: null,
  kind: 'unknown',
  standing: 'unknown',
  labels: [],
  pages: [],
  ...over,
})
const locate = createLocator([linde, baken, oss], organisation, plainAddress)

describe('the location of an account', () => {
  test.each([
    ['name and organisation written together', account('zorgwijdedelinde'), 'linde'],
    ['name and place', account('delinde_gouda'), 'linde'],
    ['the only location in a place, with the organisation’s name', account('zorgwijdeoss'), 'oss'],
    ['a number for a handle, and the name on the profile', account('100064123456', { displayName: 'Zorgwijde Het Baken' }), 'baken'],
    ['any name, on the page of one location', account('theetuin', { pages: [linde.page ?? ''] }), 'linde'],
  ])('is told by %s', (_what, one, expected) => {
    const found = locate(one)
    expect(found?.locationId).toBe(expected)
    expect(found?.confidence).toBeGreaterThan(0.5)
    expect(found?.reasons.length).toBeGreaterThan(0)
  })

  test.each([
    ['the place of two locations', account('zorgwijdegouda')],
    ['a name with a word that nothing explains', account('cafedelinderotterdam')],
    ['the name of one and the place of another', account('hetbaken_oss')],
    ['a central account, whatever it is called', account('zorgwijdedelinde', { kind: 'central' })],
    ['an account that a person called somebody else’s', account('zorgwijdedelinde', { standing: 'not-ours' })],
    ['an account on the pages of two', account('theetuin', { pages: [linde.page ?? '', baken.page ?? ''] })],
    ['a stranger in the same place', account('bakkerijoss', { displayName: 'Bakkerij Oss' })],
  ])('is not told by %s', (_what, one) => {
    expect(locate(one)).toBeNull()
  })

  test.each([
    ['words that the weights were set on', setWords],
    ['other words', checkWords],
  ])('50 locations among noise, %s: recall ≥ 0.9, precision ≥ 0.8', (_what, words) => {
    const all = [11, 12, 13].map((seed) => measure(makeLocationSet(words, 50, 100, seed)))
    const mean = (of: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length
    const wrong = all.flatMap((one) => one.wrong).join('\n')
    expect(
      mean(({ recall }) => recall),
      wrong,
    ).toBeGreaterThanOrEqual(0.9)
    expect(
      mean(({ precision }) => precision),
      wrong,
    ).toBeGreaterThanOrEqual(0.8)
  })

  test('300 locations, 500 accounts and 12 platforms take under 100 ms of one processor', () => {
    const set = makeLocationSet(setWords, 300, 0)
    const accounts = set.accounts.slice(0, 500)
    expect(accounts).toHaveLength(500)
    const platforms = [
      'x',
      'linkedin',
      'youtube',
      'facebook',
      'instagram',
      'tiktok',
      'threads',
      'bluesky',
      'mastodon',
      'pinterest',
      'vimeo',
      'flickr',
    ] as const
    const once = () => {
      const start = process.cpuUsage()
      const find = createLocator(set.locations, set.organisation, plainAddress)
      const located = accounts.flatMap((one) => find(one) ?? [])
      const matrix = buildMatrix({
        locations: set.locations,
        accounts: accounts.map((one) => ({ ...one, closed: false, snapshot: null })),
        located,
        answers: [],
        platforms,
        searches: [],
        pagesRead: new Set(),
      })
      expect(matrix.rows.flatMap(({ cells }) => cells)).toHaveLength(3_600)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1_000
    }
    expect(Math.min(...Array.from({ length: 10 }, once))).toBeLessThan(100)
  })
})

describe('sprawl', () => {
  const judge = createSprawl(organisation)
  const stray = (handle: string, over: Partial<SprawlAccount> = {}): SprawlAccount => ({
    ...account(handle),
    owned: false,
    linked: false,
    located: false,
    abandoned: false,
    gone: false,
    ...over,
  })

  test.each([
    ['bears the name, and nobody links to it or owns it', stray('zorgwijdegouda'), ['not-linked', 'not-owned']],
    [
      'has a location’s name, and not the organisation’s',
      stray('delinde_gouda', { located: true, linked: true }),
      ['not-branded', 'not-owned'],
    ],
    ['is ours, and left', stray('zorgwijde2012', { owned: true, linked: true, standing: 'ours', abandoned: true }), ['abandoned']],
    ['is linked and branded', stray('zorgwijde', { linked: true }), null],
    ['has nothing to do with us', stray('bakkerijdewit'), null],
    ['is somebody else’s', stray('zorgwijdefan', { standing: 'not-ours' }), null],
  ])('an account that %s', (_what, one, why) => {
    expect(judge(one)).toEqual(why)
  })
})
