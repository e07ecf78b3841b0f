import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { listBatches, readBatch, readBatchItems } from '../../src/services/batch.ts'
import { dispenseBatches } from '../../src/services/dispense-batches.ts'
import { audits, batchItems } from '../../src/store/schema.ts'
import { createApp } from '../../src/web/app.tsx'
import { testDeps } from '../support/deps.ts'
import { readable, titleOf, visitor } from './visitor.ts'

async function setting() {
  const { deps } = await testDeps()
  return { deps, somebody: visitor(deps) }
}

const idIn = (location: string | null) => location?.split('/').at(-1) ?? ''

async function handIn(deps: Deps, somebody: ReturnType<typeof visitor>, text: string, more: Record<string, string> = {}) {
  const answer = await somebody.post('/nl/batches', { text, label: 'Regio Noord', ...more })
  expect(answer.status).toBe(303)
  const id = idIn(answer.headers.get('location'))
  return { id, page: `/nl/batches/${id}`, batch: readBatch(deps, id) }
}

describe('handing in a list', () => {
  test('begins with lines that somebody typed; the first page leads to it', async () => {
    const { deps, somebody } = await setting()
    expect((await somebody.get('/nl/')).text).toContain('href="/nl/batches"')
    const { page, id } = await handIn(deps, somebody, 'Zorgwijde; zorgwijde.nl\nDe Linde')
    expect(readBatchItems(deps, id).map(({ name }) => name)).toEqual(['Zorgwijde', 'De Linde'])
    const answer = await somebody.get(page)
    expect(titleOf(answer)).toBe('Regio Noord')
    expect(readable(answer)).toContain('0 van 2 organisaties klaar')
    expect(readable(await somebody.get('/nl/batches'))).toContain('Regio Noord Loopt · 2 organisaties')
  })

  test('with the same form twice is one list', async () => {
    const { deps, somebody } = await setting()
    const first = await handIn(deps, somebody, 'Zorgwijde', { key: 'k-1' })
    expect((await handIn(deps, somebody, 'Zorgwijde', { key: 'k-1' })).id).toBe(first.id)
    expect((await handIn(deps, somebody, 'De Linde', { key: 'k-1' })).id).not.toBe(first.id)
    expect(listBatches(deps)).toHaveLength(2)
  })

  test('with a line that is not right begins nothing, says which, and loses nothing', async () => {
    const { deps, somebody } = await setting()
    const answer = await somebody.post('/nl/batches', { text: 'Zorgwijde; binnenkort\nDe Linde', label: 'Regio' })
    expect(answer.status).toBe(400)
    expect(readable(answer)).toContain('Regel 1, ‘Zorgwijde; binnenkort’: ‘binnenkort’ is geen webadres.')
    expect(answer.text).toContain('Zorgwijde; binnenkort\nDe Linde</textarea>')
    expect(answer.text).toMatch(/id="label"[^>]*value="Regio"/)
    expect(listBatches(deps)).toEqual([])
    expect(readable(await somebody.post('/nl/batches', { text: ' ' }))).toContain('Zet minstens één organisatie in de lijst.')
    const long = await somebody.post('/nl/batches', { text: 'Zorgwijde\n'.repeat(30_000) })
    expect([long.status, readable(long).includes('256 kB is het meeste')]).toEqual([400, true])
  })

  test('takes a file beside what was typed', async () => {
    const { deps } = await setting()
    const body = new FormData()
    body.set('text', 'De Linde')
    body.set('file', new File(['Zorgwijde;zorgwijde.nl\n'], 'lijst.csv', { type: 'text/csv' }))
    const init = { method: 'POST', body, headers: { Origin: 'http://localhost' } }
    const answer = await createApp(deps).request('http://localhost/en/batches', init)
    expect(answer.status).toBe(303)
    const id = idIn(answer.headers.get('location'))
    expect(readBatchItems(deps, id).map(({ name }) => name)).toEqual(['De Linde', 'Zorgwijde'])
  })
})

describe('the page of a list', () => {
  test('shows what each came to in the order of the list, with a way on from each', async () => {
    const { deps, somebody } = await setting()
    const { id, page } = await handIn(deps, somebody, 'Zorgwijde\nDe Linde\nHet Anker\nDe Boei')
    const [first, , third] = readBatchItems(deps, id)
    const failed = { state: 'failed', auditId: null, failure: 'Dit is geen webadres.' }
    deps.store.db.update(batchItems).set(failed).where(eq(batchItems.position, 1)).run()
    const set = (auditId: string | null | undefined, state: string) =>
      deps.store.db
        .update(audits)
        .set({ state })
        .where(eq(audits.id, auditId ?? ''))
        .run()
    set(first?.auditId, 'done')
    set(third?.auditId, 'choosing')
    await dispenseBatches(deps)
    const answer = await somebody.get(page)
    const rows = answer.text.split('<tr>').slice(2)
    expect(rows.map((row) => /<th[^>]*>(?:<a[^>]*>)?([^<]*)/.exec(row)?.[1])).toEqual(['Zorgwijde', 'De Linde', 'Het Anker', 'De Boei'])
    expect(rows[0]).toContain(`href="/nl/audits/${first?.auditId}/report"`)
    expect(rows[0]).toContain('nog geen cijfer')
    expect(rows[1]).toContain('geen webadres')
    expect(rows[1]).not.toContain('href=')
    expect(rows[2]).toContain('wacht op jouw keuze')
    expect(rows[3]).toMatch(/href="\/nl\/audits\/\w+"/)
  })

  test('stops the list, also when it has ended meanwhile', async () => {
    const { deps, somebody } = await setting()
    const { id, page } = await handIn(deps, somebody, 'Zorgwijde\nDe Linde')
    expect((await somebody.post(`${page}/cancel`)).headers.get('location')).toBe(page)
    expect(readBatch(deps, id)).toMatchObject({ state: 'cancelled' })
    const stopped = await somebody.get(page)
    expect(readable(stopped)).toContain('Deze lijst is gestopt.')
    expect(stopped.text).not.toContain('Stop deze lijst')
    expect((await somebody.post(`${page}/cancel`)).status).toBe(303)
    expect((await somebody.get(`${page}/cancel`)).headers.get('location')).toBe(page)
  })

  test('shows a long list in parts', async () => {
    const { deps, somebody } = await setting()
    const { page } = await handIn(deps, somebody, Array.from({ length: 120 }, (_, n) => `Zorg ${n + 1}`).join('\n'))
    const first = await somebody.get(page)
    expect(first.text.split('<th scope="row">')).toHaveLength(51)
    expect(first.text).toContain(`href="${page}?after=49#results"`)
    const last = await somebody.get(`${page}?after=99`)
    expect(last.text.split('<th scope="row">')).toHaveLength(21)
    expect(last.text).not.toContain('?after=119')
  })

  test('of nobody is not there', async () => {
    const { somebody } = await setting()
    expect((await somebody.get('/nl/batches/none')).status).toBe(404)
  })
})
