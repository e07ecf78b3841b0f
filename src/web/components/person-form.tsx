import type { Person } from '../person.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'

interface PersonFormProps {
  readonly ui: Ui
  readonly auditId: string
  readonly person: Person | null
  /** Where to go on afterwards. */
  readonly step: 'grades' | 'uniformity'
  readonly error: string | null
}

/** Who grades: a name, no password. Asked before the first grade, and changeable after. */
export const PersonForm = ({ ui, auditId, person, step, error }: PersonFormProps) => {
  const { who } = ui.t.grades
  const form = (
    <form method="post" action={ui.to(`/audits/${auditId}/person`)} class="person-form">
      <input type="hidden" name="step" value={step} />
      <Field
        ui={ui}
        id="person"
        name="name"
        label={who.label}
        value={person?.name ?? ''}
        error={error}
        autocomplete="name"
        maxlength={100}
        required
      />
      <button type="submit">{person ? who.save : who.button}</button>
    </form>
  )
  if (!person)
    return (
      <section class="notice calm" aria-labelledby="who">
        <h2 id="who">{who.title}</h2>
        <p>{who.text}</p>
        {form}
      </section>
    )
  return (
    <div class="who">
      <p>{who.you(person.name)}</p>
      <details open={error !== null}>
        <summary>{who.change}</summary>
        {form}
      </details>
    </div>
  )
}
