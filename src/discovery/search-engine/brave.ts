import { z } from 'zod'
import { searchPrices } from '../../../config/search-prices.ts'
import type { Text } from '../../model/text.ts'
import { askJson, jsonOf } from '../service-answer.ts'
import type { SearchEngine } from './engine.ts'

const result = z.object({ url: z.string(), title: z.string().catch(''), description: z.string().catch('') })
/** `web` is left out when nothing was found. https://api-dashboard.search.brave.com/app/documentation/web-search/responses */
const answer = z.object({ type: z.literal('search'), web: z.object({ results: z.array(result) }).optional() })
const refusal = z.object({ error: z.object({ code: z.string() }) })

export interface BraveOptions {
  /** The asker's own key; sent as a header, so that no address holds it. */
  readonly key: string
  readonly endpoint?: string
  readonly country?: string | null
}

/** Countries that Brave Search ranks for, of those where the product is used; it refuses others. */
const COUNTRIES: ReadonlySet<string> = new Set(['nl', 'be', 'de', 'fr', 'gb', 'us', 'at', 'ch', 'es', 'it'])

/** Brave Search API. Dollars for a thousand queries are thousandths of a dollar for one. */
export function braveSearch({
  key,
  endpoint = 'https://api.search.brave.com/res/v1/web/search',
  country = null,
}: BraveOptions): SearchEngine {
  return {
    name: 'Brave Search',
    milliDollars: searchPrices.brave.dollarsPerThousand,
    page: (query) => `https://search.brave.com/search?q=${encodeURIComponent(query)}`,
    async ask(query, fetcher) {
      const parameters = new URLSearchParams({ count: '20', q: query })
      if (country !== null && COUNTRIES.has(country)) parameters.set('country', country.toUpperCase())
      const url = `${endpoint}?${parameters}`
      const asked = await askJson(fetcher, {
        service: 'Brave Search',
        url,
        schema: answer,
        headers: { 'X-Subscription-Token': key },
        whyRefused,
      })
      if (asked.kind !== 'seen') return asked
      const results = (asked.value.web?.results ?? []).map(({ url, title, description }) => ({
        url,
        title,
        snippet: withoutTags(description),
      }))
      return { ...asked, value: { results, incomplete: null } }
    },
  }
}

/** Snippets mark the words that match with `<strong>`. */
const withoutTags = (text: string): string => text.replace(/<\/?strong>/g, '')

function whyRefused(_status: number, text: string): Text | null {
  const parsed = refusal.safeParse(jsonOf(text))
  const code = parsed.success ? parsed.data.error.code : ''
  if (code === 'SUBSCRIPTION_TOKEN_INVALID')
    return {
      nl: 'Brave Search kent je sleutel niet. Kijk of je hem helemaal hebt overgenomen.',
      en: 'Brave Search does not know your key. Check that you copied all of it.',
    }
  if (code === 'QUOTA_LIMITED' || code === 'USAGE_LIMIT_EXCEEDED')
    return { nl: 'Je tegoed bij Brave Search is op.', en: 'Your credit at Brave Search has run out.' }
  return null
}
