import { parse } from 'tldts'
import type { PageReading } from '../model/mention.ts'

/** What a site is called: by its address and by itself. */
export interface SiteNames {
  /** "acme" of www.acme.nl, and "kunst" of kunst.acme.nl. */
  readonly labels: readonly string[]
  readonly names: readonly string[]
}

const plainSubdomains =
  /^(?:www?\d*|m|mobile|blogs?|news|nieuws|shop|store|forums?|resources?|en|nl|de|fr|web|home|info|old|new|test|staging|beta)$/i

function labelsOf(url: string): string[] {
  const { domainWithoutSuffix, subdomain, domain, publicSuffix } = parse(url, { allowPrivateDomains: true })
  if (domainWithoutSuffix === null || domain === null) return []
  const inner = (subdomain ?? '').split('.').filter((label) => label.length >= 3 && !plainSubdomains.test(label))
  return [domainWithoutSuffix, `${domainWithoutSuffix}${(publicSuffix ?? '').replaceAll('.', '')}`, ...inner]
}

/** The parts of a title that may name the site: all but the first, or on a home page all. */
function namesInTitle(title: string, url: string): string[] {
  const parts = title.split(/\s+[|–—\-·:»«•]\s+|\s*[|»«•]\s*/).map((part) => part.trim())
  const home = URL.canParse(url) && new URL(url).pathname.replace(/(?:index|default|home)\.\w+$/i, '') === '/'
  return (home ? parts : parts.slice(1)).filter((part) => part !== '' && part.length <= 60)
}

/** Names of a site, out of its addresses, its head data and its titles. */
export function namesOfSite(pages: readonly PageReading[], website: string | null): SiteNames {
  const labels = new Set<string>()
  for (const url of [website, ...pages.map((page) => page.url)]) if (url !== null) for (const label of labelsOf(url)) labels.add(label)
  const names = new Map<string, number>()
  for (const page of pages)
    for (const name of new Set([...page.siteNames, ...namesInTitle(page.title, page.url)])) names.set(name, (names.get(name) ?? 0) + 1)
  // On a site of many pages a name counts when more than one page bears it: an article's own name does not.
  const least = pages.length >= 4 ? 2 : 1
  return {
    labels: [...labels],
    names: [...names]
      .filter(([, count]) => count >= least)
      .map(([name]) => name)
      .slice(0, 40),
  }
}
