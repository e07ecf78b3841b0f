import { expect, test } from 'vitest'
import { createApi } from '../../../src/web/api/index.ts'
import { testDeps } from '../../support/deps.ts'
import { sampleAudit } from '../../support/sample-audit.ts'
import { basis, teamCsv } from '../../support/sample-team.ts'

const nothing: Answered = { text: '', path: '', members: [] }

interface Answered {
  readonly text: string
  readonly path: string
  readonly members: readonly { readonly id: string; readonly name: string }[]
}

async function setting() {
  const { deps } = await testDeps()
  const { auditId } = await sampleAudit(deps)
  const api = createApi(deps)
  const call = async (method: string, path: string, body?: object) => {
    const init = { method, headers: { 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) }
    const response = await api.request(`/audits/${auditId}/team${path}`, init)
    return { status: response.status, body: response.status === 204 ? nothing : ((await response.json()) as Answered) }
  }
  return { call }
}

test('basis, list, notice, invitation, objection, erasure and withdrawal', async () => {
  const { call } = await setting()
  expect(await call('GET', '')).toMatchObject({ status: 200, body: { basis: null, members: [], totals: null } })
  expect(await call('POST', '', { text: teamCsv })).toMatchObject({ status: 409 })
  expect(await call('GET', '/notice')).toMatchObject({ body: { text: null } })
  expect((await call('PUT', '/basis', basis)).status).toBe(400)
  expect((await call('PUT', '/basis', { ...basis, confirmed: true })).status).toBe(200)
  expect((await call('GET', '/notice?lang=en')).body.text).toContain('Your rights')
  expect(await call('POST', '', { text: teamCsv })).toMatchObject({ status: 200, body: { added: 3, skipped: 0, bad: [{ line: 3 }] } })
  const { members } = (await call('GET', '')).body
  const [pieter, sanne] = members.map(({ id }) => ({ id }))
  if (!pieter || !sanne) throw new Error('nobody is on the list')
  expect((await call('PUT', `/${pieter.id}/informed`, { on: '2026-11-01' })).status).toBe(204)
  expect((await call('PUT', `/${pieter.id}/confirmed`)).status).toBe(204)
  expect((await call('POST', `/${pieter.id}/invitation`)).body.path).toMatch(/^\/(?:nl|en)\/invitation\/[\w-]{32}$/)
  expect((await call('POST', `/${sanne.id}/objection`)).status).toBe(204)
  expect((await call('DELETE', `/${pieter.id}`)).status).toBe(204)
  expect((await call('DELETE', `/${pieter.id}`)).status).toBe(404)
  expect(await call('POST', '', { text: 'Sanne van Vliet' })).toMatchObject({ body: { added: 0, skipped: 1 } })
  expect(await call('DELETE', '/basis')).toMatchObject({ status: 200, body: { removed: 1 } })
})
