import type { Manner } from './manner.ts'
import { separatorOn } from './manner.ts'
import type { NameValues, Words } from './name-values.ts'
import type { Piece, TokenCase } from './pattern.ts'
import { folded, plainSpellings } from './spelling.ts'

/** A name written by a pattern: each piece's text, empty where a piece fell away. */
export interface Writing {
  readonly parts: readonly string[]
  readonly text: string
}

/** More ways than these of writing one name are not looked at. */
const MOST = 60

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

const cased: Readonly<Record<TokenCase, (word: string) => string>> = {
  lower: (word) => word.toLowerCase(),
  capital,
  upper: (word) => word.toUpperCase(),
}

/** Plain spellings of words in a row; the usual one first. */
function spelled(words: Words): string[][] {
  const each = words.map(plainSpellings)
  const usual = each.map(([first = '']) => first)
  const other = each.map((spellings) => spellings.at(-1) ?? '')
  return other.join() === usual.join() ? [usual] : [usual, other]
}

/** How one value of a token may be written, the usual way first. */
function tokenTexts(words: Words, written: TokenCase, joiner: string): string[] {
  return spelled(words).flatMap((spelling) => {
    const shown = spelling.map(cased[written])
    return [...new Set([shown.join(''), shown.join(joiner)])]
  })
}

/** How a value may be shown: as its owner writes it, and as plain words. */
function shownTexts(forms: readonly Words[], own: string | undefined, written: TokenCase): string[] {
  const all = [...(own === undefined ? [] : [own]), ...forms.map((words) => words.join(' '))]
  return [...new Set(written === 'upper' ? all.map((text) => text.toUpperCase()) : all)]
}

/** What a piece may be; `null` when the name has no value for its token. An infix may be lacking, nothing else. */
function textsOf(piece: Piece, values: NameValues, manner: Manner, joiner: string): readonly string[] | null {
  if (piece.is === 'word') return [piece.text]
  if (piece.is === 'separator') {
    const usual = separatorOn(piece.text, manner)
    return usual === piece.text ? [usual] : [...new Set([usual, ...(manner.separators ?? ''), ''])]
  }
  const forms = values.forms[piece.token] ?? []
  if (manner.as === 'display' && forms.length > 0) return shownTexts(forms, values.written[piece.token], piece.written)
  if (forms.length > 0) return [...new Set(forms.flatMap((words) => tokenTexts(words, piece.written, joiner)))]
  return piece.token === 'infix' ? [''] : null
}

/** A separator beside a token that fell away goes with it. */
function withoutLooseSeparators(pieces: readonly Piece[], parts: readonly string[]): string[] {
  let open = false
  let pending = -1
  const kept = parts.map((part, at) => (pieces[at]?.is === 'separator' ? '' : part))
  for (const [at, part] of parts.entries()) {
    if (pieces[at]?.is === 'separator') {
      if (pending < 0) pending = at
    } else if (part !== '') {
      if (open && pending >= 0) kept[pending] = parts[pending] ?? ''
      open = true
      pending = -1
    }
  }
  const last = pieces.length - 1
  if (pieces[last]?.is === 'separator' && pending === last) kept[last] = parts[last] ?? ''
  if (pieces[0]?.is === 'separator') kept[0] = parts[0] ?? ''
  return kept
}

/**
 * The ways in which a pattern writes a name in this manner, the one to take first. Words of one token are written
 * together in a handle (`vanderberg`); with the pattern's own separator between them is as good. Empty when the name
 * has no value for one of the tokens.
 */
export function writings(pieces: readonly Piece[], values: NameValues, manner: Manner): Writing[] {
  const separator = pieces.find(({ is }) => is === 'separator')
  const joiner = separator?.is === 'separator' ? separatorOn(separator.text, manner) : ''
  let rows: string[][] = [[]]
  for (const piece of pieces) {
    const texts = textsOf(piece, values, manner, joiner)
    if (texts === null) return []
    rows = texts.flatMap((text) => rows.map((row) => [...row, text]))
    if (rows.length > MOST) rows = rows.slice(0, MOST)
  }
  const all = rows.map((row) => withoutLooseSeparators(pieces, row)).map((parts) => ({ parts, text: parts.join('') }))
  const byText = new Map(all.toReversed().map((writing) => [writing.text, writing]))
  return [...new Set(all.map(({ text }) => text))].flatMap((text) => byText.get(text) ?? [])
}

/** What two names in one manner are compared by: case, signs above letters and ignored separators do not count. */
export function compared(text: string, manner: Manner): string {
  const low = folded(text)
  if (manner.as === 'display') return low.replace(/\s+/g, ' ').trim()
  return manner.ignored === '' ? low : low.replaceAll(manner.ignored, '')
}
