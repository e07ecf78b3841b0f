import { stemOf } from './tokens.ts'

/** Finds known words in texts, also where they are written together: `zorgwijdegouda` holds `gouda`. */
export interface WordIndex<T> {
  /** Everything that stands under the words of this text, with the words that were met. */
  find(text: string, tokens: readonly string[]): Map<T, Set<string>>
}

/** From this length on a word counts inside another; a shorter one only by itself. */
const GLUED = 4

/**
 * An index of folded words. Looking a text up costs its length times the words that share four letters with it, not
 * the number of words in the index.
 */
export function createWordIndex<T>(entries: Iterable<readonly [word: string, of: T]>): WordIndex<T> {
  const of = new Map<string, T[]>()
  const byStart = new Map<string, Set<string>>()
  for (const [word, one] of entries) {
    of.set(word, [...(of.get(word) ?? []), one])
    if (word.length < GLUED) continue
    const start = word.slice(0, GLUED)
    byStart.set(start, (byStart.get(start) ?? new Set()).add(word))
  }
  return {
    find(text, tokens) {
      const met = new Map<T, Set<string>>()
      const meet = (word: string) => {
        for (const one of of.get(word) ?? []) met.set(one, (met.get(one) ?? new Set()).add(word))
      }
      for (const token of new Set(tokens)) meet(token)
      const stem = stemOf(text)
      for (let at = 0; at + GLUED <= stem.length; at++)
        for (const word of byStart.get(stem.slice(at, at + GLUED)) ?? []) if (stem.startsWith(word, at)) meet(word)
      return met
    },
  }
}
