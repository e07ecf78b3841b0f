import type { Change, ChangeCause, ChangeEffect, Difference } from '../../model/difference.ts'
import type { Score } from '../../model/finding.ts'
import type { Text } from '../../model/text.ts'
import type { ScoreStep } from '../../scoring/compare.ts'
import { formatScore } from '../../scoring/grade.ts'
import { change, standOf } from './make.ts'
import type { AuditThen } from './side.ts'
import { because } from './words.ts'

type Audits = readonly [AuditThen, AuditThen]

/** The steps from the score as it stood then to the one of now. What was counted otherwise at the time is the norm's doing. */
export function scoreOf([before]: Audits, steps: readonly ScoreStep[]): Difference['score'] {
  const led = steps.map((step, at) => (at === 0 ? { ...step, from: before.score } : step))
  const [first, last] = [led[0], led.at(-1)]
  if (!first || !last) throw new Error('a comparison has steps')
  return {
    before: first.from,
    after: last.to,
    steps: led.filter(({ from, to }) => from.grade !== to.grade || from.coverage !== to.coverage),
  }
}

/** What the grade changed through in all. */
export interface GradeByCause {
  readonly cause: ChangeCause
  /** In tenths of a grade, up or down; `null` where one of its steps had no grade to begin or to end with. */
  readonly change: number | null
  readonly from: number | null
  readonly to: number | null
}

const causes = ['organisation', 'norm', 'visibility'] as const

/** Each cause once, what the organisation did first. A cause may have several steps, and what it gave and took adds up. */
export function gradeByCause({ steps }: Difference['score']): GradeByCause[] {
  return causes.flatMap((cause): GradeByCause[] => {
    const own = steps.filter((step) => step.cause === cause && step.from.grade !== step.to.grade)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const whole = own.every(({ from, to }) => from.grade !== null && to.grade !== null)
    const sum = own.reduce((all, { from, to }) => all + (to.grade ?? 0) - (from.grade ?? 0), 0)
    const change = whole ? Math.round(sum * 10) / 10 : null
    return change === 0 ? [] : [{ cause, change, from: first.from.grade, to: last.to.grade }]
  })
}

const whyOf = { organisation: because.sameNorm, norm: because.norm, visibility: because.seenElsewise }

/** The grade and what could be seen as changes of their own, a step each. */
export function scoreChanges(audits: Audits, { steps }: Difference['score']): Change[] {
  return steps.flatMap((step, at) => {
    const { cause, from, to } = step
    const detail = steps.slice(0, at).some((earlier) => earlier.cause === cause) ? '2' : null
    const said = { detail, kind: 'changed', cause, why: whyOf[cause] } as const
    const grade =
      from.grade === to.grade
        ? []
        : [
            change({
              ...{ ...said, item: 'grade', effect: effectOf(step) },
              before: standOf(audits[0], { value: from.grade, text: gradeText(from) }),
              after: standOf(audits[1], { value: to.grade, text: gradeText(to) }),
            }),
          ]
    if (cause !== 'visibility' || from.coverage === to.coverage) return grade
    return [
      ...grade,
      change({
        ...{ ...said, item: 'coverage' },
        before: standOf(audits[0], { value: from.coverage, text: percent(from.coverage) }),
        after: standOf(audits[1], { value: to.coverage, text: percent(to.coverage) }),
      }),
    ]
  })
}

const effectOf = ({ cause, from, to }: ScoreStep): ChangeEffect =>
  cause !== 'organisation' || from.grade === null || to.grade === null ? 'neutral' : to.grade > from.grade ? 'improvement' : 'regression'

const gradeText = ({ grade }: Score): Text =>
  grade === null ? { nl: 'nog geen cijfer', en: 'no grade yet' } : { nl: formatScore(grade, 'nl'), en: formatScore(grade, 'en') }

const percent = (share: number): Text => {
  const text = `${Math.round(share * 100)}%`
  return { nl: text, en: text }
}
