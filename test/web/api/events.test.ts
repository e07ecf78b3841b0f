import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readServerEvents } from '../../../src/cli/sse.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const cancel = (id: string) => api.send('PATCH', `/audits/${id}`, { state: 'cancelled' })

async function readAll(response: Response) {
  const events: { id: string; data: { kind: string; data: { state?: string } } }[] = []
  if (response.body) for await (const { id, data } of readServerEvents(response.body)) events.push({ id, data: JSON.parse(data) })
  return events
}

describe('GET /audits/:id/events', () => {
  it('streams what happens as it happens, and ends when the audit has', async () => {
    const id = await api.start()
    const response = await api.get(`/audits/${id}/events`)
    expect(response.headers.get('Content-Type')).toContain('text/event-stream')
    const reading = readAll(response)
    await cancel(id)
    const states = (await reading).flatMap(({ data }) => (data.kind === 'state' ? [data.data.state] : []))
    expect(states).toEqual(['queued', 'cancelled'])
  })

  it('tells nothing twice to who comes back', async () => {
    const id = await api.start()
    const { events } = await read<{ events: { id: number }[] }>(api.get(`/audits/${id}/events`, { Accept: 'application/json' }))
    const seen = String(events.at(-1)?.id)
    await cancel(id)
    const rest = await readAll(await api.get(`/audits/${id}/events`, { 'Last-Event-ID': seen }))
    expect(rest.map(({ id: event }) => Number(event) > Number(seen))).not.toContain(false)
    expect(rest.at(-1)?.data.data.state).toBe('cancelled')
  })

  it('says with 204 that nothing more will come, so that browsers stop asking', async () => {
    const id = await api.start()
    await cancel(id)
    const events = await readAll(await api.get(`/audits/${id}/events`))
    const response = await api.get(`/audits/${id}/events`, { 'Last-Event-ID': events.at(-1)?.id ?? '' })
    expect(response.status).toBe(204)
  })

  it('gives the events so far as JSON, also while the audit runs', async () => {
    const id = await api.start()
    const response = await api.get(`/audits/${id}/events`, { Accept: 'application/json' })
    expect(response.headers.get('Content-Type')).toContain('application/json')
    const { events } = await read<{ events: { id: number }[] }>(response)
    expect(events).toEqual([expect.objectContaining({ kind: 'state', data: { state: 'queued' } })])
    const none = await api.get(`/audits/${id}/events?after=${events[0]?.id}`, { Accept: 'application/json' })
    expect(await none.json()).toEqual({ events: [] })
  })

  it('refuses an event id that is no number', async () => {
    const id = await api.start()
    expect((await api.get(`/audits/${id}/events`, { 'Last-Event-ID': 'abc' })).status).toBe(400)
  })
})
