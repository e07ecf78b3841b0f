import { expect, test } from 'vitest'
import { rankLabel } from '../../src/discovery/outcome.ts'
import { placesOf } from '../../src/report/places.ts'
import { searchRank } from '../../src/report/search-rank.ts'

test('the rank and the question of a hit are read back from its label', () => {
  expect(searchRank({ route: 'search-engine', label: rankLabel(3, '"A · B" site:x.com') })).toEqual({
    rank: 3,
    query: '"A · B" site:x.com',
  })
  expect(searchRank({ route: 'platform-search', label: rankLabel(1, '') })).toEqual({ rank: 1, query: '' })
})

test('a label of the site is no rank', () => {
  expect(searchRank({ route: 'website', label: '#1 · van Nederland' })).toBeNull()
  expect(searchRank({ route: 'search-engine', label: 'Facebook' })).toBeNull()
})

test('a place found by searching says where it stood and what was asked', () => {
  const via = {
    route: 'search-engine',
    page: null,
    pageTitle: '',
    source: 'link',
    zone: 'unknown',
    quote: '',
    seenAt: '',
    record: null,
  } as const
  expect(placesOf([{ ...via, label: '#3 · zorgwijde' }])[0]?.text).toEqual({
    nl: 'Een zoekmachine, 3e resultaat bij zoeken op ‘zorgwijde’',
    en: 'A search engine, result 3 when searching for ‘zorgwijde’',
  })
})
