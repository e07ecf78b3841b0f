import type { Finding } from '../../model/finding.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'

/** An explanation that was refused, with what was typed. */
export interface RefusedExplanation {
  readonly accountId: string
  readonly check: string
  /** `reason` or `approver`. */
  readonly field: string
  readonly text: string
  readonly form: Form
}

const idOf = (accountId: string, check: string) => `x-${accountId}-${check}`

/** Where the refused field stands, for the summary on top. */
export const explanationField = ({ accountId, check, field }: RefusedExplanation): string => `${idOf(accountId, check)}-${field}`

interface ExplainProps {
  readonly ui: Ui
  readonly auditId: string
  readonly finding: Finding
  readonly accountId: string
  readonly about: string | null
  readonly refused: RefusedExplanation | null
}

const address = (ui: Ui, auditId: string, accountId: string, check: string) => ui.to(`/audits/${auditId}/explain/${accountId}/${check}`)

/** "Pas toe of leg uit": say why this account may differ, and who approves. */
export const ExplainForm = ({ ui, auditId, finding, accountId, about, refused }: ExplainProps) => {
  const t = ui.t.uniform.explain
  const id = idOf(accountId, finding.check)
  const own = refused?.accountId === accountId && refused.check === finding.check ? refused : null
  const field = (name: 'reason' | 'approver') => ({
    ui,
    id: `${id}-${name}`,
    name,
    label: t[name],
    value: own ? textOf(own.form, name) : '',
    error: own?.field === name ? own.text : null,
    required: true,
  })
  return (
    <details class="explain" open={own !== null}>
      <summary>
        {t.open}
        <span class="visually-hidden">
          : {about ? `${about}: ` : ''}
          {ui.text(finding.verdict)}
        </span>
      </summary>
      <form method="post" action={address(ui, auditId, accountId, finding.check)}>
        <p class="help">{t.help}</p>
        <Field {...field('reason')} rows={2} />
        <Field {...field('approver')} help={t.approverHelp} />
        <button type="submit" class="secondary small">
          {t.button}
        </button>
      </form>
    </details>
  )
}

interface ExplainedProps extends Pick<ExplainProps, 'ui' | 'finding'> {
  readonly auditId: string | undefined
  /** The account, where the explanation can be taken back. */
  readonly explain: { readonly accountId: string } | undefined
}

/** The reason that was given, who approved it and when. */
export const Explained = ({ ui, auditId, finding, explain }: ExplainedProps) => {
  const t = ui.t.uniform.explain
  const { explained } = finding
  if (!explained) return null
  return (
    <div class="explained">
      <p>
        <q>{explained.reason}</q> <span class="aside">{t.by(explained.approver, ui.date(explained.at))}</span>
      </p>
      {explain && auditId ? (
        <form method="post" action={address(ui, auditId, explain.accountId, finding.check)}>
          <button type="submit" class="link" name="takeBack" value="yes">
            {t.takeBack}
          </button>
        </form>
      ) : null}
    </div>
  )
}
