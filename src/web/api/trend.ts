import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { parts } from '../../checks/check.ts'
import type { Deps } from '../../deps.ts'
import { textSchema } from '../../model/text.ts'
import type { TrendGrades, TrendModel } from '../../report/trend.ts'
import { readTrend } from '../../services/read-trend.ts'
import { auditParams, json, orProblem, viewerOf, viewerQuery } from './answers.ts'
import { orNull } from './schemas.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()

const gradesSchema: z.ZodType<TrendGrades> = z.object({
  rubric: z.string(),
  grade: z.number().nullable(),
  coverage: z.number().describe('0 to 1'),
  parts: z.record(z.enum(parts), z.number().nullable()),
})

const trendSchema: z.ZodType<TrendModel> = z
  .object({
    organisation: z.string(),
    rubric: z.string().describe('The present rubric, by which `fair` is measured'),
    points: list(
      z.object({
        auditId: z.string(),
        at: z.string(),
        stored: orNull(gradesSchema).describe('As measured at the time; null while the asking person still has to grade'),
        fair: orNull(gradesSchema).describe('By the present norm, out of stored evidence'),
        people: z.object({ grade: z.number().nullable().describe('Mean of what people gave'), count: z.number().int() }),
        normChanged: list(textSchema).describe('What was asked otherwise than at the audit before'),
        locations: list(z.object({ location: z.string(), inLine: z.number().int(), measured: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'Trend' })

const readOne = createRoute({
  method: 'get',
  path: '/audits/{auditId}/trend',
  tags: ['Report'],
  summary: 'Read how the uniformity of an audit’s organisation went over its audits',
  request: { params: auditParams, query: viewerQuery },
  responses: { 200: json(trendSchema, 'The oldest audit first, at most the newest forty'), ...orProblem },
})

export function addTrend(api: OpenAPIHono, deps: Deps): void {
  api.openapi(readOne, (c) => {
    const { auditId } = c.req.valid('param')
    return c.json(readTrend(deps, auditId, { ...viewerOf(c.req.valid('query')), reveal: true }), 200)
  })
}
