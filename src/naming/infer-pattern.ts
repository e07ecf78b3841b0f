import type { NamePattern } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import { withCapitals } from './case-vote.ts'
import { followingOf, type NameInUse, type ReadyName, readyName } from './follow.ts'
import { type JudgedName, judgeReady } from './judge-name.ts'
import type { Manner } from './manner.ts'
import type { NameValues, NamingOrganisation } from './name-values.ts'
import { nameTokens, organisationTokens, type Piece, readPattern, saysWho, tokensIn, writePattern } from './pattern.ts'
import { type Reading, readings } from './read-name.ts'
import { folded } from './spelling.ts'

/** A name that differs from what most do. */
export interface NameException extends JudgedName {
  readonly written: string
}

interface OtherPattern {
  readonly pattern: NamePattern
  readonly support: number
}

/** How most names are built, or that there is no such build. */
export type InferredPattern = {
  /** Names that were chosen by somebody and could be compared. */
  readonly of: number
  readonly alternatives: readonly OtherPattern[]
  /** Names that nobody chose: numbers, codes, addresses that LinkedIn made. They count for nor against. */
  readonly setAside: readonly { readonly key: string; readonly platform: PlatformId; readonly written: string }[]
} & (
  | {
      readonly kind: 'pattern'
      readonly pattern: NamePattern
      /** How many follow it: "14 of 17". */
      readonly support: number
      readonly exceptions: readonly NameException[]
    }
  | { readonly kind: 'none'; readonly why: 'too-few' | 'no-majority' }
)

/** More names than these vote no better; beyond them only the count goes on. */
const VOTERS = 400
const MOST_CANDIDATES = 40
const RARE = 0.1
const MOST_ALTERNATIVES = 3

/** For who has no infix, the build of a colleague who has: it stands before the family name, apart as that is or not. */
function withInfix(pieces: readonly Piece[]): Piece[][] {
  const at = pieces.findIndex((piece) => piece.is === 'token' && piece.token === 'family')
  if (at < 0 || tokensIn(pieces).includes('infix')) return []
  const infix: Piece = { is: 'token', token: 'infix', written: 'lower' }
  const before = pieces[at - 1]
  const separator = before?.is === 'separator' ? before : pieces.find(({ is }) => is === 'separator')
  const [head, tail] = [pieces.slice(0, at), pieces.slice(at)]
  return [[...head, infix, ...tail], ...(separator ? [[...head, infix, separator, ...tail]] : [])]
}

/** The same with the organisation's name as it stands there, when it is written apart: `vg_sector`. */
function withOwnSpelling({ pieces, matches, text }: Reading): Piece[][] {
  const match = matches.find(({ token, start, end }) => organisationTokens.has(token) && /[^\p{L}\p{N}]/u.test(text.slice(start, end)))
  if (match === undefined) return []
  const own = readPattern(text.slice(match.start, match.end))
  return [pieces.flatMap((piece) => (piece.is === 'token' && piece.token === match.token ? own : [piece]))]
}

/** The same with the word for the sort of unit apart from its name: `locatie_` and the unit. */
function withSortWord({ pieces, matches, text }: Reading, { forms }: NameValues): Piece[][] {
  return matches.flatMap(({ token, start, end }) => {
    if (token !== 'unit' && token !== 'place') return []
    const name = folded((forms[token]?.[0] ?? []).join(''))
    const read = text.slice(start, end)
    if (read === name || !read.endsWith(name)) return []
    const sort = readPattern(read.slice(0, read.length - name.length))
    return [pieces.flatMap((piece) => (piece.is === 'token' && piece.token === token ? [...sort, piece] : [piece]))]
  })
}

/** An organisation may bear any name; what most have is the pattern then. */
const wholeName = ({ name, use }: ReadyName): Piece[][] => {
  const text = folded(name).replace(/[{}]/g, '')
  return use.named.kind === 'organisation' && /[\p{L}\p{N}]/u.test(text) ? [readPattern(text)] : []
}

