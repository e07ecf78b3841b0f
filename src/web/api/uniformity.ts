import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parts } from '../../checks/check.ts'
import type { Deps } from '../../deps.ts'
import { findingSchema, scoreSchema } from '../../model/finding.ts'
import { textSchema } from '../../model/text.ts'
import type { UniformityFinding, UniformityModel } from '../../report/uniformity.ts'
import { readUniformity } from '../../services/read-uniformity.ts'
import { auditParams, json, orProblem, viewerOf, viewerQuery } from './answers.ts'
import { orNull } from './schemas.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const toldSchema: z.ZodType<UniformityFinding> = findingSchema.extend({
  about: z.string().nullable(),
  points: z.number().describe('What it brings of the total'),
  maximum: z.number().describe('The most that it can bring; 0 where it does not count'),
})

const checkSchema = z.object({
  id: z.string(),
  title: textSchema,
  description: textSchema,
  weight: z.number().describe('Points that the check can bring; 0 while it is new'),
  reason: textSchema.nullable().describe('Why it weighs that'),
  score: scoreSchema,
  inLine: z.number().int(),
  toMend: z.number().int(),
  unseen: z.number().int(),
  explained: z.number().int(),
  findings: list(toldSchema),
})

const mendSchema = z.object({
  id: z.string(),
  subject: z.string().nullable(),
  about: z.string().nullable(),
  field: z.string(),
  minutes: z.number().int(),
  points: z.number(),
  gain: z.number().describe('What it adds to the grade before rounding; gains add up'),
  gradeAfter: z.number().nullable().describe('The grade when this alone is done'),
  checks: list(z.string()),
  how: list(textSchema),
})

const pathSchema = z.object({
  target: z.number(),
  grade: z.number(),
  minutes: z.number().int(),
  atLeast: z.number().int().describe('No way takes fewer minutes; equal to `minutes` when this is the cheapest'),
  mends: list(z.string()),
})

const uniformitySchema: z.ZodType<UniformityModel> = z
  .object({
    rubric: z.string(),
    score: scoreSchema,
    formula: textSchema.nullable(),
    meaning: textSchema,
    parts: list(z.object({ part: z.enum(parts), title: textSchema, score: scoreSchema, checks: list(checkSchema) })),
    accounts: list(z.object({ key: z.string(), about: z.string(), points: z.number(), maximum: z.number() })),
    deviations: list(toldSchema),
    explained: list(toldSchema),
    off: list(z.object({ id: z.string(), title: textSchema })),
    plan: z.object({ grade: z.number().nullable(), best: z.number().nullable(), mends: list(mendSchema), paths: list(pathSchema) }),
  })
  .meta({ id: 'Uniformity' })

const readOne = createRoute({
  method: 'get',
  path: '/audits/{auditId}/uniformity',
  tags: ['Report'],
  summary: 'Read the uniformity score, what it is made of and what would mend it',
  description:
    'Parts, checks with their points, findings, and for each mend its exact gain; `plan.paths` has the cheapest ways to a grade. `uniformity` is null before the first assessment, and for a person who still has to grade. With `rubric` the stored audit is scored again; nothing is fetched or written.',
  request: {
    params: auditParams,
    query: viewerQuery.extend({
      rubric: z.string().max(20).optional().describe('Version of the rubric; the present one unless given'),
      target: z.coerce.number().min(1).max(10).optional().describe('A grade to find the cheapest path to'),
    }),
  },
  responses: { 200: json(z.object({ uniformity: orNull(uniformitySchema) }), 'In both languages'), ...orProblem },
})

export function addUniformity(api: OpenAPIHono, deps: Deps): void {
  api.openapi(readOne, (c) => {
    const { rubric, target, ...viewer } = c.req.valid('query')
    const { auditId } = c.req.valid('param')
    return c.json({ uniformity: readUniformity(deps, auditId, { ...viewerOf(viewer), reveal: true }, { rubric, target }) }, 200)
  })
}
