import type { Finding, Score } from '../../model/finding.ts'
import { platformName } from '../../report/platform-name.ts'
import { formatScore, gradeLabel } from '../../scoring/grade.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { FindingBlock, type FindingSort, sortOf } from './finding.tsx'
import { Icon } from './icon.tsx'
import { Mark } from './platform.tsx'
import { cutAtShared, sharedPart } from './shared-part.ts'
import { oursOf } from './steps.tsx'

/** What the product computed, with what it is made of. Shown after a person's own judgement. */
export const Computed = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const { uniformity } = ui.t
  const { assessment } = view
  if (!assessment) return <p class="notice calm">{uniformity.noScore}</p>
  return (
    <>
      <h2>{uniformity.ours}</h2>
      <ScoreLine ui={ui} score={assessment.score} />
      <Gap ui={ui} view={view} grade={assessment.score.grade} />
      <Formula ui={ui} score={assessment.score} version={assessment.version} />
      <Names ui={ui} view={view} />
      <Findings ui={ui} view={view} findings={assessment.findings} suggest={view.id} />
    </>
  )
}

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
        {uniformity.formulaMeaning} {version === null ? '' : uniformity.rubric(score.rubric, version)}
      </p>
    </div>
  )
}

/** From a whole point apart it is worth a word. */
const farApart = 1

const Gap = ({ ui, view, grade }: { ui: Ui; view: AuditView; grade: number | null }) => {
  const mine = view.uniformityGrading.mine?.halfPoints
  if (!mine || grade === null) return null
  const difference = mine / 2 - grade
  const { gap } = ui.t.uniformity
  return <p>{Math.abs(difference) < farApart ? gap.same : difference > 0 ? gap.higher : gap.lower}</p>
}

/** The handles under each other, the part that they share marked: a difference shows at once. */
const Names = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const ours = oursOf(view)
  const shared = sharedPart(ours.map((account) => account.handle))
  const judged = new Map(view.assessment?.findings.map((finding) => [finding.subject, sortOf(finding)]))
  if (ours.length < 2) return null
  return (
    <>
      <h3>{ui.t.uniformity.names}</h3>
      <p class="help">{ui.t.uniformity.namesHelp}</p>
      <ul class="names">
        {ours.map((account) => {
          const cut = cutAtShared(account.handle, shared)
          return (
            <li>
              <Mark platform={account.platform} />
              <span class="visually-hidden">{platformName(account.platform)}: </span>
              <span class="handle">
                {cut.before}
                {cut.shared ? <b>{cut.shared}</b> : null}
                {cut.after}
              </span>
              {judged.get(account.key) === 'mend' ? (
                <span class="deviates">
                  <Icon name="arrow" /> {ui.t.uniformity.deviates}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const order: readonly FindingSort[] = ['good', 'mend', 'unseen']

interface FindingsProps {
  readonly ui: Ui
  readonly view: Pick<AuditView, 'candidates'>
  readonly findings: readonly Finding[]
  /** Audit whose plan can take a finding over; absent where there is nothing to press. */
  readonly suggest?: string
}

/** Strengths first, then what can be better, then what could not be seen. */
export const Findings = ({ ui, view, findings, suggest }: FindingsProps) => {
  const { uniformity } = ui.t
  const titles: Readonly<Record<FindingSort, string>> = {
    good: uniformity.goodFirst,
    mend: uniformity.canImprove,
    unseen: uniformity.unseen,
  }
  const about = new Map(view.candidates.map(({ key, platform, handle }) => [key, `${platformName(platform)} (${handle})`]))
  return order.map((sort) => {
    const some = findings.filter((finding) => sortOf(finding) === sort)
    if (some.length === 0) return null
    return (
      <>
        <h3>{titles[sort]}</h3>
        {some.map((finding) => (
          <FindingBlock
            ui={ui}
            finding={finding}
            about={finding.subject === null ? null : (about.get(finding.subject) ?? finding.subject)}
            {...(suggest && sort === 'mend' ? { suggest } : {})}
          />
        ))}
      </>
    )
  })
}
