import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EenlijnError } from '../../../src/model/errors.ts'
import { createApi } from '../../../src/web/api/index.ts'
import { problemKinds, problemOf, problemResponse } from '../../../src/web/problem.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

describe('input that does not fit', () => {
  it('is refused with everything that is wrong, each at its place', async () => {
    const response = await api.send('POST', '/audits', { aliases: ['a', 7], websit: 'x', country: 'nld' }, { 'Accept-Language': 'en' })
    const problem = await read<{ errors: unknown }>(response)
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=UTF-8')
    expect(problem).toMatchObject({
      type: '/v1/docs#invalid-input',
      title: 'The request is not right',
      status: 400,
      code: 'invalid-input',
      field: 'name',
    })
    expect(problem.errors).toEqual([
      { pointer: '/name', detail: '‘name’ is missing or is not text.' },
      { pointer: '/aliases/1', detail: '‘aliases.1’ is missing or is not text.' },
      { pointer: '/country', detail: '‘country’ does not have the right form.' },
      { pointer: '/websit', detail: '‘websit’ is an unknown field. Remove it.' },
    ])
  })

  it('is told in Dutch unless English is asked for', async () => {
    const detail = async (language?: string) =>
      (await read<{ detail: string }>(api.send('POST', '/audits', { name: ' ' }, language ? { 'Accept-Language': language } : {}))).detail
    expect(await detail()).toBe('‘name’ mag niet leeg zijn.')
    expect(await detail('fr, nl;q=0.5, en;q=0.4')).toBe('‘name’ mag niet leeg zijn.')
    expect(await detail('en-GB,nl;q=0.5')).toBe('‘name’ must not be empty.')
    expect(await detail('en;q=0, *')).toBe('‘name’ mag niet leeg zijn.')
  })

  it('carries the service’s own sentence and field', async () => {
    const response = await api.send('POST', '/audits', { name: '???' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid-input', field: 'name', detail: expect.stringContaining('naam') })
  })
})

describe('a body', () => {
  const post = (body: string, type?: string) => api.raw('/audits', { method: 'POST', body, headers: type ? { 'Content-Type': type } : {} })

  it('that is no JSON is a 400', async () => {
    const response = await post('{"name":', 'application/json')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid-input', detail: expect.stringContaining('geen geldige JSON') })
  })

  it('of another type is a 415', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
      const response = await post('name=De+Linde', type)
      expect(response.status).toBe(415)
      expect(await response.json()).toMatchObject({ code: 'not-accepted' })
    }
  })

  it('over 128 kB is a 413, whether or not it says how long it is', async () => {
    const large = JSON.stringify({ name: 'x', links: 'a'.repeat(128 * 1024) })
    const stream = new Blob([large]).stream()
    const chunked = api.raw('/audits', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json' },
    } as RequestInit)
    for (const response of [await post(large, 'application/json'), await chunked]) {
      expect(response.status).toBe(413)
      expect(await response.json()).toMatchObject({ code: 'too-large' })
    }
  })
})

describe('an address that is not there', () => {
  it('is a problem too', async () => {
    const response = await api.get('/audit')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not-found', detail: expect.stringContaining('/v1/docs') })
  })
})

describe('an error that nobody foresaw', () => {
  it('is logged whole and told without its inside', async () => {
    const logged: unknown[] = []
    const log = { ...api.deps.log, error: (what: unknown) => logged.push(what) }
    const store = {
      ...api.deps.store,
      get db(): never {
        throw new Error('secret path /var/lib/x')
      },
    } // prettier-ignore
    const broken = createApi({ ...api.deps, store, log } as unknown as typeof api.deps)
    const response = await broken.request('/audits')
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', status: 500 })
    expect(text).not.toContain('secret')
    expect(logged).toEqual([
      expect.objectContaining({ err: expect.objectContaining({ message: 'secret path /var/lib/x' }), path: '/audits' }),
    ])
  })
})

describe('problemOf', () => {
  it('gives every code a status of its class', () => {
    for (const [code, { status }] of Object.entries(problemKinds))
      expect(status >= 500, code).toBe(['internal', 'storage-full', 'storage-busy'].includes(code))
  })

  it('asks to try again soon when the storage is busy', () => {
    const busy = new EenlijnError('storage-busy', { nl: 'Even wachten.', en: 'Wait.' })
    expect(problemResponse(problemOf(busy, 'nl')).headers.get('Retry-After')).toBe('2')
  })
})
