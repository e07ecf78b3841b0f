import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PrintItemView } from '../../../src/services/print-items.ts'
import { smallPdf } from '../../support/small-pdf.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let id: string
beforeAll(async () => {
  api = await openApi()
  id = await api.start({ name: 'Zorgwijde', website: 'https://www.zorgwijde.example/' })
})
afterAll(() => api.close())

const pdf = (line: string) => new File([new Uint8Array(smallPdf([{ lines: [line] }]))], `${line}.pdf`, { type: 'application/pdf' })
function form(files: readonly File[], fields: Readonly<Record<string, string>> = {}): RequestInit {
  const body = new FormData()
  for (const file of files) body.append('files', file)
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return { method: 'POST', body }
}
const items = async () => (await read<{ items: PrintItemView[] }>(api.get(`/audits/${id}/prints`))).items

it('takes several files, says of each what became of it, lists them and removes one', async () => {
  const word = new File(['PK\u0003\u0004'], 'brief.docx')
  const handed = await api.raw(`/audits/${id}/prints`, form([pdf('x.com/een'), pdf('x.com/een'), word], { title: 'Flyer' }))
  expect(handed.status).toBe(202)
  expect(await handed.json()).toMatchObject({
    items: [{ name: 'x.com/een.pdf', known: false }, { known: true }],
    refused: [{ name: 'brief.docx', why: { en: expect.stringContaining('cannot be read') } }],
  })
  const [item, ...more] = await items()
  expect(more).toEqual([])
  expect(item).toMatchObject({ title: 'Flyer', state: 'reading', route: 'print', accounts: [], preview: null })
  expect((await api.raw(`/audits/${id}/prints/${item?.id}`, { method: 'DELETE' })).status).toBe(204)
  expect(await items()).toEqual([])
  expect((await api.raw(`/audits/${id}/prints/${item?.id}`, { method: 'DELETE' })).status).toBe(404)
})

it('refuses a request without file, of another type, with a wrong field, or with one file that cannot be read', async () => {
  const path = `/audits/${id}/prints`
  expect((await api.raw(path, form([]))).status).toBe(400)
  expect((await api.send('POST', path, {})).status).toBe(415)
  expect((await api.raw(path, form([pdf('x.com/twee')], { route: 'radio' }))).status).toBe(400)
  expect((await api.raw(path, form(Array.from({ length: 11 }, (_, at) => pdf(`x.com/nr${at}`))))).status).toBe(400)
  const problem = await api.raw(path, form([new File(['hallo'], 'a.txt')]))
  expect([problem.status, await problem.json()]).toMatchObject([415, { code: 'not-accepted' }])
  expect(await items()).toEqual([])
})

it('keeps files for an audit that is still to be started', async () => {
  const kept = await read<{ files: { file: string; name: string }[] }>(api.raw('/prints', form([pdf('x.com/drie')])))
  expect(kept.files).toMatchObject([{ name: 'x.com/drie.pdf', file: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  const prints = kept.files.map((file) => ({ ...file, route: 'print' }))
  const started = await api.start({ name: 'Zorgwijde', prints })
  expect(await read(api.get(`/audits/${started}/prints`))).toMatchObject({ items: [{ name: 'x.com/drie.pdf', state: 'reading' }] })
  const unknown = [{ file: '0'.repeat(64), name: 'weg.pdf', route: 'print' }]
  expect((await api.send('POST', '/audits', { name: 'Zorgwijde', prints: unknown })).status).toBe(400)
})

it('takes an article by its text, and places a printed name only where it stands', async () => {
  const pressed = await api.send('POST', `/audits/${id}/press`, { text: 'Volg ze op instagram.com/zorgwijde', title: 'Streekkrant' })
  expect(await pressed.json()).toEqual({ reading: false, added: 1, known: 0, people: 0 })
  expect((await api.send('POST', `/audits/${id}/press`, {})).status).toBe(400)
  const place = { handle: '@zorgwijde', platform: 'x' }
  expect((await api.send('PUT', `/audits/${id}/prints/nergens/platform`, place)).status).toBe(404)
})
