import { getDomainWithoutSuffix, getPublicSuffix } from 'tldts'
import { isGeneric } from './affixes.ts'
import { stemOf, tokensOf } from './tokens.ts'

/** Where a guessed name comes from. */
export type StemSource =
  | 'confirmed'
  | 'domain-is-name'
  | 'domain'
  | 'name'
  | 'short-name'
  | 'shorter-than-domain'
  | 'sparing'
  | 'place-abbreviated'
  | 'domain-and-word'
  | 'alias'
  | 'initials'

/** The body of a guessed name, before anything is put before or behind it. */
export interface Stem {
  /** Folded words in order; written together or with a sign between. */
  readonly words: readonly string[]
  readonly source: StemSource
  readonly weight: number
}

/**
 * How often each source gives the body of a real handle, relative to a domain that equals the name. From counts over
 * 27,582 organisations of the name-suggestion-index: the exact domain label 30 to 44 %, with a suffix 20 to 39 %, the
 * normalised name 4 to 19 %, initials 1 to 2 %.
 */
export const stemWeights: Readonly<Record<StemSource, number>> = {
  confirmed: 4,
  'domain-is-name': 1,
  domain: 0.72,
  name: 0.35,
  'short-name': 0.2,
  'shorter-than-domain': 0.06,
  sparing: 0.12,
  'place-abbreviated': 0.13,
  'domain-and-word': 0.16,
  alias: 0.3,
  initials: 0.05,
}

export interface NamedOrganisation {
  readonly name: string
  readonly aliases: readonly string[]
  readonly website: string | null
}

/** Legal forms are in a register and on a door, never in a handle. */
const LEGAL: ReadonlySet<string> = new Set('bv nv vof vzw asbl sa sas sarl srl spa ag gmbh kg ltd limited plc inc llc co'.split(' '))
/** What `&` and `+` are written as, by the ending of the domain; English elsewhere. */
const AND: Readonly<Record<string, string>> = { nl: 'en', be: 'en', de: 'und', at: 'und', ch: 'und', fr: 'et', lu: 'et', es: 'y', it: 'e' }

/** Words of a name without its brackets and legal form. */
function wordsOf(name: string, and: string): string[] {
  const bare = name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replace(/['’`]/g, '')
  const joined = bare.replace(/(?<!\p{L})(?:\p{L}\.){2,6}/gu, (letters) => `${letters.replaceAll('.', '')} `)
  const words = tokensOf(joined.replace(/[&+]/g, ` ${and} `))
  const kept = words.filter((word, at) => at === 0 || !LEGAL.has(word))
  return kept.length > 0 ? kept : tokensOf(name)
}

/** The domain's label in words: at its hyphens, and where words of the name begin and end. */
function wordsOfLabel(label: string, name: readonly string[]): string[] {
  const long = name.filter((word) => word.length >= 3)
  return label.split('-').flatMap((part) => tokensOf(part, long))
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'de', 'het', 'la', 'le', 'les', 'and', 'en'])

/** A name with the common words at its ends taken off: `Zorggroep De Linde` is `de linde`, `Emova Group` is `emova`. */
function shortened(words: readonly string[]): string[][] {
  const found: string[][] = []
  let rest = words
  while (rest.length > 1 && isGeneric(rest.at(-1) ?? '')) rest = rest.slice(0, -1)
  if (rest.length < words.length) found.push([...rest])
  while (rest.length > 1 && isGeneric(rest[0] ?? '') && !ARTICLES.has(rest[1] ?? '')) rest = rest.slice(1)
  if (rest.length < words.length) found.push([...rest])
  const [first = '', second = ''] = words
  if (words.length > 2 && !ARTICLES.has(second)) found.push([first, second])
  if (words.length > 1 && first.length >= 4 && !isGeneric(first)) found.push([first])
  return found
}

/** `Holland & Barrett` is `holland barrett` as well, and `Code for Linde` is `code4linde`. */
function sparing(words: readonly string[]): string[][] {
  const plain = words.filter((word, at) => at === 0 || !ARTICLES.has(word))
  const withFigure = words.map((word, at) => (at > 0 && FOUR.has(word) ? '4' : word))
  return [plain, withFigure].filter((one) => one.length > 1 && one.join('') !== words.join(''))
}

const FOUR: ReadonlySet<string> = new Set(['for', 'voor'])

/** What stands for a place behind `for`: `Code for New Linde` is `codefornl`, `Code for Lindestad` is `codeforlin` or `code4lin`. */
function placesAbbreviated(words: readonly string[]): string[][] {
  const at = words.findIndex((word, index) => index > 0 && FOUR.has(word))
  const place = at < 0 ? [] : words.slice(at + 1)
  const [first = ''] = place
  const short = place.length > 1 ? place.map((word) => word[0] ?? '').join('') : first.slice(0, 3)
  if (short.length < 2 || short === first) return []
  return [
    [...words.slice(0, at + 1), short],
    [...words.slice(0, at), '4', short],
  ]
}

/** `Dow Chemical Company` at `dow.com` is `dow chemical` as well. */
function withNextWord(label: string, words: readonly string[]): string[][] {
  for (let length = 1; length < words.length; length++) {
    const next = words[length]
    if (next !== undefined && words.slice(0, length).join('') === label)
      return ARTICLES.has(next) ? [] : [[...words.slice(0, length), next]]
  }
  return []
}

/** The bodies that an organisation's handles may have, each once, the likeliest first. */
export function stemsOf({ name, aliases, website }: NamedOrganisation): Stem[] {
  const suffix = (website && getPublicSuffix(website)) || ''
  const and = AND[suffix] ?? 'and'
  const words = wordsOf(name, and)
  const label = (website && getDomainWithoutSuffix(website, { allowPrivateDomains: true })) || ''
  const domain = wordsOfLabel(label, words)
  const isName = domain.join('') === words.join('')
  const stem = (source: StemSource, words: readonly string[]): Stem => ({ words, source, weight: stemWeights[source] })
  const all = [
    stem(isName ? 'domain-is-name' : 'domain', domain),
    stem('name', words),
    ...(and === 'and' ? [] : [stem('name', wordsOf(name, 'and'))]),
    ...shortened(words).map((one) => stem(isName ? 'shorter-than-domain' : 'short-name', one)),
    ...sparing(words).map((one) => stem('sparing', one)),
    ...placesAbbreviated(words).map((one) => stem('place-abbreviated', one)),
    ...(isName ? [] : withNextWord(stemOf(label), words).map((one) => stem('domain-and-word', one))),
    ...aliases.map((alias) => stem('alias', wordsOf(alias, and))),
    ...(words.length > 2 && words.length < 7 ? [stem('initials', [words.map((word) => word[0] ?? '').join('')])] : []),
  ]
  const byText = new Map<string, Stem>()
  for (const one of all) {
    const text = one.words.join('')
    if (text.length > 1 && (byText.get(text)?.weight ?? 0) < one.weight) byText.set(text, one)
  }
  return [...byText.values()].toSorted((a, b) => b.weight - a.weight)
}
