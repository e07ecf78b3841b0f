import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { accountKinds } from '../../model/candidate.ts'
import { answerSlot } from '../../services/answer-slot.ts'
import { decideCandidate } from '../../services/decide-candidate.ts'
import { pasteLinks } from '../../services/paste-links.ts'
import { readAudit } from '../../services/read-audit.ts'
import { auditParams, json, jsonBody, knownPerson, orProblem, personId, viewerOf, viewerQuery } from './answers.ts'
import { candidateViewSchema, decisionSchema, decisionViewSchema, pasteOutcomeSchema, slotAnswerSchema } from './schemas.ts'

const tags = ['Accounts']

const list = createRoute({
  method: 'get',
  path: '/audits/{auditId}/candidates',
  tags,
  summary: 'List the accounts found',
  description: 'Each with its verdict, the signals behind it and every place where it was found.',
  request: { params: auditParams, query: viewerQuery },
  responses: {
    200: json(z.object({ candidates: z.array(candidateViewSchema).readonly() }), 'Undecided and most likely first'),
    ...orProblem,
  },
})

const decide = createRoute({
  method: 'put',
  path: '/audits/{auditId}/candidates/{accountId}/decision',
  tags,
  summary: 'Say whose an account is',
  description:
    'Holds in later audits. `null` takes the last decision back. A problem with code `conflict` (409) when somebody else decided since.',
  request: {
    params: auditParams.extend({ accountId: z.string().max(64) }),
    body: jsonBody(
      z.strictObject({
        decision: decisionSchema.nullable(),
        kind: z.enum(accountKinds).nullish().describe('The sort of account, where you say so; absent leaves what was said before'),
        basedOn: z.string().max(64).nullable().default(null).describe('Id of the decision that you saw; null for none'),
        personId: personId.nullish(),
      }),
    ),
  },
  responses: { 200: json(decisionViewSchema, 'The decision'), ...orProblem },
})

const paste = createRoute({
  method: 'post',
  path: '/audits/{auditId}/links',
  tags,
  summary: 'Add links by hand',
  description: 'In any form, one or many lines. What is not understood is told line by line.',
  request: { params: auditParams, body: jsonBody(z.strictObject({ text: z.string().min(1).max(65_536), personId: personId.nullish() })) },
  responses: { 200: json(pasteOutcomeSchema, 'What became of them'), ...orProblem },
})

const answer = createRoute({
  method: 'put',
  path: '/audits/{auditId}/slots/{platform}',
  tags,
  summary: 'Say why there is no account on a platform',
  description: '`null` takes the answer back. The platform may be one that the product does not know.',
  request: {
    params: auditParams.extend({ platform: z.string().min(1).max(60) }),
    body: jsonBody(
      z.strictObject({ answer: slotAnswerSchema.nullable(), note: z.string().max(1_000).default(''), personId: personId.nullish() }),
    ),
  },
  responses: { 204: { description: 'Kept' }, ...orProblem },
})

export function addCandidates(api: OpenAPIHono, deps: Deps): void {
  api.openapi(list, (c) => {
    const { candidates } = readAudit(deps, c.req.valid('param').auditId, viewerOf(c.req.valid('query')))
    return c.json({ candidates }, 200)
  })
  api.openapi(decide, (c) => {
    const { personId: person, ...body } = c.req.valid('json')
    return c.json(decideCandidate(deps, { ...c.req.valid('param'), ...body, personId: knownPerson(deps, person) }), 200)
  })
  api.openapi(paste, async (c) => {
    const { text, personId: person } = c.req.valid('json')
    return c.json(await pasteLinks(deps, { ...c.req.valid('param'), text, personId: knownPerson(deps, person) }), 200)
  })
  api.openapi(answer, (c) => {
    const { personId: person, ...body } = c.req.valid('json')
    answerSlot(deps, { ...c.req.valid('param'), ...body, personId: knownPerson(deps, person) })
    return c.body(null, 204)
  })
}
