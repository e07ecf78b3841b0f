import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checks } from '../../../src/checks/index.ts'
import { platformIds } from '../../../src/model/platform.ts'
import { createApi } from '../../../src/web/api/index.ts'
import { problemKinds } from '../../../src/web/problem.ts'
import { type ApiUnderTest, read as bodyOf, openApi } from './client.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

interface Document {
  openapi: string
  info: { version: string }
  paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown>; requestBody?: unknown }>>
  components: { schemas: Record<string, unknown> }
}
const read = () => bodyOf<Document>(api.get('/openapi.json'))

/** Every `$ref` of a document. */
const refsOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : refsOf(inner)))
    : []

describe('the API document', () => {
  it('is OpenAPI 3.1 of this version, and every reference in it leads somewhere', async () => {
    const document = await read()
    expect(document.openapi).toBe('3.1.0')
    expect(document.info.version).toBe(api.deps.version)
    const refs = refsOf(document)
    expect(refs.length).toBeGreaterThan(50)
    for (const ref of new Set(refs))
      expect(Object.keys(document.components.schemas), ref).toContain(ref.replace('#/components/schemas/', ''))
  })

  it('lets null in only where it may be', async () => {
    const { components } = await read()
    for (const [name, schema] of Object.entries(components.schemas))
      expect(JSON.stringify((schema as { type?: unknown }).type ?? ''), name).not.toContain('null')
    expect(components.schemas.CandidateView).toMatchObject({
      properties: { decision: { anyOf: [{ $ref: '#/components/schemas/DecisionView' }, { type: 'null' }] } },
    })
    // What a schema adds to one that it refers to is easily a contradiction: of an object and null, nothing is both.
    expect(JSON.stringify(components)).not.toContain('"allOf"')
  })

  it('describes exactly what the API answers', async () => {
    const { paths } = await read()
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const answered = createApi(api.deps)
      .routes.filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json' && path !== '/docs')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(described.toSorted()).toEqual([...new Set(answered)].toSorted())
  })

  it('gives each operation a summary, and a problem where one can be', async () => {
    const { paths } = await read()
    for (const [path, methods] of Object.entries(paths))
      for (const operation of Object.values(methods)) {
        expect(operation.summary, path).toBeTruthy()
        if (path.includes('{') || operation.requestBody) expect(Object.keys(operation.responses), path).toContain('default')
      }
  })

  it('names the schemas that clients meet', async () => {
    const { components } = await read()
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['AuditRequest', 'Audit', 'AuditRecord', 'Candidate', 'CandidateView', 'FoundVia', 'Problem', 'Report']),
    )
  })
})

describe('the page about the API', () => {
  it('shows every address and explains every code, without anything from elsewhere', async () => {
    const page = await (await api.get('/docs', { 'Accept-Language': 'en' })).text()
    const { paths } = await read()
    for (const path of Object.keys(paths)) expect(page).toContain(`/v1${path}`)
    for (const code of Object.keys(problemKinds)) expect(page).toContain(`id="${code}"`)
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('style="')
  })
})

describe('metadata', () => {
  it('lists the checks with their weight under the present rubric', async () => {
    const body = await bodyOf<{ rubric: string; checks: { id: string }[] }>(api.get('/metadata/checks'))
    expect(body.rubric).toMatch(/^\d{4}\.\d+$/)
    expect(body.checks.map(({ id }) => id)).toEqual(checks.map(({ id }) => id))
    expect(body.checks[0]).toMatchObject({ title: { nl: expect.any(String), en: expect.any(String) }, weight: expect.any(Number) })
    expect(body.checks[0]).toMatchObject({
      part: 'names',
      weights: [
        { rubric: '2026.1', weight: 10, reason: null },
        { rubric: '2026.2', weight: 30, reason: { nl: expect.stringContaining('naam') } },
      ],
      norms: [{ kind: 'agreed' }, { kind: 'majority' }, { kind: 'default', description: { en: 'Eenlijn’s own measure.' } }],
    })
  })

  it('lists every platform, the named five marked', async () => {
    const { platforms } = await bodyOf<{ platforms: { id: string; named: boolean }[] }>(api.get('/metadata/platforms'))
    expect(platforms.map(({ id }) => id).toSorted()).toEqual([...platformIds].toSorted())
    expect(platforms.filter(({ named }) => named).map(({ id }) => id)).toEqual(['x', 'linkedin', 'youtube', 'facebook', 'instagram'])
  })
})

describe('health', () => {
  it('is ok when storage and queue answer', async () => {
    const response = await api.get('/health')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', version: api.deps.version, storage: 'ok', queue: 'ok' })
  })

  it('is 503 when the queue is away', async () => {
    const queue = { ...api.deps.queue, counts: () => Promise.reject(new Error('connection refused')) }
    const response = await createApi({ ...api.deps, queue }).request('/health')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ status: 'away', storage: 'ok', queue: 'away' })
  })
})
