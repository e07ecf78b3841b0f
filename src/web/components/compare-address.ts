import { rubric as presentRubric } from '../../../config/rubric.ts'
import type { ReadComparison } from '../../services/compare-organisations.ts'
import type { Ui } from '../ui.ts'

export interface CompareProps {
  readonly ui: Ui
  readonly comparison: ReadComparison
  /** As they were chosen. */
  readonly audits: readonly string[]
}

/** Address of the same organisations, measured in a way. */
export function addressOf(page: string, audits: readonly string[], { rubric, agreements }: ReadComparison['by']): string {
  const query = new URLSearchParams(audits.map((id): [string, string] => ['audit', id]))
  if (rubric !== presentRubric.version) query.set('rubric', rubric)
  if (agreements !== 'own') query.set('agreements', agreements)
  return `${page}?${query}`
}
