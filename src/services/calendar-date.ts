import { EenlijnError } from '../model/errors.ts'

/**
 * A calendar date as typed (YYYY-MM-DD), or `null` for an empty field.
 * @throws EenlijnError `invalid-input` for a date that does not exist.
 */
export function readCalendarDate(text: string, field: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const real = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) && new Date(`${trimmed}T00:00:00Z`).toJSON()?.startsWith(trimmed)
  if (!real)
    throw new EenlijnError(
      'invalid-input',
      { nl: 'Deze datum bestaat niet. Schrijf bijvoorbeeld 2027-01-31.', en: 'This date does not exist. Write for example 2027-01-31.' },
      { field },
    )
  return trimmed
}
