import type { Edges } from '../edges.ts'

/**
 * Which pictures may show the same thing, without comparing each with each: every picture leaves the words of its
 * details in an index, and is asked which others use the same ones. A word says how edges run in the sixteen fields
 * around a detail; it survives crops, other sizes, tints and compression for the larger part.
 */
export interface CandidateIndex {
  /** The likeliest ones among those added before, best first, `most` at most; then the picture is added. */
  add(words: Words): number[]
}

/** 32 bits for each detail. */
export type Words = Uint32Array

const cell = 7
/** A field's side in pixels, on edges 160 pixels wide. */
const field = 5
const halfWindow = 2 * field

/** Words of the strongest detail in each cell of a picture. */
export function wordsOf({ width, height, re, im }: Edges): Words {
  const words: number[] = []
  const strength = (at: number) => (re[at] ?? 0) ** 2 + (im[at] ?? 0) ** 2
  for (let top = 0; top < height; top += cell)
    for (let left = 0; left < width; left += cell) {
      let best = -1
      let most = 4
      for (let y = top; y < Math.min(height, top + cell); y++)
        for (let x = left; x < Math.min(width, left + cell); x++) {
          const found = strength(y * width + x)
          if (found > most) {
            most = found
            best = y * width + x
          }
        }
      if (best >= 0) words.push(wordAt({ width, height, re, im }, best % width, Math.floor(best / width)))
    }
  return Uint32Array.from(words)
}

function wordAt({ width, height, re, im }: Edges, x: number, y: number): number {
  let word = 0
  for (let part = 0; part < 16; part++) {
    const left = x - halfWindow + (part % 4) * field
    const top = y - halfWindow + Math.floor(part / 4) * field
    let [sumRe, sumIm] = [0, 0]
    for (let py = Math.max(0, top); py < Math.min(height, top + field); py++)
      for (let px = Math.max(0, left); px < Math.min(width, left + field); px++) {
        sumRe += re[py * width + px] ?? 0
        sumIm += im[py * width + px] ?? 0
      }
    if (sumRe > 0) word |= 1 << (2 * part)
    if (sumIm > 0) word |= 1 << (2 * part + 1)
  }
  return word >>> 0
}

/** Bits that two words of one detail may differ in. */
const mostApart = 8
/** Words are looked up by halves made of two of their four bytes. */
const halves: readonly (readonly [number, number])[] = [
  [0, 1],
  [2, 3],
  [0, 2],
  [1, 3],
  [0, 3],
  [1, 2],
]
/** Places of a word that are read: words that everybody uses say little, and this bounds the work. */
const mostRead = 48

/** Fewer words in common than this come by chance. */
const leastVotes = 2.5

export function createCandidateIndex(most: number): CandidateIndex {
  const tables = halves.map(() => new Map<number, { picture: number; word: number }[]>())
  let count = 0
  const keyOf = (word: number, [one, other]: readonly [number, number]) =>
    (((word >>> (8 * one)) & 255) << 8) | ((word >>> (8 * other)) & 255)

  function votesFor(words: Words): Map<number, number> {
    const votes = new Map<number, number>()
    for (const word of words) {
      const voted = new Set<number>()
      for (const [at, half] of halves.entries()) {
        const places = tables[at]?.get(keyOf(word, half)) ?? []
        for (let i = Math.max(0, places.length - mostRead); i < places.length; i++) {
          const place = places[i]
          if (place === undefined || voted.has(place.picture) || bitsIn(place.word ^ word) > mostApart) continue
          voted.add(place.picture)
        }
      }
      // A word that many pictures use is weak evidence for each of them.
      for (const picture of voted) votes.set(picture, (votes.get(picture) ?? 0) + 1 / (1 + voted.size / 8))
    }
    return votes
  }

  return {
    add(words) {
      const found = [...votesFor(words)]
        .filter(([, votes]) => votes >= leastVotes)
        .sort((a, b) => b[1] - a[1])
        .slice(0, most)
      for (const word of words)
        for (const [at, half] of halves.entries()) {
          const key = keyOf(word, half)
          const places = tables[at]?.get(key)
          if (places === undefined) tables[at]?.set(key, [{ picture: count, word }])
          else places.push({ picture: count, word })
        }
      count++
      return found.map(([picture]) => picture)
    },
  }
}

function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
