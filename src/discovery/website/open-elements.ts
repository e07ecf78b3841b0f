import type { Hint, Zone } from '../../model/mention.ts'
import type { Attributes } from './tokens.ts'
import { createTraitsReader, type ElementTraits, nestedZone } from './zones.ts'

/** One element of the page; kept after it closes only while a mention points at it. */
export interface Element {
  readonly name: string
  readonly parent: Element | null
  readonly depth: number
  readonly zone: Zone
  readonly hints: ReadonlySet<Hint>
  /** Characters of text and number of links before it, and after its end once it closed. */
  readonly textBefore: number
  readonly linksBefore: number
  textAfter: number
  linksAfter: number
  closed: boolean
}

/** Running totals of the page, kept by the reader. */
export interface Totals {
  text: number
  links: number
}

const voids = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(' '),
)
/** Elements that an equal one closes, as browsers do. */
const selfEnding = new Set('a p li option tr td th dt dd'.split(' '))
/** Their end tags never close a block around them. */
const phrasing = new Set('a abbr b big cite code em font i label p q small span strong sub sup u'.split(' '))
const blocks = new Set('article aside body div dl fieldset footer form header li main nav ol section table td ul'.split(' '))
/** Their classes say nothing about the part of the page. */
const indifferent = new Set('b br em h1 h2 h3 h4 h5 h6 hr i img input link meta option path script source strong style svg use'.split(' '))
const noTraits: ElementTraits = { zone: null, ofPage: false, hints: [] }
/** Any other element ends the head, also where its end tag was left out. */
const inHead = new Set('base link meta noscript script style template title'.split(' '))
/** Nesting deeper than this is no page but an accident; deeper elements are read with the traits of their ancestor. */
const maximumDepth = 400
const noHints: ReadonlySet<Hint> = new Set()

/** The stack of open elements. Closing searches at most `maximumDepth` elements, so the whole stays linear. */
export function createOpenElements(totals: Totals) {
  const root: Element = {
    name: '',
    parent: null,
    depth: 0,
    zone: 'unknown',
    hints: noHints,
    textBefore: 0,
    linksBefore: 0,
    textAfter: 0,
    linksAfter: 0,
    closed: false,
  }
  const traitsOf = createTraitsReader()
  let top = root

  function pop(): void {
    top.textAfter = totals.text
    top.linksAfter = totals.links
    top.closed = true
    top = top.parent ?? root
  }
  return {
    get top(): Element {
      return top
    },
    /** The element in its place; it stays open unless it cannot have content. One without content or traits answers the element around it. */
    open(tag: string, named: Attributes['named'], more: readonly Hint[], empty: boolean): Element {
      if (top.name === 'head' && !inHead.has(tag)) pop()
      if (top.name === tag && selfEnding.has(tag)) pop()
      const dull = indifferent.has(tag)
      const holds = !empty && !voids.has(tag)
      if (dull && !holds && more.length === 0) return top
      const own = dull ? noTraits : traitsOf(tag, named)
      const element: Element = {
        name: tag,
        parent: top,
        depth: top.depth + 1,
        zone: nestedZone(top.zone, own),
        hints: own.hints.length + more.length === 0 ? top.hints : new Set([...top.hints, ...own.hints, ...more]),
        textBefore: totals.text,
        linksBefore: totals.links,
        textAfter: totals.text,
        linksAfter: totals.links,
        closed: false,
      }
      if (holds && top.depth < maximumDepth) top = element
      return element
    },
    /** Closes the nearest open element of that name and all inside it; nothing when there is none. */
    close(tag: string): void {
      let open: Element | null = top
      const within = phrasing.has(tag)
      while (open !== null && open.name !== tag) open = within && blocks.has(open.name) ? null : open.parent
      if (open === null || open === root) return
      while (!open.closed) pop()
    },
    closeAll(): void {
      while (top !== root) pop()
      pop()
    },
  }
}
