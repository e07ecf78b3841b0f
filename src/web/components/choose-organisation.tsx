import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Field, FieldError } from './field.tsx'

interface ChooseProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly error: { readonly field: string; readonly text: string } | null
}

/** Several organisations of one name: which one is meant. */
export const ChooseOrganisation = ({ ui, view, error }: ChooseProps) => {
  const { choosing } = ui.t.audit
  const wrong = error && error.field !== 'website' ? error.text : null
  return (
    <form method="post" action={ui.to(`/audits/${view.id}/organisation`)} id="choose">
      <fieldset class="choices cards" {...(wrong ? { 'aria-describedby': 'choice-error' } : {})}>
        <legend>{choosing.legend}</legend>
        <FieldError id="choice" error={wrong} />
        {view.choices.map((choice) => (
          <label>
            <input type="radio" name="choice" value={choice.wikidataId} id={`choice-${choice.wikidataId}`} />
            <span>
              <strong>{choice.name}</strong>
              <span>{choice.description}</span>
              <span class="aside">{choice.website ?? choosing.noWebsite}</span>
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name="choice" value="none" />
          <span>
            <strong>{choosing.none}</strong>
            <span>{choosing.noneHelp}</span>
          </span>
        </label>
      </fieldset>
      <Field
        ui={ui}
        id="website"
        name="website"
        label={choosing.website}
        help={ui.t.home.websiteHelp}
        inputmode="url"
        optional
        error={error?.field === 'website' ? error.text : null}
      />
      <button type="submit">{choosing.button}</button>
    </form>
  )
}
