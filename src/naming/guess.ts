import { getDomain, getPublicSuffix } from 'tldts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { accountFromHandle } from '../platforms/classify.ts'
import { platform as platformById } from '../platforms/index.ts'
import { countryNamed, type Ending, type EndingKind, endingsOf } from './guess-endings.ts'
import { type NamedOrganisation, type Stem, type StemSource, stemsOf, stemWeights } from './guess-stems.ts'
import { choosesNames, chosenName } from './tokens.ts'

export interface GuessInput extends NamedOrganisation {
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string | null
  /** Accounts that are known to be the organisation's: their names lead. */
  readonly confirmed: readonly { readonly platform: PlatformId; readonly handle: string }[]
  readonly platforms: readonly PlatformId[]
  /** Guesses for each platform. Default 5. */
  readonly most?: number
}

export interface Guess {
  readonly platform: PlatformId
  /** As the platform writes it: `company/acme`, `@acme`. */
  readonly handle: string
  readonly key: string
  readonly url: string
  /** Place among the guesses of its platform, from 1. */
  readonly rank: number
  readonly why: Text
}

interface Written {
  readonly text: string
  readonly weight: number
  readonly source: StemSource
  readonly ending: Ending
}

/** Signs between the words of a name and before its ending, relative to none. Most handles are written in one. */
const joinWeights: Readonly<Record<'words' | 'ending' | 'domainEnding' | 'officialHere', Readonly<Record<string, number>>>> = {
  words: { '': 1, _: 0.14, '.': 0.06, '-': 0.5 },
  ending: { '': 1, _: 0.6, '.': 0.2, '-': 0.5 },
  domainEnding: { '': 1, _: 0.6, '.': 0.7, '-': 0.4 },
  /** French and Spanish accounts set it off: `acme_officiel`. */
  officialHere: { '': 1, _: 1.1, '.': 0.2, '-': 0.5 },
}

/**
 * What is used less on one platform than on the others: over 985 accounts of Dutch and Belgian brands `official` is one
 * guess in forty right on Instagram and one in a hundred on Facebook, and `com` is found on Facebook alone.
 */
const endingsOn: Partial<Record<PlatformId, Partial<Record<EndingKind, number>>>> = {
  facebook: { official: 0.5 },
  instagram: { 'plain-domain': 0.4 },
}

/** Facebook takes `de.linde` and `delinde` for one name, so dots are not guessed there. */
const signsOf = (platform: PlatformId): string[] => {
  if (platform === 'facebook' || platform === 'bluesky') return ['']
  if (platform === 'linkedin') return ['', '-']
  if (platform === 'youtube') return ['', '_', '.']
  const allowed = platformById(platform).handleRule.allowed.split(/[\s,]+/)
  return ['', ...['_', '.', '-'].filter((sign) => allowed.includes(sign))]
}

function joinOf({ kind }: Ending): keyof typeof joinWeights {
  if (kind === 'official-here') return 'officialHere'
  return kind === 'country-domain' || kind === 'plain-domain' ? 'domainEnding' : 'ending'
}

/** Every way to write a body with an ending, on a platform that allows these signs. */
function* spellings(stem: Stem, ending: Ending, platform: PlatformId, signs: readonly string[]): Generator<Written> {
  for (const between of stem.words.length > 1 ? signs : ['']) {
    const body = stem.words.join(between)
    const bodyWeight = stem.weight * (joinWeights.words[between] ?? 0)
    if (ending.text === '') {
      yield { text: body, weight: bodyWeight, source: stem.source, ending }
      continue
    }
    const joins = joinWeights[joinOf(ending)]
    const here = endingsOn[platform]?.[ending.kind] ?? 1
    for (const sign of signs) {
      const text = ending.before ? `${ending.text}${sign}${body}` : `${body}${sign}${ending.text}`
      yield { text, weight: bodyWeight * ending.weight * here * (joins[sign] ?? 0), source: stem.source, ending }
    }
  }
}

/** Names that confirmed accounts bear already, exactly as they are written there; other platforms follow them most often. */
function* confirmedNames(input: GuessInput, platform: PlatformId, none: Ending): Generator<Written> {
  for (const account of input.confirmed) {
    const text = account.platform === platform ? null : chosenName(account.platform, account.handle)
    if (text === null) continue
    yield { text: text.toLowerCase(), weight: stemWeights.confirmed, source: 'confirmed', ending: none }
    const plain = text.toLowerCase().replace(/[._-]/g, '')
    yield { text: plain, weight: stemWeights.confirmed * 0.5, source: 'confirmed', ending: none }
  }
}

