import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecorder } from '../../../src/capture/record.ts'
import { evidence } from '../../../src/store/schema.ts'
import { type ApiUnderTest, openApi } from './client.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const at = '2027-03-01T09:00:00Z'
const keepFor = (auditId: string, digest: string, kind: 'page' | 'picture') =>
  api.deps.store.db.insert(evidence).values({ auditId, digest, kind, expiresAt: '2099-01-01T00:00:00.000Z' }).run()

describe('evidence', () => {
  it('of a page is given as it was sent, with when and where', async () => {
    const id = await api.start()
    const body = '<a href="https://x.com/delinde">Volg ons</a>'
    const { keep } = createRecorder(api.deps.blobs)
    const digest = await keep({
      kind: 'response',
      url: 'https://delinde.example/',
      at,
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: Buffer.from(body),
    })
    keepFor(id, digest, 'page')
    const response = await api.get(`/audits/${id}/evidence/${digest}`)
    expect(response.headers.get('Content-Type')).toContain('application/json')
    expect(await response.json()).toEqual({
      kind: 'page',
      url: 'https://delinde.example/',
      at: expect.stringContaining('2027-03-01T09:00:00'),
      status: 200,
      mediaType: 'text/html',
      text: body,
    })
  })

  it('of a picture is the picture, without rights to do anything', async () => {
    const id = await api.start()
    const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)
    const digest = await api.deps.blobs.put(bytes)
    keepFor(id, digest, 'picture')
    const response = await api.get(`/audits/${id}/evidence/${digest}`)
    expect(response.headers.get('Content-Type')).toBe('image/png')
    expect(response.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  it('of another audit, or expired, is not there', async () => {
    const [mine, other] = [await api.start(), await api.start()]
    const digest = await api.deps.blobs.put(Uint8Array.of(0xff, 0xd8, 0xff))
    keepFor(mine, digest, 'picture')
    expect((await api.get(`/audits/${other}/evidence/${digest}`)).status).toBe(404)
    await api.deps.blobs.remove(digest)
    expect((await api.get(`/audits/${mine}/evidence/${digest}`)).status).toBe(404)
    expect((await api.get(`/audits/${mine}/evidence/..%2F..%2Fsecret`)).status).toBe(400)
  })
})
