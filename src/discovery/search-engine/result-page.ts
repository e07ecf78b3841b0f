import type { Address } from '../../model/platform.ts'
import { addressesInText } from '../../platforms/in-text.ts'
import { claimOf, type RouteClaim, rankLabel, uniqueClaims, viaOf } from '../outcome.ts'
import { readPage } from '../website/read-page.ts'

export interface ResultPage {
  readonly claims: readonly RouteClaim[]
  /** Profiles of persons: counted, and not kept. */
  readonly people: number
}

export interface ResultPageSource {
  /** ISO 8601: when it was handed over. */
  readonly at: string
  readonly record: string | null
  /** The query, when it is known. */
  readonly query?: string
  /** The page of results itself, when the file says where it was saved. */
  readonly page?: string | null
  /** Whose page it is, such as `Google`. */
  readonly pageTitle?: string
  /** A platform's own search or a search engine's. Default `search-engine`. */
  readonly route?: 'search-engine' | 'platform-search'
}

/**
 * Reads a page of search results that a person pasted as text or saved as HTML: the accounts in it, in order, and the
 * authors of posts as weak mentions. Redirects of Google, Bing and DuckDuckGo are undone without asking them.
 */
export function readResultPage(htmlOrText: string, source: ResultPageSource): ResultPage {
  const { at, record, query = '', page = null, pageTitle = '', route = 'search-engine' } = source
  const isHtml = /<(?:a|html|body|div)[\s>]/i.test(htmlOrText.slice(0, 200_000))
  const found = isHtml ? fromHtml(htmlOrText, page, at, record) : fromText(htmlOrText)
  const people = new Set(found.flatMap(({ address }) => (address.owner === 'person' && address.key !== null ? [address.key] : [])))
  const ranks = new Map<string, number>()
  const claims = found.flatMap(({ address, quote }) => {
    if (address.key === null) return []
    if (!ranks.has(address.key)) ranks.set(address.key, ranks.size + 1)
    const label = rankLabel(ranks.get(address.key) ?? 1, query)
    const form = address.kind === 'content' ? 'text' : 'link'
    const claim = claimOf(address, viaOf(route, { page, pageTitle, label, quote, at, record, source: form }))
    return claim === null ? [] : [claim]
  })
  return { claims: uniqueClaims(claims), people: people.size }
}

interface Found {
  readonly address: Address
  readonly quote: string
}

function fromHtml(html: string, page: string | null, fetchedAt: string, record: string | null): Found[] {
  const url = page ?? 'https://results.invalid/'
  const { mentions } = readPage(withoutBing(withoutRelative(html)), { url, fetchedAt, record })
  return mentions.map(({ address, label, quote, raw }) => ({ address, quote: label || quote || raw }))
}

/** A saved page may hold a search engine's own redirects without its name; only with it they can be undone. */
const withoutRelative = (html: string): string =>
  html.replace(/href="\/url\?/g, 'href="https://www.google.com/url?').replace(/href="\/l\/\?/g, 'href="https://duckduckgo.com/l/?')

/** Bing writes where a result leads as `u=a1` and the address in base64url. */
const withoutBing = (html: string): string =>
  html.replace(/https:\/\/www\.bing\.com\/ck\/a\?[^"'\s<>]{0,4000}/g, (link) => {
    const encoded = /[?&;]u=a1([\w-]+)/.exec(link)?.[1]
    const target = encoded === undefined ? null : decoded(encoded)
    return target === null ? link : target.replaceAll('&', '&amp;').replaceAll('"', '%22')
  })

function decoded(base64url: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    const text = new TextDecoder().decode(bytes)
    return /^https?:\/\//.test(text) ? text : null
  } catch {
    return null
  }
}

/** Copied results show addresses as a trail: `https://www.facebook.com › acme`. */
function fromText(text: string): Found[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line) =>
      addressesInText(line.slice(0, 4000).replace(/[ \t]{0,3}›[ \t]{0,3}/g, '/')).map(({ address }) => ({ address, quote: line.trim() })),
    )
}
