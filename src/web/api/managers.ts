import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { continuityRules, managerRoles } from '../../model/manager.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { activities } from '../../model/snapshot.ts'
import { textSchema } from '../../model/text.ts'
import { managersCsv } from '../../report/managers-csv.ts'
import { type ManagersView, type ManagerView, readManagers } from '../../services/read-managers.ts'
import { removeManager } from '../../services/remove-manager.ts'
import { saveManager } from '../../services/save-manager.ts'
import { saveRecoveryNote } from '../../services/save-recovery-note.ts'
import { csvHeaders } from '../csv.ts'
import { auditParams, json, jsonBody, orProblem } from './answers.ts'
import { csvAnswer, csvOptions, csvQuery } from './csv.ts'

const tags = ['Managers']
const managerParams = auditParams.extend({ managerId: z.string().max(64) })
const date = z.string().max(10).nullable().describe('YYYY-MM-DD')

const managerSchema: z.ZodType<ManagerView> = z.object({
  id: z.string(),
  name: z.string(),
  workEmail: z.string().nullable(),
  role: z.enum(managerRoles),
  jobTitle: z.string(),
  since: date,
  until: date.describe('The last day, YYYY-MM-DD'),
  deputyOf: z.string().nullable().describe('Id of the manager whom this one stands in for'),
  accounts: z.array(z.string()).readonly().describe('Ids of accounts'),
  savedOn: z.string().describe('When these details were last saved, YYYY-MM-DD'),
  present: z.boolean().describe('Manages today: has begun and has not ended'),
})

const findingSchema: z.ZodType<ManagersView['findings'][number]> = z.object({
  rule: z.enum(continuityRules),
  sort: z.enum(['good', 'mend', 'unseen']),
  account: z.string().nullable().describe('Key of the account'),
  manager: z.string().nullable().describe('Id of the manager'),
  verdict: textSchema,
  saw: textSchema,
  why: textSchema,
  mend: textSchema.nullable(),
})

export const managersSchema: z.ZodType<ManagersView> = z.object({
  organisation: z.object({ id: z.string(), name: z.string(), domain: z.string().nullable() }),
  asOf: z.string().describe('The day that it tells of, YYYY-MM-DD'),
  accounts: z
    .array(
      z.object({
        accountId: z.string(),
        key: z.string(),
        platform: platformIdSchema,
        handle: z.string(),
        url: z.string(),
        activity: z.enum(activities),
        recovery: z.string().nullable().describe('Where the way in is kept'),
      }),
    )
    .readonly(),
  managers: z.array(managerSchema).readonly(),
  findings: z.array(findingSchema).readonly(),
})

const body = jsonBody(
  z.strictObject({
    name: z.string().min(1).max(100),
    workEmail: z.string().max(254).nullable().default(null),
    role: z.enum(managerRoles),
    jobTitle: z.string().max(100).default(''),
    since: date.default(null),
    until: date.default(null).describe('The last day, YYYY-MM-DD'),
    deputyOf: z.string().max(64).nullable().default(null),
    accounts: z.array(z.string().max(64)).max(1_000).default([]).describe('Ids of accounts'),
  }),
)
const savedSchema = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/audits/{auditId}/managers',
  tags,
  summary: 'Read who manages what',
  description: 'The register of the audited organisation: accounts, managers, and whether access lasts when somebody leaves.',
  request: { params: auditParams },
  responses: { 200: json(managersSchema, 'The register'), ...orProblem },
})

const asCsv = createRoute({
  method: 'get',
  path: '/audits/{auditId}/managers.csv',
  tags,
  summary: 'Read who manages what as a table',
  request: {
    params: auditParams,
    query: csvQuery,
  },
  responses: { 200: csvAnswer, ...orProblem },
})

const add = createRoute({
  method: 'post',
  path: '/audits/{auditId}/managers',
  tags,
  summary: 'Put somebody in the register',
  request: { params: auditParams, body },
  responses: { 201: json(savedSchema, 'Added'), ...orProblem },
})

const change = createRoute({
  method: 'put',
  path: '/audits/{auditId}/managers/{managerId}',
  tags,
  summary: 'Change a manager',
  request: { params: managerParams, body },
  responses: { 200: json(savedSchema, 'Changed'), ...orProblem },
})

const remove = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/managers/{managerId}',
  tags,
  summary: 'Take a manager off the register',
  description: 'Erases name, address and job title; the role and the dates stay without saying whose they were.',
  request: { params: managerParams },
  responses: { 204: { description: 'Removed and erased' }, ...orProblem },
})

const note = createRoute({
  method: 'put',
  path: '/audits/{auditId}/managers/recovery/{accountId}',
  tags,
  summary: 'Note where the way into an account is kept',
  description: 'The place alone, never the way in itself. An empty note takes it back.',
  request: { params: auditParams.extend({ accountId: z.string().max(64) }), body: jsonBody(z.strictObject({ note: z.string().max(300) })) },
  responses: { 204: { description: 'Kept' }, ...orProblem },
})

export function addManagers(api: OpenAPIHono, deps: Deps): void {
  const typed = ({ workEmail, since, until, deputyOf, ...rest }: z.infer<(typeof body)['content']['application/json']['schema']>) => ({
    ...rest,
    workEmail: workEmail ?? '',
    since: since ?? '',
    until: until ?? '',
    deputyOf: deputyOf ?? '',
  })
  api.openapi(list, (c) => c.json(readManagers(deps, c.req.valid('param').auditId), 200))
  api.openapi(asCsv, (c) => {
    const csv = managersCsv(readManagers(deps, c.req.valid('param').auditId), csvOptions(c, c.req.valid('query')))
    return c.body(csv, 200, csvHeaders('eenlijn-managers'))
  })
  api.openapi(add, (c) => c.json(saveManager(deps, { ...c.req.valid('param'), ...typed(c.req.valid('json')) }), 201))
  api.openapi(change, (c) => {
    const { auditId, managerId } = c.req.valid('param')
    return c.json(saveManager(deps, { auditId, id: managerId, ...typed(c.req.valid('json')) }), 200)
  })
  api.openapi(note, (c) => {
    saveRecoveryNote(deps, { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.body(null, 204)
  })
  api.openapi(remove, (c) => {
    const { auditId, managerId } = c.req.valid('param')
    removeManager(deps, { auditId, id: managerId })
    return c.body(null, 204)
  })
}
