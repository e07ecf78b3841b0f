import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { listOrganisations, type OrganisationSummary } from '../../services/list-organisations.ts'
import { json, orProblem } from './answers.ts'
import { orNull } from './schemas.ts'

const auditSchema = z.object({ id: z.string(), createdAt: z.string() })

const summarySchema: z.ZodType<OrganisationSummary> = z
  .object({
    id: z.string(),
    name: z.string(),
    website: z.string().nullable(),
    audits: z.number().int().describe('How many there are'),
    lastAudit: orNull(auditSchema),
    lastDone: orNull(auditSchema).describe('The newest that is done'),
  })
  .meta({ id: 'OrganisationSummary' })

const list = createRoute({
  method: 'get',
  path: '/organisations',
  tags: ['Audits'],
  summary: 'List organisations, the newest first',
  description: 'To tell apart those of one name before naming an audit of one of them. All that is asked for must hold.',
  request: {
    query: z.object({
      id: z.string().max(64).optional(),
      name: z.string().min(1).max(200).optional().describe('Whatever its capitals'),
      website: z.string().min(1).max(2_000).optional().describe('Of the same registered domain; narrows a name'),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { 200: json(z.object({ organisations: z.array(summarySchema) }), 'The organisations'), ...orProblem },
})

export function addOrganisations(api: OpenAPIHono, deps: Deps): void {
  api.openapi(list, (c) => c.json({ organisations: listOrganisations(deps, c.req.valid('query')) }, 200))
}
