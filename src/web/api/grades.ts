import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { gradeSubject } from '../../services/grade-subject.ts'
import { identifyPerson } from '../../services/person.ts'
import { auditParams, json, jsonBody, orProblem, personId } from './answers.ts'
import { gradeViewSchema, personSchema } from './schemas.ts'

const tags = ['Grades']

const identify = createRoute({
  method: 'post',
  path: '/people',
  tags,
  summary: 'Say who grades',
  description: 'Gives the id that grades are given under. With a known `personId` the name is changed.',
  request: { body: jsonBody(z.strictObject({ name: z.string().min(1).max(100), personId: personId.nullish() })) },
  responses: { 201: json(personSchema, 'The person'), ...orProblem },
})

const grade = createRoute({
  method: 'put',
  path: '/audits/{auditId}/grades/{subject}',
  tags,
  summary: 'Grade an account, or the uniformity',
  description:
    '1 to 10 in halves, as a number or as typed (`"7,5"`), with a reason. `null` is "niet te beoordelen", with a reason as well.',
  request: {
    params: auditParams.extend({ subject: z.string().max(64).describe('An accountId, or `uniformity`') }),
    body: jsonBody(
      z.strictObject({
        grade: z.union([z.number(), z.string().max(20)]).nullable(),
        reason: z.string().max(4_000),
        personId,
        basedOn: z.number().int().min(0).optional().describe('Version of your grade that you saw; 0 for none'),
      }),
    ),
  },
  responses: { 200: json(gradeViewSchema, 'The grade; each change is a new version'), ...orProblem },
})

export function addGrades(api: OpenAPIHono, deps: Deps): void {
  api.openapi(identify, (c) => {
    const { name, personId: known } = c.req.valid('json')
    return c.json(identifyPerson(deps, { name, personId: known ?? null }), 201)
  })
  api.openapi(grade, (c) => {
    const { grade: given, basedOn, ...rest } = c.req.valid('json')
    const input = { ...c.req.valid('param'), ...rest, grade: given === null ? null : String(given) }
    return c.json(gradeSubject(deps, basedOn === undefined ? input : { ...input, basedOn }), 200)
  })
}
