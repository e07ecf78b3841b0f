import type { Fetched, Fetcher } from '../../model/fetch.ts'
import type { PageReading } from '../../model/mention.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Text } from '../../model/text.ts'
import { linkInBioHosts } from '../../platforms/index.ts'
import { createFrontier, type LinkToPage, samePageKey } from './choose-pages.ts'
import { declaredFiles, readDeclaredFile } from './declared-files.ts'
import { readPageWithLinks } from './read-page.ts'
import { readSitemap } from './sitemap.ts'

/** One address that was asked for, and what came of it. */
interface Visit {
  readonly url: string
  readonly outcome: 'page' | 'missing' | 'blocked' | 'failed' | 'not-a-page'
  /** The refusal or failure, '' when there was none. */
  readonly reason: string
}

export interface WebsiteDiscovery {
  readonly route: 'website'
  /** `partial`: some pages could not be read or the reading was stopped. `not-looked`: no page was read. */
  readonly state: 'done' | 'partial' | 'not-looked'
  readonly pages: readonly PageReading[]
  readonly visits: readonly Visit[]
  readonly why?: Text
}

interface WebsiteProgress {
  readonly url: string
  readonly pagesRead: number
  readonly maxPages: number
  /** Distinct accounts and groups that the pages so far name, whosever they are. */
  readonly found: number
}

export interface WebsiteOptions {
  readonly organisation: Organisation
  readonly fetcher: Fetcher
  /** Pages of the site itself; default 40. */
  readonly maxPages?: number
  readonly onProgress?: (progress: WebsiteProgress) => void
  readonly signal?: AbortSignal
}

const defaultMaxPages = 40
/** Requests beyond the pages read: a site full of dead links ends too. */
const spareRequests = 20
const maxLinkPages = 2
const maxSitemaps = 3

type PageAnswer = Extract<Fetched, { kind: 'page' }>

const isHtml = (fetched: PageAnswer): boolean => /html|^$|^text\/plain/.test(fetched.mediaType) && fetched.text !== ''

function visitOf(fetched: Fetched): Visit {
  const url = fetched.requested
  if (fetched.kind === 'page')
    return { url, outcome: isHtml(fetched) ? 'page' : 'not-a-page', reason: isHtml(fetched) ? '' : fetched.mediaType }
  if (fetched.kind === 'missing') return { url, outcome: 'missing', reason: String(fetched.status) }
  return { url, outcome: fetched.kind, reason: fetched.reason }
}

/** Reads an organisation's website within a budget. Never throws for what the other side does. */
export async function discoverWebsite(options: WebsiteOptions): Promise<WebsiteDiscovery> {
  const { organisation, fetcher, signal } = options
  const maxPages = options.maxPages ?? defaultMaxPages
  const pages: PageReading[] = []
  const visits: Visit[] = []
  if (organisation.website === null || !URL.canParse(organisation.website)) {
    return { route: 'website', state: 'not-looked', pages, visits, why: noWebsite }
  }
  const home = new URL(organisation.website).href
  const bios = new Map<string, string>()
  const met = new Set<string>()

  async function read(url: string): Promise<readonly LinkToPage[] | null> {
    const fetched = await fetcher.get(url, { accept: 'html', render: true, ...(signal === undefined ? {} : { signal }) })
    const visit = visitOf(fetched)
    visits.push(visit)
    if (visit.outcome !== 'page' || fetched.kind !== 'page') return null
    const { reading, links } = readPageWithLinks(fetched.text, { url: fetched.url, fetchedAt: fetched.at, record: fetched.record })
    pages.push(reading)
    for (const { href } of links) noteBio(href, fetched.url, bios)
    for (const { address } of reading.mentions)
      if (address.key !== null && (address.kind === 'account' || address.kind === 'community')) met.add(address.key)
    options.onProgress?.({ url: fetched.url, pagesRead: pages.length, maxPages, found: met.size })
    return links
  }

  const first = await read(home)
  if (first === null) return { route: 'website', state: 'not-looked', pages, visits, why: homeUnread(visits[0] as Visit) }
  const start = (pages[0] as PageReading).url
  const frontier = createFrontier(start)
  frontier.seen(home)
  frontier.add(first, start)
  frontier.add(await sitemapLinks(start, fetcher, signal), start)
  while (pages.length < maxPages && visits.length < maxPages + spareRequests && signal?.aborted !== true) {
    const choice = frontier.next()
    if (choice === null) break
    const links = await read(choice.url)
    if (links === null) continue
    const landed = (pages.at(-1) as PageReading).url
    if (samePageKey(landed) !== samePageKey(choice.url) && frontier.seen(landed)) pages.pop()
    else frontier.add(links, landed)
  }
  if (signal?.aborted !== true) {
    pages.push(...(await readDeclared(start, fetcher, signal)))
    for (const url of [...bios.values()].slice(0, maxLinkPages)) await read(url)
  }
  return { route: 'website', pages, visits, ...stateOf(visits, signal?.aborted === true) }
}

