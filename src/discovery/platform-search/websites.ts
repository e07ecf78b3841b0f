import { getDomain } from 'tldts'
import type { Proof } from '../outcome.ts'
import type { About } from './client.ts'

/** Whether an address stands under the organisation's own domain, compared by label: `fakecity.example` is not `city.example`. */
export function isOurs(address: string | null | undefined, { domain }: About): boolean {
  return !!address && domain !== null && getDomain(address, { allowPrivateDomains: true })?.toLowerCase() === domain
}

export const proofOfWebsite = (address: string | null | undefined, about: About): Proof | null =>
  isOurs(address, about) ? 'names-our-site' : null

const longestText = 20_000

/** The addresses in a description, which may be HTML as servers of the Fediverse write it. */
export function addressesIn(text: string | null | undefined): string[] {
  return (text ?? '').slice(0, longestText).match(/https?:\/\/[^\s"'<>]{3,300}/g) ?? []
}

/** The text of a field that may hold simple markup. */
export const plainText = (html: string | null | undefined): string =>
  (html ?? '')
    .slice(0, longestText)
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
