import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { differenceSchema } from '../../model/difference.ts'
import { readDifference } from '../../services/read-difference.ts'
import { auditParams, json, orProblem } from './answers.ts'
import { orNull } from './schemas.ts'

const named = differenceSchema.meta({ id: 'Difference' })

const readOne = createRoute({
  method: 'get',
  path: '/audits/{auditId}/difference',
  tags: ['Report'],
  summary: 'Read what changed since an earlier audit, and through what',
  description:
    'Each change has one cause: `organisation` (something was done), `norm` (something else is asked) or `visibility` (more or less could be seen). Effects are on the same item; only those of the organisation are counted. `difference` is null where there is no earlier audit. Nothing is fetched.',
  request: {
    params: auditParams,
    query: z.object({ with: z.string().max(64).optional().describe('Id of the other audit; the one done before unless given') }),
  },
  responses: { 200: json(z.object({ difference: orNull(named) }), 'The older audit is `before`'), ...orProblem },
})

export function addDifference(api: OpenAPIHono, deps: Deps): void {
  api.openapi(readOne, async (c) => {
    const { auditId } = c.req.valid('param')
    return c.json({ difference: await readDifference(deps, auditId, c.req.valid('query').with) }, 200)
  })
}
