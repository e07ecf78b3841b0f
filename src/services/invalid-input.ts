import type { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import type { Text } from '../model/text.ts'

/** The first thing that is wrong with an input, as a sentence about its field. */
export function invalidInput(error: z.ZodError): EenlijnError {
  const issue = error.issues[0]
  const field = issue?.path.join('.') ?? ''
  return new EenlijnError('invalid-input', sentence(issue, field), field ? { field } : {})
}

function sentence(issue: z.core.$ZodIssue | undefined, field: string): Text {
  switch (issue?.code) {
    case 'too_small':
      return { nl: `‘${field}’ mag niet leeg zijn.`, en: `‘${field}’ must not be empty.` }
    case 'too_big':
      return { nl: `‘${field}’ is te lang: ${issue.maximum} is het meeste.`, en: `‘${field}’ is too long: ${issue.maximum} is the most.` }
    case 'unrecognized_keys':
      return { nl: `Onbekend veld: ${issue.keys.join(', ')}. Haal het weg.`, en: `Unknown field: ${issue.keys.join(', ')}. Remove it.` }
    case 'invalid_type':
      return {
        nl: `‘${field || 'de aanvraag'}’ ontbreekt of heeft de verkeerde vorm.`,
        en: `‘${field || 'the request'}’ is missing or has the wrong form.`,
      }
    default:
      return {
        nl: `‘${field || 'de aanvraag'}’ klopt niet: ${issue?.message ?? ''}`,
        en: `‘${field || 'the request'}’ is not right: ${issue?.message ?? ''}`,
      }
  }
}
