import { describe, expect, it } from 'vitest'
import { resultSourceOf } from '../../src/discovery/search-engine/result-source.ts'

describe('the address of a page of results', () => {
  it.each([
    [
      'https://www.google.nl/search?q=zorgwijde&sca_esv=1&ei=wie',
      'search-engine',
      'Google',
      'zorgwijde',
      'https://www.google.nl/search?q=zorgwijde',
    ],
    [
      'https://html.duckduckgo.com/html/?q=zorgwijde+x',
      'search-engine',
      'DuckDuckGo',
      'zorgwijde x',
      'https://html.duckduckgo.com/html/?q=zorgwijde+x',
    ],
    [
      'https://nl.search.yahoo.com/search?p=zorgwijde',
      'search-engine',
      'Yahoo',
      'zorgwijde',
      'https://nl.search.yahoo.com/search?p=zorgwijde',
    ],
    [
      'https://www.facebook.com/search/pages/?q=zorgwijde',
      'platform-search',
      'Facebook',
      'zorgwijde',
      'https://www.facebook.com/search/pages/?q=zorgwijde',
    ],
    [
      'https://www.linkedin.com/search/results/companies/?keywords=zorgwijde&sid=abc',
      'platform-search',
      'LinkedIn',
      'zorgwijde',
      'https://www.linkedin.com/search/results/companies/?keywords=zorgwijde',
    ],
  ])('%s tells whose it is and what was asked, and nothing of who asked', (address, route, name, query, page) => {
    expect(resultSourceOf(address)).toEqual({ route, name, query, page })
  })

  it.each([
    null,
    '',
    'niets',
    'https://stadvoorbeeld.example/?q=x',
    'https://google.com.evil.example/search?q=x',
    'file:///home/jannie/zoeken.html',
  ])('%s is none', (address) => {
    expect(resultSourceOf(address)).toBeNull()
  })
})
