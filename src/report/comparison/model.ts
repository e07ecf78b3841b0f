import { type Part, parts } from '../../checks/check.ts'
import type { RouteReport } from '../../model/audit.ts'
import type { RouteId } from '../../model/candidate.ts'
import type { Score } from '../../model/finding.ts'
import type { Text } from '../../model/text.ts'
import { isHandedIn } from '../difference/routes.ts'

/** What organisations are compared on. */
export const measures = ['uniformity', ...parts] as const
export type Measure = (typeof measures)[number]

/** What the accounts of an organisation were held against by one check. */
const normSorts = ['own', 'agreed', 'must', 'may', 'must-not', 'off', 'explained'] as const
export type NormSort = (typeof normSorts)[number]

/** One organisation by one of its audits. */
export interface ComparedAudit {
  readonly auditId: string
  readonly organisation: string
  /** ISO 8601. */
  readonly at: string
  readonly rubric: string
  /** Whoever looks has still to grade this one: nothing computed is shown. */
  readonly hidden: boolean
  readonly scores: Readonly<Record<Measure, Score>>
  /** Of each check that counts: what its accounts were held against. */
  readonly norms: readonly { readonly check: string; readonly part: Part; readonly norm: NormSort }[]
  readonly routes: readonly Pick<RouteReport, 'route' | 'state'>[]
}

export const whyCodes = ['rubric', 'norm', 'routes', 'coverage', 'not-graded', 'hidden'] as const
export type WhyCode = (typeof whyCodes)[number]

/** Why one organisation does not stand beside the others. */
export interface NotCompared {
  readonly auditId: string
  readonly code: WhyCode
  readonly measures: readonly Measure[]
  readonly text: Text
}

export interface MeasureCompared {
  readonly measure: Measure
  /** In the order of the organisations; `null`: not compared, see `notCompared`. */
  readonly grades: readonly (number | null)[]
  /** How much of it could be seen, in the same order, 0 to 1; `null` while it is hidden from whoever looks. */
  readonly coverages: readonly (number | null)[]
  /** Grades at the quarters; `null` with fewer organisations than say anything. */
  readonly distribution: { readonly count: number; readonly low: number; readonly middle: number; readonly high: number } | null
}

export interface OrganisationsCompared {
  /** By name, since it is no ranking. */
  readonly organisations: readonly {
    readonly auditId: string
    readonly organisation: string
    readonly at: string
    readonly rubric: string
    /** 0 to 1; `null` while it is hidden from whoever looks. */
    readonly coverage: number | null
  }[]
  /** Only what was measured somewhere. */
  readonly measures: readonly MeasureCompared[]
  readonly notCompared: readonly NotCompared[]
}

/** What had a say in a measure; in uniformity everything that counts. */
export const normsIn = ({ norms }: ComparedAudit, measure: Measure): ComparedAudit['norms'] =>
  norms.filter(({ part }) => measure === 'uniformity' || part === measure)

/** What people hand in and what an earlier audit knew are no ways of looking. */
export const routesTaken = ({ routes }: ComparedAudit): RouteId[] =>
  routes
    .filter(({ route, state }) => !isHandedIn(route) && (state === 'done' || state === 'partial'))
    .map(({ route }) => route)
    .sort()

/** Coverage may differ by a twentieth: as much as one account among twenty. A hair more, since shares are floats. */
const mostApart = 0.05 + 1e-9

/** Whether of all of them as much could be seen. */
export function isSeenAlike(all: readonly ComparedAudit[], measure: Measure): boolean {
  const shares = all.map(({ scores }) => scores[measure].coverage)
  return Math.max(...shares) - Math.min(...shares) <= mostApart
}
