import { parse } from 'tldts'
import type { Snapshot } from '../model/snapshot.ts'
import { addressesInText } from '../platforms/in-text.ts'
import { linkInBioHosts } from '../platforms/link-in-bio.ts'
import { shorteners } from '../platforms/shorteners.ts'

/** Where on a profile a link stood. */
export interface ProfileLink {
  /** As written on the profile. */
  readonly url: string
  readonly from: 'website-field' | 'description' | 'links'
}

type LinkFields = Pick<Snapshot, 'website' | 'description'> & Partial<Pick<Snapshot, 'linksBack'>>

const longestDescription = 10_000
const mostLinks = 50

/** Every address on the profile, once: the website field, the list of links where the platform has one, the description. */
export function linksOnProfile({ website, description, linksBack }: LinkFields): ProfileLink[] {
  const links: ProfileLink[] = []
  if (website.seen) links.push({ url: website.value, from: 'website-field' })
  if (linksBack?.seen) links.push(...linksBack.value.map((url) => ({ url, from: 'links' as const })))
  if (description.seen) links.push(...inText(description.value).map((url) => ({ url, from: 'description' as const })))
  return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed().slice(0, mostLinks)
}

/** Platforms' addresses need no scheme to be known in text; others do. */
function inText(text: string): string[] {
  const short = text.slice(0, longestDescription)
  const plain = short.match(/https?:\/\/[^\s"'<>()]{3,300}/g) ?? []
  const bio = short.match(/(?<![\w./@-])[a-z0-9-]{2,30}\.[a-z]{2,6}\/[\w.~%/-]{1,100}/gi) ?? []
  return [...plain, ...addressesInText(short).map(({ raw }) => raw), ...bio.filter(isLinkInBio)]
}

export const withScheme = (address: string): string => (/^https?:\/\//i.test(address) ? address : `https://${address}`)

export function hostOfAddress(address: string): string {
  const url = withScheme(address)
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/^www\./, '') : ''
}

/** On such a host, or under it: `stad.carrd.co`. */
export const isLinkInBio = (address: string): boolean => isUnder(address, linkInBioHosts)

/** What a shortener leads to is not known before it is asked. */
export const isShortened = (address: string): boolean => isUnder(address, shorteners)

function isUnder(address: string, hosts: ReadonlySet<string>): boolean {
  const labels = hostOfAddress(address).split('.')
  return labels.length > 1 && labels.some((_, at) => hosts.has(labels.slice(at).join('.')))
}

/** The registered domain of an address and its naming label; `null` for what has none. */
export function domainOf(address: string): { readonly domain: string; readonly label: string } | null {
  const { domain, domainWithoutSuffix } = parse(withScheme(address), { allowPrivateDomains: true })
  return domain === null || domainWithoutSuffix === null ? null : { domain: domain.toLowerCase(), label: domainWithoutSuffix.toLowerCase() }
}
