import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { EenlijnError, type ErrorCode } from '../model/errors.ts'
import type { Locale, Text } from '../model/text.ts'

/** An error as API clients get it (RFC 9457, `application/problem+json`). */
export interface Problem {
  /** Where the code is explained; relative to the server. */
  readonly type: string
  readonly title: string
  readonly status: ContentfulStatusCode
  readonly detail: string
  readonly code: ErrorCode
  /** The one field that it is about. */
  readonly field?: string
  /** Everything that is wrong with the input; `pointer` is a JSON pointer (RFC 6901) into the body. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

/** What a code means to a client, and the only place where a code becomes a status. */
export const problemKinds: Readonly<Record<ErrorCode, { readonly status: ContentfulStatusCode; readonly title: Text }>> = {
  'invalid-input': { status: 400, title: { nl: 'De aanvraag klopt niet', en: 'The request is not right' } },
  'not-found': { status: 404, title: { nl: 'Niet gevonden', en: 'Not found' } },
  conflict: { status: 409, title: { nl: 'Dit kan nu niet', en: 'This cannot be done now' } },
  'too-large': { status: 413, title: { nl: 'Te groot', en: 'Too large' } },
  'not-accepted': { status: 415, title: { nl: 'Deze vorm wordt niet aangenomen', en: 'This form is not accepted' } },
  'organisation-ambiguous': {
    status: 409,
    title: { nl: 'Er zijn meer organisaties met deze naam', en: 'Several organisations have this name' },
  },
  'archive-corrupt': { status: 422, title: { nl: 'Het archief is niet te lezen', en: 'The archive cannot be read' } },
  'storage-full': { status: 507, title: { nl: 'De schijf is vol', en: 'The disk is full' } },
  'storage-busy': { status: 503, title: { nl: 'Even in gebruik', en: 'Busy for a moment' } },
  'too-many-requests': { status: 429, title: { nl: 'Even te veel vragen', en: 'Too many questions for now' } },
  'unknown-host': { status: 421, title: { nl: 'Dit adres is hier niet bekend', en: 'This address is not known here' } },
  'other-site': { status: 403, title: { nl: 'Dit is niet uitgevoerd', en: 'This was not carried out' } },
  cancelled: { status: 409, title: { nl: 'Gestopt', en: 'Stopped' } },
  internal: { status: 500, title: { nl: 'Er ging iets mis', en: 'Something went wrong' } },
}

/** Nothing of the inside goes out: what it was stands in the log. */
const internal = new EenlijnError('internal', {
  nl: 'Er ging bij ons iets mis. Probeer het opnieuw; blijft het misgaan, vertel het dan de beheerder.',
  en: 'Something went wrong on our side. Try again; if it stays, tell the administrator.',
})

/** Any error as a problem; what is not an `EenlijnError` becomes `internal` without its message. */
export function problemOf(error: unknown, locale: Locale): Problem {
  const { code, text, field } = error instanceof EenlijnError ? error : internal
  const { status, title } = problemKinds[code]
  return { type: `/v1/docs#${code}`, title: title[locale], status, detail: text[locale], code, ...(field === null ? {} : { field }) }
}

export function problemResponse(problem: Problem, retryAfterSeconds: number | null = null): Response {
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=UTF-8' })
  const seconds = problem.code === 'storage-busy' ? 2 : retryAfterSeconds
  if (seconds !== null) headers.set('Retry-After', String(seconds))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
