import type { PlatformId } from '../model/platform.ts'
import { handleFrom } from './handle-form.ts'
import { mannerOf } from './manner.ts'
import type { NameValues } from './name-values.ts'
import { type Piece, writePattern } from './pattern.ts'
import { numbered, shorterForms, toldApart } from './shorten.ts'
import { writings } from './write-name.ts'

/** Where a suggestion comes from. */
export const suggestionSources = ['present', 'earlier', 'pattern', 'shortened', 'told-apart', 'numbered', 'cut'] as const
export type SuggestionSource = (typeof suggestionSources)[number]

export interface Proposal {
  readonly handle: string
  readonly by: SuggestionSource
  /** The pattern that it was written by, after shortening. */
  readonly pattern: string
}

/** Whose name it is and where it is to be. */
export interface NamePlace {
  readonly platform: PlatformId
  readonly values: NameValues
  readonly person: boolean
  /** A handle on this platform, for what stands around the name there: a Mastodon server, a LinkedIn folder. */
  readonly around: string
}

const MOST_NUMBERS = 99

function handleOf(pieces: readonly Piece[], place: NamePlace): string | null {
  const manner = mannerOf(place.platform)
  const [writing] = writings(pieces, place.values, manner)
  return writing === undefined
    ? null
    : handleFrom(place.platform, writing.text, place.around, { person: place.person, cased: manner.keepsCase })
}

/** Names cut at the end, for where nothing shorter is left: the name stays recognisable by its beginning. */
function cutHandle(pieces: readonly Piece[], place: NamePlace, tail: string): string | null {
  const manner = mannerOf(place.platform)
  const [writing] = writings(pieces, place.values, manner)
  if (writing === undefined || writing.text.length <= manner.longest - tail.length) return null
  const text = `${writing.text.slice(0, manner.longest - tail.length)}${tail}`
  return handleFrom(place.platform, text, place.around, { person: place.person, cased: manner.keepsCase })
}

/** Every number, or where a handle in use is looked for only the one that it has. */
function numbersFor(handle: string | undefined): readonly number[] {
  const all = Array.from({ length: MOST_NUMBERS - 1 }, (_, at) => at + 2)
  const digits = handle === undefined ? null : new Set((handle.match(/\d+/g) ?? []).map(Number))
  return digits === null ? all : all.filter((number) => digits.has(number))
}

/** With a number behind the name: the mildest form in which two digits fit. */
function* withNumbers(pieces: readonly Piece[], place: NamePlace, numbers: readonly number[]): Generator<Proposal> {
  if (numbers.length === 0) return
  const form = shorterForms(pieces, place.values).find((one) => handleOf(numbered(one, MOST_NUMBERS), place) !== null)
  for (const number of form === undefined ? [] : numbers) {
    const handle = form && handleOf(numbered(form, number), place)
    if (form && handle) yield { handle, by: 'numbered', pattern: writePattern(numbered(form, number)) }
  }
}

function* cut(pieces: readonly Piece[], place: NamePlace, numbers: readonly number[]): Generator<Proposal> {
  for (const number of [1, ...numbers]) {
    const handle = cutHandle(pieces, place, number === 1 ? '' : String(number))
    if (handle !== null) yield { handle, by: 'cut', pattern: writePattern(pieces) }
  }
}

/**
 * The handles that a name may take on a platform, the best first: the patterns in their order, shorter forms where none
 * fits, what tells it apart from others of that name, a number, and last a name that is cut. Each keeps the platform's rule.
 * @param sought a handle that is looked for among them: numbers that it does not have are left out
 */
export function* proposals(patterns: readonly (readonly Piece[])[], place: NamePlace, sought?: string): Generator<Proposal> {
  const numbers = numbersFor(sought)
  const write = (pieces: readonly Piece[], by: SuggestionSource): Proposal[] => {
    const handle = handleOf(pieces, place)
    return handle === null ? [] : [{ handle, by, pattern: writePattern(pieces) }]
  }
  const shorter = (pieces: readonly Piece[]) => shorterForms(pieces, place.values).slice(1)
  const whole = patterns.flatMap((pieces) => write(pieces, 'pattern'))
  yield* whole
  if (whole.length === 0) for (const pieces of patterns) for (const form of shorter(pieces)) yield* write(form, 'shortened')
  const apart = patterns.flatMap((pieces) => toldApart(pieces, place.values))
  const wholeApart = apart.flatMap((pieces) => write(pieces, 'told-apart'))
  yield* wholeApart
  if (wholeApart.length === 0) for (const pieces of apart) for (const form of shorter(pieces)) yield* write(form, 'told-apart')
  for (const pieces of patterns) yield* withNumbers(pieces, place, numbers)
  for (const pieces of patterns) yield* cut(pieces, place, numbers)
}