/** What names may be built like, the builds read most often first. */
function candidates(names: readonly ReadyName[]): Piece[][] {
  const counts = new Map<string, { pieces: readonly Piece[]; count: number }>()
  for (const ready of names) {
    const read = readings(ready.name, ready.values, ready.manner.longest)
      .filter(({ matches }) => matches.every(({ loose }) => !loose))
      .filter(({ pieces }) => saysWho(tokensIn(pieces), ready.use.named.kind))
      .flatMap((reading) => [
        reading.pieces,
        ...(ready.manner.as === 'handle' ? [...withOwnSpelling(reading), ...withSortWord(reading, ready.values)] : []),
      ])
    const hasInfix = (ready.values.forms.infix ?? []).length > 0
    for (const pieces of [...read, ...wholeName(ready), ...(hasInfix ? [] : read.flatMap(withInfix))]) {
      const key = writePattern(pieces)
      counts.set(key, { pieces, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  // What few names can be read as, most names are not built by; left out where that leaves something.
  const few = Math.max(2, names.length * RARE)
  const often = [...counts].filter(([, { count }]) => count >= few)
  const all = (often.length > 0 ? often : [...counts]).sort(
    ([a, one], [b, other]) => other.count - one.count || a.length - b.length || (a < b ? -1 : 1),
  )
  return all.slice(0, MOST_CANDIDATES).map(([, { pieces }]) => [...pieces])
}

const SEPARATORS = ['_', '.', '-', '']

/** Simpler builds first, where two explain as much: fewer words of their own, the commoner tokens, with the infix. */
function simplicity(pieces: readonly Piece[]): readonly number[] {
  const own = pieces.reduce((sum, piece) => sum + (piece.is === 'word' ? piece.text.length : 0), 0)
  const tokens = tokensIn(pieces)
  const infix = tokens.includes('family') && !tokens.includes('infix') ? 1 : 0
  const rank = tokens.reduce((sum, token) => sum + nameTokens.indexOf(token), 0)
  const separators = pieces.reduce((sum, piece) => sum + (piece.is === 'separator' ? SEPARATORS.indexOf(piece.text) + 1 : 0), 0)
  return [own, infix, rank, separators]
}

const compareRows = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

interface Ranked {
  readonly pieces: readonly Piece[]
  readonly support: number
  /** What the names say for it: whole for one that is written just so, half for one that is as good. */
  readonly weight: number
}

const AS_GOOD = 0.5

function ranked(names: readonly ReadyName[]): Ranked[] {
  const count = (pieces: readonly Piece[]): Ranked => {
    const follows = names.map((ready) => followingOf(ready, pieces)?.how).filter((how) => how !== undefined)
    return { pieces, support: follows.length, weight: follows.reduce((sum, how) => sum + (how === 'usual' ? 1 : AS_GOOD), 0) }
  }
  return candidates(names)
    .map(count)
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        compareRows(simplicity(a.pieces), simplicity(b.pieces)) ||
        (writePattern(a.pieces) < writePattern(b.pieces) ? -1 : 1),
    )
}

/** Evenly spread over all, so that no part of a long list decides alone. */
const spread = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]).filter((one) => one !== undefined)

/**
 * How most of these names are built. All of one kind: of people, of units, or of the organisation on its platforms; all
 * handles, or all display names. A majority is more than half of the names that somebody chose, and at least two.
 */
export function inferPattern(uses: readonly NameInUse[], organisation: NamingOrganisation, as: Manner['as'] = 'handle'): InferredPattern {
  const all = uses.map((use) => ({ use, ready: readyName(use, organisation, as) }))
  const ready = all.flatMap(({ ready }) => (ready === null ? [] : [ready]))
  const chosen = ready.filter(({ automatic }) => !automatic)
  const order = ranked(spread(chosen, VOTERS))
  const [best] = order
  const pieces = best
    ? withCapitals(
        best.pieces,
        chosen.filter((name) => followingOf(name, best.pieces) !== null),
      )
    : []
  const judged = best
    ? ready.map((name) => ({ name, judgement: judgeReady(name, [pieces]), follows: followingOf(name, pieces) !== null }))
    : []
  const follows = judged.filter((one) => one.follows)
  const aside = new Set(judged.filter(({ name, follows }) => name.automatic && !follows).map(({ name }) => name.use))
  const setAside = all
    .filter(({ use, ready }) => ready === null || aside.has(use) || (best === undefined && ready.automatic))
    .map(({ use: { key, platform, written } }) => ({ key, platform, written }))
  const of = all.length - setAside.length
  const alternatives = order
    .filter(({ support }, at) => support > 1 && (at > 0 || best === undefined))
    .map(({ pieces, support }) => ({ pattern: writePattern(pieces), support }))
  const isMajority = follows.length >= 2 && follows.length * 2 > of
  if (best === undefined || !isMajority) {
    const others = best && follows.length > 1 ? [{ pattern: writePattern(pieces), support: follows.length }, ...alternatives] : alternatives
    return { kind: 'none', why: of < 2 ? 'too-few' : 'no-majority', of, alternatives: others.slice(0, MOST_ALTERNATIVES), setAside }
  }
  const exceptions = judged
    .filter(({ name, follows }) => !follows && !name.automatic)
    .map(({ name, judgement }) => ({ ...judgement, written: name.use.written }))
  return {
    kind: 'pattern',
    pattern: writePattern(pieces),
    support: follows.length,
    of,
    exceptions,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
    setAside,
  }
}
