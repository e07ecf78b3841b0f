import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SubscriptionsView } from '../../../src/services/subscriptions.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
let id: string
beforeAll(async () => {
  api = await openApi()
  id = await api.start({ name: 'De Linde' })
})
afterAll(() => api.close())

const list = () => read<SubscriptionsView>(api.get(`/audits/${id}/subscriptions`))

it('adds a webhook, gives its secret once, and removes it', async () => {
  const added = await api.send('POST', `/audits/${id}/subscriptions`, { channel: 'webhook', to: 'https://hooks.delinde.example/x' })
  expect(added.status).toBe(201)
  const { id: subscription, signingKey } = await read<{ id: string; signingKey: string }>(added)
  expect(signingKey).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const view = await list()
  expect(view).toMatchObject({
    mail: false,
    subscriptions: [
      { id: subscription, channel: 'webhook', to: 'https://hooks.delinde.example/x', wants: 'all', locale: 'nl', newest: null },
    ],
  })
  expect(JSON.stringify(view)).not.toContain(signingKey)
  const path = `/audits/${id}/subscriptions/${subscription}`
  expect((await api.raw(path, { method: 'DELETE' })).status).toBe(204)
  expect((await api.raw(path, { method: 'DELETE' })).status).toBe(404)
  expect((await list()).subscriptions).toEqual([])
})

it.each([
  [{ channel: 'webhook', to: 'http://10.1.2.3/' }, 400, 'to'],
  [{ channel: 'mail', to: 'a@delinde.example' }, 409, 'to'],
  [{ channel: 'pigeon', to: 'x' }, 400, 'channel'],
  [{ channel: 'webhook' }, 400, 'to'],
])('refuses %j', async (body, status, field) => {
  const response = await api.send('POST', `/audits/${id}/subscriptions`, body)
  expect(response.status).toBe(status)
  expect(await read(response)).toMatchObject({ field })
})

it('gives the feed in the language that is asked for, and 404 for nobody', async () => {
  const { organisation } = await list()
  const atom = await api.get(`/organisations/${organisation.id}/news.atom?lang=en`)
  expect([atom.status, atom.headers.get('Content-Type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  const text = await atom.text()
  expect(text).toContain('What changed about the accounts of De Linde')
  expect(text).toContain('news.atom?lang=en')
  expect(await read(api.get(`/organisations/${organisation.id}/news.json`))).toMatchObject({ language: 'nl', items: [] })
  expect((await api.get('/organisations/nobody/news.atom')).status).toBe(404)
})

it('switches the public check on and off', async () => {
  const path = `/audits/${id}/public-check`
  expect(await read(api.get(path))).toMatchObject({ check: null, proposal: 'de-linde', accounts: [] })
  expect(await read(api.send('PUT', path, { slug: 'de-linde' }))).toEqual({ slug: 'de-linde' })
  expect(await read(api.get('/check/de-linde'))).toMatchObject({ organisation: { name: 'De Linde' }, accounts: [] })
  expect((await api.send('PUT', path, { slug: 'De Linde' })).status).toBe(400)
  expect((await api.send('PUT', path, { slug: 'de-linde', personId: 'nobody' })).status).toBe(400)
  expect((await api.raw(path, { method: 'DELETE' })).status).toBe(204)
  expect((await api.get('/check/de-linde')).status).toBe(404)
})
