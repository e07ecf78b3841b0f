/** More than this on one page helps nobody, and slows the browser down. */
const longestShown = 200_000

export interface Cut {
  readonly before: string
  /** The quote as it stands in the source; '' when it does not. */
  readonly found: string
  readonly after: string
  /** How many characters are shown in all. */
  readonly shown: number
}

/** A source cut at a quote. White space may differ, and the quote may be written with HTML's escapes. */
export function cutAtQuote(source: string, quote: string): Cut {
  const match = find(source, quote) ?? find(source, escaped(quote))
  const at = match?.index ?? 0
  const found = match?.[0] ?? ''
  const from = Math.max(0, Math.min(at - longestShown / 2, source.length - longestShown))
  const before = source.slice(from, at)
  const after = source.slice(at + found.length, from + longestShown)
  return { before, found, after, shown: before.length + found.length + after.length }
}

function find(source: string, quote: string): RegExpExecArray | null {
  const words = quote.trim().split(/\s+/).filter(Boolean)
  return words.length === 0 ? null : new RegExp(words.map(literal).join('\\s+')).exec(source)
}

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
