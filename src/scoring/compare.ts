import type { Finding, Score } from '../model/finding.ts'
import { type Rubric, scoreFindings } from './score.ts'

/** Why an item came out otherwise: the organisation did something, other things are asked, or more or less could be seen. */
type Cause = 'organisation' | 'norm' | 'visibility'
type Direction = 'improvement' | 'regression' | 'neutral'

/** One item (a check on a subject) that came out otherwise, through one cause. */
export interface Change {
  readonly check: string
  readonly subject: string | null
  readonly cause: Cause
  readonly direction: Direction
  /** `null` when the item was not there. */
  readonly before: Finding | null
  readonly after: Finding | null
}

export interface ScoreStep {
  readonly cause: Cause
  readonly from: Score
  readonly to: Score
}

export interface Comparison {
  readonly changes: readonly Change[]
  /** Items that could be judged both times by the same norm and came out alike. */
  readonly equal: number
  /** From the first score to the last one, each step through one cause. */
  readonly steps: readonly ScoreStep[]
}

/** One assessment taken apart into what it was made from. */
interface Judged<Seen, Norm> {
  readonly seen: Seen
  readonly norm: Norm
  readonly rubric: Rubric
}

export interface CompareInput<Seen, Norm> {
  readonly before: Judged<Seen, Norm>
  readonly after: Judged<Seen, Norm>
  /** The checks: pure, so that a world that never was can be judged as well. */
  readonly judge: (seen: Seen, norm: Norm) => Finding[]
  /** Both sides with only what both of them saw. */
  readonly inCommon: (before: Seen, after: Seen) => readonly [Seen, Seen]
}

/**
 * Says of every difference between two assessments what caused it, by judging the worlds in between: what was seen then by
 * today's norm, then both sides with only what both saw. One thing changes at a time, so each change has exactly one cause;
 * a norm of the majority that moved because more could be seen counts as visibility too.
 */
export function compareAssessments<Seen, Norm>({ before, after, judge, inCommon }: CompareInput<Seen, Norm>): Comparison {
  const [commonBefore, commonAfter] = inCommon(before.seen, after.seen)
  const worlds = [before.seen, commonBefore, commonAfter, after.seen].map((seen) => judge(seen, after.norm))
  const [then, thenCommon, nowCommon, now] = worlds as [Finding[], Finding[], Finding[], Finding[]]
  const first = judge(before.seen, before.norm)
  const score = (findings: Finding[], rubric: Rubric) => scoreFindings(findings, rubric).total
  const [s0, s1, s2, s3, s4] = [
    score(first, before.rubric),
    score(then, after.rubric),
    score(thenCommon, after.rubric),
    score(nowCommon, after.rubric),
    score(now, after.rubric),
  ] as const
  return {
    changes: [
      ...changesBetween(first, then, 'norm'),
      ...changesBetween(thenCommon, nowCommon, 'organisation'),
      ...visibilityChanges(changesBetween(then, thenCommon, 'visibility'), changesBetween(nowCommon, now, 'visibility')),
    ],
    equal: equalItems(thenCommon, nowCommon),
    steps: [
      { cause: 'norm', from: s0, to: s1 },
      { cause: 'visibility', from: s1, to: s2 },
      { cause: 'organisation', from: s2, to: s3 },
      { cause: 'visibility', from: s3, to: s4 },
    ],
  }
}

const itemOf = ({ check, subject }: Pick<Finding, 'check' | 'subject'>) => JSON.stringify([check, subject])

const sameOutcome = (a: Finding, b: Finding) =>
  a.outcome.kind === b.outcome.kind && (a.outcome.kind !== 'scored' || b.outcome.kind !== 'scored' || a.outcome.value === b.outcome.value)

function equalItems(before: readonly Finding[], after: readonly Finding[]): number {
  const old = new Map(before.map((finding) => [itemOf(finding), finding]))
  return after.filter((finding) => {
    const was = old.get(itemOf(finding))
    return finding.outcome.kind === 'scored' && was !== undefined && sameOutcome(was, finding)
  }).length
}

function changesBetween(before: readonly Finding[], after: readonly Finding[], cause: Cause): Change[] {
  const old = new Map(before.map((finding) => [itemOf(finding), finding]))
  const fresh = new Map(after.map((finding) => [itemOf(finding), finding]))
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((item) => {
    const [was, is] = [old.get(item) ?? null, fresh.get(item) ?? null]
    const { check, subject } = (is ?? was) as Finding
    if (was && is && sameOutcome(was, is)) return []
    return [{ check, subject, cause, direction: directionOf(was, is, cause), before: was, after: is }]
  })
}

/** What is seen better or worse is no better or worse for that. */
function directionOf(was: Finding | null, is: Finding | null, cause: Cause): Direction {
  if (cause === 'visibility' || was?.outcome.kind !== 'scored' || is?.outcome.kind !== 'scored') return 'neutral'
  return is.outcome.value > was.outcome.value ? 'improvement' : 'regression'
}

/** An item that was seen less on one side and more on the other changed once through visibility. */
function visibilityChanges(less: readonly Change[], more: readonly Change[]): Change[] {
  const later = new Map(more.map((change) => [itemOf(change), change]))
  const both = less.map((change) => ({ ...change, after: later.get(itemOf(change))?.after ?? change.after }))
  const seenLess = new Set(less.map(itemOf))
  return [...both, ...more.filter((change) => !seenLess.has(itemOf(change)))]
}
