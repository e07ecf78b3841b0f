import { rubric as presentRubric, rubricOf } from '../../config/rubric.ts'
import { type Check, type Part, parts } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { Assessment } from '../model/audit.ts'
import type { Finding, Score } from '../model/finding.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import { cheapestPath } from '../scoring/cheapest-path.ts'
import { contributions } from '../scoring/contribution.ts'
import { formatScore } from '../scoring/grade.ts'
import { type Rubric, scoreFindings } from '../scoring/score.ts'
import { type Mend, type WhatIf, whatIf } from '../scoring/what-if.ts'
import { platformName } from './platform-name.ts'

/** A finding with the account it is about and what it brings of the total. */
export type UniformityFinding = Finding & { readonly about: string | null; readonly points: number; readonly maximum: number }

export interface UniformityCheck {
  readonly id: string
  readonly title: Text
  readonly description: Text
  /** Points that it can bring; 0 while it is new. */
  readonly weight: number
  /** Why it weighs that. */
  readonly reason: Text | null
  readonly score: Score
  readonly inLine: number
  readonly toMend: number
  readonly unseen: number
  readonly explained: number
  readonly findings: readonly UniformityFinding[]
}

export interface UniformityPart {
  readonly part: Part
  readonly title: Text
  /** Of this part alone; its points and maximum are its part of the total where it has a grade. */
  readonly score: Score
  readonly checks: readonly UniformityCheck[]
}

/** Everything that changing one field of one account puts right. */
export interface UniformityMend {
  readonly id: string
  readonly subject: string | null
  readonly about: string | null
  readonly field: string
  readonly minutes: number
  readonly points: number
  /** What it adds to the grade before rounding. */
  readonly gain: number
  /** The grade when this alone is done. */
  readonly gradeAfter: number | null
  readonly checks: readonly string[]
  readonly how: readonly Text[]
}

export interface UniformityPath {
  readonly target: number
  readonly grade: number
  readonly minutes: number
  /** No way takes fewer minutes than this; equal to `minutes` when this is the cheapest. */
  readonly atLeast: number
  /** Ids of mends. */
  readonly mends: readonly string[]
}

/** How uniform an organisation is, with what that was made from and what would mend it. */
export interface UniformityModel {
  readonly rubric: string
  readonly score: Score
  /** The sum as a person can do it over; `null` without a grade. */
  readonly formula: Text | null
  readonly meaning: Text
  readonly parts: readonly UniformityPart[]
  readonly accounts: readonly { readonly key: string; readonly about: string; readonly points: number; readonly maximum: number }[]
  /** What differs and counts most first; explained ones are not among them. */
  readonly deviations: readonly UniformityFinding[]
  readonly explained: readonly UniformityFinding[]
  /** Checks that the organisation switched off. */
  readonly off: readonly { readonly id: string; readonly title: Text }[]
  readonly plan: {
    readonly grade: number | null
    readonly best: number | null
    readonly mends: readonly UniformityMend[]
    readonly paths: readonly UniformityPath[]
  }
}

export interface UniformityInput {
  readonly assessment: Assessment
  readonly accounts: readonly { readonly key: string; readonly platform: PlatformId; readonly handle: string }[]
  /** Ids of checks that are switched off. */
  readonly off: readonly string[]
  /** A grade to find the cheapest path to, beside the usual ones. */
  readonly target?: number
}

const meaning: Text = {
  nl: 'Een 10 betekent: alle accounts houden zich aan je eigen afspraken. Het zegt niet of je social media goed zijn.',
  en: 'A 10 means: all accounts keep to your own agreements. It does not say whether your social media are good.',
}

const partTitles: Readonly<Record<Part, Text>> = {
  names: { nl: 'Namen', en: 'Names' },
  background: { nl: 'Achtergrond', en: 'Background' },
  pictures: { nl: 'Profielfoto en logo', en: 'Profile picture and logo' },
  text: { nl: 'Omschrijving en link', en: 'Description and link' },
  portraits: { nl: 'Portretten', en: 'Portraits' },
}

/** The field that mending each check changes. */
const fieldOfCheck: Readonly<Record<string, string>> = Object.fromEntries(checks.map(({ id, field }) => [id, field]))

/** Grades that people aim at. */
const usualTargets = [5.5, 6, 7, 8, 9, 10]

