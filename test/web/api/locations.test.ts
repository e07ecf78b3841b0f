import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LocationsView, locationsViewSchema } from '../../../src/services/location-views.ts'
import { addAccount } from '../../support/sample-locations.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let id: string
let accountId: string
beforeAll(async () => {
  api = await openApi()
  id = await api.start({ name: 'Zorgwijde', website: 'https://www.zorgwijde.example/' })
  accountId = addAccount(api.deps, id, 'facebook', 'zorgwijdedelinde')
})
afterAll(() => api.close())

const view = () => read<LocationsView>(api.get(`/audits/${id}/locations`))

it('takes a list, says which lines it could not read, and gives the matrix in the form of the document', async () => {
  const imported = await api.send('POST', `/audits/${id}/locations`, { text: 'naam;plaats\nDe Linde;Gouda\n;Oss' })
  expect(await imported.json()).toMatchObject({ added: 1, known: 0, bad: [{ line: 3 }] })
  const body = await view()
  expect(locationsViewSchema.parse(body)).toEqual(body)
  expect(body.counts).toMatchObject({ present: 1, 'could-not-look': 4 })
  expect(body.rows[0]?.cells.find(({ platform }) => platform === 'facebook')?.accounts[0]).toMatchObject({ accountId, by: 'machine' })
})

it('takes answers, attachments, decisions and removals', async () => {
  const locationId = (await view()).rows[0]?.location.id ?? ''
  const cell = `/audits/${id}/locations/${locationId}/platforms/x`
  expect((await api.send('PUT', cell, { answer: 'not-found' })).status).toBe(204)
  expect((await api.send('PUT', `/audits/${id}/candidates/${accountId}/location`, { locationId: null })).status).toBe(204)
  expect((await api.send('PUT', `/audits/${id}/candidates/${accountId}/sprawl`, { decision: 'rename', note: 'Anders' })).status).toBe(204)
  const body = await view()
  expect(body.counts).toMatchObject({ present: 0, missing: 1 })
  expect(body.sprawl[0]?.decision).toMatchObject({ decision: 'rename', note: 'Anders' })
  expect((await api.raw(`/audits/${id}/locations/${locationId}`, { method: 'DELETE' })).status).toBe(204)
  expect((await view()).rows).toEqual([])
  expect((await api.send('PUT', cell, { answer: null })).status).toBe(404)
})

it('takes a list of up to 256 kB, refuses a larger one, and has nothing to read where no page was read', async () => {
  const rows = Array.from({ length: 900 }, (_, at) => `Huis ${at};${'p'.repeat(190)}`).join('\n')
  expect(rows.length).toBeGreaterThan(128 * 1024)
  expect((await api.send('POST', `/audits/${id}/locations`, { text: rows })).status).toBe(200)
  expect((await api.send('POST', `/audits/${id}/locations`, { text: 'é'.repeat(200_000) })).status).toBe(413)
  expect((await api.send('POST', `/audits/${id}/locations`, { text: 'p'.repeat(600_000) })).status).toBe(413)
  expect(await read(api.raw(`/audits/${id}/locations/from-website`, { method: 'POST' }))).toMatchObject({ added: 0, pages: 0 })
  const csv = await (await api.get(`/audits/${id}/locations.csv?lang=en`)).text()
  expect(csv.split('\r\n')[0]).toBe('location,place,address,page,X,LinkedIn,YouTube,Facebook,Instagram')
})
