import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { batchAuditsAtOnce } from '../../config/crawl.ts'
import type { Deps } from '../../src/deps.ts'
import { cancelBatch, createBatch, listBatches, readBatch, readBatchItems } from '../../src/services/batch.ts'
import { dispenseBatches } from '../../src/services/dispense-batches.ts'
import { audits } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'

const organisations = (n: number, word = 'Zorg') => Array.from({ length: n }, (_, i) => ({ name: `${word} ${i + 1}` }))

const running = (deps: Deps) => deps.store.db.select().from(audits).where(eq(audits.state, 'queued')).orderBy(audits.id).all()
const namesOf = (deps: Deps) => running(deps).map(({ request }) => request.name)

const end = (deps: Deps, auditId: string, state = 'done') => deps.store.db.update(audits).set({ state }).where(eq(audits.id, auditId)).run()

/** Ends whatever runs, until nothing is left; gives the names in the order in which their audits began. */
async function runAll(deps: Deps): Promise<string[]> {
  const began: string[] = []
  for (let now = running(deps); now.length > 0; now = running(deps)) {
    for (const { id, request } of now) {
      began.push(request.name)
      end(deps, id)
    }
    await dispenseBatches(deps)
  }
  return began
}

describe('a list of organisations', () => {
  test('is audited a few at a time, and done when all are', async () => {
    const { deps } = await testDeps()
    const made = await createBatch(deps, { label: 'regio', organisations: organisations(20) })
    expect(made).toMatchObject({
      label: 'regio',
      state: 'running',
      counts: { running: batchAuditsAtOnce, waiting: 20 - batchAuditsAtOnce },
    })
    expect(await runAll(deps)).toEqual(organisations(20).map(({ name }) => name))
    expect(readBatch(deps, made.id)).toMatchObject({ state: 'done', counts: { done: 20, waiting: 0, running: 0 } })
    expect(readBatchItems(deps, made.id).every(({ auditId }) => auditId !== null)).toBe(true)
    expect(listBatches(deps)).toHaveLength(1)
  })

  test('of five hundred does not keep a list of one waiting', async () => {
    const { deps } = await testDeps()
    await createBatch(deps, { organisations: organisations(500) })
    const one = await createBatch(deps, { organisations: [{ name: 'De Ene' }] })
    expect(namesOf(deps)).not.toContain('De Ene')
    const [first] = running(deps)
    end(deps, first?.id ?? '')
    await dispenseBatches(deps)
    expect(namesOf(deps)).toContain('De Ene')
    expect(readBatch(deps, one.id).counts.running).toBe(1)
  })

  test('shares fairly with another of its size', async () => {
    const { deps } = await testDeps()
    await createBatch(deps, { organisations: organisations(30, 'Zorg') })
    await createBatch(deps, { organisations: organisations(30, 'Wonen') })
    const began = await runAll(deps)
    const half = began.slice(0, 30).filter((name) => name.startsWith('Wonen')).length
    expect(half).toBeGreaterThanOrEqual(10)
    expect(began).toHaveLength(60)
  })

  test('goes on past an organisation that cannot be audited, and says why', async () => {
    const { deps } = await testDeps()
    const { id } = await createBatch(deps, { organisations: [{ name: 'Zorg', website: 'http://x' }, { name: 'Wonen' }] })
    await runAll(deps)
    expect(readBatch(deps, id)).toMatchObject({ state: 'done', counts: { failed: 1, done: 1 } })
    expect(readBatchItems(deps, id)[0]).toMatchObject({ state: 'failed', failure: expect.stringContaining('geen webadres') })
  })

  test('of which nothing succeeds is an error', async () => {
    const { deps } = await testDeps()
    const { id } = await createBatch(deps, { organisations: [{ name: 'Zorg' }] })
    for (const { id: auditId } of running(deps)) end(deps, auditId, 'failed')
    await dispenseBatches(deps)
    expect(readBatch(deps, id).state).toBe('error')
  })

  test('begins each audit once, also when the process died before it was written down', async () => {
    const { deps } = await testDeps()
    const { id } = await createBatch(deps, { organisations: organisations(2) })
    const { batchItems } = await import('../../src/store/schema.ts')
    deps.store.db.update(batchItems).set({ state: 'waiting', auditId: null }).where(eq(batchItems.batchId, id)).run()
    await dispenseBatches(deps)
    expect(running(deps)).toHaveLength(2)
  })

  test('can be stopped: what waits does not begin, what runs stops', async () => {
    const { deps } = await testDeps()
    const { id } = await createBatch(deps, { organisations: organisations(10) })
    expect(await cancelBatch(deps, id)).toMatchObject({ state: 'cancelled', counts: { cancelled: 10 } })
    expect(running(deps)).toEqual([])
    await dispenseBatches(deps)
    expect(running(deps)).toEqual([])
    await expect(cancelBatch(deps, id)).resolves.toMatchObject({ state: 'cancelled' })
  })

  test.each([
    ['none', { organisations: [] }],
    ['too many', { organisations: organisations(1_001) }],
    ['one without a name', { organisations: [{ name: '' }] }],
  ])('%s is refused', async (_, input) => {
    const { deps } = await testDeps()
    await expect(createBatch(deps, input)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(listBatches(deps)).toEqual([])
  })
})
