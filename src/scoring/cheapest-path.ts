import { type Fraction, isLess, minus } from './fraction.ts'
import { gradeWith, type Mend, type WhatIf } from './what-if.ts'

export interface Path {
  /** The grade that was asked for. */
  readonly target: number
  readonly mends: readonly Mend[]
  readonly minutes: number
  /** The grade that comes out, in tenths: the target or more. */
  readonly grade: number
  /** No way to the target takes fewer minutes than this; equal to `minutes` when the path is the cheapest. */
  readonly atLeast: number
}

/** Steps of the exact search; beyond it the path is near the cheapest, and `atLeast` says how near. */
const mostSteps = 2_000_000

/**
 * The mends that reach a grade in the fewest minutes.
 * @param target 1 to 10, in tenths
 * @returns `null` when nothing is graded or the target is out of reach; no mends when it is reached already
 */
export function cheapestPath(plan: WhatIf, target: number): Path | null {
  const need = minus(shareFor(target), plan.share)
  const useful = plan.mends.filter(({ share }) => share.n > 0n)
  const scale = useful.reduce((all, { share: { d } }) => leastCommon(all, d), need.d)
  const items = useful.map((mend): Item => ({ mend, gain: (mend.share.n * scale) / mend.share.d, cost: mend.minutes }))
  const asked = (need.n * scale) / need.d
  if (plan.grade === null || items.reduce((sum, { gain }) => sum + gain, 0n) < asked) return null
  const greedy = trimmed(greedyPick(items, asked), asked)
  const chosen = exactPick(items, asked, costOf(greedy))
  const picked = chosen ?? greedy
  const mends = picked.map(({ mend }) => mend)
  const minutes = costOf(picked)
  return { target, mends, minutes, grade: gradeWith(plan, mends) ?? 1, atLeast: chosen ? minutes : leastMinutes(items, asked) }
}

/** The share from which a grade rounds to the target: 1 + 9 × share, halves up. */
function shareFor(target: number): Fraction {
  const from = { n: BigInt(2 * Math.round(target * 10) - 21), d: 180n }
  return isLess(from, { n: 0n, d: 1n }) ? { n: 0n, d: 1n } : from
}

interface Item {
  readonly mend: Mend
  /** In whole parts of one common denominator. */
  readonly gain: bigint
  readonly cost: number
}

const greatest = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatest(b, a % b))
const leastCommon = (a: bigint, b: bigint): bigint => (a / greatest(a, b)) * b
const costOf = (items: readonly Item[]) => items.reduce((sum, { cost }) => sum + cost, 0)
const gainOf = (items: readonly Item[]) => items.reduce((sum, { gain }) => sum + gain, 0n)
const byGainPerMinute = (a: Item, b: Item) => Number(b.gain * BigInt(a.cost) - a.gain * BigInt(b.cost)) || a.cost - b.cost

function greedyPick(items: readonly Item[], asked: bigint): Item[] {
  const picked: Item[] = []
  let gained = 0n
  for (const item of items.toSorted(byGainPerMinute)) {
    if (gained >= asked) break
    picked.push(item)
    gained += item.gain
  }
  return picked
}

/** Leaves out what is not needed after all, the longest work first. */
function trimmed(picked: readonly Item[], asked: bigint): Item[] {
  let spare = gainOf(picked) - asked
  const kept: Item[] = []
  for (const item of picked.toSorted((a, b) => b.cost - a.cost)) {
    if (item.gain <= spare) spare -= item.gain
    else kept.push(item)
  }
  return kept
}

/** Minutes if a mend could be done in part: no whole set of mends takes fewer. */
function leastMinutes(items: readonly Item[], asked: bigint): number {
  let [left, minutes] = [asked, 0]
  for (const { gain, cost } of items.toSorted(byGainPerMinute)) {
    if (left <= 0n) break
    minutes += gain <= left ? cost : Math.ceil((cost * Number((left * 1_000n) / gain)) / 1_000)
    left -= gain
  }
  return minutes
}

interface Bundle {
  readonly items: readonly Item[]
  readonly gain: bigint
  readonly cost: number
}

/** Equal items in bundles of 1, 2, 4 …: every number of them can be made, with few bundles. */
function bundlesOf(items: readonly Item[]): Bundle[] {
  return [...Map.groupBy(items, ({ gain, cost }) => `${gain}/${cost}`).values()].flatMap((equal) => {
    const bundles: Bundle[] = []
    for (let at = 0, size = 1; at < equal.length; at += size, size *= 2) {
      const some = equal.slice(at, at + size)
      bundles.push({ items: some, gain: gainOf(some), cost: costOf(some) })
    }
    return bundles
  })
}

/** The knapsack turned round: the most gain within each number of minutes. `null` when it would take too many steps. */
function exactPick(items: readonly Item[], asked: bigint, atMost: number): Item[] | null {
  const bundles = bundlesOf(items)
  const width = atMost + 1
  if (bundles.length * width > mostSteps) return null
  const best = new Array<bigint>(width).fill(0n)
  const took = new Uint8Array(bundles.length * width)
  bundles.forEach(({ gain, cost }, row) => {
    for (let minutes = atMost; minutes >= cost; minutes -= 1) {
      const gained = (best[minutes - cost] ?? 0n) + gain
      if (gained <= (best[minutes] ?? 0n)) continue
      best[minutes] = gained
      took[row * width + minutes] = 1
    }
  })
  const picked: Item[] = []
  let minutes = best.findIndex((gained) => gained >= asked)
  for (let row = bundles.length - 1; row >= 0; row -= 1) {
    const bundle = bundles[row]
    if (!bundle || took[row * width + minutes] !== 1) continue
    picked.push(...bundle.items)
    minutes -= bundle.cost
  }
  return picked
}
