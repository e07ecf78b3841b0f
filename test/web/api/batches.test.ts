import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type BatchView, cancelBatch, listBatches } from '../../../src/services/batch.ts'
import { dispenseBatches } from '../../../src/services/dispense-batches.ts'
import { audits } from '../../../src/store/schema.ts'
import { batchResultSchema, batchSchema, batchTechnicalSchema } from '../../../src/web/api/batches.ts'
import { type ApiUnderTest, openApi, read } from './client.ts'

let api: ApiUnderTest
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

// Only so many audits of lists run at once; what a test left behind would keep the next one waiting.
beforeEach(async () => {
  for (const { id, state } of listBatches(api.deps)) if (state === 'running') await cancelBatch(api.deps, id)
})

const organisations = (n: number, word: string) => Array.from({ length: n }, (_, i) => ({ name: `${word} ${i + 1}` }))
const handIn = (body: object, headers = {}) => api.send('POST', '/batches', body, headers)
interface Page {
  readonly items?: unknown[]
  readonly results?: unknown[]
  readonly next: number | null
}

it('takes a list in, and tells how far it is', async () => {
  const answer = await handIn({ label: 'Regio', organisations: organisations(3, 'Zorg') })
  const made = await read<BatchView>(answer)
  expect([answer.status, answer.headers.get('Location')]).toEqual([202, `/v1/batches/${made.id}`])
  expect(batchSchema.parse(made)).toEqual(made)
  expect(await read(api.get(`/batches/${made.id}`))).toEqual(made)
  const { batches } = await read<{ batches: BatchView[] }>(api.get('/batches'))
  expect(batches.map(({ id }) => id)).toContain(made.id)
})

it('gives the same list for the same key, and refuses the key for another', async () => {
  const key = { 'Idempotency-Key': 'sleutel-1' }
  const first = await read<BatchView>(handIn({ organisations: organisations(1, 'Sleutel') }, key))
  expect((await read<BatchView>(handIn({ organisations: organisations(1, 'Sleutel') }, key))).id).toBe(first.id)
  const other = await handIn({ organisations: organisations(2, 'Sleutel') }, key)
  expect([other.status, (await read<{ code: string }>(other)).code]).toEqual([409, 'conflict'])
})

it('pages through organisations, verdicts and facts', async () => {
  const { id } = await read<BatchView>(handIn({ organisations: organisations(7, 'Blad') }))
  const { items, next } = await read<Page>(api.get(`/batches/${id}/items?limit=5`))
  expect([items?.length, next]).toEqual([5, 4])
  expect(await read<Page>(api.get(`/batches/${id}/items?limit=5&after=4`))).toMatchObject({
    items: [{ position: 5 }, { position: 6 }],
    next: null,
  })
  for (const view of ['results', 'technical-results']) {
    const page = await read<Page>(api.get(`/batches/${id}/${view}?limit=7`))
    expect([page.results?.length, page.next]).toEqual([7, 6])
    expect((await api.get(`/batches/${id}/${view}?limit=51`)).status).toBe(400)
  }
})

it('tells verdicts and facts apart, exactly as the document says', async () => {
  const { id } = await read<BatchView>(handIn({ organisations: [{ name: 'Feit', links: 'https://x.com/feit' }, { name: 'Wacht' }] }))
  const { items } = await read<{ items: { auditId: string }[] }>(api.get(`/batches/${id}/items`))
  const auditId = items[0]?.auditId ?? ''
  api.deps.store.db.update(audits).set({ state: 'done', finishedAt: '2026-11-22T10:00:00.000Z' }).where(eq(audits.id, auditId)).run()
  await dispenseBatches(api.deps)
  const { results } = await read<{ results: z.infer<typeof batchResultSchema>[] }>(api.get(`/batches/${id}/results`))
  expect(z.array(batchResultSchema).parse(results)).toEqual(results)
  expect(results[0]).toMatchObject({
    state: 'done',
    outcome: { hidden: false, accountsOurs: 0, undecided: 1, score: { grade: null } },
    links: { report: `/v1/audits/${auditId}/report` },
  })
  expect(results[1]?.outcome).toBeNull()
  const technical = await read<{ results: z.infer<typeof batchTechnicalSchema>[] }>(api.get(`/batches/${id}/technical-results`))
  expect(z.array(batchTechnicalSchema).parse(technical.results)).toEqual(technical.results)
  expect(technical.results[0]?.facts).toMatchObject({ auditState: 'done', requests: {}, looks: {} })
  expect(technical.results[0]?.facts?.routes.map(({ route }) => route)).toContain('pasted')
})

it('keeps the score from somebody who still has to grade', async () => {
  const { id } = await read<BatchView>(handIn({ organisations: [{ name: 'Verborgen' }] }))
  const { items } = await read<{ items: { auditId: string }[] }>(api.get(`/batches/${id}/items`))
  api.deps.store.db
    .update(audits)
    .set({ state: 'done' })
    .where(eq(audits.id, items[0]?.auditId ?? ''))
    .run()
  const { personId } = await read<{ personId: string }>(api.send('POST', '/people', { name: 'Jannie' }))
  const ask = async () => (await read<{ results: unknown[] }>(api.get(`/batches/${id}/results?person=${personId}`))).results[0]
  expect(await ask()).toMatchObject({ outcome: { hidden: true, score: null, deviations: null } })
  await api.send('PUT', `/audits/${items[0]?.auditId}/grades/uniformity`, { grade: 7, reason: 'helder', personId })
  expect(await ask()).toMatchObject({ outcome: { hidden: false } })
})

it('stops a list once, and says that one which ended cannot be stopped', async () => {
  const { id } = await read<BatchView>(handIn({ organisations: organisations(3, 'Stop') }))
  const stop = () => api.send('PATCH', `/batches/${id}`, { state: 'cancelled' })
  expect(await read(stop())).toMatchObject({ state: 'cancelled', counts: { cancelled: 3 } })
  expect((await stop()).status).toBe(200)
})

it.each([
  ['an empty list', { organisations: [] }],
  ['more than a thousand', { organisations: organisations(1_001, 'Veel') }],
  ['a list without names', { organisations: [{ website: 'https://x.example' }] }],
])('%s is a problem that says where', async (_, body) => {
  const answer = await handIn(body)
  expect([answer.status, (await read<{ code: string }>(answer)).code]).toEqual([400, 'invalid-input'])
})

it('takes a list of a thousand with all that belongs to it, and no body of any size', async () => {
  const many = organisations(1_000, 'Stichting voor wonen, zorg en welzijn in de regio').map((one, n) => ({
    ...one,
    website: `https://www.stichting-voor-wonen-zorg-en-welzijn-${n}.example/`,
    aliases: ['Wonen, zorg en welzijn', 'SWZW'],
  }))
  expect((await handIn({ organisations: many })).status).toBe(202)
  const answer = await handIn({ label: 'x'.repeat(3 * 2 ** 20), organisations: organisations(1, 'Groot') })
  expect(await read<{ code: string }>(answer)).toMatchObject({ code: 'too-large' })
}, 30_000)

it('does not know a list that is not there', async () => {
  for (const path of ['', '/items', '/results', '/technical-results']) expect((await api.get(`/batches/none${path}`)).status).toBe(404)
})
