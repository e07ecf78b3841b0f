import type { Change, ChangeEffect, Difference } from '../../model/difference.ts'

/** A change with all that follows from it. */
export interface Card {
  readonly change: Change
  readonly followers: readonly Change[]
}

/** Strengths first; what the norm or sight did stands apart, since nobody did anything. */
export const sections = ['better', 'worse', 'other', 'norm', 'visibility'] as const
export type Section = (typeof sections)[number]
export type Sections = Readonly<Record<Section, readonly Card[]>>

/** The changes of a difference by what they mean, each told once. The score is told by itself. */
export function sectionsOf({ changes }: Pick<Difference, 'changes'>): Sections {
  const told = changes.filter(({ item }) => item !== 'grade' && item !== 'coverage')
  const byId = new Map(told.map((change) => [change.id, change]))
  const rootOf = (change: Change): Change => {
    const before = change.follows === null ? undefined : byId.get(change.follows)
    return before && before.cause === change.cause ? rootOf(before) : change
  }
  const made: Record<Section, Card[]> = { better: [], worse: [], other: [], norm: [], visibility: [] }
  for (const [change, all] of Map.groupBy(told, rootOf)) {
    const card = { change, followers: all.filter((one) => one !== change) }
    made[sectionOf(card)].push(card)
  }
  return made
}

function sectionOf(card: Card): Section {
  const { cause } = card.change
  if (cause !== 'organisation') return cause
  const effect = effectOf(card)
  return effect === 'improvement' ? 'better' : effect === 'regression' ? 'worse' : 'other'
}

/** Better and worse at once is neither. */
export function effectOf({ change, followers }: Card): ChangeEffect {
  const effects = new Set([change, ...followers].map(({ effect }) => effect))
  const [up, down] = [effects.has('improvement'), effects.has('regression')]
  return up === down ? 'neutral' : up ? 'improvement' : 'regression'
}
