import type { UniformityCheck, UniformityFinding, UniformityModel, UniformityPart } from '../../report/uniformity.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { ScoreLine } from './computed.tsx'
import type { RefusedExplanation } from './explain.tsx'
import { FindingBlock, sortOf } from './finding.tsx'
import { Icon } from './icon.tsx'
import { MadeOf, pointsText, standingText } from './made-of.tsx'
import { SharedNames } from './shared-names.tsx'

interface MadeProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly model: UniformityModel
  readonly refused: RefusedExplanation | null
}

/** What the product computed and what it is made of: the grade with its sum, strengths, the parts, and each deviation. */
export const UniformityMade = ({ ui, view, model, refused }: MadeProps) => (
  <>
    <h2>{ui.t.uniformity.ours}</h2>
    <ScoreLine ui={ui} score={model.score} />
    <Gap ui={ui} view={view} grade={model.score.grade} />
    <div class="formula">
      {model.formula ? <p>{ui.text(model.formula)}</p> : null}
      <p class="aside">
        {ui.text(model.meaning)} {view.assessment ? ui.t.uniformity.rubric(model.rubric, view.assessment.version) : ''}
      </p>
    </div>
    <Strengths ui={ui} model={model} />
    <MadeOf ui={ui} parts={model.parts} linked />
    {model.plan.mends.length > 0 ? (
      <p>
        <a class="button secondary" href={ui.to(`/audits/${view.id}/what-if`)}>
          {ui.t.uniform.whatIf.link} <Icon name="arrow" />
        </a>
      </p>
    ) : null}
    {model.parts.map((part) => (
      <Part ui={ui} view={view} part={part} refused={refused} />
    ))}
    {model.off.length > 0 ? (
      <p class="aside">
        {ui.t.uniform.off(model.off.map(({ title }) => ui.text(title)).join(', '))}{' '}
        <a href={`${ui.to(`/audits/${view.id}/house-style`)}#hs-off`}>{ui.t.houseStyle.title}</a>
      </p>
    ) : null}
  </>
)

/** From a whole point apart it is worth a word. */
const farApart = 1

const Gap = ({ ui, view, grade }: { ui: Ui; view: AuditView; grade: number | null }) => {
  const mine = view.uniformityGrading.mine?.halfPoints
  if (!mine || grade === null) return null
  const difference = mine / 2 - grade
  const { gap } = ui.t.uniformity
  return <p>{Math.abs(difference) < farApart ? gap.same : difference > 0 ? gap.higher : gap.lower}</p>
}

const checksOf = (model: UniformityModel) => model.parts.flatMap(({ checks }) => checks)
const judged = (check: UniformityCheck) => check.findings.filter(({ outcome }) => outcome.kind === 'scored').length

/** Where most accounts are in line, the surest first. */
const Strengths = ({ ui, model }: Pick<MadeProps, 'ui' | 'model'>) => {
  const strong = checksOf(model)
    .filter((check) => check.inLine > 0 && check.inLine * 2 >= judged(check))
    .sort((a, b) => b.inLine / judged(b) - a.inLine / judged(a) || b.weight - a.weight)
    .slice(0, 5)
  if (strong.length === 0) return null
  return (
    <section aria-labelledby="strengths">
      <h3 id="strengths">{ui.t.uniform.strengths}</h3>
      <ul class="plain strong">
        {strong.map((check) => (
          <li>
            <Icon name="yes" /> <a href={`#c-${check.id}`}>{ui.text(check.title)}</a>:{' '}
            {ui.t.uniform.parts.inLine(check.inLine, judged(check))}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface PartProps extends Pick<MadeProps, 'ui' | 'view' | 'refused'> {
  readonly part: UniformityPart
}

const Part = ({ ui, view, part, refused }: PartProps) => (
  <section class="made-part" aria-labelledby={`part-${part.part}`}>
    <h3 id={`part-${part.part}`}>{ui.text(part.title)}</h3>
    {part.part === 'names' ? <SharedNames ui={ui} view={view} /> : null}
    {part.checks.map((check) => (
      <Check ui={ui} view={view} check={check} refused={refused} />
    ))}
  </section>
)

interface CheckProps extends Pick<MadeProps, 'ui' | 'view' | 'refused'> {
  readonly check: UniformityCheck
}

/** More deviations than these take one line each: the eye finds its own account first. */
const mostOpen = 2

/** Open where something counts and can be better; all else is one click away. */
const Check = ({ ui, view, check, refused }: CheckProps) => {
  const t = ui.t.uniform
  const by = Map.groupBy(check.findings, sortOf)
  const at = (sort: ReturnType<typeof sortOf>) => by.get(sort) ?? []
  const accountOf = new Map(view.candidates.map(({ key, accountId }) => [key, accountId]))
  const mends = at('mend')
  const block = (finding: UniformityFinding) => {
    const accountId = finding.subject === null ? undefined : accountOf.get(finding.subject)
    return (
      <FindingBlock
        ui={ui}
        finding={finding}
        about={finding.about}
        auditId={view.id}
        suggest={view.id}
        folded={mends.length > mostOpen}
        {...(accountId ? { explain: { accountId, refused } } : {})}
      />
    )
  }
  return (
    <details class="check" id={`c-${check.id}`} open={(check.toMend > 0 && check.weight > 0) || refused?.check === check.id}>
      <summary>
        <strong>{ui.text(check.title)}</strong> <span class="aside">{standingText(ui, check, t.parts.inLine)}</span>
      </summary>
      <p>{ui.text(check.description)}</p>
      <p class="aside">
        {pointsText(ui, check)}
        {check.reason ? `. ${ui.text(check.reason)}` : ''}
      </p>
      {mends.map(block)}
      {at('explained').map(block)}
      <Folded title={`${ui.t.uniformity.goodFirst}: ${t.findings(at('good').length)}`} findings={at('good')}>
        {at('good').map(block)}
      </Folded>
      <Folded title={`${ui.t.uniformity.unseen}: ${t.findings(at('unseen').length)}`} findings={at('unseen')}>
        {at('unseen').map(block)}
      </Folded>
      <Folded title={`${t.notApplicable}: ${t.findings(at('apart').length)}`} findings={at('apart')}>
        {at('apart').map(block)}
      </Folded>
    </details>
  )
}

const Folded = ({ title, findings, children }: { title: string; findings: readonly UniformityFinding[]; children: unknown }) =>
  findings.length === 0 ? null : (
    <details class="folded">
      <summary>{title}</summary>
      {children}
    </details>
  )
