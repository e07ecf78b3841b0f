import { withOrganisation } from './deviation.ts'
import type { NameValues } from './name-values.ts'
import { type NameToken, organisationTokens, type Piece, personTokens, tokensIn } from './pattern.ts'

interface Shorter {
  readonly pieces: readonly Piece[]
  /** What was given up, added up: the least first. */
  readonly cost: number
}

const isSeparator = (piece: Piece): boolean => piece.is === 'separator'
const isToken = (piece: Piece, token: NameToken): boolean => piece.is === 'token' && piece.token === token

/** Takes a token out, with one of the separators beside it. */
function without(pieces: readonly Piece[], token: NameToken): Piece[] {
  const at = pieces.findIndex((piece) => isToken(piece, token))
  if (at < 0) return [...pieces]
  const after = pieces[at + 1]
  const before = pieces[at - 1]
  if (after && isSeparator(after)) return pieces.filter((_, index) => index !== at && index !== at + 1)
  if (before && isSeparator(before)) return pieces.filter((_, index) => index !== at && index !== at - 1)
  return pieces.filter((_, index) => index !== at)
}

function replaced(pieces: readonly Piece[], from: NameToken, to: NameToken): Piece[] {
  return pieces.map((piece): Piece => {
    if (piece.is !== 'token' || piece.token !== from) return piece
    return { ...piece, token: to, written: to === 'acronym' && piece.written === 'capital' ? 'upper' : piece.written }
  })
}

/** The same with each shorter name of the organisation. */
function shorterOrganisation(pieces: readonly Piece[], values: NameValues): Shorter[] {
  const asTokens = withOrganisation(pieces, values)
  const now = tokensIn(asTokens).find((token) => organisationTokens.has(token))
  const length = (token: NameToken) => values.forms[token]?.[0]?.join('').length ?? Number.POSITIVE_INFINITY
  if (now === undefined) return []
  return [...organisationTokens]
    .filter((token) => length(token) < length(now))
    .sort((a, b) => length(b) - length(a))
    .map((token, at) => ({ pieces: replaced(asTokens, now, token), cost: 2 + at }))
}

/**
 * A pattern and its shorter forms, the mildest first: without separators, with a shorter name of the organisation, without
 * the infix, with first letters for names.
 */
export function shorterForms(pieces: readonly Piece[], values: NameValues): readonly Piece[][] {
  const steps: ((from: Shorter) => Shorter[])[] = [
    (from) => shorterOrganisation(from.pieces, values).map((one) => ({ ...one, cost: one.cost + from.cost })),
    (from) => [{ pieces: without(from.pieces, 'infix'), cost: from.cost + 3 }],
    (from) => [{ pieces: shorterName(from.pieces), cost: from.cost + 4 }],
    (from) => [{ pieces: from.pieces.filter((piece) => !isSeparator(piece)), cost: from.cost + 1 }],
  ]
  let all: Shorter[] = [{ pieces, cost: 0 }]
  for (const step of steps) all = all.flatMap((from) => [from, ...step(from)])
  return all.toSorted((a, b) => a.cost - b.cost).map((one) => [...one.pieces])
}

/** First letters instead of a name: of the family name where the first name stands too, else of the first name. */
function shorterName(pieces: readonly Piece[]): Piece[] {
  const tokens = tokensIn(pieces)
  if (tokens.includes('given') && tokens.includes('family')) return without(replaced(pieces, 'given', 'initial'), 'infix')
  if (tokens.includes('family')) return [...pieces]
  return replaced(pieces, 'given', 'initials')
}

/** Where a part that tells people apart is put in: behind the last part of the person's name, else at the end. */
function behindName(pieces: readonly Piece[], added: readonly Piece[], apart: boolean): Piece[] {
  const at = pieces.findLastIndex((piece) => piece.is === 'token' && !organisationTokens.has(piece.token))
  const place = at < 0 ? pieces.length : at + 1
  const separator = apart ? pieces.find(isSeparator) : undefined
  return [...pieces.slice(0, place), ...(separator ? [separator] : []), ...added, ...pieces.slice(place)]
}

const token = (pieces: readonly Piece[], name: NameToken): Piece => {
  const like = pieces.find((piece) => piece.is === 'token' && personTokens.has(piece.token))
  return { is: 'token', token: name, written: like?.is === 'token' ? like.written : 'lower' }
}

/**
 * What tells two of one name apart, in order: the infix, the first letter of the family name, the family name, the first
 * name, the initials, the unit, the place. Only what the name has and the pattern has not.
 */
export function toldApart(pieces: readonly Piece[], values: NameValues): readonly Piece[][] {
  const has = new Set(tokensIn(pieces))
  const can = (name: NameToken) => !has.has(name) && (values.forms[name] ?? []).length > 0
  const added = (...names: NameToken[]) =>
    behindName(
      pieces,
      names.map((name) => token(pieces, name)),
      true,
    )
  const isPerson = [...has].some((name) => personTokens.has(name))
  const all: Piece[][] = []
  if (isPerson && has.has('family') && can('infix'))
    all.push(pieces.flatMap((piece) => (isToken(piece, 'family') ? [token(pieces, 'infix'), piece] : [piece])))
  if (isPerson && !has.has('family') && can('family')) {
    if (can('familyinitial')) all.push(added('familyinitial'))
    all.push(added('infix', 'family'))
  }
  if (isPerson && !has.has('given') && can('given')) all.push(replaced(replaced(pieces, 'initial', 'given'), 'initials', 'given'))
  if (isPerson && can('initials') && !has.has('initial') && (values.forms.initials?.[0]?.[0]?.length ?? 0) > 1) all.push(added('initials'))
  if (can('unit')) all.push(added('unit'))
  if (can('place')) all.push(added('place'))
  return all
}

/** The pattern with a number behind the name. */
export const numbered = (pieces: readonly Piece[], number: number): Piece[] =>
  behindName(pieces, [{ is: 'word', text: String(number) }], false)
