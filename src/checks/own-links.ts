import { getDomain } from 'tldts'
import type { Organisation } from '../model/organisation.ts'

const withScheme = (address: string) => (/^https?:\/\//i.test(address) ? address : `https://${address}`)

/** The domain that somebody registers: `www.acme.co.uk` gives `acme.co.uk`; a reserved or local name stays whole. */
export function domainOf(address: string): string | null {
  const url = URL.parse(withScheme(address.trim()))
  if (!url) return null
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  return getDomain(host) ?? host
}

/** Whether an address leads to the organisation's own site, or to the page that was agreed and what lies under it. */
export function leadsHome(address: string, organisation: Organisation, agreed: string | null): boolean {
  if (agreed !== null) return isUnder(address, agreed)
  return organisation.website !== null && domainOf(address) === domainOf(organisation.website)
}

function isUnder(address: string, agreed: string): boolean {
  const [url, home] = [URL.parse(withScheme(address.trim())), URL.parse(withScheme(agreed.trim()))]
  if (!url || !home || domainOf(address) !== domainOf(agreed)) return false
  const path = home.pathname.replace(/\/+$/, '')
  return url.pathname === path || url.pathname.startsWith(`${path}/`)
}
