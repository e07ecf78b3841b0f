import type { GradeView, GradingView } from '../services/views.ts'
import type { Grading } from './model.ts'

/** Grades that this reader may see, with their mean; what is hidden is counted and does not leak through the mean. */
export function gradingOf(view: GradingView): Grading {
  const seen = [...(view.mine ? [view.mine] : []), ...view.others]
  return {
    lines: seen.map((grade) => ({
      grade: grade.halfPoints === null ? null : grade.halfPoints / 2,
      reason: grade.reason,
      by: grade.by,
      at: grade.at,
    })),
    mean: meanOf(seen),
    hidden: Math.max(0, view.othersCount - view.others.length),
  }
}

/** In tenths, halves rounded up; `null` when nobody gave a number. */
function meanOf(grades: readonly GradeView[]): { value: number; n: number } | null {
  const numbers = grades.flatMap((grade) => (grade.halfPoints === null ? [] : [grade.halfPoints]))
  if (numbers.length === 0) return null
  const sum = numbers.reduce((total, halfPoints) => total + halfPoints, 0)
  return { value: Math.round((sum * 5) / numbers.length) / 10, n: numbers.length }
}
