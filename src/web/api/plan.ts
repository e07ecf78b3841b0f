import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { removePlanItem, savePlanItem } from '../../services/plan.ts'
import { readAudit } from '../../services/read-audit.ts'
import { auditParams, json, jsonBody, orProblem } from './answers.ts'
import { planItemSchema } from './schemas.ts'

const tags = ['Plan']
const itemParams = auditParams.extend({ itemId: z.string().max(64) })

const body = jsonBody(
  z.strictObject({
    what: z.string().min(1).max(1_000).describe('What can be better?'),
    how: z.string().max(4_000).default('').describe('How will you bring it about?'),
    owner: z.string().max(100).nullable().default(null),
    due: z.string().max(10).nullable().default(null).describe('YYYY-MM-DD'),
    done: z.boolean().default(false),
    check: z.string().nullish().describe('Ignored: said by the audit'),
    subject: z.string().nullish().describe('Ignored'),
    seenDoneIn: z.string().nullish().describe('Ignored'),
  }),
)

const list = createRoute({
  method: 'get',
  path: '/audits/{auditId}/plan',
  tags,
  summary: 'List the plan',
  request: { params: auditParams },
  responses: { 200: json(z.object({ items: z.array(planItemSchema).readonly() }), 'In order of making'), ...orProblem },
})

const add = createRoute({
  method: 'post',
  path: '/audits/{auditId}/plan',
  tags,
  summary: 'Add to the plan',
  request: { params: auditParams, body },
  responses: { 201: json(planItemSchema, 'Added'), ...orProblem },
})

const change = createRoute({
  method: 'put',
  path: '/audits/{auditId}/plan/{itemId}',
  tags,
  summary: 'Change a line of the plan',
  request: { params: itemParams, body },
  responses: { 200: json(planItemSchema, 'Changed'), ...orProblem },
})

const remove = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/plan/{itemId}',
  tags,
  summary: 'Remove a line of the plan',
  request: { params: itemParams },
  responses: { 204: { description: 'Removed' }, ...orProblem },
})

export function addPlan(api: OpenAPIHono, deps: Deps): void {
  const typed = ({
    what,
    how,
    done,
    owner,
    due,
  }: {
    what: string
    how: string
    owner: string | null
    due: string | null
    done: boolean
  }) => ({
    what,
    how,
    done,
    owner: owner ?? '',
    due: due ?? '',
  })
  api.openapi(list, (c) => c.json({ items: readAudit(deps, c.req.valid('param').auditId, { personId: null }).plan }, 200))
  api.openapi(add, (c) => {
    const { auditId } = c.req.valid('param')
    const item = savePlanItem(deps, { auditId, ...typed(c.req.valid('json')) })
    return c.json(item, 201, { Location: `/v1/audits/${auditId}/plan/${item.id}` })
  })
  api.openapi(change, (c) => {
    const { auditId, itemId } = c.req.valid('param')
    return c.json(savePlanItem(deps, { auditId, id: itemId, ...typed(c.req.valid('json')) }), 200)
  })
  api.openapi(remove, (c) => {
    const { auditId, itemId } = c.req.valid('param')
    removePlanItem(deps, { auditId, id: itemId })
    return c.body(null, 204)
  })
}
