import { Parser } from 'htmlparser2'
import { stemOf } from '../naming/tokens.ts'
import { locationLimits, type NewLocation } from './locations.ts'

/** A page of the organisation's site, as far as it tells where the organisation is. */
export interface SitePage {
  readonly url: string
  readonly title: string
  readonly links: readonly { readonly url: string; readonly text: string }[]
}

/** Path words under which a site lists its locations. */
const listWords = new Set(
  'locaties vestigingen standorte filialen filiales locations branches offices vestiging locatie location scholen schools winkels stores huizen woonlocaties zorglocaties onze-locaties our-locations'.split(
    ' ',
  ),
)
/** Words that a list page leads to besides its locations. */
const notNames = new Set(
  'locaties vestigingen locations standorte home meerinformatie leesmeer readmore bekijk bekijklocatie contact kaart map volgende vorige next previous terug back alle all meer more'.split(
    ' ',
  ),
)

/** Whether an address is one step below a list of locations: `/locaties/de-linde`. */
export function isLocationPage(url: string): boolean {
  const parts = pathOf(url)
  const at = parts.findIndex((part) => listWords.has(part))
  return at >= 0 && parts.length === at + 2 && !/^(?:page|pagina|p)?-?\d+$/.test(parts[at + 1] ?? '')
}

/** Whether an address is the list itself: `/locaties`. */
const isListPage = (url: string): boolean => listWords.has(pathOf(url).at(-1) ?? '')

/** Whether reading this page may tell of locations. */
export const tellsLocations = (url: string): boolean => isListPage(url) || isLocationPage(url)

function pathOf(url: string): string[] {
  const path = URL.parse(url)?.pathname ?? ''
  return path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '' && !/^(?:index|default)\.\w{2,5}$/.test(part))
    .map((part) => part.replace(/\.(?:html?|php|aspx)$/, ''))
}

/** Title and links of one page, in one pass. The text of a heading inside a link is its name. */
export function readSitePage(html: string, url: string): SitePage {
  const links: { url: string; text: string }[] = []
  let title = ''
  let inTitle = false
  let svg = 0
  let open: { url: string; text: string; heading: string } | null = null
  let heading = false
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'svg') svg++
      if (name === 'title' && svg === 0 && title === '') inTitle = true
      if (name === 'a' && attributes.href) open = { url: URL.parse(attributes.href, url)?.href ?? '', text: '', heading: '' }
      if (open && /^h[1-6]$/.test(name)) heading = true
    },
    ontext(text) {
      if (inTitle) title += text
      if (open) open.text += text
      if (open && heading) open.heading += text
    },
    onclosetag(name) {
      if (name === 'svg') svg--
      if (name === 'title') inTitle = false
      if (/^h[1-6]$/.test(name)) heading = false
      if (name !== 'a' || !open) return
      links.push({ url: open.url, text: squeeze(open.heading) || squeeze(open.text) })
      open = null
    },
  })
  parser.end(html)
  return { url, title: squeeze(title), links }
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The title before the site's own name: `De Linde | Zorgwijde` is `De Linde`. */
const nameOfTitle = (title: string): string => title.split(/\s+[|–—·•»:-]\s+/)[0]?.trim() ?? ''

/**
 * The locations that the site's own pages name: by the title of a location's page, else by the words of the link that
 * leads to it. Each address once, in the order of the addresses.
 */
export function locationsFromPages(pages: readonly SitePage[]): NewLocation[] {
  const named = new Map<string, { name: string; page: string }>()
  const take = (page: string, name: string) => {
    const key = plainAddress(page)
    if (name === '' || name.length > 80 || stemOf(name) === '' || notNames.has(stemOf(name)) || named.has(key)) return
    named.set(key, { name, page: page.replace(/#.*$/, '') })
  }
  for (const { url, title } of pages) if (isLocationPage(url)) take(url, nameOfTitle(title))
  for (const { url, links } of pages) {
    if (!tellsLocations(url)) continue
    const host = URL.parse(url)?.hostname
    for (const link of links) if (isLocationPage(link.url) && URL.parse(link.url)?.hostname === host) take(link.url, link.text)
  }
  return [...named]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, locationLimits.rows)
    .map(([, { name, page }]) => ({ name, place: null, address: null, page }))
}

/** What two spellings of one address share. */
export function plainAddress(url: string): string {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.hostname.replace(/^www\./, '')}/${pathOf(url).join('/')}` : url
}
