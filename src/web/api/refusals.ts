import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { EenlijnError, type ErrorCode } from '../../model/errors.ts'
import type { Text } from '../../model/text.ts'
import { problemOf, problemResponse } from '../problem.ts'
import { localeOf } from './language.ts'

type Issue = z.core.$ZodIssue

/** Answers what threw. Unforeseen errors are logged whole and told without their inside. */
export const answerError = (deps: Deps) => (error: Error, c: Context) => {
  const told = error instanceof HTTPException ? fromHttp(error) : error
  const problem = problemOf(told, localeOf(c))
  if (problem.code === 'internal') deps.log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed')
  return problemResponse(problem, told instanceof EenlijnError ? told.retryAfterSeconds : null)
}

export const unknownAddress = () =>
  new EenlijnError('not-found', {
    nl: 'Dit adres bestaat niet in de API. Alle adressen staan op /v1/docs.',
    en: 'This address does not exist in the API. All addresses are listed at /v1/docs.',
  })

export const unreadable = () =>
  new EenlijnError('invalid-input', { nl: 'Deze aanvraag is niet te lezen.', en: 'This request cannot be read.' })

/** Refuses input that does not fit its schema, naming everything that is wrong at once. */
export function refuseInvalid(result: { target: string } & ({ success: true } | { success: false; error: z.ZodError }), c: Context) {
  if (result.success) return
  const locale = localeOf(c)
  const errors = result.error.issues.flatMap((issue) =>
    pathsOf(issue).map((path) => ({ field: path.map(String).join('.'), pointer: pointerOf(path), detail: sentence(issue, path)[locale] })),
  )
  const first = errors[0]
  const summary = new EenlijnError(
    'invalid-input',
    sentenceOfAll(errors.map(({ detail }) => detail)),
    first?.field ? { field: first.field } : {},
  )
  return problemResponse({ ...problemOf(summary, locale), errors: errors.map(({ pointer, detail }) => ({ pointer, detail })) })
}

const sentenceOfAll = (details: readonly string[]): Text => ({ nl: details.join(' '), en: details.join(' ') })

/** Unknown fields are told one by one, each at its own place. */
const pathsOf = (issue: Issue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]

const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function sentence(issue: Issue, path: readonly PropertyKey[]): Text {
  const field = path.map(String).join('.')
  const name = { nl: field ? `‘${field}’` : 'De aanvraag', en: field ? `‘${field}’` : 'The request' }
  switch (issue.code) {
    case 'unrecognized_keys':
      return { nl: `${name.nl} is een onbekend veld. Haal het weg.`, en: `${name.en} is an unknown field. Remove it.` }
    case 'invalid_type':
      return { nl: `${name.nl} ontbreekt of is geen ${form(issue).nl}.`, en: `${name.en} is missing or is not ${form(issue).en}.` }
    case 'invalid_value':
      return {
        nl: `${name.nl} kan zijn: ${issue.values.map(String).join(', ')}.`,
        en: `${name.en} can be: ${issue.values.map(String).join(', ')}.`,
      }
    case 'too_small':
      return bound(name, issue.origin, issue.minimum, 'least')
    case 'too_big':
      return bound(name, issue.origin, issue.maximum, 'most')
    default:
      return { nl: `${name.nl} heeft niet de goede vorm.`, en: `${name.en} does not have the right form.` }
  }
}

const forms: Readonly<Record<string, Text>> = {
  string: { nl: 'tekst', en: 'text' },
  number: { nl: 'getal', en: 'a number' },
  int: { nl: 'geheel getal', en: 'a whole number' },
  boolean: { nl: '‘true’ of ‘false’', en: '‘true’ or ‘false’' },
  array: { nl: 'lijst', en: 'a list' },
}
const form = ({ expected }: { expected: string }): Text => forms[expected] ?? { nl: 'object', en: 'an object' }

function bound(name: Text, origin: string, limit: number | bigint, side: 'least' | 'most'): Text {
  const unit =
    origin === 'string' ? { nl: ' tekens', en: ' characters' } : origin === 'array' ? { nl: ' regels', en: ' items' } : { nl: '', en: '' }
  if (side === 'least' && origin === 'string' && limit === 1)
    return { nl: `${name.nl} mag niet leeg zijn.`, en: `${name.en} must not be empty.` }
  const [nl, en] = side === 'least' ? ['minstens', 'at least'] : ['hoogstens', 'at most']
  return { nl: `${name.nl} is ${nl} ${limit}${unit.nl}.`, en: `${name.en} is ${en} ${limit}${unit.en}.` }
}

const httpCodes: Partial<Record<ContentfulStatusCode, ErrorCode>> = { 404: 'not-found', 413: 'too-large', 415: 'not-accepted' }

/** What the framework refuses on its own: a body that is no JSON, or of another type. */
function fromHttp(error: HTTPException): Error {
  if (error.status >= 500) return error
  const code = httpCodes[error.status] ?? 'invalid-input'
  return new EenlijnError(code, code === 'not-accepted' ? notJson : badJson, { cause: error })
}

const notJson: Text = {
  nl: 'Stuur JSON, met de header Content-Type: application/json.',
  en: 'Send JSON, with the header Content-Type: application/json.',
}
const badJson: Text = {
  nl: 'De inhoud is geen geldige JSON. Kijk de aanhalingstekens en komma’s na.',
  en: 'The body is not valid JSON. Check the quotes and commas.',
}
