import type { Address } from '../../src/model/platform.ts'
import { classifyUrl } from '../../src/platforms/classify.ts'

/** An account in the truth of the open pages. */
interface TrueAccount {
  readonly platform: string
  readonly url: string
}

/** What is known of one open page. */
export interface PageTruth {
  readonly id: string
  readonly file: string
  readonly url: string | null
  readonly domain: string | null
  readonly accounts: readonly TrueAccount[]
  readonly secondary: readonly TrueAccount[]
  readonly people: readonly TrueAccount[]
  readonly ambiguous: readonly (string | TrueAccount)[]
  readonly ignored: readonly (string | TrueAccount)[]
}

/** Right, missed and wrongly claimed keys of one page or site. */
export interface Score {
  readonly right: readonly string[]
  readonly missed: readonly string[]
  readonly wrong: readonly string[]
}

export const identity = (address: Address, raw: string): string => address.key ?? `not an account: ${raw}`
export const keyOf = (url: string): string => identity(classifyUrl(url, { fediverse: true }), url)

/** Compares claimed keys with the truth; neutral keys count neither way. */
export function compare(claimed: Iterable<string>, truth: Iterable<string>, neutral: Iterable<string>): Score {
  const wanted = new Set(truth)
  const ignored = new Set(neutral)
  const given = new Set(claimed)
  return {
    right: [...given].filter((key) => wanted.has(key)),
    missed: [...wanted].filter((key) => !given.has(key)),
    wrong: [...given].filter((key) => !wanted.has(key) && !ignored.has(key)),
  }
}

export function neutralKeys(page: PageTruth): string[] {
  return [...page.secondary, ...page.ambiguous, ...page.ignored].map((one) => keyOf(typeof one === 'string' ? one : one.url))
}

/** Precision, recall and the number of wholly right ones over many. */
export function totals(scores: readonly Score[]): { precision: number; recall: number; whole: number } {
  const right = scores.reduce((sum, score) => sum + score.right.length, 0)
  const missed = scores.reduce((sum, score) => sum + score.missed.length, 0)
  const wrong = scores.reduce((sum, score) => sum + score.wrong.length, 0)
  return {
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, right + missed),
    whole: scores.filter((score) => score.missed.length === 0 && score.wrong.length === 0).length,
  }
}

/** One judged account: the stated confidence, and whether it was the organisation's. */
export interface Stated {
  readonly confidence: number
  readonly ours: boolean
}

/** Reliability: per tenth of confidence the mean stated and the share that was right; ECE over all. */
export function reliability(stated: readonly Stated[]): {
  rows: { from: number; n: number; stated: number; right: number }[]
  ece: number
} {
  const rows = Array.from({ length: 10 }, (_, bin) => {
    const inside = stated.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    const n = inside.length
    return {
      from: bin / 10,
      n,
      stated: n === 0 ? 0 : inside.reduce((sum, { confidence }) => sum + confidence, 0) / n,
      right: n === 0 ? 0 : inside.filter(({ ours }) => ours).length / n,
    }
  })
  const ece = rows.reduce((sum, row) => sum + row.n * Math.abs(row.stated - row.right), 0) / Math.max(1, stated.length)
  return { rows, ece }
}
