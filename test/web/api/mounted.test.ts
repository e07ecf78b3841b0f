import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packDemoArchive } from '../../../src/demo/pack.ts'
import { createApp } from '../../../src/web/app.tsx'
import { type ApiUnderTest, openApi } from './client.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const ask = async (path: string, init: RequestInit = {}) => createApp(api.deps).request(`http://localhost${path}`, init)
const post = (headers: Record<string, string>) =>
  ask('/v1/audits', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: '{"name":"De Linde"}' })

describe('the API in the application', () => {
  it('answers under /v1, errors as problems and not as pages', async () => {
    expect((await ask('/v1/health')).status).toBe(200)
    for (const path of ['/v1/nothing', '/v1/audits/none', '/v1/audits?limit=x'])
      expect((await ask(path)).headers.get('Content-Type'), path).toContain('application/problem+json')
  })

  it('takes archives of any size under its limit, past the limit on other bodies', async () => {
    const body = Buffer.concat([await packDemoArchive(), new Uint8Array(300 * 1024)])
    const response = await ask('/v1/archives', { method: 'PUT', body, headers: { 'Content-Type': 'application/octet-stream' } })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ bytes: body.length })
  })

  it('changes nothing for a page of somebody else', async () => {
    expect((await post({ Origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await post({})).status).toBe(202)
  })

  it('shows its page with the style sheets that are there', async () => {
    const page = await (await ask('/v1/docs')).text()
    const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    expect(sheets.length).toBeGreaterThan(0)
    for (const href of sheets) expect((await ask(href)).status, href).toBe(200)
  })
})