/** Remembers an address on a link-in-bio host: a page of the organisation's own that stands elsewhere. */
function noteBio(href: string, from: string, bios: Map<string, string>): void {
  if (!URL.canParse(href, from)) return
  const url = new URL(href, from)
  const host = url.hostname.replace(/^www\./, '')
  if (url.pathname.length > 1 && linkInBioHosts.has(host)) bios.set(`${host}${url.pathname.toLowerCase()}`, url.href)
}

async function sitemapLinks(home: string, fetcher: Fetcher, signal: AbortSignal | undefined): Promise<LinkToPage[]> {
  const waiting = [new URL('/sitemap.xml', home).href]
  const links: LinkToPage[] = []
  for (let asked = 0; asked < maxSitemaps && waiting.length > 0; asked++) {
    const fetched = await fetcher.get(waiting.shift() as string, { accept: 'xml', ...(signal === undefined ? {} : { signal }) })
    if (fetched.kind !== 'page') continue
    const { pages, sitemaps } = readSitemap(fetched.text)
    links.push(...pages.map((href) => ({ href, text: '', zone: 'unknown' })))
    waiting.push(...sitemaps)
  }
  return links
}

async function readDeclared(home: string, fetcher: Fetcher, signal: AbortSignal | undefined): Promise<PageReading[]> {
  const readings: PageReading[] = []
  for (const file of declaredFiles) {
    const fetched = await fetcher.get(new URL(file.path, home).href, {
      accept: 'any',
      maxBytes: 200_000,
      ...(signal === undefined ? {} : { signal }),
    })
    if (fetched.kind !== 'page') continue
    const reading = readDeclaredFile(file, fetched.text, { url: fetched.url, fetchedAt: fetched.at, record: fetched.record })
    if (reading !== null) readings.push(reading)
  }
  return readings
}

function stateOf(visits: readonly Visit[], stopped: boolean): { state: 'done' | 'partial'; why?: Text } {
  if (stopped) return { state: 'partial', why: { nl: 'Het lezen van de site is gestopt.', en: 'Reading the site was stopped.' } }
  const refused = visits.filter(({ outcome }) => outcome === 'blocked' || outcome === 'failed').length
  if (refused === 0) return { state: 'done' }
  return {
    state: 'partial',
    why: {
      nl: `${refused} van de ${visits.length} pagina’s waren niet te lezen.`,
      en: `${refused} of ${visits.length} pages could not be read.`,
    },
  }
}

const noWebsite: Text = { nl: 'Er is geen website bekend. Vul de website in.', en: 'No website is known. Fill in the website.' }

function homeUnread({ outcome, reason }: Visit): Text {
  if (outcome === 'blocked') {
    return {
      nl: `De website laat zich niet automatisch lezen (${reason}). Dat zegt niets over de accounts: bewaar de pagina en voeg haar toe.`,
      en: `The website does not let itself be read automatically (${reason}). That says nothing about the accounts: save the page and add it.`,
    }
  }
  if (outcome === 'missing')
    return { nl: 'De startpagina bestaat niet. Controleer het adres.', en: 'The home page does not exist. Check the address.' }
  return {
    nl: `De startpagina was niet te lezen (${reason}). Controleer het adres of probeer het later.`,
    en: `The home page could not be read (${reason}). Check the address or try later.`,
  }
}
