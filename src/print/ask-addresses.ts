import { getDomain } from 'tldts'
import type { Fetched, Fetcher } from '../model/fetch.ts'
import type { PrintedAddress } from '../model/print-item.ts'
import type { Text } from '../model/text.ts'
import { classifyUrl } from '../platforms/classify.ts'
import type { PrintReading } from './types.ts'

type Place = PrintReading['places'][number]

/** What became of an address: `account` is the address of the account that it led to. */
export interface AskedAddress extends Omit<PrintedAddress, 'crop'> {
  readonly place: Place
  readonly account: string | null
}

/** Each is one request; a sheet with more addresses than this is a list. */
const mostAsked = 12

/**
 * Asks each address on print once where it leads, and whether it still answers: what codes say, short links, and pages of
 * the organisation's own site. An address that was only read as letters may be misread, so a stranger's is not asked.
 */
export async function askAddresses(
  places: readonly Place[],
  { fetcher, website, signal }: { readonly fetcher: Fetcher; readonly website: string | null; readonly signal?: AbortSignal },
): Promise<AskedAddress[]> {
  const own = website === null ? null : getDomain(website)
  const asked: AskedAddress[] = []
  let requests = 0
  for (const place of places) {
    const { kind, owner } = classifyUrl(place.url)
    if (kind === 'account' || owner === 'person' || !/^https?:/i.test(place.url)) continue
    const isWanted = kind === 'unresolved' || (kind === 'none' && (place.from !== 'text' || isOf(place.url, own)))
    const mayAsk = isWanted && requests < mostAsked
    if (mayAsk) requests++
    asked.push(
      mayAsk
        ? outcomeOf(place, await fetcher.get(place.url, signal ? { accept: 'any', signal } : { accept: 'any' }))
        : { ...notAsked(place), why: isWanted ? tooMany : onlyRead },
    )
  }
  return asked
}

const isOf = (url: string, domain: string | null): boolean => domain !== null && getDomain(url) === domain

const notAsked = (place: Place) => ({ place, url: place.url, state: 'not-asked' as const, leadsTo: null, account: null })

function outcomeOf(place: Place, fetched: Fetched): AskedAddress {
  const moved = fetched.redirects.length > 0 && fetched.url !== place.url
  const target = moved ? classifyUrl(fetched.url) : null
  const isPerson = target?.owner === 'person'
  const base = { place, url: place.url, leadsTo: moved && !isPerson ? fetched.url.slice(0, 2_000) : null, account: null }
  // The platform's own wall stands behind the short link, which has answered.
  if (target?.kind === 'account' && !isPerson) return { ...base, state: 'answers', why: null, account: fetched.url }
  switch (fetched.kind) {
    case 'page':
      return { ...base, state: 'answers', why: null }
    case 'missing':
      return { ...base, state: 'dead', why: gone(fetched.status) }
    case 'blocked':
      return { ...base, state: 'unseen', why: blocked }
    case 'failed':
      return { ...base, state: 'unseen', why: failures[fetched.reason] ?? noAnswer }
  }
}

const onlyRead: Text = {
  nl: 'Dit adres is niet opgevraagd. Het is van een andere site, en letters kunnen verkeerd gelezen zijn.',
  en: 'This address was not asked for. It is another site’s, and letters may be misread.',
}
const tooMany: Text = {
  nl: `Er staan meer dan ${mostAsked} adressen op. Dit adres is niet opgevraagd.`,
  en: `There are more than ${mostAsked} addresses on it. This one was not asked for.`,
}
const gone = (status: number): Text => ({
  nl: `De site zegt dat deze pagina niet (meer) bestaat (${status}).`,
  en: `The site says that this page does not exist (any more) (${status}).`,
})
const blocked: Text = {
  nl: 'De site laat ons niet kijken. Open het adres zelf.',
  en: 'The site does not let us look. Open the address yourself.',
}
const noAnswer: Text = {
  nl: 'De site gaf geen antwoord. Open het adres zelf.',
  en: 'The site gave no answer. Open the address yourself.',
}
const failures: Partial<Record<Extract<Fetched, { kind: 'failed' }>['reason'], Text>> = {
  dns: {
    nl: 'De naam van deze site is niet te vinden. Kijk of het adres nog klopt.',
    en: 'The name of this site cannot be found. Check whether the address still holds.',
  },
  offline: { nl: 'Het netwerk staat uit, dus wij konden niet kijken.', en: 'The network is off, so we could not look.' },
  'not-in-archive': { nl: 'Dit adres staat niet in het webarchief.', en: 'This address is not in the web archive.' },
  'redirect-loop': {
    nl: 'Dit adres verwijst steeds weer naar zichzelf.',
    en: 'This address keeps leading back to itself.',
  },
  'private-address': {
    nl: 'Dit adres is van een eigen netwerk. Dat vragen wij niet op.',
    en: 'This address is of a private network. We do not ask for it.',
  },
}
