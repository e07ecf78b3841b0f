import {
  type ComparedAudit,
  isSeenAlike,
  type Measure,
  type MeasureCompared,
  measures,
  type NotCompared,
  normsIn,
  type OrganisationsCompared,
  routesTaken,
  whyCodes,
} from './model.ts'
import { type Why, whyNot } from './reasons.ts'

/** A distribution of fewer shows the few and not the many. */
const fewest = 20

/**
 * Lays organisations beside each other, measure by measure: those of equal norm and visibility get their grades, and of every
 * other one it is said why it does not stand there. Where several sets are equal among themselves the largest counts, of equally
 * large ones the one with the organisation that was named first.
 */
export function compareOrganisations(all: readonly ComparedAudit[]): OrganisationsCompared {
  const byName = all.toSorted((a, b) => a.organisation.localeCompare(b.organisation, 'nl') || (a.auditId < b.auditId ? -1 : 1))
  const measured = measures.filter((measure) => all.some((one) => isGraded(one, measure)))
  // Where nobody has a grade the first measure says why.
  const made = (measured.length > 0 ? measured : measures.slice(0, 1)).map((measure) => ({ measure, set: alikeIn(all, measure) }))
  return {
    organisations: byName.map(({ auditId, organisation, at, rubric, hidden, scores }) => ({
      ...{ auditId, organisation, at, rubric },
      coverage: hidden ? null : scores.uniformity.coverage,
    })),
    measures: made.map(({ measure, set }) => {
      const grades = byName.map((one) => (set.includes(one) ? one.scores[measure].grade : null))
      const coverages = byName.map((one) => (one.hidden ? null : one.scores[measure].coverage))
      return { measure, grades, coverages, distribution: distributionOf(grades) }
    }),
    notCompared: merged(
      made.flatMap(({ measure, set }) =>
        byName.filter((one) => !set.includes(one)).flatMap((one) => whyNot(one, { measure, others: others(one, set, all, measure) })),
      ),
    ),
  }
}

const isGraded = (one: ComparedAudit, measure: Measure): boolean => !one.hidden && one.scores[measure].grade !== null

/** Which organisations can stand beside each other on a measure; none when no two can. */
function alikeIn(all: readonly ComparedAudit[], measure: Measure): readonly ComparedAudit[] {
  const groups = [
    ...Map.groupBy(
      all.filter((one) => isGraded(one, measure)),
      (one) => keyOf(one, measure),
    ).values(),
  ]
  const sets = groups.flatMap((group) =>
    group.map((low) => group.filter((one) => isAbove(one, low, measure) && isSeenAlike([one, low], measure))),
  )
  const [first] = all
  const size = (set: readonly ComparedAudit[]) => set.length + (first && set.includes(first) ? 0.5 : 0)
  const [largest] = sets.sort((a, b) => size(b) - size(a))
  return largest && largest.length > 1 ? largest : []
}

const isAbove = (one: ComparedAudit, low: ComparedAudit, measure: Measure): boolean =>
  one.scores[measure].coverage >= low.scores[measure].coverage

/** Norm and routes in one text: equal texts can be compared. */
const keyOf = (one: ComparedAudit, measure: Measure): string => JSON.stringify([one.rubric, normsIn(one, measure), routesTaken(one)])

/** What an organisation is held beside to say why it does not fit: the set, or else the first other one that has a grade. */
function others(one: ComparedAudit, set: readonly ComparedAudit[], all: readonly ComparedAudit[], measure: Measure) {
  if (set.length > 0) return set
  const graded = all.filter((other) => isGraded(other, measure))
  const [first] = graded
  // It is told once of a pair, not from both sides.
  return first === undefined || first === one ? [] : [first]
}

/** One line for all measures that it is said of. */
function merged(all: readonly Why[]): NotCompared[] {
  const lines = Map.groupBy(all, ({ auditId, code, text }) => JSON.stringify([auditId, code, text.nl]))
  return [...lines.values()]
    .flatMap(([first, ...more]) =>
      first
        ? [{ auditId: first.auditId, code: first.code, text: first.text, measures: [first, ...more].map(({ measure }) => measure) }]
        : [],
    )
    .sort((a, b) => whyCodes.indexOf(a.code) - whyCodes.indexOf(b.code))
}

function distributionOf(all: readonly (number | null)[]): MeasureCompared['distribution'] {
  const grades = all.filter((grade) => grade !== null).sort((a, b) => a - b)
  if (grades.length < fewest) return null
  const at = (share: number) => grades[Math.round(share * (grades.length - 1))] ?? 0
  return { count: grades.length, low: at(0.25), middle: at(0.5), high: at(0.75) }
}
