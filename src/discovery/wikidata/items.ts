import { getDomain } from 'tldts'
import { z } from 'zod'

/**
 * Wikibase JSON as `wbgetentities` gives it, of which only this much is relied on. Empty maps arrive as `[]`.
 * https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html
 */
const text = z.object({ value: z.string() })
const snak = z.object({ snaktype: z.string(), datavalue: z.object({ value: z.unknown() }).optional() })
const statement = z.object({
  id: z.string().optional(),
  rank: z.string().optional(),
  mainsnak: snak,
  qualifiers: z.record(z.string(), z.unknown()).optional().catch(undefined),
})
const entity = z.object({
  id: z.string(),
  missing: z.unknown().optional(),
  labels: z.record(z.string(), text).catch({}),
  descriptions: z.record(z.string(), text).catch({}),
  aliases: z.record(z.string(), z.array(text)).catch({}),
  claims: z.record(z.string(), z.array(statement)).catch({}),
})
const answer = z.object({ entities: z.record(z.string(), z.unknown()) })

type Statement = z.infer<typeof statement>

/** An item of the register, as far as it tells organisations apart. */
export interface Item {
  readonly id: string
  readonly name: string
  readonly description: string
  /** Every other name, in every language asked for. */
  readonly aliases: readonly string[]
  readonly websites: readonly string[]
  /** ISO 3166-1 alpha-2, lower case; only countries of {@link countries}. */
  readonly countries: readonly string[]
  readonly kinds: readonly string[]
  readonly dissolved: boolean
  /** Values of a property that hold today, best rank only. */
  values(property: string): readonly string[]
}

/** P17 to country codes, for the countries where the product's users work and their neighbours. */
const countries: Readonly<Record<string, string>> = {
  Q55: 'nl',
  Q29999: 'nl',
  Q31: 'be',
  Q183: 'de',
  Q142: 'fr',
  Q32: 'lu',
  Q145: 'gb',
  Q27: 'ie',
  Q30: 'us',
  Q16: 'ca',
  Q39: 'ch',
  Q40: 'at',
  Q29: 'es',
  Q38: 'it',
  Q45: 'pt',
  Q35: 'dk',
  Q34: 'se',
  Q20: 'no',
  Q33: 'fi',
  Q36: 'pl',
  Q730: 'sr',
  Q258: 'za',
  Q408: 'au',
  Q664: 'nz',
}

/** Statements that hold: not deprecated, not ended (P582); the preferred ones when there are any. */
function holding(statements: readonly Statement[]): Statement[] {
  const current = statements.filter(({ rank, qualifiers }) => rank !== 'deprecated' && qualifiers?.P582 === undefined)
  const preferred = current.filter(({ rank }) => rank === 'preferred')
  return preferred.length > 0 ? preferred : current
}

/** A string as it stands; of a value that is an item, its id. */
function stringsOf({ mainsnak }: Statement): string[] {
  const value = mainsnak.snaktype === 'value' ? mainsnak.datavalue?.value : undefined
  if (typeof value === 'string') return [value]
  const id = z.object({ id: z.string() }).safeParse(value)
  return id.success ? [id.data.id] : []
}

function itemOf(raw: unknown, languages: readonly string[]): Item[] {
  const parsed = entity.safeParse(raw)
  if (!parsed.success || parsed.data.missing !== undefined) return []
  const { id, labels, descriptions, aliases, claims } = parsed.data
  const inOrder = <T>(map: Readonly<Record<string, T>>) => languages.flatMap((language) => map[language] ?? [])
  const names = inOrder(labels).map(({ value }) => value)
  const values = (property: string) => [...new Set(holding(claims[property] ?? []).flatMap(stringsOf))]
  const others = [
    ...names.slice(1),
    ...inOrder(aliases)
      .flat()
      .map(({ value }) => value),
  ]
  return [
    {
      id,
      name: names[0] ?? id,
      description: inOrder(descriptions)[0]?.value ?? '',
      aliases: [...new Set(others)].filter((name) => name !== names[0]),
      websites: values('P856'),
      countries: values('P17').flatMap((country) => countries[country] ?? []),
      kinds: values('P31'),
      dissolved: values('P576').length > 0 || (claims.P576 ?? []).some(({ rank }) => rank !== 'deprecated'),
      values,
    },
  ]
}

/** The items in an answer of `wbgetentities`, in the order asked for; `null` when it is no such answer. */
export function itemsOf(json: unknown, ids: readonly string[], languages: readonly string[]): Item[] | null {
  const parsed = answer.safeParse(json)
  if (!parsed.success) return null
  const { entities } = parsed.data
  // A merged item answers under the id that it was merged into.
  const merged = Object.keys(entities).filter((id) => !ids.includes(id))
  return [...ids, ...merged].flatMap((id) => itemOf(entities[id], languages))
}

/** Never an organisation: a human, a disambiguation page, a page of the wiki itself, a list. */
const NEVER: ReadonlySet<string> = new Set(['Q5', 'Q4167410', 'Q4167836', 'Q11266439', 'Q13406463', 'Q22808320', 'Q17362920', 'Q15184295'])

/**
 * Seldom an organisation, so only when nothing else is left: names of families and people, places (a municipality is
 * one and has accounts), buildings and streets, works, species.
 */
const SELDOM: ReadonlySet<string> = new Set([
  ...['Q101352', 'Q202444', 'Q12308941', 'Q11879590', 'Q3409032', 'Q8436'],
  ...['Q515', 'Q532', 'Q486972', 'Q2039348', 'Q493522', 'Q123705', 'Q5084', 'Q22674925', 'Q3957', 'Q79007', 'Q4022', 'Q23397', 'Q8502'],
  ...['Q11424', 'Q5398426', 'Q482994', 'Q134556', 'Q7366', 'Q571', 'Q7725634', 'Q47461344', 'Q7889', 'Q3305213', 'Q13442814', 'Q838948'],
  ...['Q16521', 'Q11173', 'Q7187', 'Q8054', 'Q523', 'Q11446'],
])

/** Leaves out what is clearly no organisation. An item of no known kind stays. */
export function organisationsAmong(items: readonly Item[]): Item[] {
  const possible = items.filter(({ kinds }) => !kinds.some((kind) => NEVER.has(kind)))
  const likely = possible.filter(({ kinds }) => kinds.length === 0 || kinds.some((kind) => !SELDOM.has(kind)))
  return likely.length > 0 ? likely : possible
}

/** The domain that its owner registered, or the name under a host that gives names away: `delinde.wordpress.com`. */
export const registeredDomain = (url: string): string | null => getDomain(url, { allowPrivateDomains: true })?.toLowerCase() ?? null
