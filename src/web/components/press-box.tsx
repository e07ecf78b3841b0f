import type { PressOutcome } from '../../services/read-press.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'
import { addedText } from './paste-box.tsx'

/** What stands in the press form after it was refused; empty at first. */
export interface PressState {
  readonly url: string
  readonly text: string
  readonly title: string
  readonly error?: { readonly field: string; readonly text: string }
  readonly outcome?: PressOutcome
}

interface PressProps {
  readonly ui: Ui
  readonly auditId: string
  readonly state: PressState | null
}

/** An article by its address, or a clipping by its text. */
export const PressBox = ({ ui, auditId, state }: PressProps) => {
  const { press } = ui.t.accounts
  const errorOf = (field: string) => (state?.error?.field === field ? state.error.text : null)
  return (
    <section aria-labelledby="press">
      <h2 id="press">{press.title}</h2>
      <p>{press.lead}</p>
      <p>
        <a href={ui.to(`/audits/${auditId}/prints`)}>{ui.t.prints.link}</a>
      </p>
      {state?.outcome ? <PressResult ui={ui} outcome={state.outcome} /> : null}
      <details open={state !== null}>
        <summary>{press.open}</summary>
        <form method="post" action={ui.to(`/audits/${auditId}/press#press`)}>
          <Field
            ui={ui}
            id="website"
            name="url"
            label={press.url}
            inputmode="url"
            optional
            value={state?.url ?? ''}
            error={errorOf('website')}
          />
          <Field
            ui={ui}
            id="pressTitle"
            name="title"
            label={press.paper}
            help={press.paperHelp}
            optional
            maxlength={200}
            value={state?.title ?? ''}
          />
          <Field
            ui={ui}
            id="pressText"
            name="text"
            label={press.text}
            rows={6}
            optional
            value={state?.text ?? ''}
            error={errorOf('pressText')}
          />
          <button type="submit">{press.button}</button>
        </form>
      </details>
    </section>
  )
}

const PressResult = ({ ui, outcome }: { ui: Ui; outcome: PressOutcome }) => {
  return (
    <div class="notice calm" role="status" tabindex={-1} data-focus>
      <p>{outcome.reading ? ui.t.accounts.press.reading : addedText(ui, outcome)}</p>
    </div>
  )
}
