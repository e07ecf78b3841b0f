import type { Hint } from '../../model/mention.ts'
import { classifyUrl, mightBePlatformUrl } from '../../platforms/classify.ts'
import { platformOfName } from '../../platforms/index.ts'
import { labelOf, type OpenAnchor, squeezed, wordHints } from './anchors.ts'
import { readFrame, readMicrodata, readOtherAttributes } from './attributes.ts'
import { createCollector } from './collector.ts'
import { type HeadSink, readHeadTag } from './head-tags.ts'
import { readJsonLd } from './jsonld.ts'
import { createOpenElements, type Element } from './open-elements.ts'
import type { FoundLink } from './read-page.ts'
import type { Attributes, TokenHandler } from './tokens.ts'

const linkLimit = 5000
const namesKept = 20
/** They do not end a block of text. */
const inline = new Set(
  'a abbr b bdi big cite code em font i img label mark path q small span strong sub sup svg g u use wbr time'.split(' '),
)
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend', 'summary'])
/** Browsers ignore the slash of `<div/>`; inside a drawing it ends the element. */
const neverEmpty = new Set(
  'div span a p ul ol li section article aside i b em strong table tr td script iframe h1 h2 h3 h4 h5 h6'.split(' '),
)
const none: readonly Hint[] = []

/** The state of reading one page: takes its tokens, gives its mentions and names, and its links when they are asked for. */
export function createPageReader(html: string, url: string, withLinks: boolean) {
  const totals = { text: 0, links: 0 }
  const elements = createOpenElements(totals)
  const collector = createCollector(html, url)
  const links: FoundLink[] = []
  const siteNames = new Set<string>()
  const authors = new Set<string>()
  let title = ''
  let lang: string | null = null
  let anchor: OpenAnchor | null = null
  let heading: Element | null = null
  let script: { readonly data: boolean; text: string } | null = null

  const head: HeadSink = {
    base: url,
    account: (address, raw, source, hints) => collector.add(address, raw, source, elements.top, { hints }),
    siteName: (name) => siteNames.add(squeezed(name, 120)),
    author: (name) => authors.add(squeezed(name, 120)),
  }

  function endBlock(): void {
    const holder = collector.endBlock(elements.top)
    if (holder !== null) siteNames.add(squeezed(holder, 80))
  }

  function openAnchor(named: Attributes['named'], element: Element, start: number): void {
    totals.links++
    const { href } = named
    if (href === undefined || href === '') return
    const spoken = `${named['aria-label'] ?? ''} ${named.title ?? ''}`.trim() || (named.alt ?? '')
    anchor = { href, element, start, before: collector.block, spoken, text: '', pictures: '' }
  }

  function closeAnchor(end: number): void {
    if (anchor === null) return
    const open = anchor
    anchor = null
    const platform = !collector.full && leadsAway(open.href) && mightBePlatformUrl(open.href)
    if (!platform && !withLinks) return
    const label = labelOf(open)
    if (withLinks && links.length < linkLimit) links.push({ href: open.href, text: label, zone: open.element.zone })
    if (!platform) return
    const declared = open.element.hints.has('declared')
    const fediverse = declared || /mastodon|fediverse|pixelfed|peertube/i.test(`${label} ${open.pictures} ${open.spoken}`)
    const address = classifyUrl(open.href, { base: url, fediverse })
    // Links to a platform itself are many, and name nobody.
    if (address.kind === 'none' || address.kind === 'platform-page') return
    collector.at(open.start, end)
    collector.add(address, open.href, declared ? 'rel-me' : 'link', open.element, {
      label,
      hints: wordHints(open, label, collector.headingOver(open.element), (word) => platformOfName(word) !== null),
    })
  }

  function readPicture(named: Attributes['named'], element: Element): void {
    const alt = named.alt ?? named.title ?? ''
    if (anchor !== null) anchor.pictures += ` ${alt}`
    if (element.zone !== 'header' && (anchor === null || leadsAway(anchor.href) || element.zone === 'footer')) return
    if (alt === '' || ![named.class, named.id, named.src, alt].some((value) => value !== undefined && /logo/i.test(value))) return
    const name = squeezed(alt.replace(/\blogo\b/gi, ''), 80)
    if (name !== '') siteNames.add(name)
  }

  function endScript(): void {
    if (script === null) return
    const { data, text } = script
    script = null
    if (text === '') return
    if (!data) {
      collector.addLoose(text, 'inline-script', elements.top)
      return
    }
    const reading = readJsonLd(text)
    for (const name of reading.names) head.siteName(name)
    for (const name of reading.authors) head.author(name)
    for (const link of reading.links)
      collector.addUrl(link.url, 'jsonld', elements.top, { entity: link.entity, quote: `"sameAs": "${squeezed(link.url, 260)}"` })
  }

  function readTag(name: string, named: Attributes['named'], element: Element, start: number, end: number): void {
    switch (name) {
      case 'a':
        openAnchor(named, element, start)
        break
      case 'area':
        openAnchor(named, element, start)
        closeAnchor(end)
        break
      case 'img':
        readPicture(named, element)
        break
      case 'meta':
      case 'link':
        readHeadTag(name, named, head)
        break
      case 'html':
        lang = named.lang ?? null
        break
      case 'script':
        script = { data: /ld\+json/i.test(named.type ?? ''), text: '' }
        break
      case 'iframe':
      case 'embed':
        readFrame(named, element, collector)
        break
      case 'i':
      case 'span':
      case 'svg':
        if (anchor !== null) anchor.pictures += ` ${named['aria-label'] ?? named.title ?? ''}`
    }
  }

  const handler: TokenHandler = {
    open(name, { named, others }, start, end, selfClosing) {
      if (!inline.has(name)) endBlock()
      if (name === 'a') closeAnchor(start)
      const element = elements.open(name, named, hintsOf(name, named), selfClosing && !neverEmpty.has(name))
      collector.at(start, end)
      readTag(name, named, element, start, end)
      if (headings.has(name)) {
        heading = element
        collector.beginHeading(element)
      }
      if (named.itemprop !== undefined) readMicrodata(name, named, element, collector)
      if (others.length > 0) readOtherAttributes(others, element, collector)
    },
    close(name, end) {
      if (name === 'a') closeAnchor(end)
      if (!inline.has(name)) endBlock()
      if (name === 'script') endScript()
      elements.close(name)
      if (heading?.closed) heading = null
      if (anchor?.element.closed) closeAnchor(end)
    },
    space: collector.space,
    text(text) {
      const top = elements.top.name
      if (top === 'style') return
      if (top === 'script') {
        if (script !== null) script.text += text
        return
      }
      if (top === 'title') {
        if (title === '') title = squeezed(text, 300)
        if (anchor !== null) anchor.pictures += ` ${text}`
        return
      }
      const length = text.trim().length
      totals.text += length
      collector.text(text, length, anchor !== null)
      if (anchor !== null && anchor.text.length < 1000) anchor.text += text
      if (heading !== null) collector.headingText(text)
    },
  }

  return {
    handler,
    finish() {
      closeAnchor(html.length)
      endBlock()
      endScript()
      elements.closeAll()
      return {
        placed: collector.placed,
        links,
        title,
        lang,
        siteNames: [...siteNames].slice(0, namesKept),
        authors: [...authors].slice(0, namesKept),
      }
    },
  }
}

/** A path or a fragment stays on the site: most links need no closer look. */
function leadsAway(href: string): boolean {
  const first = href.charCodeAt(0)
  return first !== 35 && first !== 63 && (first !== 47 || href.charCodeAt(1) === 47)
}

/** Hints of attributes other than class and id. */
function hintsOf(name: string, named: Attributes['named']): readonly Hint[] {
  if (name === 'template' || name === 'noscript') return ['hidden']
  if (name === 'amp-facebook-page' || name === 'amp-facebook-like') return ['declared', 'follow']
  if (named.itemprop?.includes('author')) return ['byline']
  if (name !== 'a' || named.rel === undefined) return none
  const rel = named.rel.toLowerCase()
  if (/(?:^|\s)(?:me|publisher)(?:\s|$)/.test(rel)) return ['declared']
  return /(?:^|\s)author(?:\s|$)/.test(rel) ? ['byline'] : none
}
