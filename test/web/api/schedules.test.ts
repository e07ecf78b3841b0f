import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ScheduleView } from '../../../src/services/schedule.ts'
import { scheduleSchema } from '../../../src/web/api/schedules.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let path: string
let id: string
beforeAll(async () => {
  api = await openApi()
  id = await api.start({ name: 'De Linde', website: 'https://delinde.example' })
  path = `/audits/${id}/schedule`
})
afterAll(() => api.close())

it('sets, reads, lists and takes away a schedule', async () => {
  expect(await read(api.get(path))).toBeNull()
  const answer = await api.send('PUT', path, {})
  const saved = await read<ScheduleView>(answer)
  expect(answer.status).toBe(200)
  expect(scheduleSchema.parse(saved)).toEqual(saved)
  expect(saved).toMatchObject({ rhythm: 'quarterly', timeZone: 'Europe/Amsterdam', organisation: { name: 'De Linde' }, auditId: id })
  expect(await read(api.get(path))).toEqual(saved)
  expect(await read(api.get('/schedules'))).toEqual({ schedules: [saved] })
  expect((await api.raw(path, { method: 'DELETE' })).status).toBe(204)
  expect((await api.raw(path, { method: 'DELETE' })).status).toBe(204)
  expect(await read(api.get('/schedules'))).toEqual({ schedules: [] })
})

it.each([
  [{ rhythm: 'own', rule: 'elke maandag' }, 'rule'],
  [{ timeZone: 'Elzerdijk' }, 'timeZone'],
  [{ personId: 'none' }, 'personId'],
])('%j is a problem about its field', async (body, field) => {
  const answer = await api.send('PUT', path, body)
  expect([answer.status, (await read<{ field?: string }>(answer)).field]).toEqual([400, field])
})

it('knows no schedule of an audit that is not there', async () => {
  for (const method of ['GET', 'DELETE']) expect((await api.raw('/audits/none/schedule', { method })).status).toBe(404)
  expect((await api.send('PUT', '/audits/none/schedule', {})).status).toBe(404)
})

it('finds the audits of an organisation by its name, whatever its capitals', async () => {
  await api.start({ name: 'Het Anker' })
  const { audits } = await read<{ audits: { id: string }[] }>(api.get('/audits?organisation=de%20LINDE'))
  expect(audits.map((audit) => audit.id)).toEqual([id])
})
