import { stemOf } from './tokens.ts'

/** What an ending says, for the words that explain a guess. */
export type EndingKind = 'none' | 'country-domain' | 'plain-domain' | 'country' | 'official-here' | 'official' | 'common'

export interface Ending {
  readonly text: string
  readonly kind: EndingKind
  readonly weight: number
  /** In front of the name instead of behind it. */
  readonly before?: true
}

interface Place {
  /** Codes and names that organisations write, the most used first. */
  readonly names: string
  /** What the country is called in other languages; organisations of the country itself hardly write it. */
  readonly abroad?: string
  readonly official?: string
}

/** By ISO 3166-1 alpha-2. Endings as counted over the name-suggestion-index: uk, france, usa, australia among the first. */
const places: Readonly<Record<string, Place>> = {
  nl: { names: 'nl nederland', abroad: 'netherlands' },
  be: { names: 'be belgium belgie', abroad: 'belgique' },
  de: { names: 'de deutschland', abroad: 'germany' },
  fr: { names: 'fr france', official: 'officiel' },
  lu: { names: 'lu luxembourg', official: 'officiel' },
  at: { names: 'at austria oesterreich' },
  ch: { names: 'ch switzerland schweiz suisse' },
  gb: { names: 'uk gb' },
  ie: { names: 'ie ireland' },
  us: { names: 'usa us' },
  ca: { names: 'ca canada' },
  au: { names: 'au australia' },
  nz: { names: 'nz newzealand' },
  za: { names: 'sa za southafrica' },
  es: { names: 'es espana spain', official: 'oficial' },
  pt: { names: 'pt portugal', official: 'oficial' },
  mx: { names: 'mx mexico', official: 'oficial' },
  br: { names: 'br brasil', official: 'oficial' },
  it: { names: 'it italia', official: 'official' },
  dk: { names: 'dk danmark denmark' },
  se: { names: 'se sverige sweden' },
  no: { names: 'no norge norway' },
  fi: { names: 'fi suomi finland' },
  pl: { names: 'pl polska' },
  cz: { names: 'cz cesko' },
  jp: { names: 'jp japan' },
  in: { names: 'india in' },
}

/** The country that a domain's ending names: `co.uk` is `gb`. `null` for what is no country's. */
function countryOfSuffix(suffix: string): string | null {
  const last = suffix.split('.').at(-1) ?? ''
  const code = last === 'uk' ? 'gb' : last
  return places[code] ? code : null
}

/** The country that stands in a name or in the path of its website: `Eurotaal (Belgium)`, `/nl-be/`. `null` when neither says. */
export function countryNamed(name: string, website: string | null): string | null {
  const words = stemsIn(name).slice(1)
  const inName = Object.entries(places).find(([, { names, abroad = '' }]) =>
    `${names} ${abroad}`.split(' ').some((one) => one.length > 3 && words.includes(one)),
  )
  const path = website !== null && URL.canParse(website) ? new URL(website).pathname : ''
  const region = /^\/[a-z]{2}[-_]([a-z]{2})(?:\/|$)/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return inName?.[0] ?? (places[region] ? region : null)
}

const stemsIn = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u).map(stemOf)

/**
 * Relative to nothing behind the name. The order follows counts over the name-suggestion-index (official, uk, officiel,
 * oficial, france, usa, … group); the distances are rounded from a fit that was checked on the other half of its sample.
 */
const endingWeights = {
  countryDomain: 0.2,
  country: 0.25,
  furtherCountry: 0.12,
  countryAbroad: 0.04,
  official: 0.2,
  officialAbroad: 0.08,
  plainDomain: 0.09,
  common: 0.09,
  /** A national webshop is called `acmeonline` at home; abroad the country says more. */
  onlineAtHome: 0.06,
  before: 0.04,
} as const

/** Where nothing says which country it is, the largest ones are as likely as any word. */
const COMMON = 'nederland usa uk france us nl officiel group oficial online hq shop world'

/** What may stand behind or before a name, nothing first. */
export function endingsOf(suffix: string, country: string | null): Ending[] {
  const own = country ?? countryOfSuffix(suffix)
  const place = own === null ? undefined : places[own]
  const [code = '', ...names] = place?.names.split(' ') ?? []
  const written = suffix.split('.').at(-1) ?? ''
  const weights = endingWeights
  const all: Ending[] = [
    countryOfSuffix(suffix) === null
      ? { text: written, kind: 'plain-domain', weight: weights.plainDomain }
      : { text: written, kind: 'country-domain', weight: weights.countryDomain },
    { text: code, kind: 'country', weight: weights.country },
    ...names.map((text, at): Ending => ({ text, kind: 'country', weight: at === 0 ? weights.country : weights.furtherCountry })),
    ...(place?.abroad ?? '').split(' ').map((text): Ending => ({ text, kind: 'country', weight: weights.countryAbroad })),
    { text: place?.official ?? '', kind: 'official-here', weight: weights.official * 1.3 },
    { text: 'official', kind: 'official', weight: own === null ? weights.official : weights.officialAbroad },
    ...COMMON.split(' ').map(
      (text, at): Ending => ({
        text,
        kind: 'common',
        weight: own !== null && text === 'online' ? weights.onlineAtHome : weights.common * (own === null ? 1 : 0.4) * 0.97 ** at,
      }),
    ),
    ...BEFORE.split(' ').map((text): Ending => ({ text, kind: 'common', weight: weights.before, before: true })),
  ]
  const best = new Map<string, Ending>()
  for (const one of all) {
    // The domain's ending is joined by its dot, a country's seldom is, so both stay where they are the same letters.
    const at = `${one.before ?? false} ${one.kind === 'country-domain'} ${one.text}`
    if (one.text !== '' && (best.get(at)?.weight ?? 0) < one.weight) best.set(at, one)
  }
  return [{ text: '', kind: 'none', weight: 1 }, ...best.values()]
}

const BEFORE = 'the my'
