import { type Part, parts } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { Finding, Score } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { type Rubric, scoreFindings } from '../scoring/score.ts'

/** One audit as a trend needs it. */
export interface TrendAudit {
  readonly auditId: string
  /** ISO 8601. */
  readonly at: string
  /** As it was scored at the time. */
  readonly stored: { readonly rubric: Rubric; readonly score: Score; readonly findings: readonly Finding[] }
  /** The same evidence by the present norm. */
  readonly fair: { readonly rubric: Rubric; readonly score: Score; readonly findings: readonly Finding[] }
  /** Names the agreements of then; another name is another norm. */
  readonly agreements: string | null
  /** What people gave for uniformity, in half points; who they are plays no part. */
  readonly grades: readonly number[]
  /** Whoever looks has still to grade this one: nothing computed is shown. */
  readonly hidden: boolean
}

export interface TrendGrades {
  readonly rubric: string
  /** 1 to 10 in tenths; `null` where there is no grade. */
  readonly grade: number | null
  /** 0 to 1. */
  readonly coverage: number
  readonly parts: Readonly<Record<Part, number | null>>
}

export interface TrendPoint {
  readonly auditId: string
  readonly at: string
  /** `null` while it is hidden from whoever looks. */
  readonly stored: TrendGrades | null
  readonly fair: TrendGrades | null
  /** Mean of what people gave, 1 to 10, and by how many. */
  readonly people: { readonly grade: number | null; readonly count: number }
  /** What was asked otherwise than at the audit before; empty when nothing was. */
  readonly normChanged: readonly Text[]
  /** Per location: how many of the things that could be measured are in line, by the present norm. */
  readonly locations: readonly { readonly location: string; readonly inLine: number; readonly measured: number }[]
}

export interface TrendModel {
  readonly organisation: string
  /** Version of the rubric that the fair line is drawn by. */
  readonly rubric: string
  /** The oldest first. */
  readonly points: readonly TrendPoint[]
}

interface TrendInput {
  readonly organisation: string
  readonly rubric: string
  readonly audits: readonly TrendAudit[]
  /** Account key → the location that it speaks for. */
  readonly unitOf: ReadonlyMap<string, string>
}

const noParts = Object.fromEntries(parts.map((part) => [part, null])) as Record<Part, null>
const partOf = new Map(checks.map(({ id, part }) => [id, part]))

/** How an organisation's uniformity went, audit by audit. */
export function buildTrend({ organisation, rubric, audits, unitOf }: TrendInput): TrendModel {
  const inTime = audits.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.auditId < b.auditId ? -1 : 1))
  return {
    organisation,
    rubric,
    points: inTime.map((audit, index) => ({
      auditId: audit.auditId,
      at: audit.at,
      stored: audit.hidden ? null : gradesOf(audit.stored),
      fair: audit.hidden ? null : gradesOf(audit.fair),
      people: { grade: meanOf(audit.grades), count: audit.grades.length },
      normChanged: normChanged(inTime[index - 1], audit),
      locations: audit.hidden ? [] : byLocation(audit.fair.findings, unitOf),
    })),
  }
}

/** An assessment as the grades of its parts. */
function gradesOf({ rubric, score, findings }: TrendAudit['fair']): TrendGrades {
  const own = Map.groupBy(findings, ({ check }) => partOf.get(check))
  const grades = parts.flatMap((part) => {
    const of = own.get(part)
    return of ? [[part, scoreFindings(of, rubric).total.grade] as const] : []
  })
  return { rubric: score.rubric, grade: score.grade, coverage: score.coverage, parts: { ...noParts, ...Object.fromEntries(grades) } }
}

/** Half points to a grade with one decimal, halves up. */
function meanOf(grades: readonly number[]): number | null {
  if (grades.length === 0) return null
  const sum = grades.reduce((all, one) => all + one, 0)
  return Math.round((sum * 5) / grades.length) / 10
}

function normChanged(before: TrendAudit | undefined, audit: TrendAudit): Text[] {
  if (!before) return []
  const [was, is] = [before.stored.rubric.version, audit.stored.rubric.version]
  return [
    ...(was === is ? [] : [{ nl: `meetlat ${was} werd ${is}`, en: `rubric ${was} became ${is}` }]),
    ...(before.agreements === audit.agreements ? [] : [{ nl: 'andere afspraken', en: 'other agreements' }]),
  ]
}

function byLocation(findings: readonly Finding[], unitOf: ReadonlyMap<string, string>): TrendPoint['locations'] {
  const measured = findings.flatMap(({ subject, outcome }) => {
    const location = subject === null ? undefined : unitOf.get(subject)
    return location !== undefined && outcome.kind === 'scored' ? [{ location, met: outcome.value === 1 }] : []
  })
  return [...Map.groupBy(measured, ({ location }) => location)]
    .map(([location, own]) => ({ location, inLine: own.filter(({ met }) => met).length, measured: own.length }))
    .sort((a, b) => a.location.localeCompare(b.location))
}
