import type { NameValues, Words } from './name-values.ts'
import { type NameToken, nameTokens, organisationTokens, type Piece } from './pattern.ts'
import { folded, isWordSign, plainSpellings } from './spelling.ts'

/** A token's value at a place in a name. */
interface Match {
  readonly token: NameToken
  readonly start: number
  readonly end: number
  /** A nickname or another name of the organisation. */
  readonly loose: boolean
}

/** One way to read a name as tokens, words that are none, and separators. */
export interface Reading {
  readonly pieces: readonly Piece[]
  /** Letters and digits that belong to no token. */
  readonly unread: string
  readonly matches: readonly Match[]
  /** The name as it was read: plain letters in lower case. */
  readonly text: string
}

const MOST_MATCHES = 16
const MOST_READINGS = 12
const LONGEST = 120
/** Values this short are in every name; they count only where a word begins and ends. */
const SHORT = 2

const isEdge = (text: string, at: number): boolean => {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  return !isWordSign(before) || !isWordSign(after) || /\d/.test(before) !== /\d/.test(after)
}

/** Where the words end when they stand at this place, with at most one separator between two of them; -1 when they do not. */
function endOf(text: string, start: number, words: readonly string[]): number {
  let at = start
  for (const [index, word] of words.entries()) {
    if (index > 0 && at < text.length && !isWordSign(text.charAt(at))) at++
    if (word === '' || !text.startsWith(word, at)) return -1
    at += word.length
  }
  return at
}

function* spelledForms(forms: readonly Words[]): Generator<string[]> {
  for (const words of forms) {
    const each = words.map((word) => plainSpellings(word).map((spelling) => spelling.toLowerCase()))
    yield each.map(([first = '']) => first)
    if (each.some((spellings) => spellings.length > 1)) yield each.map((spellings) => spellings.at(-1) ?? '')
  }
}

/** A value of which the end fell off, where the platform takes no more: `jan_zorggroepde` on X. */
function cutAtEnd(text: string, values: NameValues): Match[] {
  return nameTokens.flatMap((token) =>
    [...spelledForms(values.forms[token] ?? [])].flatMap((words) => {
      const whole = words.join('')
      for (let length = whole.length - 1; length > SHORT; length--)
        if (text.endsWith(whole.slice(0, length))) return [{ token, start: text.length - length, end: text.length, loose: false }]
      return []
    }),
  )
}

function matchesIn(text: string, values: NameValues, longest: number): Match[] {
  const all: Match[] = text.length >= longest - 1 ? cutAtEnd(text, values) : []
  for (const token of nameTokens)
    for (const loose of [false, true])
      for (const words of spelledForms((loose ? values.loose : values.forms)[token] ?? []))
        for (let start = text.indexOf(words[0] ?? ''); start >= 0; start = text.indexOf(words[0] ?? '', start + 1)) {
          const end = endOf(text, start, words)
          if (end > start) all.push({ token, start, end, loose })
        }
  const atEdges = (match: Match) =>
    match.end - match.start > SHORT || edged(text, match.start, all, 'end') + edged(text, match.end, all, 'start') === 2
  const sensible = withoutTwins(all)
    .filter(atEdges)
    .filter((match) => match.token !== 'infix' || isBeforeFamily(text, match, all))
  const byLength = sensible.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  return byLength.slice(0, MOST_MATCHES).sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Of two names of the organisation that are spelled alike the first one is read. */
function withoutTwins(all: readonly Match[]): Match[] {
  const places = new Set<string>()
  return all.filter(({ token, start, end, loose }) => {
    if (loose || !organisationTokens.has(token)) return true
    const place = `${start} ${end}`
    return !places.has(place) && places.add(place)
  })
}

/** 1 where a word begins or ends: at a separator, or beside a longer value. */
const edged = (text: string, at: number, all: readonly Match[], side: 'start' | 'end'): number =>
  isEdge(text, at) || all.some((other) => other[side] === at && other.end - other.start > SHORT) ? 1 : 0

const isBeforeFamily = (text: string, { end }: Match, all: readonly Match[]): boolean =>
  all.some(({ token, start }) => token === 'family' && (start === end || (start === end + 1 && !isWordSign(text.charAt(end)))))

/** An organisation stands in a name once, in whichever form; so does each token. */
const clashes = (a: Match, b: Match): boolean =>
  a.token === b.token ||
  (organisationTokens.has(a.token) && organisationTokens.has(b.token)) ||
  (isFirst(a.token) && isFirst(b.token)) ||
  (isLast(a.token) && isLast(b.token))
const isFirst = (token: NameToken): boolean => token === 'given' || token === 'initial' || token === 'initials'
const isLast = (token: NameToken): boolean => token === 'family' || token === 'familyinitial'

/** The rows of matches that do not overlap and leave the fewest letters unread. */
function bestRows(matches: readonly Match[]): Match[][] {
  let most = 0
  let rows: Match[][] = []
  const take = (index: number, end: number, row: Match[], read: number): void => {
    if (read > most) [most, rows] = [read, []]
    if (read === most && read > 0 && rows.length < MOST_READINGS) rows.push(row)
    for (let next = index; next < matches.length; next++) {
      const match = matches[next]
      if (match === undefined || match.start < end || row.some((other) => clashes(other, match))) continue
      take(next + 1, match.end, [...row, match], read + match.end - match.start)
    }
  }
  take(0, 0, [], 0)
  return rows
}

function piecesOf(text: string, row: readonly Match[]): Pick<Reading, 'pieces' | 'unread'> {
  const pieces: Piece[] = []
  let unread = ''
  const between = (from: number, to: number) => {
    for (const run of text.slice(from, to).match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const is = isWordSign(run.charAt(0)) ? 'word' : 'separator'
      if (is === 'word') unread += run
      pieces.push({ is, text: run })
    }
  }
  let at = 0
  for (const match of row) {
    between(at, match.start)
    pieces.push({ is: 'token', token: match.token, written: 'lower' })
    at = match.end
  }
  between(at, text.length)
  return { pieces, unread }
}

/**
 * The ways to read a name with the fewest letters left over: `jan_vgsector2` is given, separator, organisation and `2`.
 * A name in which no value is found has none.
 * @param longest the most that the platform takes: a name of that length may have lost its end
 */
export function readings(name: string, values: NameValues, longest = Number.POSITIVE_INFINITY): Reading[] {
  const text = folded(name).slice(0, LONGEST)
  return bestRows(matchesIn(text, values, longest)).map((matches) => ({ ...piecesOf(text, matches), matches, text }))
}
