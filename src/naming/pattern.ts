import { EenlijnError } from '../model/errors.ts'
import type { NamePattern } from '../model/house-style.ts'
import { isWordSign } from './spelling.ts'

/** What a pattern may be made of, in the order in which they are preferred where two say the same. */
export const nameTokens = [
  'given',
  'infix',
  'family',
  'initial',
  'initials',
  'familyinitial',
  'organisation',
  'short',
  'acronym',
  'domain',
  'unit',
  'place',
  'role',
] as const
export type NameToken = (typeof nameTokens)[number]

/** How a token is written: `{given}`, `{Given}`, `{GIVEN}`. */
export const tokenCases = ['lower', 'capital', 'upper'] as const
export type TokenCase = (typeof tokenCases)[number]

/** A token, or what stands between: words that are the same in every name, or the signs that separate. */
export type Piece =
  | { readonly is: 'token'; readonly token: NameToken; readonly written: TokenCase }
  | { readonly is: 'word'; readonly text: string }
  | { readonly is: 'separator'; readonly text: string }

export const personTokens: ReadonlySet<NameToken> = new Set(['given', 'infix', 'family', 'initials', 'initial', 'familyinitial'])
export const organisationTokens: ReadonlySet<NameToken> = new Set(['organisation', 'short', 'acronym', 'domain'])

const isToken = (name: string): name is NameToken => (nameTokens as readonly string[]).includes(name)

const caseOf = (name: string): TokenCase => (name === name.toLowerCase() ? 'lower' : name === name.toUpperCase() ? 'upper' : 'capital')

/** A text between tokens as words and separators in turn. */
function between(text: string): Piece[] {
  const runs: { is: 'word' | 'separator'; text: string }[] = []
  for (const sign of text) {
    const is = isWordSign(sign) ? 'word' : 'separator'
    const last = runs.at(-1)
    if (last?.is === is) last.text += sign
    else runs.push({ is, text: sign })
  }
  return runs
}

/**
 * The pieces of a pattern: `{Given}_acme` is the token given with a capital, a separator and a word.
 * @throws EenlijnError `invalid-input` for a token that does not exist, or a brace too many
 */
export function readPattern(pattern: NamePattern, field = 'pattern'): Piece[] {
  const pieces = pattern.split(/(\{[^{}]*\})/).flatMap((part): Piece[] => {
    const name = /^\{\s*([^{}]*?)\s*\}$/.exec(part)?.[1]
    if (name === undefined) {
      if (/[{}]/.test(part)) throw notAPattern(pattern, field)
      return between(part)
    }
    const token = name.toLowerCase()
    if (!isToken(token)) throw unknownToken(name, field)
    return [{ is: 'token', token, written: caseOf(name) }]
  })
  if (!pieces.some(({ is }) => is !== 'separator')) throw notAPattern(pattern, field)
  return pieces
}

const named: Readonly<Record<TokenCase, (token: string) => string>> = {
  lower: (token) => token,
  capital: (token) => `${token.charAt(0).toUpperCase()}${token.slice(1)}`,
  upper: (token) => token.toUpperCase(),
}

/** Pieces as a pattern is written; the reverse of {@link readPattern}. */
export const writePattern = (pieces: readonly Piece[]): NamePattern =>
  pieces.map((piece) => (piece.is === 'token' ? `{${named[piece.written](piece.token)}}` : piece.text)).join('')

export const tokensIn = (pieces: readonly Piece[]): NameToken[] => pieces.flatMap((piece) => (piece.is === 'token' ? [piece.token] : []))

/** Whether a name of these tokens says who it is of: a person, a unit or place, or the organisation itself. */
export function saysWho(tokens: readonly NameToken[], kind: 'person' | 'unit' | 'organisation'): boolean {
  if (kind === 'person') return tokens.some((token) => personTokens.has(token) && token !== 'infix')
  if (kind === 'unit') return tokens.includes('unit') || tokens.includes('place')
  return tokens.some((token) => organisationTokens.has(token))
}

const unknownToken = (name: string, field: string) =>
  new EenlijnError(
    'invalid-input',
    {
      nl: `‘{${name}}’ in ‘${field}’ is geen deel van een naam. Kies uit: ${nameTokens.join(', ')}.`,
      en: `‘{${name}}’ in ‘${field}’ is not a part of a name. Choose from: ${nameTokens.join(', ')}.`,
    },
    { field },
  )

const notAPattern = (pattern: string, field: string) =>
  new EenlijnError(
    'invalid-input',
    {
      nl: `Het patroon ‘${pattern}’ in ‘${field}’ is niet te lezen. Schrijf het zo: {given}_{organisation}.`,
      en: `The pattern ‘${pattern}’ in ‘${field}’ cannot be read. Write it like this: {given}_{organisation}.`,
    },
    { field },
  )
