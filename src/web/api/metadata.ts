import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { rubric } from '../../../config/rubric.ts'
import { checks } from '../../checks/index.ts'
import { namedPlatforms, platformIdSchema } from '../../model/platform.ts'
import { textSchema } from '../../model/text.ts'
import { platforms } from '../../platforms/index.ts'
import { json } from './answers.ts'

const tags = ['Metadata']

const checkSchema = z
  .object({
    id: z.string(),
    title: textSchema,
    description: textSchema,
    weight: z.number().describe('Points that the check can bring; 0 when it only informs'),
  })
  .meta({ id: 'Check' })

const platformSchema = z
  .object({
    id: platformIdSchema,
    name: z.string(),
    named: z.boolean().describe('One of the five of the worksheet: an audit always has a place for it'),
    closed: z.object({ since: z.string() }).nullable(),
    hosts: z.array(z.string()).readonly(),
    handle: z.object({ min: z.number(), max: z.number(), allowed: z.string(), caseSensitive: z.boolean() }),
  })
  .meta({ id: 'Platform' })

const listChecks = createRoute({
  method: 'get',
  path: '/metadata/checks',
  tags,
  summary: 'List the checks, with what they count for',
  responses: { 200: json(z.object({ rubric: z.string(), checks: z.array(checkSchema) }), 'The checks under the present rubric') },
})

const listPlatforms = createRoute({
  method: 'get',
  path: '/metadata/platforms',
  tags,
  summary: 'List the platforms that are recognised',
  responses: { 200: json(z.object({ platforms: z.array(platformSchema) }), 'The five of the worksheet first') },
})

export function addMetadata(api: OpenAPIHono): void {
  const weights: Readonly<Record<string, number>> = rubric.weights
  const named: readonly string[] = namedPlatforms

  api.openapi(listChecks, (c) =>
    c.json(
      {
        rubric: rubric.version,
        checks: checks.map(({ id, title, description }) => ({ id, title, description, weight: weights[id] ?? 0 })),
      },
      200,
    ),
  )
  api.openapi(listPlatforms, (c) =>
    c.json(
      {
        platforms: platforms.map(({ id, name, closed, hosts, handleRule: { min, max, allowed, caseSensitive } }) => ({
          id,
          name,
          named: named.includes(id),
          closed: closed ?? null,
          hosts,
          handle: { min, max, allowed, caseSensitive },
        })),
      },
      200,
    ),
  )
}
