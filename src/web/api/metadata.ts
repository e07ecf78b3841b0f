import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { rubric, rubrics } from '../../../config/rubric.ts'
import { parts } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import { type NormKind, normKinds } from '../../model/finding.ts'
import { namedPlatforms, platformIdSchema } from '../../model/platform.ts'
import { type Text, textSchema } from '../../model/text.ts'
import { platforms } from '../../platforms/index.ts'
import { json } from './answers.ts'

const tags = ['Metadata']

const checkSchema = z
  .object({
    id: z.string(),
    title: textSchema,
    description: textSchema,
    part: z.enum(parts).describe('The part of the total that it belongs to'),
    weight: z.number().describe('Points that the check can bring under the present rubric; 0 when it only informs'),
    weights: z
      .array(z.object({ rubric: z.string(), weight: z.number(), reason: textSchema.nullable() }))
      .describe('The same under every rubric there was, with the reason where one was given'),
    norms: z
      .array(z.object({ kind: z.enum(normKinds), description: textSchema }))
      .describe('Whose norms it can be held against; a finding says which it was'),
  })
  .meta({ id: 'Check' })

const normWords: Readonly<Record<NormKind, Text>> = {
  agreed: { nl: 'Wat de organisatie zelf heeft afgesproken.', en: 'What the organisation itself agreed.' },
  majority: { nl: 'Wat de meeste accounts van de organisatie doen.', en: 'What most accounts of the organisation do.' },
  default: { nl: 'Het uitgangspunt van Eenlijn.', en: 'Eenlijn’s own measure.' },
}

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
  const named: readonly string[] = namedPlatforms

  api.openapi(listChecks, (c) =>
    c.json(
      {
        rubric: rubric.version,
        checks: checks.map(({ id, title, description, part, norms }) => ({
          id,
          title,
          description,
          part,
          weight: rubric.weights[id] ?? 0,
          weights: rubrics.map(({ version, weights, reasons }) => ({
            rubric: version,
            weight: weights[id] ?? 0,
            reason: reasons?.[id] ?? null,
          })),
          norms: norms.map((kind) => ({ kind, description: normWords[kind] })),
        })),
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
