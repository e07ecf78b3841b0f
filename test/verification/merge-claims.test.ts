import { describe, expect, test } from 'vitest'
import type { RouteId } from '../../src/model/candidate.ts'
import type { Claim } from '../../src/model/jobs.ts'
import { mergeClaims } from '../../src/verification/merge-claims.ts'

const organisation = {
  name: 'Zorggroep De Linde',
  aliases: ['De Linde'],
  website: 'https://delinde.example/',
  country: 'nl',
  wikidataId: null,
}

const claim = (route: RouteId, handle: string, proof: Claim['proof'] = null): Claim => ({
  platform: 'instagram',
  handle,
  url: `https://www.instagram.com/${handle}`,
  key: `instagram:${handle}`,
  closed: false,
  doubt: null,
  proof,
  via: {
    route,
    page: null,
    pageTitle: '',
    source: 'link',
    zone: 'unknown',
    label: '',
    quote: '',
    seenAt: '2026-11-02T09:00:00.000Z',
    record: null,
  },
})

const judge = (...claims: Claim[]) => mergeClaims({ organisation, candidates: [], claims })[0]

describe('without the website naming it', () => {
  test('an account of the same name that a search, a guess and an article all name is likely, never ours', () => {
    const judged = judge(
      claim('platform-search', 'delinde', 'names-our-site'),
      claim('search-engine', 'delinde'),
      claim('handle-guess', 'delinde'),
      claim('press', 'delinde'),
    )
    expect(judged?.verdict).toBe('likely')
    expect(judged?.foundVia).toHaveLength(4)
  })

  test('a register and the name together make it ours', () => {
    expect(judge(claim('wikidata', 'delinde'))?.verdict).toBe('ours')
  })

  test('a handle that is the organisation’s own domain makes it ours', () => {
    expect(judge(claim('platform-search', 'delinde.example', 'domain-handle'))?.verdict).toBe('ours')
  })

  test('an account of another name that a search brought up is not ours or unknown', () => {
    expect(['unknown', 'not-ours']).toContain(judge(claim('search-engine', 'bakkerij_jansen'))?.verdict)
  })

  test('a decision of an earlier audit makes it ours whatever its name', () => {
    expect(judge(claim('earlier-audit', 'kwast_en_co'))?.verdict).toBe('ours')
  })
})

test('claims of one account come together, each place kept once per claim', () => {
  const all = mergeClaims({
    organisation,
    candidates: [],
    claims: [claim('wikidata', 'delinde'), claim('pasted', 'delinde'), claim('pasted', 'anders')],
  })
  expect(all.map(({ key }) => key).sort()).toEqual(['instagram:anders', 'instagram:delinde'])
})

test('only the platforms that the audit asks about count, all of them when it asks about none', () => {
  const claims = [claim('wikidata', 'delinde'), { ...claim('wikidata', 'delinde'), platform: 'x' as const, key: 'x:delinde' }]
  const keys = (platforms?: readonly ('x' | 'facebook')[]) =>
    mergeClaims({ organisation, candidates: [], claims, ...(platforms ? { platforms } : {}) })
      .map(({ key }) => key)
      .sort()
  expect(keys()).toEqual(['instagram:delinde', 'x:delinde'])
  expect(keys([])).toEqual(keys())
  expect(keys(['x', 'facebook'])).toEqual(['x:delinde'])
})
