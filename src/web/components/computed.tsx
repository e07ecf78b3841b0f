import type { Finding, Score } from '../../model/finding.ts'
import { platformName } from '../../report/platform-name.ts'
import { formatScore, gradeLabel } from '../../scoring/grade.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { FindingBlock, type FindingSort, sortOf } from './finding.tsx'

/** The grade with its coverage, or the reason why there is none. */
export const ScoreLine = ({ ui, score }: { ui: Ui; score: Score }) => (
  <div class="given-grade">
    <p class="number">{score.grade === null ? '–' : formatScore(score.grade, ui.locale)}</p>
    <div>
      <p>
        <strong>{score.grade === null ? ui.t.uniformity.notGraded : ui.text(gradeLabel(score.grade))}</strong>
      </p>
      <p>{score.notGradedBecause ? ui.text(score.notGradedBecause) : ui.t.uniformity.coverage(ui.percent(score.coverage))}</p>
    </div>
  </div>
)

export const Formula = ({ ui, score, version }: { ui: Ui; score: Score; version: number | null }) => {
  const { uniformity } = ui.t
  return (
    <div class="formula">
      {score.grade === null ? null : (
        <p>{uniformity.formulaText(ui.number(score.points), ui.number(score.maximum), formatScore(score.grade, ui.locale))}</p>
      )}
      <p class="aside">
        {ui.t.uniform.meaning} {version === null ? '' : uniformity.rubric(score.rubric, version)}
      </p>
    </div>
  )
}

const order: readonly FindingSort[] = ['good', 'mend', 'explained', 'unseen', 'apart']
/** What asks for nothing is folded away from this many on: a reader comes for what can be better. */
const foldFrom = 6

interface FindingsProps {
  readonly ui: Ui
  readonly view: Pick<AuditView, 'candidates'>
  readonly findings: readonly Finding[]
  /** The audit whose pictures stand with the findings; absent where there are none to show. */
  readonly auditId?: string
}

/** Strengths first, then what can be better, then what was explained, could not be seen or does not apply. */
export const Findings = ({ ui, view, findings, auditId }: FindingsProps) => {
  const { uniformity, uniform } = ui.t
  const titles: Readonly<Record<FindingSort, string>> = {
    good: uniformity.goodFirst,
    mend: uniformity.canImprove,
    explained: uniform.explained,
    unseen: uniformity.unseen,
    apart: uniform.notApplicable,
  }
  const about = new Map(view.candidates.map(({ key, platform, handle }) => [key, `${platformName(platform)} (${handle})`]))
  return order.map((sort) => {
    const some = findings.filter((finding) => sortOf(finding) === sort)
    if (some.length === 0) return null
    const blocks = some.map((finding) => (
      <FindingBlock
        ui={ui}
        finding={finding}
        about={finding.subject === null ? null : (about.get(finding.subject) ?? finding.subject)}
        {...(auditId ? { auditId } : {})}
      />
    ))
    return (
      <>
        <h3>{titles[sort]}</h3>
        {sort === 'mend' || some.length < foldFrom ? (
          blocks
        ) : (
          // What asks for nothing stays folded on paper too: there its number says enough.
          <details class={sort === 'explained' ? '' : 'good'}>
            <summary>{uniform.findings(some.length)}</summary>
            {blocks}
          </details>
        )}
      </>
    )
  })
}
