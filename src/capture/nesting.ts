const words = (list: string) => new Set(list.split(' '))

/** Elements that never hold others, or that a browser closes by itself when the next one opens. */
const unnested = words(
  'area base br col embed hr img input link meta source track wbr param p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt',
)

/** Elements whose content is text, whatever it looks like. */
const rawText = words('script style textarea title')

/** Drawings, where `/>` closes an element; any other element ends the drawing. */
const drawing = words(
  'svg g defs symbol path rect circle ellipse line polyline polygon use stop image text tspan mask clippath pattern filter lineargradient radialgradient animate',
)

/** Browsers stop nesting at 512. HTML parsers take a time that grows with the square of the depth, half a minute at 40,000. */
const deepest = 3000

/** Whether markup nests so deep that reading it would take longer than any page deserves. Linear in the size of the page. */
export function nestsTooDeep(html: string): boolean {
  let depth = 0
  let drawn = false
  let close = 0
  // The next ">" is looked up once for all elements before it, so that a page without any costs no more.
  const closesItself = (at: number): boolean => {
    if (close < at) close = html.indexOf('>', at)
    if (close < 0) close = html.length
    return html[close - 1] === '/'
  }
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (html.startsWith('!--', at + 1)) {
      at = endOf(html, /-->/g, at)
      continue
    }
    const closes = html[at + 1] === '/'
    const name = nameAt(html, closes ? at + 2 : at + 1)
    if (name === '' || unnested.has(name)) continue
    drawn = (drawn || name === 'svg') && drawing.has(name)
    if (closes) depth = Math.max(0, depth - 1)
    else if (rawText.has(name)) at = endOf(html, new RegExp(`</${name}`, 'gi'), at)
    else if (!(drawn && closesItself(at)) && ++depth > deepest) return true
  }
  return false
}

function nameAt(html: string, from: number): string {
  return /^[a-z][a-z0-9-]{0,30}/i.exec(html.slice(from, from + 32))?.[0].toLowerCase() ?? ''
}

function endOf(html: string, end: RegExp, from: number): number {
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}
