import { type Item, registeredDomain } from './items.ts'

export interface Wanted {
  readonly name: string
  readonly aliases: readonly string[]
  /** Registered domain of the organisation's website, or `null` when none is known. */
  readonly domain: string | null
  /** ISO 3166-1 alpha-2, lower case, or `null`. */
  readonly country: string | null
}

export interface Choice {
  /** The one that is meant, or `null` when a person has to choose, or none is. */
  readonly chosen: Item | null
  /** Likely ones first. */
  readonly items: readonly Item[]
}

const LEGAL_FORM = /^(?:stichting|vereniging|coöperatie|cooperatie|vzw) | (?:b\.?v\.?|n\.?v\.?|vzw|gmbh|ltd|inc)\.?$/g

/** A name as it is compared: without case, accents, punctuation and legal form. */
const comparable = (name: string): string =>
  name
    .toLowerCase()
    .replace(LEGAL_FORM, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isNamed = (item: Item, names: ReadonlySet<string>) => [item.name, ...item.aliases].some((name) => names.has(comparable(name)))

const isElsewhere = (item: Item, country: string | null) =>
  country !== null && item.countries.length > 0 && !item.countries.includes(country)

function likelihood(item: Item, names: ReadonlySet<string>, country: string | null): number {
  const named = names.has(comparable(item.name)) ? 8 : isNamed(item, names) ? 6 : 0
  const placed = isElsewhere(item, country) ? -3 : country !== null && item.countries.includes(country) ? 3 : 0
  return named + placed + (item.websites.length > 0 ? 1 : 0) - (item.dissolved ? 4 : 0)
}

/**
 * Which item is the organisation. The website decides alone: an item with another one, or none, is not it. Without a
 * website only a name that is exactly the same counts, and only when no second one in the same country bears it.
 */
export function choose(items: readonly Item[], wanted: Wanted): Choice {
  const names = new Set([wanted.name, ...wanted.aliases].map(comparable).filter(Boolean))
  const ranked = items
    .map((item, at) => ({ item, at, rank: likelihood(item, names, wanted.country) }))
    .sort((a, b) => b.rank - a.rank || a.at - b.at)
    .map(({ item }) => item)
  if (wanted.domain !== null) {
    const own = ranked.filter(({ websites }) => websites.some((website) => registeredDomain(website) === wanted.domain))
    const named = own.filter((item) => isNamed(item, names))
    const [only] = own.length === 1 ? own : named.length === 1 ? named : []
    return { chosen: only ?? null, items: own }
  }
  const plausible = ranked.filter((item) => isNamed(item, names) && !item.dissolved && !isElsewhere(item, wanted.country))
  return { chosen: plausible.length === 1 ? (plausible[0] ?? null) : null, items: ranked }
}
