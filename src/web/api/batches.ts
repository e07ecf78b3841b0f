import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { routeReportSchema } from '../../model/audit.ts'
import { batchItemStates, batchRequestSchema, batchStates, mostInBatch } from '../../model/batch.ts'
import { EenlijnError } from '../../model/errors.ts'
import { scoreSchema } from '../../model/finding.ts'
import {
  type BatchItemView,
  type BatchView,
  cancelBatch,
  createBatch,
  listBatches,
  readBatch,
  readBatchItems,
} from '../../services/batch.ts'
import { type BatchResult, readBatchResults } from '../../services/read-batch-results.ts'
import { type BatchTechnical, readBatchTechnical } from '../../services/read-batch-technical.ts'
import { json, jsonBody, orProblem, viewerOf, viewerQuery } from './answers.ts'
import { auditStateSchema, orNull } from './schemas.ts'

const tags = ['Batches']
const time = z.string().describe('ISO 8601, UTC')
const batchParams = z.object({ batchId: z.string().max(64) })

/** A thousand organisations with their websites fit many times. */
const maxListBytes = 2 * 2 ** 20
/** Paths with a limit of their own on what comes in. */
export const batchesPath = /^(?:\/v1)?\/batches\/?$/

export const batchSchema: z.ZodType<BatchView> = z
  .object({
    id: z.string(),
    label: z.string(),
    state: z.enum(batchStates).describe('`error`: not one of its audits succeeded'),
    failure: z.string().nullable(),
    createdAt: time,
    finishedAt: time.nullable(),
    counts: z.record(z.enum(batchItemStates), z.number().int()).describe('How many organisations are in which state'),
  })
  .meta({ id: 'Batch' })

const item = {
  position: z.number().int().describe('From 0, as handed in'),
  name: z.string(),
  state: z.enum(batchItemStates),
  auditId: z.string().nullable(),
  failure: z.string().nullable(),
}
const itemSchema: z.ZodType<BatchItemView> = z.object(item)

export const batchResultSchema: z.ZodType<BatchResult & { links: Links | null }> = z.object({
  ...item,
  auditState: orNull(auditStateSchema),
  outcome: orNull(
    z.object({
      finishedAt: time.nullable(),
      score: orNull(scoreSchema).describe('The grade with its coverage; null when there is none to show'),
      hidden: z.boolean().describe('The person of the query still has to grade this organisation'),
      accountsOurs: z.number().int(),
      undecided: z.number().int(),
      deviations: z.number().int().nullable().describe('Findings that can be mended'),
    }),
  ).describe('null until its audit has ended'),
  links: orNull(z.object({ audit: z.string(), report: z.string() })),
})

const tally = z.record(z.string(), z.number().int())

export const batchTechnicalSchema: z.ZodType<BatchTechnical> = z.object({
  ...item,
  facts: orNull(
    z.object({
      auditState: z.string(),
      startedAt: time.nullable(),
      finishedAt: time.nullable(),
      routes: z
        .array(routeReportSchema.pick({ route: true, state: true, pagesRead: true, pagesUnseen: true, found: true, why: true }))
        .readonly(),
      looks: tally.describe('Looks at profiles by how they ended'),
      walls: tally.describe('What stood in the way, and how often'),
      requests: tally.describe('Requests by outcome'),
      versions: z.object({ product: z.string().nullable(), rubric: z.string().nullable() }),
    }),
  ).describe('null until its audit has begun'),
})

interface Links {
  readonly audit: string
  readonly report: string
}

const pageQuery = (most: number, usual: number) =>
  z.object({
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    after: z.coerce
      .number()
      .int()
      .min(-1)
      .max(mostInBatch)
      .default(-1)
      .describe('Position of the last one seen: `next` of the page before'),
  })

const pageOf = <T extends z.ZodType>(name: string, one: T) => z.object({ [name]: z.array(one), next: z.number().int().nullable() })

const start = createRoute({
  method: 'post',
  path: '/batches',
  tags,
  summary: 'Hand in a list of organisations',
  description:
    'Up to 1,000. Their audits begin a few at a time, in turn with those of other lists, so that a long list does not keep a short one waiting.',
  request: {
    headers: z.object({
      'idempotency-key': z.string().min(1).max(200).optional().describe('The same key with the same list gives the same batch'),
    }),
    body: jsonBody(batchRequestSchema),
  },
  responses: { 202: { ...json(batchSchema, 'Accepted'), headers: z.object({ Location: z.string() }) }, ...orProblem },
})

