import type { Finding } from '../model/finding.ts'
import type { Passage } from '../model/house-style.ts'
import type { Text } from '../model/text.ts'

/** Whose norm a finding is held against. */
export type Norm =
  | { readonly kind: 'agreed'; readonly passage: Passage | null }
  | { readonly kind: 'majority'; readonly support: number; readonly of: number }
  | { readonly kind: 'default' }

export const agreed = (passage: Passage | null): Norm => ({ kind: 'agreed', passage })
export const byDefault: Norm = { kind: 'default' }

/** As the finding keeps it. */
export const normOf = (norm: Norm): NonNullable<Finding['norm']> => ({
  kind: norm.kind,
  passage: norm.kind === 'agreed' ? norm.passage : null,
})

/** Why it counts, with where the norm comes from. */
export function whyBy(norm: Norm, reason: Text): Text {
  const source = sourceOf(norm)
  return { nl: `${reason.nl} ${source.nl}`, en: `${reason.en} ${source.en}` }
}

function sourceOf(norm: Norm): Text {
  switch (norm.kind) {
    case 'agreed':
      return norm.passage
        ? {
            nl: `Zo staat het in je eigen afspraken: ‘${norm.passage.quote}’ (${norm.passage.document}).`,
            en: `Your own agreements say so: ‘${norm.passage.quote}’ (${norm.passage.document}).`,
          }
        : { nl: 'Dit heb je zelf afgesproken.', en: 'You agreed this yourself.' }
    case 'majority':
      return {
        nl: `Er is niets afgesproken. Daarom kijken wij naar wat het vaakst voorkomt: ${norm.support} van de ${norm.of}.`,
        en: `Nothing is agreed. So we look at what is most common: ${norm.support} of ${norm.of}.`,
      }
    case 'default':
      return {
        nl: 'Er is niets afgesproken. Dit is het uitgangspunt van Eenlijn.',
        en: 'Nothing is agreed. This is Eenlijn’s own measure.',
      }
  }
}
