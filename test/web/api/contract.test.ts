import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { auditRecordSchema } from '../../../src/model/audit.ts'
import type { CandidateView } from '../../../src/services/views.ts'
import { reportSchema } from '../../../src/web/api/report-schema.ts'
import { auditEventSchema, auditSummarySchema, auditViewSchema, candidateViewSchema } from '../../../src/web/api/schemas.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let id: string
/** An audit with something in every part of it. */
beforeAll(async () => {
  api = await openApi()
  id = await api.start({ name: 'De Linde', links: 'https://x.com/delinde\nhttps://www.youtube.com/@delinde', label: 'Q1' })
  const { candidates } = await read<{ candidates: CandidateView[] }>(api.get(`/audits/${id}/candidates`))
  const subject = candidates[0]?.accountId
  const { personId } = await read<{ personId: string }>(api.send('POST', '/people', { name: 'Jannie' }))
  await api.send('PUT', `/audits/${id}/candidates/${subject}/decision`, { decision: 'ours', personId })
  await api.send('PUT', `/audits/${id}/grades/${subject}`, { grade: 7.5, reason: 'helder', personId })
  await api.send('PUT', `/audits/${id}/slots/linkedin`, { answer: 'not-found', personId })
  await api.send('POST', `/audits/${id}/plan`, { what: 'Zelfde logo', due: '2027-05-01' })
  await api.send('PATCH', `/audits/${id}`, { state: 'cancelled' })
})
afterAll(() => api.close())

const events = { Accept: 'application/json' }
it.each<[string, () => Promise<unknown>, z.ZodType]>([
  ['the audit', () => read(api.get(`/audits/${id}`)), auditViewSchema],
  ['the list', async () => (await read<{ audits: unknown[] }>(api.get('/audits'))).audits[0], auditSummarySchema],
  [
    'an account',
    async () => (await read<{ candidates: unknown[] }>(api.get(`/audits/${id}/candidates`))).candidates[0],
    candidateViewSchema,
  ],
  ['the events', async () => (await read<{ events: unknown[] }>(api.get(`/audits/${id}/events`, events))).events.at(-1), auditEventSchema],
  ['the record', () => read(api.get(`/audits/${id}/record`)), auditRecordSchema],
  ['the report', () => read(api.get(`/audits/${id}/report`)), reportSchema],
])('%s has exactly the form that the API document gives it', async (_what, ask, schema) => {
  const body = await ask()
  expect(body).toBeDefined()
  expect(schema.parse(body)).toEqual(body)
})
