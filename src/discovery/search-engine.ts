import type { Fetcher } from '../model/fetch.ts'
import type { Text } from '../model/text.ts'
import { coreOf } from '../naming/likeness.ts'
import { stemOf } from '../naming/tokens.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { findsNonsense, nonsenseNames } from './nonsense.ts'
import { claimOf, type HandLink, joinTexts, type RouteClaim, type RouteOutcome, rankLabel, uniqueClaims, viaOf } from './outcome.ts'
import type { SearchEngine, SearchResult } from './search-engine/engine.ts'
import { MOST_QUERIES, nonsenseQuery, queriesOf, type SearchInput, type SearchQuery, searchPages } from './search-engine/queries.ts'

export { braveSearch } from './search-engine/brave.ts'
export type { SearchEngine } from './search-engine/engine.ts'
export { engineOf } from './search-engine/engine-of.ts'
export { queriesOf, type SearchInput, searchPages } from './search-engine/queries.ts'
export { readResultPage } from './search-engine/result-page.ts'
export { searxngSearch } from './search-engine/searxng.ts'

export interface SearchPlan {
  readonly queries: readonly SearchQuery[]
  /** Names that nobody bears, asked in the same run. */
  readonly controls: readonly SearchQuery[]
  /** Before anything is asked. Credit that the service gives away is not taken off. */
  readonly cost: { readonly requests: number; readonly dollars: number; readonly text: Text }
  /** Questions that `maxDollars` does not pay for. */
  readonly unpaid: number
}

/**
 * What a run will ask and what it will cost, before it asks. Without an engine nothing is asked and nothing is paid; with
 * one that costs money no more is planned than `maxDollars` pays for, the questions that matter most first.
 */
export function planSearch(input: SearchInput, engine: SearchEngine | null, maxDollars: number = Number.POSITIVE_INFINITY): SearchPlan {
  const all = queriesOf(input)
  const names = nonsenseNames(input.organisation.name)
  const price = engine?.milliDollars ?? 0
  // Prices are whole thousandths; what a person typed in dollars is not exact in binary.
  const paid = price === 0 ? all.length : Math.max(0, Math.floor((maxDollars * 1000) / price + 1e-6) - names.length)
  const queries = all.slice(0, paid)
  const controls = queries.length === 0 ? [] : names.map(nonsenseQuery)
  const requests = engine === null ? 0 : queries.length + controls.length
  const dollars = (requests * (engine?.milliDollars ?? 0)) / 1000
  return { queries, controls, unpaid: all.length - queries.length, cost: { requests, dollars, text: costText(requests, dollars, engine) } }
}

function costText(requests: number, dollars: number, engine: SearchEngine | null): Text {
  if (engine === null)
    return { nl: 'Dit kost niets: je opent de zoekopdrachten zelf.', en: 'This costs nothing: you open the searches yourself.' }
  if (dollars === 0)
    return { nl: `${requests} zoekopdrachten bij ${engine.name}, gratis.`, en: `${requests} searches at ${engine.name}, free.` }
  // Never less than it is; the small part takes off what binary fractions add.
  const en = (Math.ceil(dollars * 100 - 1e-6) / 100).toFixed(2)
  const nl = en.replace('.', ',')
  return {
    nl: `${requests} zoekopdrachten bij ${engine.name}: hoogstens $ ${nl}.`,
    en: `${requests} searches at ${engine.name}: at most $${en}.`,
  }
}

export interface SearchRun extends SearchInput {
  readonly engine: SearchEngine | null
  readonly fetcher: Fetcher
  /** The most that it may cost, in US dollars. Default 0: nothing that costs money is asked. */
  readonly maxDollars?: number
}

/** The most that one run can cost with this engine, in US dollars, whatever the organisation. */
export const dearestRun = (engine: SearchEngine): { readonly requests: number; readonly dollars: number; readonly text: Text } => {
  const requests = MOST_QUERIES + nonsenseNames('').length
  const dollars = (requests * engine.milliDollars) / 1000
  return { requests, dollars, text: costText(requests, dollars, engine) }
}

/**
 * Asks a search engine for the organisation's accounts. A result counts when it mentions the name that was asked for;
 * where it stood, for which query and when stay with the claim. Stops at the first refusal that would repeat itself.
 */
