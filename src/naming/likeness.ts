import { isGeneric, prefixes, suffixes } from './affixes.ts'
import { stemOf, tokensOf } from './tokens.ts'

/** The steps in which two names are recognisable as one. Steps, since "not identical" is normal (31 % are). */
export const likenessSteps = ['same', 'affix', 'contains', 'shares-word', 'different'] as const
export type LikenessStep = (typeof likenessSteps)[number]

/** What each step is worth, 0 to 1. */
export const likenessValues: Readonly<Record<LikenessStep, number>> = {
  same: 1,
  affix: 0.8,
  contains: 0.6,
  'shares-word': 0.4,
  different: 0,
}

/** A stem without one word that organisations put around their name; the same stem when there is none to spare. */
function peel(stem: string): string {
  // At least three letters stay, and a word that says something, or `debe` would be cut down to nothing recognisable.
  const isEnough = (rest: string) => rest.length >= 3 && !isGeneric(rest)
  const prefix = prefixes.find((word) => stem.startsWith(word) && isEnough(stem.slice(word.length)))
  if (prefix) return stem.slice(prefix.length)
  const suffix = suffixes.find((word) => stem.endsWith(word) && isEnough(stem.slice(0, -word.length)))
  return suffix ? stem.slice(0, -suffix.length) : stem
}

/** A stem and its shorter forms, one word less at a time: `zorggroepdelinde`, `delinde`, `linde`. Generic ones left out. */
export function shorterStems(stem: string): string[] {
  if (stem === '' || isGeneric(stem)) return []
  const shorter = peel(stem)
  return shorter === stem ? [stem] : [stem, ...shorterStems(shorter)]
}

/** The shortest of the {@link shorterStems}, or '' when nothing distinctive stays. */
export function coreOf(stem: string): string {
  if (stem === '' || isGeneric(stem)) return ''
  const shorter = peel(stem)
  return shorter === stem ? stem : coreOf(shorter)
}

const SHORTEST_WORD = 4

/** One within the other: three letters in front, four at either end, five anywhere. `ing` is in `kering`, but says nothing. */
function contains(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length > SHORTEST_WORD) return long.includes(short)
  return (short.length >= 3 && long.startsWith(short)) || (short.length === SHORTEST_WORD && long.endsWith(short))
}

const distinctive = (name: string, words: readonly string[]) =>
  tokensOf(name, words).filter((token) => token.length >= SHORTEST_WORD && !isGeneric(token))

function shareWord(a: string, b: string, words: readonly string[]): boolean {
  const ofB = new Set(distinctive(b, words))
  const ofA = distinctive(a, words)
  const within = (tokens: Iterable<string>, stem: string) =>
    [...tokens].some((token) => token.length > SHORTEST_WORD && stem.includes(token))
  return ofA.some((token) => ofB.has(token)) || within(ofA, stemOf(b)) || within(ofB, stemOf(a))
}

/**
 * How recognisable two chosen names are as one; symmetric.
 * @param words the organisation's own words, to find them in names that are written as one word
 */
export function likenessStep(a: string, b: string, words: readonly string[] = []): LikenessStep {
  const [stemA, stemB] = [stemOf(a), stemOf(b)]
  if (stemA === stemB) return stemA === '' ? 'different' : 'same'
  const [coreA, coreB] = [coreOf(stemA), coreOf(stemB)]
  if (coreA === '' || coreB === '') return 'different'
  if (coreA === coreB) return 'affix'
  if (contains(stemA, stemB) || (Math.min(coreA.length, coreB.length) > SHORTEST_WORD && contains(coreA, coreB))) return 'contains'
  return shareWord(a, b, words) ? 'shares-word' : 'different'
}

/** {@link likenessStep} as its worth: 1, 0.8, 0.6, 0.4 or 0. */
export const likeness = (a: string, b: string, words: readonly string[] = []): number => likenessValues[likenessStep(a, b, words)]
