import type { Child } from 'hono/jsx'
import type { Ui } from '../ui.ts'

interface FieldProps {
  readonly ui: Ui
  readonly id: string
  readonly name: string
  readonly label: string
  readonly help?: string
  /** What is wrong with what was typed; stands beside the field and is read with it. */
  readonly error?: string | null | undefined
  readonly value?: string | undefined
  readonly type?: 'text' | 'url' | 'date' | 'email'
  readonly inputmode?: 'decimal' | 'url'
  readonly rows?: number
  readonly required?: boolean
  readonly optional?: boolean
  readonly maxlength?: number
  readonly autocomplete?: string
}

/** A labelled field with its help and its error. `rows` makes it a text area. */
export const Field = ({ ui, id, name, label, help, error, value = '', type = 'text', rows, optional, ...rest }: FieldProps) => {
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const shared = {
    id,
    name,
    ...rest,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  }
  return (
    <div class="field">
      <label for={id}>
        {label} {optional ? <span class="optional">({ui.t.site.optional})</span> : null}
      </label>
      {help ? (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {rows ? (
        <textarea {...shared} rows={rows}>
          {/* A first line break is eaten by the parser. */}
          {value.startsWith('\n') ? `\n${value}` : value}
        </textarea>
      ) : (
        <input {...shared} type={type} value={value} />
      )}
      <FieldError id={id} error={error} />
    </div>
  )
}

export const FieldError = ({ id, error }: { id: string; error?: string | null | undefined }) =>
  error ? (
    <p class="error" id={`${id}-error`}>
      {error}
    </p>
  ) : null

/** Stands on top of a page whose form was refused; each line leads to its field. */
export const ErrorSummary = ({ ui, errors }: { ui: Ui; errors: readonly { readonly field: string; readonly text: Child }[] }) =>
  errors.length === 0 ? null : (
    <div class="notice refused" role="alert" tabindex={-1} data-focus>
      <h2>{ui.t.site.problem}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
