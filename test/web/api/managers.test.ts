import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ManagersView } from '../../../src/services/read-managers.ts'
import type { CandidateView } from '../../../src/services/views.ts'
import { managersSchema } from '../../../src/web/api/managers.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let id: string
let accountId: string
beforeAll(async () => {
  api = await openApi()
})
beforeEach(async () => {
  id = await api.start({ name: `De Linde ${Math.random()}`, website: 'https://delinde.example', links: 'https://x.com/delinde' })
  const { candidates } = await read<{ candidates: CandidateView[] }>(api.get(`/audits/${id}/candidates`))
  accountId = candidates[0]?.accountId ?? ''
  await api.send('PUT', `/audits/${id}/candidates/${accountId}/decision`, { decision: 'ours' })
})
afterAll(() => api.close())

const register = () => read<ManagersView>(api.get(`/audits/${id}/managers`))
const add = (more: Record<string, unknown> = {}) =>
  api.send('POST', `/audits/${id}/managers`, { name: 'Jannie', role: 'employee', accounts: [accountId], ...more })

it('adds, changes and removes a manager', async () => {
  const added = await add({ workEmail: 'jannie@delinde.example', since: '2026-01-01' })
  expect(added.status).toBe(201)
  const { id: managerId } = await read<{ id: string }>(added)
  const changed = await api.send('PUT', `/audits/${id}/managers/${managerId}`, { name: 'Jannie', role: 'trainee' })
  expect(changed.status).toBe(200)
  expect((await register()).managers).toEqual([
    {
      id: managerId,
      name: 'Jannie',
      workEmail: null,
      role: 'trainee',
      jobTitle: '',
      since: null,
      until: null,
      deputyOf: null,
      accounts: [],
      savedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      present: true,
    },
  ])
  expect((await api.raw(`/audits/${id}/managers/${managerId}`, { method: 'DELETE' })).status).toBe(204)
  expect((await register()).managers).toEqual([])
  expect((await api.raw(`/audits/${id}/managers/${managerId}`, { method: 'DELETE' })).status).toBe(404)
})

it('gives the register exactly the form that the document says, findings included', async () => {
  await add({ workEmail: 'jannie@elders.example' })
  expect((await api.send('PUT', `/audits/${id}/managers/recovery/${accountId}`, { note: 'Kluis van ICT' })).status).toBe(204)
  const body = await register()
  expect(managersSchema.parse(body)).toEqual(body)
  expect(body.findings.map(({ rule, sort }) => [rule, sort])).toEqual([
    ['own-employee', 'good'],
    ['two-managers', 'mend'],
    ['recovery', 'good'],
    ['work-email', 'mend'],
    ['yearly-check', 'good'],
  ])
})

it.each<[string, Record<string, unknown>, string]>([
  ['no name', { name: '' }, '/name'],
  ['a role that is none', { role: 'boss' }, '/role'],
  ['a field that is none', { mobile: '06' }, '/mobile'],
  ['too many accounts', { accounts: Array(1_001).fill('a') }, '/accounts'],
])('refuses %s and points at it', async (_what, wrong, pointer) => {
  const response = await add(wrong)
  expect(response.status).toBe(400)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({ code: 'invalid-input', errors: [{ pointer }] })
})

it('refuses what only the register can judge: an address, a date, an account of somebody else', async () => {
  expect(await read(add({ workEmail: 'jannie' }))).toMatchObject({ status: 400, field: 'workEmail' })
  expect(await read(add({ until: '2026-02-30' }))).toMatchObject({ status: 400, field: 'until' })
  expect(await read(add({ accounts: ['elsewhere'] }))).toMatchObject({ status: 404, code: 'not-found' })
  expect((await register()).managers).toEqual([])
})

it('gives the table in the language and with the separator that are asked for', async () => {
  await add()
  const english = await api.get(`/audits/${id}/managers.csv`, { 'Accept-Language': 'en' })
  expect(await english.text()).toMatch(/^\ufeff?platform,handle,address,manager,/)
  const dutch = await (await api.get(`/audits/${id}/managers.csv?lang=nl`)).text()
  expect(dutch).toContain('X;delinde;https://x.com/delinde;Jannie;;medewerker')
})
