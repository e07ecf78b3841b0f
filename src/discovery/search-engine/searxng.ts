import { z } from 'zod'
import type { Text } from '../../model/text.ts'
import { askJson } from '../service-answer.ts'
import type { SearchEngine } from './engine.ts'

const result = z.object({ url: z.string(), title: z.string().catch(''), content: z.string().nullish().catch('') })
/** https://docs.searxng.org/dev/search_api.html; engines that did not answer stand apart, each with its reason. */
const answer = z.object({ results: z.array(result), unresponsive_engines: z.array(z.array(z.unknown())).catch([]) })

const jsonIsOff: Text = {
  nl: 'Deze SearXNG geeft geen JSON. Zet in settings.yml bij search.formats ook ‘json’.',
  en: 'This SearXNG gives no JSON. Add ‘json’ to search.formats in settings.yml.',
}

/** An own instance of SearXNG. `instance`: its address, such as `https://zoek.stadvoorbeeld.example`. */
export function searxngSearch({ instance }: { readonly instance: string }): SearchEngine {
  const page = (query: string) => `${instance.replace(/\/+$/, '')}/search?${new URLSearchParams({ q: query })}`
  return {
    name: 'SearXNG',
    milliDollars: 0,
    page,
    async ask(query, fetcher) {
      const url = `${page(query)}&format=json`
      const asked = await askJson(fetcher, {
        service: 'SearXNG',
        url,
        schema: answer,
        whyRefused: (status) => (status === 403 ? jsonIsOff : null),
      })
      if (asked.kind !== 'seen') return asked
      const silent = asked.value.unresponsive_engines.map(([name]) => String(name))
      const results = asked.value.results.map(({ url, title, content }) => ({ url, title, snippet: content ?? '' }))
      const incomplete = silent.length === 0 ? null : silentEngines(silent)
      // No results from engines that refused to answer is no absence.
      if (results.length === 0 && incomplete !== null) return { kind: 'trouble', why: incomplete, final: false }
      return { ...asked, value: { results, incomplete } }
    },
  }
}

function silentEngines(names: readonly string[]): Text {
  const list = [...new Set(names)].slice(0, 6).join(', ')
  return { nl: `Niet elke zoekmachine achter SearXNG antwoordde: ${list}.`, en: `Not every engine behind SearXNG answered: ${list}.` }
}
