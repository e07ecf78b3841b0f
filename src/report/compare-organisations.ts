import type { RouteReport } from '../model/audit.ts'
import type { Text } from '../model/text.ts'
import type { TrendGrades } from './trend.ts'

/** One organisation's audit, by the present norm. */
export interface ComparedOrganisation extends TrendGrades {
  readonly organisation: string
  readonly auditId: string
  readonly at: string
  /** Checks that the organisation switched off. */
  readonly off: readonly string[]
  readonly routes: readonly Pick<RouteReport, 'route' | 'state'>[]
}

export type OrganisationsCompared =
  | { readonly refused: Text }
  | {
      /** By name, since it is no ranking. */
      readonly organisations: readonly ComparedOrganisation[]
      /** Grades at the quarters; `null` with fewer organisations than say anything. */
      readonly distribution: { readonly count: number; readonly low: number; readonly middle: number; readonly high: number } | null
    }

/** A distribution of fewer shows the few and not the many. */
const fewest = 20
/** Coverage may differ by a twentieth: as much as one account among twenty. */
const mostApart = 0.05

/** Lays organisations beside each other where norm and visibility are equal, and otherwise says why it does not. */
export function compareOrganisations(all: readonly ComparedOrganisation[]): OrganisationsCompared {
  const refused = whyNot(all)
  if (refused) return { refused }
  const grades = all.flatMap(({ grade }) => (grade === null ? [] : [grade])).sort((a, b) => a - b)
  const at = (share: number) => grades[Math.round(share * (grades.length - 1))] ?? 0
  return {
    organisations: all.toSorted((a, b) => a.organisation.localeCompare(b.organisation)),
    distribution: grades.length < fewest ? null : { count: grades.length, low: at(0.25), middle: at(0.5), high: at(0.75) },
  }
}

const taken = (routes: ComparedOrganisation['routes']): string =>
  routes
    .filter(({ state }) => state === 'done' || state === 'partial')
    .map(({ route }) => route)
    .sort()
    .join(' ')

const isEqual = <T>(all: readonly T[], of: (one: T) => string): boolean => new Set(all.map(of)).size <= 1

function whyNot(all: readonly ComparedOrganisation[]): Text | null {
  if (all.length < 2) return reasons.tooFew
  if (isEqual(all, ({ organisation }) => organisation)) return reasons.oneOrganisation
  if (!isEqual(all, ({ rubric }) => rubric) || !isEqual(all, ({ off }) => [...off].sort().join(' '))) return reasons.norm
  if (!isEqual(all, ({ routes }) => taken(routes))) return reasons.routes
  const seen = all.map(({ coverage }) => coverage)
  return Math.max(...seen) - Math.min(...seen) > mostApart ? reasons.coverage : null
}

const reasons = {
  tooFew: { nl: 'Kies minstens twee audits om te vergelijken.', en: 'Choose at least two audits to compare.' },
  oneOrganisation: {
    nl: 'Deze audits gaan over één organisatie. Gebruik daarvoor de verschillen of het verloop.',
    en: 'These audits are of one organisation. Use the differences or the trend for that.',
  },
  norm: {
    nl: 'De norm is niet gelijk: de ene organisatie laat iets meetellen wat de andere uitzet. Naast elkaar zouden de cijfers iets zeggen wat niet klopt.',
    en: 'The norm is not equal: one organisation counts something that the other switched off. Side by side the grades would mislead.',
  },
  routes: {
    nl: 'Er is niet op dezelfde plekken gekeken. Doe de audits opnieuw met dezelfde routes, dan kan het wel.',
    en: 'The same places were not looked at. Do the audits again with the same routes, and it can be done.',
  },
  coverage: {
    nl: 'Van de ene organisatie was meer te zien dan van de andere. Vul aan wat niet te zien was, dan kan het wel.',
    en: 'More could be seen of one organisation than of the other. Add what could not be seen, and it can be done.',
  },
} as const satisfies Readonly<Record<string, Text>>