const list = createRoute({
  method: 'get',
  path: '/batches',
  tags,
  summary: 'List the batches, the newest first',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      before: z.string().max(64).optional().describe('Id of the last batch of the page before: `next` of that answer'),
    }),
  },
  responses: { 200: json(z.object({ batches: z.array(batchSchema), next: z.string().nullable() }), 'A page of batches'), ...orProblem },
})

const read = createRoute({
  method: 'get',
  path: '/batches/{batchId}',
  tags,
  summary: 'Read how far a batch is',
  request: { params: batchParams },
  responses: { 200: json(batchSchema, 'The batch'), ...orProblem },
})

const change = createRoute({
  method: 'patch',
  path: '/batches/{batchId}',
  tags,
  summary: 'Stop a batch',
  description: 'What waits does not begin, what runs is stopped, what was found stays. `conflict` when it has ended already.',
  request: { params: batchParams, body: jsonBody(z.strictObject({ state: z.literal('cancelled') })) },
  responses: { 200: json(batchSchema, 'The batch after it'), ...orProblem },
})

const items = createRoute({
  method: 'get',
  path: '/batches/{batchId}/items',
  tags,
  summary: 'List the organisations of a batch',
  request: { params: batchParams, query: pageQuery(500, 100) },
  responses: { 200: json(pageOf('items', itemSchema), 'A page, as handed in'), ...orProblem },
})

const results = createRoute({
  method: 'get',
  path: '/batches/{batchId}/results',
  tags,
  summary: 'Read the verdicts of a batch',
  description: 'Per organisation its grade with coverage, its accounts and what can be mended; as handed in, never as a ranking.',
  request: { params: batchParams, query: pageQuery(50, 25).extend(viewerQuery.shape) },
  responses: { 200: json(pageOf('results', batchResultSchema), 'A page of verdicts'), ...orProblem },
})

const technical = createRoute({
  method: 'get',
  path: '/batches/{batchId}/technical-results',
  tags,
  summary: 'Read how the audits of a batch went',
  description: 'Facts without a judgement: routes, looks, walls, requests and versions.',
  request: { params: batchParams, query: pageQuery(50, 25) },
  responses: { 200: json(pageOf('results', batchTechnicalSchema), 'A page of facts'), ...orProblem },
})

export function addBatches(api: OpenAPIHono, deps: Deps): void {
  api.use('/batches', limitList)
  api.openapi(start, async (c) => {
    const idempotencyKey = c.req.valid('header')['idempotency-key']
    const batch = await createBatch(deps, c.req.valid('json'), { idempotencyKey })
    return c.json(batch, 202, { Location: `/v1/batches/${batch.id}` })
  })
  api.openapi(list, (c) => {
    const { limit, before } = c.req.valid('query')
    const batches = listBatches(deps, { limit, before })
    return c.json({ batches, next: batches.length === limit ? (batches.at(-1)?.id ?? null) : null }, 200)
  })
  api.openapi(read, (c) => c.json(readBatch(deps, c.req.valid('param').batchId), 200))
  api.openapi(change, async (c) => c.json(await cancelBatch(deps, c.req.valid('param').batchId), 200))
  api.openapi(items, (c) => {
    const page = c.req.valid('query')
    const found = readBatchItems(deps, c.req.valid('param').batchId, page)
    return c.json({ items: found, next: nextOf(found, page.limit) }, 200)
  })
  api.openapi(results, (c) => {
    const { person, ...page } = c.req.valid('query')
    const found = readBatchResults(deps, c.req.valid('param').batchId, page, viewerOf({ person }))
    return c.json({ results: found.map((one) => ({ ...one, links: linksOf(one.auditId) })), next: nextOf(found, page.limit) }, 200)
  })
  api.openapi(technical, (c) => {
    const page = c.req.valid('query')
    const found = readBatchTechnical(deps, c.req.valid('param').batchId, page)
    return c.json({ results: found, next: nextOf(found, page.limit) }, 200)
  })
}

const nextOf = (found: readonly BatchItemView[], limit: number): number | null =>
  found.length === limit ? (found.at(-1)?.position ?? null) : null

const linksOf = (auditId: string | null): Links | null =>
  auditId === null ? null : { audit: `/v1/audits/${auditId}`, report: `/v1/audits/${auditId}/report` }

const limitList = bodyLimit({
  maxSize: maxListBytes,
  onError: () => {
    throw new EenlijnError('too-large', {
      nl: 'Deze lijst is te groot: 2 MB is het meeste. Verdeel hem over meer lijsten.',
      en: 'This list is too large: 2 MB is the most. Divide it over more lists.',
    })
  },
})