export function buildUniformity({ assessment, accounts, off, target }: UniformityInput): UniformityModel {
  const { findings, score } = assessment
  const rubric = rubricOf(assessment.rubric) ?? presentRubric
  const partOf = contributions(findings, rubric)
  const names = new Map(accounts.map(({ key, platform, handle }) => [key, `${platformName(platform)} (${handle})`]))
  const about = (subject: string | null) => (subject === null ? null : (names.get(subject) ?? subject))
  const told = findings.map((finding): UniformityFinding => ({ ...finding, about: about(finding.subject), ...partOf(finding) }))
  const lost = ({ maximum, points }: UniformityFinding) => maximum - points
  const plan = whatIf(findings, rubric, fieldOfCheck)
  return {
    rubric: assessment.rubric,
    score,
    formula: formulaOf(score),
    meaning,
    parts: parts.flatMap((part) => partModel(part, told, rubric)),
    accounts: [...Map.groupBy(findings, ({ subject }) => subject)].flatMap(([subject, own]) =>
      subject === null ? [] : [{ key: subject, about: about(subject) ?? subject, ...partOf(...own) }],
    ),
    deviations: told.filter(isDeviation).sort((a, b) => lost(b) - lost(a)),
    explained: told.filter((finding) => finding.explained !== undefined),
    off: checks.filter(({ id }) => off.includes(id)).map(({ id, title }) => ({ id, title })),
    plan: {
      grade: plan.grade,
      best: plan.best,
      mends: plan.mends.map((mend) => mendModel(mend, about(mend.subject))),
      paths: pathsOf(plan, target),
    },
  }
}

const isDeviation = ({ outcome }: Finding) => outcome.kind === 'scored' && outcome.value < 1

function formulaOf({ points, maximum, grade }: Score): Text | null {
  if (grade === null) return null
  const written = (locale: keyof Text) => {
    const number = (value: number, digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
    const of = locale === 'nl' ? 'van' : 'of'
    const sum = `${number(points, 2)} ${of} ${number(maximum, 2)} ${locale === 'nl' ? 'punten' : 'points'}`
    return `${sum} → 1 + 9 × ${number(points / maximum, 4)} = ${formatScore(grade, locale)}`
  }
  return { nl: written('nl'), en: written('en') }
}

function partModel(part: Part, told: readonly UniformityFinding[], rubric: Rubric): UniformityPart[] {
  const own = checks.filter((check) => check.part === part)
  const ids = new Set(own.map(({ id }) => id))
  const findings = told.filter(({ check }) => ids.has(check))
  if (findings.length === 0) return []
  const { total, checks: scores } = scoreFindings(findings, rubric)
  const models = own.flatMap((check) => {
    const score = scores.find((one) => one.check === check.id)?.score
    return score ? [checkModel(check, score, findings, rubric)] : []
  })
  return [{ part, title: partTitles[part], score: total, checks: models }]
}

function checkModel({ id, title, description }: Check, score: Score, all: readonly UniformityFinding[], rubric: Rubric): UniformityCheck {
  const findings = all.filter(({ check }) => check === id)
  const count = (is: (finding: Finding) => boolean) => findings.filter(is).length
  return {
    id,
    title,
    description,
    weight: rubric.weights[id] ?? 0,
    reason: rubric.reasons?.[id] ?? null,
    score,
    inLine: count(({ outcome }) => outcome.kind === 'scored' && outcome.value === 1),
    toMend: count(isDeviation),
    unseen: count(({ outcome }) => outcome.kind === 'unknown' || outcome.kind === 'error'),
    explained: count(({ explained }) => explained !== undefined),
    findings,
  }
}

const mendModel = ({ id, subject, field, minutes, points, gain, gradeAfter, findings }: Mend, about: string | null): UniformityMend => ({
  id,
  subject,
  about,
  field,
  minutes,
  points,
  gain,
  gradeAfter,
  checks: findings.map(({ check }) => check),
  how: findings.flatMap(({ mend }) => (mend ? [mend] : [])),
})

function pathsOf(plan: WhatIf, asked: number | undefined): UniformityPath[] {
  const { grade } = plan
  if (grade === null) return []
  const targets = new Set([...usualTargets.filter((target) => target > grade), ...(asked === undefined ? [] : [asked])])
  return [...targets]
    .sort((a, b) => a - b)
    .flatMap((target) => {
      const path = cheapestPath(plan, target)
      return path ? [{ ...path, mends: path.mends.map(({ id }) => id) }] : []
    })
}
