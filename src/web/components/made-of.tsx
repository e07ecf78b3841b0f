import type { UniformityLine } from '../../report/model.ts'
import { formatScore } from '../../scoring/grade.ts'
import type { Ui } from '../ui.ts'

type Line = UniformityLine['checks'][number]

interface MadeOfProps {
  readonly ui: Ui
  readonly parts: readonly (UniformityLine & { readonly part?: string })[]
  /** Each row leads to its place on this page. */
  readonly linked?: boolean
}

/** What the grade is made of, part by part: points, how much was seen, how many are in line. */
export const MadeOf = ({ ui, parts, linked = false }: MadeOfProps) => {
  const t = ui.t.uniform.parts
  const leading = (place: string, text: string) => (linked ? <a href={`#${place}`}>{text}</a> : text)
  if (parts.length === 0) return null
  return (
    <section aria-labelledby="made-of">
      <h3 id="made-of">{t.title}</h3>
      <table class="made-of">
        <thead>
          <tr>
            <th scope="col">{t.part}</th>
            <th scope="col">{t.points}</th>
            <th scope="col">{t.share}</th>
            <th scope="col">{t.standing}</th>
          </tr>
        </thead>
        {parts.map((part) => (
          <tbody>
            <tr class="part">
              <th scope="rowgroup" colspan={4}>
                {leading(`part-${part.part}`, ui.text(part.title))}
                {part.score.grade === null ? '' : `: ${formatScore(part.score.grade, ui.locale)}`}
              </th>
            </tr>
            {part.checks.map((check) => (
              <tr>
                <th scope="row">{leading(`c-${check.id}`, ui.text(check.title))}</th>
                <td>{pointsText(ui, check)}</td>
                <td>{ui.percent(check.score.coverage)}</td>
                <td>{standingText(ui, check, t.of)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** The points of a check, or why it has none. */
export function pointsText(ui: Ui, { weight, score }: Line): string {
  const t = ui.t.uniform.parts
  if (weight === 0) return t.noPoints
  return score.grade === null ? t.notGraded : t.pointsOf(ui.number(score.points), ui.number(score.maximum))
}

/** How many are in line, of how many that could be judged; `say` puts it in words. */
export function standingText(ui: Ui, { inLine, toMend, unseen }: Line, say: (n: number, of: number) => string): string {
  const of = inLine + toMend
  if (of > 0) return say(inLine, of)
  return unseen > 0 ? ui.t.look.hidden : '–'
}
