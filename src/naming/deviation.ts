import type { ReadyName } from './follow.ts'
import { type NameToken, organisationTokens, type Piece, personTokens, tokensIn } from './pattern.ts'
import { type Reading, readings } from './read-name.ts'
import { folded } from './spelling.ts'

/** In what a name differs from the pattern. */
export const deviationKinds = [
  'linkedin-code',
  'length-cut',
  'other-separator',
  'other-order',
  'added-number',
  'other-organisation-name',
  'missing-infix',
  'nickname',
  'abbreviation',
  'missing-organisation',
  'other-name-part',
  'added-word',
  'missing-part',
  'other-name',
] as const
export type DeviationKind = (typeof deviationKinds)[number]

/** How far each takes a name from the pattern: 1 leaves it plain to see, 2 recognisable, more than that hardly. */
const COST: Readonly<Record<DeviationKind, number>> = {
  'linkedin-code': 0,
  'length-cut': 0,
  'other-separator': 1,
  'other-order': 1,
  'added-number': 1,
  'other-organisation-name': 1,
  'missing-infix': 1,
  nickname: 2,
  abbreviation: 2,
  'missing-organisation': 2,
  'other-name-part': 2,
  'added-word': 2,
  'missing-part': 3,
  'other-name': 6,
}

export interface Deviating {
  readonly kinds: readonly DeviationKind[]
  readonly cost: number
}

const isFirst = (token: NameToken): boolean => token === 'given' || token === 'initial' || token === 'initials'
const isLast = (token: NameToken): boolean => token === 'family' || token === 'familyinitial'
const isOurs = (token: NameToken): boolean => organisationTokens.has(token)

/** One part of a name as wanted and as read. */
function partDeviation(
  want: NameToken | undefined,
  got: NameToken | undefined,
  loose: boolean,
  short: readonly NameToken[],
): DeviationKind[] {
  if (want === got) return loose && want !== undefined ? ['nickname'] : []
  if (want === undefined) return ['other-name-part']
  if (got === undefined) return ['missing-part']
  return [short.includes(got) ? 'abbreviation' : 'other-name-part']
}

/** The start of a first name of at least three letters stands for it: `marj` for Marjolein. */
function shortened(unread: string, { values }: ReadyName): string | null {
  const word = /^\p{L}{3,}/u.exec(unread)?.[0] ?? ''
  const names = (values.forms.given ?? []).map((words) => folded(words.join('')))
  return word !== '' && names.some((name) => name.startsWith(word)) ? word : null
}

function ordered(reading: Reading, pieces: readonly Piece[]): boolean {
  const got = reading.pieces.flatMap((piece) => (piece.is === 'token' ? [piece.token] : []))
  const want = tokensIn(pieces)
  const shared = got.filter((token) => want.includes(token))
  return want.filter((token) => shared.includes(token)).join() === shared.join() && wordsInOrder(reading, pieces)
}

/** Whether the pattern's own words stand on the same side of the name as it has them. */
function wordsInOrder(reading: Reading, pieces: readonly Piece[]): boolean {
  const side = (all: readonly Piece[], text: string) => {
    const at = all.findIndex((piece) => piece.is === 'word' && piece.text.toLowerCase() === text)
    return at < 0 ? null : at < all.findIndex(({ is }) => is === 'token')
  }
  const words = pieces.flatMap((piece) => (piece.is === 'word' ? [piece.text.toLowerCase()] : []))
  return words.every((text) => {
    const read = side(reading.pieces, text)
    return read === null || read === side(pieces, text)
  })
}

function organisationDeviation(
  want: NameToken | undefined,
  got: Reading['matches'][number] | undefined,
  ownWordMissing: boolean,
  { forms }: ReadyName['values'],
): DeviationKind[] {
  if (want === undefined && !ownWordMissing) return got ? ['added-word'] : []
  if (got === undefined) return ['missing-organisation']
  const spelled = (token: NameToken | undefined) => (token === undefined ? [] : (forms[token] ?? []).map((words) => folded(words.join(''))))
  const isSame = got.token === want || spelled(got.token).some((text) => spelled(want).includes(text))
  return isSame && !got.loose ? [] : ['other-organisation-name']
}

function deviationOf(reading: Reading, pieces: readonly Piece[], ready: ReadyName): Deviating {
  const want = tokensIn(pieces).filter((token) => token !== 'infix' || (ready.values.forms.infix ?? []).length > 0)
  const got = reading.matches.map(({ token }) => token)
  const kinds: DeviationKind[] = []
  let unread = reading.unread
  const text = folded(ready.name)
  const words = pieces.flatMap((piece) => (piece.is === 'word' ? [folded(piece.text)] : []))
  const lacking = words.filter((word) => !text.includes(word))
  for (const word of words) unread = unread.replace(word, '')
  if (/\d/.test(unread)) kinds.push('added-number')
  unread = unread.replace(/\d+/g, '')

  const first = reading.matches.find(({ token }) => isFirst(token))
  const start = first === undefined ? shortened(unread, ready) : null
  if (start !== null && want.includes('given')) {
    unread = unread.slice(start.length)
    kinds.push('abbreviation')
  } else kinds.push(...partDeviation(want.find(isFirst), first?.token, first?.loose ?? false, ['initial', 'initials']))
  kinds.push(...partDeviation(want.find(isLast), got.find(isLast), false, ['familyinitial']))
  if (want.includes('infix') && !got.includes('infix') && got.some(isLast)) kinds.push('missing-infix')
  if (got.includes('infix') && !want.includes('infix')) kinds.push('other-name-part')
  kinds.push(
    ...organisationDeviation(
      want.find(isOurs),
      reading.matches.find(({ token }) => isOurs(token)),
      lacking.length > 0,
      ready.values,
    ),
  )
  for (const token of ['unit', 'place', 'role'] as const) {
    if (want.includes(token) && !got.includes(token)) kinds.push('missing-part')
    if (got.includes(token) && !want.includes(token)) kinds.push('added-word')
  }
  if (unread !== '') kinds.push('added-word')
  if (!ordered(reading, pieces)) kinds.push('other-order')
  if (kinds.length === 0) kinds.push('other-separator')
  const distinct = [...new Set(kinds)]
  return { kinds: distinct, cost: kinds.reduce((sum, kind) => sum + COST[kind], 0) }
}

/** A pattern with the organisation's name in it as a word, with its token in that place. */
export function withOrganisation(pieces: readonly Piece[], values: ReadyName['values']): Piece[] {
  return pieces.map((piece): Piece => {
    if (piece.is !== 'word') return piece
    const word = folded(piece.text)
    const is = (token: NameToken) => (values.forms[token] ?? []).some((words) => folded(words.join('')) === word)
    const token = [...organisationTokens].find(is)
    return token ? { is: 'token', token, written: /^\p{Lu}/u.test(piece.text) ? 'capital' : 'lower' } : piece
  })
}

/** In what a name that does not follow the pattern differs from it, by the reading that is nearest to it. */
export function deviating(ready: ReadyName, pieces: readonly Piece[]): Deviating {
  const isPerson = ready.use.named.kind === 'person'
  const asked = withOrganisation(pieces, ready.values)
  const all = readings(ready.name, ready.values)
    .filter(({ matches }) => !isPerson || matches.some(({ token }) => personTokens.has(token)) || shortenedIn(ready))
    .map((reading) => deviationOf(reading, asked, ready))
  const [nearest] = all.sort((a, b) => a.cost - b.cost)
  return nearest ?? { kinds: ['other-name'], cost: COST['other-name'] }
}

const shortenedIn = (ready: ReadyName): boolean => shortened(folded(ready.name), ready) !== null