/**
 * Names that an organisation may have on each platform, ranked, each with the reason. Candidates only: that such an
 * account exists proves nothing, and nothing is asked here.
 */
export function guessHandles(input: GuessInput): Guess[] {
  const stems = stemsOf(input)
  return [...new Set(input.platforms)].filter(choosesNames).flatMap((platform) => guessesOn(platform, stems, input))
}

function guessesOn(platform: PlatformId, stems: readonly Stem[], input: GuessInput): Guess[] {
  const signs = signsOf(platform)
  const endings = endingsOf(
    (input.website && getPublicSuffix(input.website)) || '',
    input.country ?? countryNamed(input.name, input.website),
  )
  const all = [
    ...endings.slice(0, 1).flatMap((none) => [...confirmedNames(input, platform, none)]),
    ...stems.flatMap((stem) => endings.flatMap((ending) => [...spellings(stem, ending, platform, signs)])),
  ].toSorted((a, b) => b.weight - a.weight || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
  const found = new Map<string, Guess>()
  const known = new Set(input.confirmed.map(({ platform, handle }) => accountFromHandle(platform, handle).key))
  for (const written of all) {
    if (found.size >= (input.most ?? 5)) break
    for (const handle of handlesFor(platform, written.text, input.website)) {
      const { kind, key, url, doubt, handle: name } = accountFromHandle(platform, handle)
      if (kind !== 'account' || !key || !url || !name || doubt === 'soft-reserved' || known.has(key) || found.has(key)) continue
      found.set(key, { platform, handle: name, key, url, rank: found.size + 1, why: whyOf(written) })
    }
  }
  return [...found.values()].slice(0, input.most ?? 5)
}

/** The name as this platform writes it; nothing where its rule forbids it. */
function handlesFor(platform: PlatformId, text: string, website: string | null): string[] {
  const domain = website === null ? null : getDomain(website)
  // A Bluesky name is a domain, at best the organisation's own; a Mastodon name stands on a server.
  if (platform === 'bluesky') return [...(domain === null ? [] : [domain]), ...(text.length <= 18 ? [`${text}.bsky.social`] : [])]
  if (!fits(platform, text)) return []
  if (platform === 'mastodon') return [...(domain === null ? [] : [`@${text}@${domain}`]), `@${text}@mastodon.social`]
  if (platform === 'linkedin') return [`company/${text}`]
  return [platform === 'youtube' ? `@${text}` : text]
}

/** Old names may be shorter than new ones have to be (`kpn`), so only the longest length counts. Figures alone are an account number. */
const fits = (platform: PlatformId, text: string): boolean => text.length <= platformById(platform).handleRule.max && !/^\d+$/.test(text)

const sourceWords: Readonly<Record<StemSource, Text>> = {
  confirmed: { nl: 'de naam van een account dat al bekend is', en: 'the name of an account that is known already' },
  'domain-is-name': { nl: 'de naam en het webadres', en: 'the name and the web address' },
  domain: { nl: 'het webadres', en: 'the web address' },
  name: { nl: 'de naam', en: 'the name' },
  'short-name': { nl: 'een deel van de naam', en: 'part of the name' },
  'shorter-than-domain': { nl: 'een deel van de naam', en: 'part of the name' },
  sparing: { nl: 'de naam, korter geschreven', en: 'the name, written shorter' },
  'place-abbreviated': { nl: 'de naam, met de plaats afgekort', en: 'the name, with the place abbreviated' },
  'domain-and-word': { nl: 'het webadres met het volgende woord van de naam', en: 'the web address with the next word of the name' },
  alias: { nl: 'een andere naam van de organisatie', en: 'another name of the organisation' },
  initials: { nl: 'de beginletters van de naam', en: 'the initials of the name' },
}

function whyOf({ source, ending }: Written): Text {
  const from = sourceWords[source]
  const text = (nl: string, en: string): Text => ({ nl: `Geraden uit ${from.nl}${nl}.`, en: `Guessed from ${from.en}${en}.` })
  if (ending.kind === 'none') return text('', '')
  return ending.before
    ? text(`, met ‘${ending.text}’ ervoor`, `, after ‘${ending.text}’`)
    : text(`, met ‘${ending.text}’ erachter`, `, followed by ‘${ending.text}’`)
}
