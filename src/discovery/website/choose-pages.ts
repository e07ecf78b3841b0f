import { parse } from 'tldts'

/** A link as `readPageWithLinks` finds it, or an address out of a sitemap. */
export interface LinkToPage {
  /** As written; read against `from`. */
  readonly href: string
  readonly text: string
  readonly zone: string
}

/** A page worth reading, with why. */
export interface PageChoice {
  readonly url: string
  readonly score: number
  readonly section: string
}

/** Words in an address or link text (nl, en, de, fr), and how much the page tends to tell of accounts. */
const telling: readonly (readonly [RegExp, number])[] = [
  [/\b(?:social ?media|sociale media|volg ons|follow us|folgen sie|suivez nous|soziale medien|reseaux sociaux|socials)\b/, 100],
  [/\b(?:contact|contacts|contacteer|kontakt|contactez|bereikbaarheid|contact us)\b/, 95],
  [
    /\b(?:over ons|over|about|about us|wie (?:zijn wij|wij zijn|we zijn)|organisatie|organisation|ueber uns|uber uns|wir ueber uns|a propos|apropos|qui sommes nous|who we are|onze school|de school|verein)\b/,
    85,
  ],
  [
    /\b(?:team|ons team|mensen|people|staff|medewerkers|leraren|bestuur|board|mitarbeiter|vorstand|equipe|onze mensen|raad van bestuur|leadership)\b/,
    75,
  ],
  [/\b(?:impressum|imprint|colofon|mentions legales)\b/, 70],
  [/\b(?:pers|press|presse|media|newsroom|perskamer)\b/, 65],
  [/\b(?:locaties|locatie|vestigingen|locations|standorte|branches|sites|adressen|woonzorg)\b/, 60],
  [
    /\b(?:community|join|meedoen|mitmachen|vrijwilligers?|lid worden|werken bij|vacatures|jobs|careers|karriere|faq|veelgestelde vragen|links|nieuwsbrief|newsletter)\b/,
    50,
  ],
  [/\b(?:nieuws|news|aktuelles|actueel|actualites|blog|agenda|events|evenementen|verhalen|projecten|projects)\b/, 45],
]
const binary =
  /\.(?:pdf|jpe?g|png|gif|svg|webp|avif|ico|mp[34]|m4a|mov|avi|zip|gz|rar|7z|docx?|xlsx?|pptx?|odt|csv|ics|vcf|css|js|json|xml|rss|atom|woff2?|ttf|exe|dmg|apk)$/i
const useless =
  /\/(?:wp-admin|wp-login|wp-json|login|log-in|signin|sign-in|logout|log-out|uitloggen|inloggen|register|account|cart|winkelwagen|warenkorb|panier|checkout|wishlist|compare|print|share|feed|rss|xmlrpc|cdn-cgi|search|zoeken|suche|recherche|tag|tags|author|trackback|unsubscribe|download|downloads)(?:[/.?]|$)/i
const calendar = /\/(?:19|20)\d{2}[/-]\d{1,2}(?:[/-]\d{1,2})?\/?$|\/(?:calendar|kalender|calendrier)\/.*\d{4}/i
const pager = /\/(?:page|pagina|seite)\/\d+\/?$/i
const keptParameters = /^(?:id|p|page_id|pid|itemid|option|view|lang)$/i
const languages = new Set('nl en de fr es it pt pl tr ar ru uk zh ja fy da sv no fi cs'.split(' '))

/** Reads a link against its page; `null` for what is no page of the same site or leads nowhere useful. */
export function pageAddress(href: string, from: string, scope: Scope): string | null {
  if (!URL.canParse(href, from)) return null
  const url = new URL(href, from)
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || !inScope(url, scope)) return null
  if (binary.test(url.pathname) || useless.test(url.pathname) || calendar.test(url.pathname) || pager.test(url.pathname)) return null
  const segments = url.pathname.split('/').filter(Boolean)
  // A page that links to itself one level deeper each time never ends.
  if (segments.length > 8 || url.pathname.length > 300 || new Set(segments).size < segments.length - 1) return null
  for (const name of [...url.searchParams.keys()]) if (!keptParameters.test(name)) url.searchParams.delete(name)
  if (url.searchParams.size > 2) return null
  url.hash = ''
  return url.href.replace(/\/index\.(?:html?|php)$/i, '/')
}

