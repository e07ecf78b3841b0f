import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { type AuditState, auditRecordSchema, auditRequestSchema } from '../../model/audit.ts'
import { cancelAudit } from '../../services/cancel-audit.ts'
import { chooseOrganisation } from '../../services/choose-organisation.ts'
import { readAuditState } from '../../services/find-audit.ts'
import { listAudits } from '../../services/list-audits.ts'
import { readAudit } from '../../services/read-audit.ts'
import { startAudit } from '../../services/start-audit.ts'
import { readRecord } from '../../services/write-record.ts'
import { auditParams, json, jsonBody, orProblem, viewerOf, viewerQuery } from './answers.ts'
import { auditSummarySchema, auditViewSchema, startedSchema } from './schemas.ts'

const tags = ['Audits']

const start = createRoute({
  method: 'post',
  path: '/audits',
  tags,
  summary: 'Start an audit',
  description: 'Only a name is needed. Answers at once; follow the work at `links.events`.',
  request: {
    headers: z.object({
      'idempotency-key': z.string().min(1).max(200).optional().describe('The same key with the same body gives the same audit'),
    }),
    body: jsonBody(auditRequestSchema),
  },
  responses: {
    202: { ...json(startedSchema, 'Accepted'), headers: z.object({ Location: z.string() }) },
    ...orProblem,
  },
})

const list = createRoute({
  method: 'get',
  path: '/audits',
  tags,
  summary: 'List audits, the newest first',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      before: z.string().max(64).optional().describe('Id of the last audit of the page before: `next` of that answer'),
      organisation: z.string().min(1).max(200).optional().describe('Only of organisations of this name'),
    }),
  },
  responses: {
    200: json(z.object({ audits: z.array(auditSummarySchema), next: z.string().nullable() }), 'A page of audits'),
    ...orProblem,
  },
})

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}',
  tags,
  summary: 'Read an audit as it stands',
  request: { params: auditParams, query: viewerQuery },
  responses: { 200: json(auditViewSchema, 'The audit'), ...orProblem },
})

const change = createRoute({
  method: 'patch',
  path: '/audits/{auditId}',
  tags,
  summary: 'Stop an audit',
  description: 'What was found stays. An audit that has ended stays as it is.',
  request: { params: auditParams, body: jsonBody(z.strictObject({ state: z.literal('cancelled') })) },
  responses: { 200: json(startedSchema, 'The state after it'), ...orProblem },
})

const choose = createRoute({
  method: 'post',
  path: '/audits/{auditId}/choice',
  tags,
  summary: 'Say which organisation is meant',
  description: 'For an audit in the state `choosing`: one of its `choices`, a website, or `none` of them.',
  request: {
    params: auditParams,
    body: jsonBody(
      z.union([
        z.strictObject({ wikidataId: z.string().min(1).max(40) }),
        z.strictObject({ website: z.string().min(1).max(2_000) }),
        z.strictObject({ none: z.literal(true) }),
      ]),
    ),
  },
  responses: { 202: json(startedSchema, 'The audit goes on'), ...orProblem },
})

const record = createRoute({
  method: 'get',
  path: '/audits/{auditId}/record',
  tags,
  summary: 'Read what the audit found, immutable',
  description: 'A problem with code `conflict` (409) until the audit has ended.',
  request: { params: auditParams },
  responses: { 200: json(auditRecordSchema, 'The record'), ...orProblem },
})

export function addAudits(api: OpenAPIHono, deps: Deps): void {
  const startedNow = (auditId: string) => started(auditId, readAuditState(deps, auditId))

  api.openapi(start, async (c) => {
    const key = c.req.valid('header')['idempotency-key']
    const { auditId } = await startAudit(deps, c.req.valid('json'), key === undefined ? {} : { idempotencyKey: key })
    const answer = startedNow(auditId)
    return c.json(answer, 202, { Location: answer.links.self })
  })
  api.openapi(list, (c) => {
    const { limit, ...page } = c.req.valid('query')
    const audits = listAudits(deps, { limit, ...page })
    return c.json({ audits, next: audits.length === limit ? (audits.at(-1)?.id ?? null) : null }, 200)
  })
  api.openapi(read, (c) => c.json(readAudit(deps, c.req.valid('param').auditId, viewerOf(c.req.valid('query'))), 200))
  api.openapi(change, async (c) => {
    const { auditId } = c.req.valid('param')
    await cancelAudit(deps, auditId)
    return c.json(startedNow(auditId), 200)
  })
  api.openapi(choose, async (c) => {
    const { auditId } = c.req.valid('param')
    await chooseOrganisation(deps, auditId, c.req.valid('json'))
    return c.json(startedNow(auditId), 202)
  })
  api.openapi(record, (c) => c.json(readRecord(deps, c.req.valid('param').auditId), 200))
}

function started(id: string, state: AuditState): z.infer<typeof startedSchema> {
  const self = `/v1/audits/${id}`
  const part = (name: string) => `${self}/${name}`
  return {
    id,
    state,
    links: { self, events: part('events'), candidates: part('candidates'), record: part('record'), report: part('report') },
  }
}
