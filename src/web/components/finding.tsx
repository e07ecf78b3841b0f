import type { Finding } from '../../model/finding.ts'
import type { Ui } from '../ui.ts'
import { Explained, ExplainForm, type RefusedExplanation } from './explain.tsx'
import { Icon, type IconName } from './icon.tsx'

/** From this value on it goes well; under it the finding is something to mend. */
const goodFrom = 0.8

/** `apart`: it does not apply to this account, which is neither good nor bad. */
export type FindingSort = 'good' | 'mend' | 'explained' | 'apart' | 'unseen'

export function sortOf({ outcome, explained }: Finding): FindingSort {
  if (explained) return 'explained'
  if (outcome.kind === 'scored') return outcome.value >= goodFrom ? 'good' : 'mend'
  return outcome.kind === 'notApplicable' ? 'apart' : 'unseen'
}

const icons: Readonly<Record<FindingSort, IconName>> = { good: 'yes', mend: 'arrow', explained: 'yes', apart: 'minus', unseen: 'hidden' }

interface FindingProps {
  readonly ui: Ui
  readonly finding: Finding
  /** The account, where the heading does not say it. */
  readonly about: string | null
  /** Audit whose plan can take this finding over. */
  readonly suggest?: string
  /** The audit, where pictures can be shown and forms can be sent; absent on paper. */
  readonly auditId?: string
  /** The account, where somebody may explain why it differs. */
  readonly explain?: { readonly accountId: string; readonly refused: RefusedExplanation | null }
  /** One of many alike: one line until somebody opens it. */
  readonly folded?: boolean
}

/** Where a finding is on its page: to link to, and to come back to. */
export const findingAnchor = ({ check, subject }: Pick<Finding, 'check' | 'subject'>): string =>
  `f-${check}-${(subject ?? 'all').replace(/[^A-Za-z0-9]+/g, '-')}`

/** Verdict, what we saw, why it counts, how to mend it. What asks for nothing takes one line until somebody opens it. */
export const FindingBlock = (props: FindingProps) => {
  const { ui, finding, about, explain, folded = false } = props
  const sort = sortOf(finding)
  const anchor = explain ? { id: findingAnchor(finding) } : {}
  const refused = explain?.refused?.check === finding.check && explain.refused.accountId === explain.accountId
  if (folded || (sort !== 'mend' && sort !== 'unseen'))
    return (
      <details class={`finding ${sort === 'mend' ? 'mend' : 'good'}`} open={refused} {...anchor}>
        <summary>
          <Verdict ui={ui} finding={finding} about={about} />
        </summary>
        <Body {...props} />
      </details>
    )
  return (
    <section class={`finding ${sort}`} {...anchor}>
      <h4>
        <Verdict ui={ui} finding={finding} about={about} />
      </h4>
      <Body {...props} />
    </section>
  )
}

const Verdict = ({ ui, finding, about }: Pick<FindingProps, 'ui' | 'finding' | 'about'>) => (
  <>
    <Icon name={icons[sortOf(finding)]} /> {about ? <span class="about">{about}: </span> : null}
    {ui.text(finding.verdict)}
    {finding.explained ? <span class="about"> ({ui.t.uniform.explained.toLowerCase()})</span> : null}
  </>
)

const Body = ({ ui, finding, about, suggest, auditId, explain }: FindingProps) => (
  <>
    <dl>
      <dt>{ui.t.finding.saw}</dt>
      <dd>{ui.text(finding.saw)}</dd>
      <dt>{ui.t.finding.why}</dt>
      <dd>
        {ui.text(finding.why)}
        <Norm ui={ui} finding={finding} />
      </dd>
      {finding.mend ? (
        <>
          <dt>{ui.t.finding.mend}</dt>
          <dd>
            {ui.text(finding.mend)} {finding.minutes ? ui.t.uniform.minutes(finding.minutes) : ''}
          </dd>
        </>
      ) : null}
    </dl>
    {finding.explained ? <Explained ui={ui} auditId={auditId} finding={finding} explain={explain} /> : null}
    <p class="aside">{outcomeText(ui, finding)}</p>
    <Evidence ui={ui} finding={finding} auditId={auditId} />
    {suggest && sortOf(finding) === 'mend' ? <ToPlan ui={ui} finding={finding} about={about} auditId={suggest} /> : null}
    {explain && auditId && sortOf(finding) === 'mend' ? (
      <ExplainForm ui={ui} auditId={auditId} finding={finding} accountId={explain.accountId} about={about} refused={explain.refused} />
    ) : null}
  </>
)

/** Takes the finding over as a line of the plan. */
const ToPlan = ({ ui, finding, about, auditId }: Pick<FindingProps, 'ui' | 'finding' | 'about'> & { readonly auditId: string }) => (
  <form method="post" action={ui.to(`/audits/${auditId}/plan`)}>
    <input type="hidden" name="what" value={`${about ? `${about}: ` : ''}${ui.text(finding.verdict)}`} />
    <input type="hidden" name="how" value={finding.mend ? ui.text(finding.mend) : ''} />
    <button type="submit" class="secondary small">
      {ui.t.uniformity.plan.suggestion}
    </button>
  </form>
)

/** Whose rule it is, with the passage of the policy that says it. */
const Norm = ({ ui, finding: { norm } }: Pick<FindingProps, 'ui' | 'finding'>) => {
  if (!norm) return null
  const t = ui.t.uniform
  return (
    <p class="help">
      {t.norm[norm.kind]}
      {norm.passage?.quote ? (
        <>
          : <q>{norm.passage.quote}</q>
        </>
      ) : null}
      {norm.passage?.document ? `. ${t.passage(norm.passage.document)}` : ''}
    </p>
  )
}

/** One click away, in place: the pictures and the fields behind the verdict. */
const Evidence = ({ ui, finding, auditId }: Pick<FindingProps, 'ui' | 'finding'> & { readonly auditId: string | undefined }) => {
  const pictures = auditId ? (finding.pictures ?? []) : []
  if (finding.evidence.length + pictures.length === 0) return null
  return (
    <details class="evidence">
      <summary>{ui.t.finding.evidence}</summary>
      {pictures.length > 0 ? (
        <ul class="finding-pictures">
          {pictures.map(({ digest, label }) => (
            <li>
              <figure>
                <img src={`/audits/${auditId}/pictures/${digest}`} alt={ui.text(label)} width="220" height="96" loading="lazy" />
                <figcaption>{ui.text(label)}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      ) : null}
      {finding.evidence.length > 0 ? (
        <dl class="evidence-list">
          {finding.evidence.map(({ label, value }) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      ) : null}
    </details>
  )
}

function outcomeText(ui: Ui, { outcome, explained }: Finding): string {
  switch (outcome.kind) {
    case 'scored':
      return ui.t.finding.value(ui.number(outcome.value))
    case 'notApplicable':
      return explained ? '' : `${ui.t.finding.notApplicable}: ${ui.text(outcome.why)}`
    case 'unknown':
      return `${ui.t.look.hidden}: ${ui.text(outcome.why)}`
    case 'error':
      return `${ui.t.finding.error}: ${ui.text(outcome.why)}`
  }
}
