import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signalsVersion } from '../../../config/signals.ts'
import type { AuditView } from '../../../src/services/views.ts'
import { audits } from '../../../src/store/schema.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

describe('POST /audits', () => {
  it('answers 202 within a second, with the id and where to go on', async () => {
    const started = performance.now()
    const response = await api.send('POST', '/audits', { name: 'De Linde' })
    const took = performance.now() - started
    const body = await read<{ id: string }>(response)
    expect(response.status).toBe(202)
    expect(response.headers.get('Location')).toBe(`/v1/audits/${body.id}`)
    expect(body).toEqual({
      id: expect.any(String),
      state: 'queued',
      links: {
        self: `/v1/audits/${body.id}`,
        events: `/v1/audits/${body.id}/events`,
        candidates: `/v1/audits/${body.id}/candidates`,
        record: `/v1/audits/${body.id}/record`,
        report: `/v1/audits/${body.id}/report`,
      },
    })
    expect(took).toBeLessThan(1_000)
  })

  it('gives the same audit for the same key and body', async () => {
    const key = { 'Idempotency-Key': 'k-1' }
    const first = await read<{ id: string }>(api.send('POST', '/audits', { name: 'Twee' }, key))
    const second = await api.send('POST', '/audits', { name: 'Twee' }, key)
    expect(second.status).toBe(202)
    expect(await second.json()).toMatchObject({ id: first.id })
  })

  it('refuses the same key with another body', async () => {
    const key = { 'Idempotency-Key': 'k-2' }
    await api.send('POST', '/audits', { name: 'Twee' }, key)
    const other = await api.send('POST', '/audits', { name: 'Drie' }, key)
    expect(other.status).toBe(409)
    expect(await other.json()).toMatchObject({ code: 'conflict' })
  })

  it('gives the label back unchanged', async () => {
    const id = await api.start({ name: 'De Linde', label: ' kwartaal 1 ' })
    expect((await read<AuditView>(api.get(`/audits/${id}`))).request.label).toBe(' kwartaal 1 ')
  })
})

describe('GET /audits', () => {
  it('pages through all audits, newest first, each once', async () => {
    for (const name of ['a', 'b', 'c']) await api.start({ name })
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { audits: { id: string }[]; next: string | null } = await read(api.get(`/audits?limit=2${next && `&before=${next}`}`))
      seen.push(...page.audits.map(({ id }) => id))
      next = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(seen.toSorted().reverse())
    expect(seen.length).toBeGreaterThanOrEqual(3)
  })

  it('refuses a limit that is no number from 1 to 100', async () => {
    for (const limit of ['0', '101', 'veel']) {
      const response = await api.get(`/audits?limit=${limit}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ code: 'invalid-input', field: 'limit' })
    }
  })
})

describe('an audit', () => {
  it('is stopped with PATCH, which may be repeated', async () => {
    const id = await api.start()
    for (const _ of [1, 2]) {
      const response = await api.send('PATCH', `/audits/${id}`, { state: 'cancelled' })
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ id, state: 'cancelled' })
    }
  })

  it('has its record only once it has ended', async () => {
    const id = await api.start()
    const early = await api.get(`/audits/${id}/record`)
    expect(early.status).toBe(409)
    await api.send('PATCH', `/audits/${id}`, { state: 'cancelled' })
    const record = await api.get(`/audits/${id}/record`)
    expect(record.status).toBe(200)
    expect(await record.json()).toMatchObject({
      id,
      state: 'cancelled',
      organisation: { name: 'De Linde' },
      productVersion: api.deps.version,
      signalsVersion,
    })
  })

  it('that does not exist is a 404 for every part of it', async () => {
    for (const part of ['', '/record', '/events', '/candidates', '/report', '/report.csv', '/plan']) {
      const response = await api.get(`/audits/nope${part}`)
      expect(response.status, part).toBe(404)
      expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    }
  })

  it('goes on after a choice, and takes none when there is nothing to choose', async () => {
    const id = await api.start()
    const tooEarly = await api.send('POST', `/audits/${id}/choice`, { none: true })
    expect(tooEarly.status).toBe(409)
    api.deps.store.db.update(audits).set({ state: 'choosing', choices: [] }).where(eq(audits.id, id)).run()
    const chosen = await api.send('POST', `/audits/${id}/choice`, { website: 'delinde.example' })
    expect(chosen.status).toBe(202)
    expect(await chosen.json()).toMatchObject({ state: 'running' })
    expect((await read<AuditView>(api.get(`/audits/${id}`))).organisation.website).toContain('delinde.example')
  })
})
