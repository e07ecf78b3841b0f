import type { LikenessVerdict } from '../model/pictures.ts'
import { createCandidateIndex, type Words } from './likeness/candidates.ts'

export interface AlikeGroups {
  /** Indices of pictures; each in exactly one group, the largest group first. */
  readonly groups: readonly (readonly number[])[]
  /** Those that could not be told from one they may be like. */
  readonly unsure: readonly number[]
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly verdict: LikenessVerdict; readonly score: number }[]
}

/** So sure that one other picture is enough to join a group. */
const sure = 0.97
/** A new picture that is less sure is held against this many more of the group. */
const witnesses = 2

/**
 * Groups of pictures that show the same thing. Each is held against the few that use the same words, not against all;
 * it joins a group when one of it is surely the same, or when the next ones bear it out.
 *
 * @param compare `null`: one of the two cannot be read.
 */
export async function groupAlike(
  pictures: readonly Words[],
  options: {
    readonly candidates: number /** Held against every picture: the agreed ones, which come first. */
    readonly anchors: readonly number[]
  },
  compare: (a: number, b: number) => Promise<{ verdict: LikenessVerdict; score: number } | null>,
): Promise<AlikeGroups> {
  const index = createCandidateIndex(options.candidates)
  const groupOf: number[] = pictures.map((_, at) => at)
  const members = new Map<number, number[]>(pictures.map((_, at) => [at, [at]]))
  const pairs: { a: number; b: number; verdict: LikenessVerdict; score: number }[] = []
  const doubted = new Set<number>()

  const ask = async (a: number, b: number) => {
    const found = await compare(a, b)
    if (found === null) return null
    const pair = { a: Math.min(a, b), b: Math.max(a, b), verdict: found.verdict, score: found.score }
    pairs.push(pair)
    return pair
  }
  const isBorneOut = async (picture: number, like: number, score: number) => {
    if (score >= sure) return true
    const others = (members.get(groupOf[like] ?? like) ?? []).filter((member) => member !== like).slice(0, witnesses)
    const answers = await Promise.all(others.map((other) => ask(picture, other)))
    return others.length === 0 || answers.some((answer) => answer?.verdict === 'same')
  }
  const unite = (a: number, b: number) => {
    const [into, from] = [groupOf[a] ?? a, groupOf[b] ?? b]
    if (into === from) return
    const moved = members.get(from) ?? []
    for (const member of moved) groupOf[member] = into
    members.set(into, [...(members.get(into) ?? []), ...moved])
    members.delete(from)
  }

  for (const [picture, words] of pictures.entries()) {
    const isUnsure = new Set<number>()
    const anchors = options.anchors.filter((anchor) => anchor < picture)
    for (const candidate of new Set([...anchors, ...index.add(words)])) {
      if (groupOf[candidate] === groupOf[picture]) continue
      const pair = await ask(picture, candidate)
      if (pair?.verdict === 'same' && (await isBorneOut(picture, candidate, pair.score))) unite(candidate, picture)
      else if (pair && pair.verdict !== 'different') isUnsure.add(candidate)
      // Once with the others of its kind, more of the same kind need not be tried; a second group may still be.
      if (pair?.verdict === 'same' && pair.score >= sure) break
    }
    for (const other of isUnsure)
      if (groupOf[other] !== groupOf[picture] && members.get(groupOf[picture] ?? picture)?.length === 1) doubted.add(picture)
  }
  return { groups: [...members.values()].sort((a, b) => b.length - a.length), unsure: [...doubted].sort((a, b) => a - b), pairs }
}
