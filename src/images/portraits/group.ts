import { backdropBounds } from '../../../config/images.ts'
import type { Backdrop } from './backdrop.ts'
import { type BackdropVerdict, compareBackdrops } from './judge.ts'

export interface BackdropGroups {
  /** Indices of portraits; each in exactly one group. */
  readonly groups: readonly (readonly number[])[]
  /** Pairs of one group, and pairs that cannot be told. */
  readonly pairs: readonly ({ readonly a: number; readonly b: number } & BackdropVerdict)[]
  /** Two portraits in the light of their groups. */
  pairOf(a: number, b: number): BackdropVerdict
}

/** A new portrait is held against this many of a group. */
const compared = 6
/** Added to the log-odds of a pair when a third portrait stands by it. */
const companyCounts = 1
/** Of a larger group the pairs among this many are told. */
const pairsShown = 20
/** Mean shift of lightness or hue beyond which two backdrops are not held against each other. */
const far = { light: 30, hue: 16 } as const

/**
 * Portraits before one backdrop: each joins the group that it is most like on the whole, since a single pair is weaker
 * evidence than a group. A second round settles those that came before their group had grown.
 */
export function groupBackdrops(backdrops: readonly Backdrop[]): BackdropGroups {
  const known = new Map<number, { readonly a: number; readonly b: number } & BackdropVerdict>()
  const compare = (one: number, other: number) => {
    const [a, b] = one < other ? [one, other] : [other, one]
    const key = a * backdrops.length + b
    const before = known.get(key)
    if (before) return before
    const [left, right] = [backdrops[a], backdrops[b]]
    if (left === undefined || right === undefined || isFar(left, right)) return null
    const made = { a, b, ...compareBackdrops(left, right) }
    // What is clearly different is not worth remembering among thousands.
    if (made.odds > backdropBounds.different - 2) known.set(key, made)
    return made
  }
  /** Mean of the better half: a dark or turned picture of the group does not keep the next one out. */
  const likenessTo = (portrait: number, group: readonly number[]) => {
    const others = group.filter((member) => member !== portrait)
    const step = Math.max(1, others.length / compared)
    const some = others.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
    const odds = some.map((member) => compare(portrait, member)?.odds ?? -6).sort((a, b) => b - a)
    const better = odds.slice(0, Math.ceil(odds.length / 2))
    return better.length === 0 ? -6 : better.reduce((sum, value) => sum + value, 0) / better.length
  }
  const groups: number[][] = []
  const join = (portrait: number) => {
    let best: number[] | null = null
    let most: number = backdropBounds.same
    for (const group of groups) {
      const odds = likenessTo(portrait, group)
      if (odds > most) {
        most = odds
        best = group
      }
    }
    if (best) best.push(portrait)
    else groups.push([portrait])
  }
  for (const portrait of backdrops.keys()) join(portrait)
  for (const portrait of backdrops.keys()) {
    const at = groups.findIndex((group) => group.includes(portrait))
    const left = groups[at]?.filter((member) => member !== portrait) ?? []
    if (left.length > 0) groups[at] = left
    else groups.splice(at, 1)
    join(portrait)
  }
  const groupOf = new Map(groups.flatMap((group) => group.map((portrait) => [portrait, group] as const)))
  const meanOf = new Map(
    groups.map((group) => [group, group.reduce((sum, portrait) => sum + likenessTo(portrait, group), 0) / group.length]),
  )
  const pairOf = (a: number, b: number): BackdropVerdict => {
    const pair = compare(a, b) ?? { odds: -6, verdict: 'different' as const, score: 0 }
    const group = groupOf.get(a)
    if (group === undefined || group !== groupOf.get(b)) return pair
    const mean = meanOf.get(group) ?? 0
    const odds = Math.max(pair.odds, (pair.odds + mean) / 2) + (group.length > 2 ? companyCounts : 0)
    return { odds, verdict: 'same', score: 1 / (1 + Math.exp(-odds)) }
  }
  const unsure = [...known.values()].filter((pair) => pair.verdict === 'cannot-tell' && groupOf.get(pair.a) !== groupOf.get(pair.b))
  const together = groups.flatMap((group) =>
    group.slice(0, pairsShown).flatMap((a, at) => group.slice(at + 1, pairsShown).map((b) => ({ a, b, ...pairOf(a, b) }))),
  )
  const ordered = groups.map((group) => group.sort((a, b) => a - b)).sort((a, b) => b.length - a.length)
  return { groups: ordered, pairs: [...together, ...unsure.slice(0, pairsShown * backdrops.length)], pairOf }
}

function isFar(a: Backdrop, b: Backdrop): boolean {
  return [far.light, far.hue, far.hue].some((bound, part) => {
    const [one, other] = [a.quantiles[part], b.quantiles[part]]
    const middle = (values: Float32Array | undefined) => values?.[values.length >> 1] ?? 0
    return Math.abs(middle(one) - middle(other)) > bound
  })
}
