import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Deps } from '../../deps.ts'
import { rhythms, scheduleInputSchema } from '../../model/schedule.ts'
import { listSchedules, readSchedule, removeSchedule, type ScheduleView, saveSchedule } from '../../services/schedule.ts'
import { auditParams, json, jsonBody, knownPerson, orProblem, personId } from './answers.ts'
import { orNull } from './schemas.ts'

const tags = ['Schedules']
const time = z.string().nullable().describe('ISO 8601, UTC')

export const scheduleSchema: z.ZodType<ScheduleView> = z
  .object({
    organisation: z.object({ id: z.string(), name: z.string() }),
    rhythm: z.enum(rhythms),
    rule: z.string().describe('Five fields of cron: minute, hour, day, month, weekday'),
    timeZone: z.string().describe('IANA name, whose calendar the rule follows'),
    nextAt: time.describe('The turn that comes; spread out, so later than the rule says. ISO 8601, UTC'),
    lastAt: time,
    lastAuditId: z.string().nullable().describe('The audit that the last turn began'),
    skipped: z.number().int().describe('Turns passed over because an audit of the organisation was running'),
    auditId: z.string().nullable().describe('The newest audit of the organisation'),
  })
  .meta({ id: 'Schedule' })

const list = createRoute({
  method: 'get',
  path: '/schedules',
  tags,
  summary: 'List the organisations that are audited again by themselves',
  description: 'Whose turn comes first is first; at most 1,000.',
  responses: { 200: json(z.object({ schedules: z.array(scheduleSchema) }), 'The schedules'), ...orProblem },
})

const read = createRoute({
  method: 'get',
  path: '/audits/{auditId}/schedule',
  tags,
  summary: 'Read when this organisation is audited again',
  request: { params: auditParams },
  responses: { 200: json(orNull(scheduleSchema), 'The schedule, or null when it has none'), ...orProblem },
})

const save = createRoute({
  method: 'put',
  path: '/audits/{auditId}/schedule',
  tags,
  summary: 'Have this organisation audited again by itself',
  description:
    'It is asked for the way this audit was, without what was handed in once. Quarterly unless said otherwise. `own` takes a rule, kept to the minute; the turns of the other rhythms are spread out over organisations. A turn that comes while an audit runs is passed over; turns missed while the server was down are caught up once.',
  request: { params: auditParams, body: jsonBody(scheduleInputSchema.extend({ personId: personId.nullable().default(null) })) },
  responses: { 200: json(scheduleSchema, 'The schedule as it now is'), ...orProblem },
})

const remove = createRoute({
  method: 'delete',
  path: '/audits/{auditId}/schedule',
  tags,
  summary: 'No longer audit this organisation by itself',
  description: 'Audits that there are stay. Without a schedule nothing happens.',
  request: { params: auditParams },
  responses: { 204: { description: 'No turn comes any more' }, ...orProblem },
})

export function addSchedules(api: OpenAPIHono, deps: Deps): void {
  api.openapi(list, (c) => c.json({ schedules: listSchedules(deps) }, 200))
  api.openapi(read, (c) => c.json(readSchedule(deps, c.req.valid('param').auditId), 200))
  api.openapi(save, async (c) => {
    const { personId: person, ...input } = c.req.valid('json')
    return c.json(await saveSchedule(deps, c.req.valid('param').auditId, input, knownPerson(deps, person)), 200)
  })
  api.openapi(remove, async (c) => {
    await removeSchedule(deps, c.req.valid('param').auditId)
    return c.body(null, 204)
  })
}
