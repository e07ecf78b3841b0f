import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { textSchema } from '../../model/text.ts'
import { measures, whyCodes } from '../../report/comparison/model.ts'
import { mostCompared, type ReadComparison, readComparison } from '../../services/compare-organisations.ts'
import { json, orProblem, viewerOf, viewerQuery } from './answers.ts'
import { orNull } from './schemas.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const measure = z.enum(measures)

const comparisonSchema: z.ZodType<ReadComparison> = z
  .object({
    by: z.object({ rubric: z.string(), agreements: z.enum(['own', 'without']) }),
    organisations: list(
      z.object({
        ...{ auditId: z.string(), organisation: z.string(), at: z.string(), rubric: z.string() },
        coverage: orNull(z.number()).describe('0 to 1; null while the asking person still has to grade'),
      }),
    ).describe('By name'),
    measures: list(
      z.object({
        measure,
        grades: list(z.number().nullable()).describe('In the order of the organisations; null where it is not compared'),
        coverages: list(z.number().nullable()).describe('Of this measure, 0 to 1'),
        distribution: orNull(z.object({ count: z.number().int(), low: z.number(), middle: z.number(), high: z.number() })),
      }),
    ),
    notCompared: list(z.object({ auditId: z.string(), code: z.enum(whyCodes), measures: list(measure), text: textSchema })),
  })
  .meta({ id: 'Comparison' })

const compare = createRoute({
  method: 'get',
  path: '/comparison',
  tags: ['Report'],
  summary: 'Lay audits of several organisations beside each other',
  description:
    'Measure by measure, and only where norm and visibility are equal; of everything else `notCompared` says why it is not. `agreements=without` judges all by one norm: what each agreed and explained for itself is left out. A distribution is given from twenty organisations. Nothing is ranked, persons play no part, and nothing is written.',
  request: {
    query: viewerQuery.extend({
      audits: z.string().max(2_000).describe(`Ids with commas in between, of ${mostCompared} organisations at most`),
      rubric: z
        .string()
        .max(20)
        .optional()
        .describe('A version, or `then`: each audit as it was scored at the time. The present rubric unless given'),
      agreements: z.enum(['own', 'without']).optional(),
    }),
  },
  responses: { 200: json(comparisonSchema, 'What is compared, and what is not'), ...orProblem },
})

export function addComparison(api: OpenAPIHono, deps: Deps): void {
  api.openapi(compare, async (c) => {
    const { audits, rubric, agreements, ...query } = c.req.valid('query')
    const ids = audits
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean)
    return c.json(await readComparison(deps, ids, { ...viewerOf(query), reveal: true }, { rubric, agreements }), 200)
  })
}
