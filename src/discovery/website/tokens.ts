import { decodeHTML, decodeHTMLAttribute } from 'entities'

/** The attributes of one tag that the reader looks at. */
export interface Attributes {
  /** By lower-case name; the first of two equal ones counts, as in browsers. */
  readonly named: Readonly<Record<string, string | undefined>>
  /** `data-` attributes and `onclick`. */
  readonly others: readonly (readonly [name: string, value: string])[]
}

export interface TokenHandler {
  /** `start` and `end`: offsets of the tag in the markup. */
  open(name: string, attributes: Attributes, start: number, end: number, selfClosing: boolean): void
  close(name: string, end: number): void
  /** Text between tags, decoded; the content of scripts and styles as it is. */
  text(text: string): void
  /** White space alone between two tags. */
  space(): void
}

const wanted = new Set('href class id role rel title alt content name property itemprop itemtype src type lang aria-label'.split(' '))
const longestWanted = 10
const noneNamed: Attributes['named'] = Object.freeze({})
const noOthers: Attributes['others'] = Object.freeze([])
const noAttributes: Attributes = Object.freeze({ named: noneNamed, others: noOthers })

/** Elements whose content is text up to their own end tag (HTML standard, 13.2.5), and the entities in it read or not. */
const rawText: ReadonlyMap<string, boolean> = new Map(
  Object.entries({ script: false, style: false, xmp: false, iframe: false, noembed: false, noframes: false, title: true, textarea: true }),
)
const rawEnd = new Map([...rawText.keys()].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, 'gi')]))

const tab = 9
const space = 32
const slash = 47
const equals = 61
const greater = 62
const isSpace = (code: number): boolean => code === space || (code >= tab && code <= 13)
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/**
 * Reads markup in one pass, without a tree, after the tokenization rules of the HTML standard.
 * Time and memory grow linearly with the markup. It decodes and keeps only what the reader looks at and leaps over the
 * rest, which makes it several times as fast as a general parser. Never throws.
 */
export function tokenise(html: string, handler: TokenHandler): void {
  const length = html.length
  let at = 0
  let textStart = 0

  function text(end: number, decoded: boolean): void {
    if (end <= textStart) return
    let first = textStart
    while (first < end && isSpace(html.charCodeAt(first))) first++
    if (first === end) {
      handler.space()
      return
    }
    const slice = html.slice(textStart, end)
    handler.text(decoded && slice.includes('&') ? decodeHTML(slice) : slice)
  }
  /** To behind the next `>`, or the end. */
  function leap(from: number): void {
    const end = html.indexOf('>', from)
    at = end === -1 ? length : end + 1
  }
  const indexOrEnd = (what: string, from: number): number => {
    const index = html.indexOf(what, from)
    return index === -1 ? length : index
  }
  /** Where the next `--!>` stands; looked up again only when it is passed, so that many comments stay linear. */
  let oddCommentEnd = -1
  function leapComment(from: number): void {
    if (html.startsWith('>', from) || html.startsWith('->', from)) {
      leap(from)
      return
    }
    const plain = html.indexOf('-->', from)
    if (oddCommentEnd < from) oddCommentEnd = indexOrEnd('--!>', from)
    const end = plain === -1 ? length : plain
    at = oddCommentEnd < end ? oddCommentEnd + 4 : Math.min(end + 3, length)
  }
  function nameEnd(from: number): number {
    let end = from
    for (; end < length; end++) {
      const code = html.charCodeAt(end)
      if (code === greater || code === slash || isSpace(code)) break
    }
    return end
  }

  let named: Record<string, string | undefined> | null = null
  let others: (readonly [string, string])[] | null = null

  function keep(name: string, value: string): void {
    const decoded = value.includes('&') ? decodeHTMLAttribute(value) : value
    if (wanted.has(name)) {
      named ??= {}
      named[name] ??= decoded
    } else if (value !== '') {
      others ??= []
      others.push([name, decoded])
    }
  }
  /** Reads one attribute from `from`; answers where it ends, or -1 when the markup ends inside it. */
  function attribute(from: number): number {
    let end = from + 1
    for (; end < length; end++) {
      const code = html.charCodeAt(end)
      if (code === equals || code === greater || code === slash || isSpace(code)) break
    }
    const name = end - from > longestWanted && html[from + 4] !== '-' ? '' : html.slice(from, end).toLowerCase()
    const used = wanted.has(name) || name.startsWith('data-') || name === 'onclick'
    let next = end
    while (next < length && isSpace(html.charCodeAt(next))) next++
    if (html.charCodeAt(next) !== equals) {
      if (used) keep(name, '')
      return end
    }
    next++
    while (next < length && isSpace(html.charCodeAt(next))) next++
    const quote = html[next]
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, next + 1)
      if (close !== -1 && used) keep(name, html.slice(next + 1, close))
      return close === -1 ? -1 : close + 1
    }
    const start = next
    while (next < length && html.charCodeAt(next) !== greater && !isSpace(html.charCodeAt(next))) next++
    if (used) keep(name, html.slice(start, next))
    return next
  }
  function startTag(start: number): void {
    let next = nameEnd(start + 1)
    const name = html.slice(start + 1, next).toLowerCase()
    named = null
    others = null
    for (;;) {
      while (next < length && (isSpace(html.charCodeAt(next)) || html.charCodeAt(next) === slash)) next++
      if (next >= length) {
        at = length
        return
      }
      if (html.charCodeAt(next) === greater) break
      next = attribute(next)
      if (next === -1) {
        at = length
        return
      }
    }
    at = next + 1
    const attributes = named === null && others === null ? noAttributes : { named: named ?? noneNamed, others: others ?? noOthers }
    handler.open(name, attributes, start, at, html.charCodeAt(next - 1) === slash)
    const end = rawEnd.get(name)
    if (end === undefined) return
    end.lastIndex = at
    textStart = at
    at = end.exec(html)?.index ?? length
    text(at, rawText.get(name) === true)
    textStart = at
  }
  function endTag(start: number): void {
    const end = nameEnd(start + 2)
    leap(end)
    if (end < length) handler.close(html.slice(start + 2, end).toLowerCase(), at)
  }

  while (at < length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    const code = html.charCodeAt(open + 1)
    const isEnd = code === slash
    const isTag = isLetter(isEnd ? html.charCodeAt(open + 2) : code)
    if (!isTag && !isEnd && code !== 33 && code !== 63) {
      at = open + 1
      continue
    }
    text(open, true)
    if (isTag && isEnd) endTag(open)
    else if (isTag) startTag(open)
    else if (html.startsWith('!--', open + 1)) leapComment(open + 4)
    else leap(open + 2)
    textStart = at
  }
  text(length, true)
}
