import type { Finding } from '../../model/finding.ts'
import type { Ui } from '../ui.ts'
import { Icon, type IconName } from './icon.tsx'

/** From this value on it goes well; under it the finding is something to mend. */
const goodFrom = 0.8

export type FindingSort = 'good' | 'mend' | 'unseen'

export const sortOf = ({ outcome }: Finding): FindingSort =>
  outcome.kind === 'scored' ? (outcome.value >= goodFrom ? 'good' : 'mend') : 'unseen'

const icons: Readonly<Record<FindingSort, IconName>> = { good: 'yes', mend: 'arrow', unseen: 'hidden' }

interface FindingProps {
  readonly ui: Ui
  readonly finding: Finding
  /** The account, where the heading does not say it. */
  readonly about: string | null
  /** Audit whose plan can take this finding over. */
  readonly suggest?: string
}

/** Verdict, what we saw, why it counts, how to mend it. What goes well takes one line until somebody opens it. */
export const FindingBlock = ({ ui, finding, about, suggest }: FindingProps) => {
  const sort = sortOf(finding)
  if (sort === 'good')
    return (
      <details class="finding good">
        <summary>
          <Verdict ui={ui} finding={finding} about={about} />
        </summary>
        <Body ui={ui} finding={finding} />
      </details>
    )
  return (
    <section class={`finding ${sort}`}>
      <h4>
        <Verdict ui={ui} finding={finding} about={about} />
      </h4>
      <Body ui={ui} finding={finding} />
      {suggest ? (
        <form method="post" action={ui.to(`/audits/${suggest}/plan`)}>
          <input type="hidden" name="what" value={`${about ? `${about}: ` : ''}${ui.text(finding.verdict)}`} />
          <input type="hidden" name="how" value={finding.mend ? ui.text(finding.mend) : ''} />
          <button type="submit" class="secondary small">
            {ui.t.uniformity.plan.suggestion}
          </button>
        </form>
      ) : null}
    </section>
  )
}

const Verdict = ({ ui, finding, about }: Pick<FindingProps, 'ui' | 'finding' | 'about'>) => (
  <>
    <Icon name={icons[sortOf(finding)]} /> {about ? <span class="about">{about}: </span> : null}
    {ui.text(finding.verdict)}
  </>
)

const Body = ({ ui, finding }: Pick<FindingProps, 'ui' | 'finding'>) => (
  <>
    <dl>
      <dt>{ui.t.finding.saw}</dt>
      <dd>{ui.text(finding.saw)}</dd>
      <dt>{ui.t.finding.why}</dt>
      <dd>{ui.text(finding.why)}</dd>
      {finding.mend ? (
        <>
          <dt>{ui.t.finding.mend}</dt>
          <dd>{ui.text(finding.mend)}</dd>
        </>
      ) : null}
    </dl>
    <p class="aside">{outcomeText(ui, finding)}</p>
    {finding.evidence.length > 0 ? (
      <details class="evidence">
        <summary>{ui.t.finding.evidence}</summary>
        <dl class="evidence-list">
          {finding.evidence.map(({ label, value }) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
      </details>
    ) : null}
  </>
)

function outcomeText(ui: Ui, { outcome }: Finding): string {
  switch (outcome.kind) {
    case 'scored':
      return ui.t.finding.value(ui.number(outcome.value))
    case 'notApplicable':
      return `${ui.t.finding.notApplicable}: ${ui.text(outcome.why)}`
    case 'unknown':
      return `${ui.t.look.hidden}: ${ui.text(outcome.why)}`
    case 'error':
      return `${ui.t.finding.error}: ${ui.text(outcome.why)}`
  }
}
