import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CandidateView } from '../../../src/services/views.ts'
import { samplePicture } from '../../support/sample-picture.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let path = ''
beforeAll(async () => {
  api = await openApi()
  const id = await api.start({ name: 'De Linde', links: 'https://www.facebook.com/delinde' })
  const { candidates } = await read<{ candidates: CandidateView[] }>(api.get(`/audits/${id}/candidates`))
  path = `/audits/${id}/candidates/${candidates[0]?.accountId}/snapshot`
})
afterAll(() => api.close())

const put = (fields: Readonly<Record<string, string | File>>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return api.raw(path, { method: 'PUT', body })
}

describe('PUT /audits/{auditId}/candidates/{accountId}/snapshot', () => {
  it('takes fields as JSON', async () => {
    const response = await api.send('PUT', path, { name: 'De Linde', hasPicture: 'yes' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ state: 'captured', seenBy: 'person', via: 'typed', displayName: { value: 'De Linde' } })
  })

  it('takes a saved page and a picture of the screen as files, larger than other bodies may be', async () => {
    const filler = `<!-- ${'x'.repeat(300_000)} -->`
    const page = `<html><head><title>De Linde | Facebook</title><link rel="canonical" href="https://www.facebook.com/delinde"></head>${filler}</html>`
    const screenshot = new File([Uint8Array.from(samplePicture([0, 0, 0], [255, 255, 255]))], 'scherm.png')
    const response = await put({ page: new File([page], 'linde.html'), screenshot })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      via: 'saved-page',
      displayName: { value: 'De Linde', from: 'title' },
      screenshot: expect.any(String),
    })
  })

  it.each([
    [{ page: new File(['<html><title>De Linde | Facebook</title></html>'], 'a.html') }, 400, 'page'],
    [{ page: new File(['%PDF'], 'a.html') }, 415, 'page'],
    [{ screenshot: new File(['<svg/>'], 'a.png') }, 415, 'screenshot'],
    [{ lastPost: 'gisteren' }, 400, 'lastPost'],
    [{ surprise: 'yes' }, 400, null],
  ])('refuses %j with a problem', async (fields, status, field) => {
    const response = await put(fields)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    if (field) expect(JSON.stringify(await response.json())).toContain(field)
  })

  it('refuses another form, and a body beyond every limit', async () => {
    expect((await api.raw(path, { method: 'PUT', body: 'x', headers: { 'Content-Type': 'text/plain' } })).status).toBe(415)
    expect((await put({ page: new File([new Uint8Array(32 * 2 ** 20)], 'a.html') })).status).toBe(413)
  })
})
