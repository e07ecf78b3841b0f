import { z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { readPerson } from '../../services/person.ts'
import { problemSchema } from './schemas.ts'

/** The parts that routes are described with. */

export const json = <S extends z.ZodType>(schema: S, description: string) => ({ description, content: { 'application/json': { schema } } })

export const jsonBody = <S extends z.ZodType>(schema: S) => ({ required: true, content: { 'application/json': { schema } } })

/** What every route may answer instead. */
export const orProblem = {
  default: { description: 'What is wrong, and what to do', content: { 'application/problem+json': { schema: problemSchema } } },
}

export const auditParams = z.object({ auditId: z.string().max(64) })

export const personId = z.string().min(1).max(64)

/** Whose eyes: other people's grades stay hidden until this person has graded. */
export const viewerQuery = z.object({ person: personId.optional().describe('Id from POST /people: whose grades are "mine"') })
export const viewerOf = (query: { person?: string | undefined }) => ({ personId: query.person ?? null })

/** @throws EenlijnError `invalid-input` for a person that is not known (any more). */
export function knownPerson(deps: Deps, id: string | null | undefined): string | null {
  if (id == null) return null
  if (readPerson(deps, id)) return id
  throw new EenlijnError(
    'invalid-input',
    {
      nl: 'Deze persoon is niet bekend. Meld je eerst met je naam: POST /v1/people.',
      en: 'This person is not known. First say who you are: POST /v1/people.',
    },
    { field: 'personId' },
  )
}