export async function searchEngine({ engine, fetcher, maxDollars = 0, ...input }: SearchRun): Promise<RouteOutcome> {
  const { queries, controls, unpaid } = planSearch(input, engine, maxDollars)
  const links = handLinks(queriesOf(input))
  const ended = { claims: [], setAside: [], people: 0, asked: 0, links, byHand }
  if (engine === null) return { ...ended, state: 'not-looked', why: noEngine }
  if (queries.length === 0 && unpaid > 0) return { ...ended, state: 'not-looked', why: notAgreed(planSearch(input, engine).cost.text) }
  const control = await askAll(controls, engine, fetcher)
  if (control.unanswered > 0) return { ...ended, asked: control.asked, state: 'not-looked', why: joinTexts(control.troubles) }
  const run = await askAll(queries, engine, fetcher)
  const nonsense = control.claims.length + control.people > 0
  const troubles = [...run.troubles, nonsense ? findsNonsense(engine.name) : null, unpaid > 0 ? notAllPaid(unpaid) : null]
  const seenAll = run.unanswered === 0 && !nonsense && run.troubles.length === 0 && unpaid === 0
  const state = seenAll ? 'done' : run.unanswered === queries.length ? 'not-looked' : 'partial'
  const claims = uniqueClaims(run.claims)
  return {
    state,
    claims: nonsense ? [] : claims,
    setAside: nonsense ? claims : [],
    people: run.people,
    asked: control.asked + run.asked,
    why: joinTexts(troubles),
    byHand: state === 'done' ? null : byHand,
    links,
  }
}

interface Answers {
  readonly claims: RouteClaim[]
  readonly people: number
  readonly troubles: Text[]
  readonly asked: number
  readonly unanswered: number
}

async function askAll(queries: readonly SearchQuery[], engine: SearchEngine, fetcher: Fetcher): Promise<Answers> {
  const claims: RouteClaim[] = []
  const people = new Set<string>()
  const troubles: Text[] = []
  let [questions, answered] = [0, 0]
  for (const query of queries) {
    questions++
    const asked = await engine.ask(query.text, fetcher)
    if (asked.kind === 'trouble') {
      troubles.push(asked.why)
      if (asked.final) break
      continue
    }
    answered++
    if (asked.kind === 'absent') continue
    if (asked.value.incomplete !== null) troubles.push(asked.value.incomplete)
    asked.value.results.forEach((result, at) => {
      if (!mentions(result, query.subject)) return
      const address = classifyUrl(result.url)
      if (address.owner === 'person' && address.key !== null) people.add(address.key)
      const claim = claimOf(address, viaOf('search-engine', seenAs(result, at + 1, query, engine, asked, address.kind)))
      if (claim !== null) claims.push(claim)
    })
  }
  return { claims, people: people.size, troubles, asked: questions, unanswered: queries.length - answered }
}

/** Engines fill their lists with what is only near the question; such a result says nothing about this name. */
function mentions({ title, snippet, url }: SearchResult, subject: string): boolean {
  const stem = stemOf(subject)
  const core = coreOf(stem)
  const text = stemOf(`${title} ${snippet} ${url}`)
  return text.includes(stem) || (core.length >= 5 && text.includes(core))
}

function seenAs(
  { title, snippet }: SearchResult,
  rank: number,
  query: SearchQuery,
  engine: SearchEngine,
  { at, record }: { at: string; record: string | null },
  kind: string,
) {
  const quote = [title, snippet].filter(Boolean).join(' — ')
  // A post names its author, but whoever posts about an organisation need not be it.
  const source = kind === 'content' ? ('text' as const) : ('link' as const)
  return { page: engine.page(query.text), pageTitle: engine.name, label: rankLabel(rank, query.text), quote, at, record, source }
}

const handLinks = (queries: readonly SearchQuery[]): HandLink[] =>
  queries.flatMap(({ text, platform }) =>
    searchPages.map(({ name, url }) => ({
      label: { nl: `${text} bij ${name}`, en: `${text} at ${name}` },
      url: url(text),
      ...(platform ? { platform } : {}),
    })),
  )

const notAgreed = (price: Text): Text => ({
  nl: `Deze zoekmachine kost geld en niemand heeft ja gezegd tegen de prijs. ${price.nl}`,
  en: `This search engine costs money and nobody has agreed to the price. ${price.en}`,
})

const notAllPaid = (left: number): Text => ({
  nl: left === 1 ? '1 vraag paste niet in het bedrag dat je goedkeurde.' : `${left} vragen pasten niet in het bedrag dat je goedkeurde.`,
  en:
    left === 1
      ? '1 question did not fit in the amount that you agreed to.'
      : `${left} questions did not fit in the amount that you agreed to.`,
})

const noEngine: Text = {
  nl: 'Er is geen zoekmachine ingesteld die programma’s antwoordt. Je kunt de zoekopdrachten zelf openen.',
  en: 'No search engine is set up that answers programs. You can open the searches yourself.',
}

const byHand: Text = {
  nl: 'Open een zoekopdracht, kopieer de hele pagina met resultaten (Ctrl+A, Ctrl+C) en plak die hier. Een bewaarde pagina mag ook.',
  en: 'Open a search, copy the whole page of results (Ctrl+A, Ctrl+C) and paste it here. A saved page will do as well.',
}
