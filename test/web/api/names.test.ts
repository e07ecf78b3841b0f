import { describe, expect, test } from 'vitest'
import type { StaffBuilds, StaffSuggestions } from '../../../src/naming/staff-names.ts'
import type { NamesView } from '../../../src/services/read-names.ts'
import { createApi } from '../../../src/web/api/index.ts'
import { testDeps } from '../../support/deps.ts'
import { sampleAudit } from '../../support/sample-audit.ts'
import { sampleSheet } from '../../support/sample-sheet.ts'

const staff = {
  organisation: { name: 'VG Sector', website: 'https://www.vgsector.example' },
  people: [
    { name: 'Jannie de Wit', accounts: [{ platform: 'x', handle: 'Jannie_VGsector' }] },
    { name: 'Marit Bos', accounts: [{ platform: 'x', handle: 'Marit_VGsector' }] },
    { name: 'Erik Smit', accounts: [{ platform: 'x', handle: 'eriksmit1970' }] },
  ],
  platforms: ['x'],
}

async function setting() {
  const { deps } = await testDeps()
  const api = createApi(deps)
  const post = async (path: string, body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await api.request(path, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } })
    return { status: response.status, body: await response.json() }
  }
  return { deps, api, post }
}

describe('names over the API', () => {
  test('of an audit are how they are built and which to take', async () => {
    const { deps, api } = await setting()
    const sample = await sampleAudit(deps)
    await sampleSheet(deps, sample)
    const response = await api.request(`/audits/${sample.auditId}/names`)
    const body = (await response.json()) as NamesView
    expect(response.status).toBe(200)
    expect(body.kinds[0]?.handles.support).toEqual({ n: 7, of: 8 })
    expect(body.rows.find(({ platform }) => platform === 'youtube')).toMatchObject({ handle: '@zorgwijde' })
    expect((await api.request('/audits/nothing/names')).status).toBe(404)
  })

  test('of a list are found and suggested as the commands do', async () => {
    const { post } = await setting()
    const found = await post('/names/infer', staff)
    expect((found.body as StaffBuilds).people.handles).toMatchObject({ kind: 'pattern', support: 2, of: 3 })
    const { suggestions } = (await post('/names/suggest', staff)).body as StaffSuggestions
    expect(suggestions.map(({ handle }) => handle)).toEqual(expect.arrayContaining(['Jannie_VGsector', 'Erik_VGsector']))
  })

  test('what is wrong is told with its field, and too much is refused', async () => {
    const { post } = await setting()
    expect(await post('/names/infer', '{')).toMatchObject({ status: 400 })
    const wrong = await post('/names/suggest', { ...staff, people: [{ name: '' }] })
    expect(wrong.status).toBe(400)
    expect(JSON.stringify(wrong.body)).toContain('people[0].name')
    const many = Array.from({ length: 1_500 }, (_, at) => ({ name: `Jan ${at}` }))
    expect((await post('/names/suggest', { ...staff, people: many, platforms: ['x', 'linkedin'] })).status).toBe(413)
    expect((await post('/names/suggest', { ...staff, note: 'a'.repeat(200_000) })).status).toBe(413)
  })
})
