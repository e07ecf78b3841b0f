import { type CompiledSite, words } from './grammar.ts'
import { platforms } from './index.ts'
import { mirrors } from './mirrors.ts'
import { shareHosts } from './share-hosts.ts'
import { shorteners } from './shorteners.ts'
import { type Wrapper, wrappers } from './wrappers.ts'

/** All that is known of one domain. */
interface DomainEntry {
  readonly sites: CompiledSite[]
  readonly wrappers: Wrapper[]
  /** The domain as a whole is a shortener, or only shares. */
  whole: 'unresolved' | 'share' | null
}

/** A domain that is known, and the labels in front of it: `de-de` of `de-de.facebook.com`. */
export interface FoundDomain {
  readonly entry: DomainEntry
  readonly under: string
}

const byDomain = indexDomains()

function indexDomains(): ReadonlyMap<string, DomainEntry> {
  const index = new Map<string, DomainEntry>()
  const entryOf = (domain: string): DomainEntry => {
    let entry = index.get(domain)
    if (entry === undefined) {
      entry = { sites: [], wrappers: [], whole: null }
      index.set(domain, entry)
    }
    return entry
  }
  for (const platform of platforms) {
    for (const { domain, site } of platform.sites) entryOf(domain).sites.push(site)
    const first = platform.sites[0]
    if (first === undefined) continue
    for (const mirror of words(mirrors[platform.id] ?? '')) entryOf(mirror).sites.push(first.site)
  }
  for (const wrapper of wrappers) for (const host of wrapper.hosts) entryOf(host).wrappers.push(wrapper)
  for (const host of shorteners) entryOf(host).whole = 'unresolved'
  for (const host of shareHosts) entryOf(host).whole = 'share'
  return index
}

/** Finds a host by its labels, the longest known domain first; `null` when no part of it is known. */
export function findDomain(host: string): FoundDomain | null {
  let start = 0
  let dot = host.indexOf('.')
  for (let labels = 0; dot > 0 && labels < mostLabels; labels++) {
    const entry = byDomain.get(start === 0 ? host : host.slice(start))
    if (entry !== undefined) return { entry, under: start === 0 ? '' : host.slice(0, start - 1) }
    start = dot + 1
    dot = host.indexOf('.', start)
  }
  return null
}

const mostLabels = 8
/** `www`, and its slips and numbered brothers, mean nothing. */
const worldWideWeb = /^w{2,5}\d?(?:\.|$)/
const localeLabel = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/

/** The site of a domain that is served under these labels, with the name when a label is one. */
export function siteUnder(sites: readonly CompiledSite[], written: string): { site: CompiledSite; label: string } | null {
  const under = written.replace(worldWideWeb, '')
  for (const site of sites) {
    if (site.under.has(under) || (under === '' && site.under.has('www'))) return { site, label: '' }
    if (site.except.has(under)) continue
    if (site.anyLabel || (site.locale && localeLabel.test(under))) return { site, label: '' }
    if (site.labelForm !== null && under !== '' && !under.includes('.')) return { site, label: under }
  }
  return null
}
