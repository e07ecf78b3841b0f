import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { assessmentSchema } from '../../model/audit.ts'
import { saveRescore } from '../../services/rescore-audit.ts'
import { auditParams, json, jsonBody, orProblem } from './answers.ts'

const rescore = createRoute({
  method: 'post',
  path: '/audits/{auditId}/assessments',
  tags: ['Report'],
  summary: 'Score a stored audit again under another rubric',
  description:
    'Writes a new assessment beside the ones there are, out of stored evidence; nothing is fetched, and the record stays as it is. The same judgement is not written twice.',
  request: { params: auditParams, body: jsonBody(z.strictObject({ rubric: z.string().max(20).describe('Version: `2026.2`') })) },
  responses: {
    201: json(assessmentSchema.extend({ version: z.number().int() }).meta({ id: 'RescoredAssessment' }), 'As scored'),
    ...orProblem,
  },
})

export function addAssessments(api: OpenAPIHono, deps: Deps): void {
  api.openapi(rescore, (c) => c.json(saveRescore(deps, { auditId: c.req.valid('param').auditId, ...c.req.valid('json') }), 201))
}