/** What belongs to the site. */
export interface Scope {
  readonly domain: string
  /** On a host that many share, the folder of this site. */
  readonly folder: string
}

/** The same registrable domain; on a shared host (`github.io`) also the same folder. */
export function scopeOf(home: string): Scope {
  const url = new URL(home)
  const { domain, isPrivate } = parse(home, { allowPrivateDomains: true })
  return { domain: domain ?? url.hostname, folder: isPrivate === true ? url.pathname.replace(/[^/]*$/, '') : '/' }
}

function inScope(url: URL, scope: Scope): boolean {
  const host = url.hostname
  return (host === scope.domain || host.endsWith(`.${scope.domain}`)) && url.pathname.startsWith(scope.folder)
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function scoreOf(url: URL, link: LinkToPage, scope: Scope): number {
  const segments = url.pathname.slice(scope.folder.length).split('/').filter(Boolean)
  const words = `${plain(decodeSafely(segments.slice(-2).join(' ')))} | ${plain(link.text.slice(0, 60))}`
  let score = 20
  for (const [pattern, worth] of telling) {
    if (pattern.test(words)) {
      score = worth
      break
    }
  }
  if (link.zone === 'header' || link.zone === 'nav' || link.zone === 'footer') score += 15
  score -= 8 * Math.max(0, segments.length - 1)
  return url.search === '' ? score : score - 10
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The first part of the path, a language in front left out. */
function sectionOf(url: URL, scope: Scope): string {
  const [first, second] = url.pathname.slice(scope.folder.length).split('/').filter(Boolean)
  const name = first !== undefined && languages.has(first.toLowerCase()) && second !== undefined ? second : first
  return `${url.hostname.replace(/^www\./, '')}/${name ?? ''}`
}

/** Two addresses of one page: with or without www, slash, or https. */
export function samePageKey(address: string): string {
  const url = new URL(address)
  return `${url.hostname.replace(/^www\./, '')}${decodeSafely(url.pathname).replace(/\/+$/, '').toLowerCase()}${url.search}`
}

function languageOf(url: URL, scope: Scope): string | null {
  const first = url.pathname.slice(scope.folder.length).split('/').filter(Boolean)[0]?.toLowerCase().slice(0, 2)
  return first !== undefined &&
    languages.has(first) &&
    /^\/?[a-z]{2}(?:[-_][a-z]{2})?(?:\/|$)/i.test(url.pathname.slice(scope.folder.length))
    ? first
    : null
}

/** Pages still to read. Give it links as they are found; it answers the most telling page next. */
export function createFrontier(home: string) {
  const scope = scopeOf(home)
  const homeLanguage = languageOf(new URL(home), scope)
  const seen = new Set([samePageKey(home)])
  const waiting: PageChoice[] = []
  const readPerSection = new Map<string, number>()
  return {
    scope,
    /** At most 2,000 links of one page are looked at, and 5,000 kept. */
    add(links: readonly LinkToPage[], from: string): void {
      for (const link of links.slice(0, 2000)) {
        const address = pageAddress(link.href, from, scope)
        if (address === null || waiting.length >= 5000) continue
        const key = samePageKey(address)
        if (seen.has(key)) continue
        seen.add(key)
        const url = new URL(address)
        const language = languageOf(url, scope)
        const foreign = language !== null && language !== homeLanguage ? 100 : 0
        waiting.push({ url: address, score: scoreOf(url, link, scope) - foreign, section: sectionOf(url, scope) })
      }
    },
    /** A page that redirected is not to be read again under its other address. */
    seen(address: string): boolean {
      const key = samePageKey(address)
      if (seen.has(key)) return true
      seen.add(key)
      return false
    },
    /** Each page read makes its section less attractive, so that one large section does not eat the budget. */
    next(): PageChoice | null {
      let best = -1
      let bestScore = Number.NEGATIVE_INFINITY
      for (const [index, choice] of waiting.entries()) {
        const worth = choice.score - 12 * (readPerSection.get(choice.section) ?? 0)
        if (worth > bestScore) {
          best = index
          bestScore = worth
        }
      }
      const choice = waiting[best]
      if (choice === undefined) return null
      waiting.splice(best, 1)
      readPerSection.set(choice.section, (readPerSection.get(choice.section) ?? 0) + 1)
      return choice
    },
  }
}
