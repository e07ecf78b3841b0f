import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tell } from '../../src/services/events.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { audits } from '../../src/store/schema.ts'
import { testDeps } from '../support/deps.ts'
import { visitor } from './visitor.ts'

async function endedAudit() {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde' })
  deps.store.transact((tx) => {
    tell(tx, auditId, { kind: 'found', data: { accounts: 3 } }, '2026-11-12T13:30:00.000Z')
    tell(tx, auditId, { kind: 'state', data: { state: 'done' } }, '2026-11-12T13:30:01.000Z')
    tx.update(audits).set({ state: 'done' }).where(eq(audits.id, auditId)).run()
  })
  const live = (headers: Record<string, string> = {}, query = '') => visitor(deps).get(`/nl/audits/${auditId}/live${query}`, headers)
  return { live }
}

const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))

test('tells what happened, in order, and that nothing more comes', async () => {
  const { live } = await endedAudit()
  const { headers, text } = await live()
  expect(headers.get('content-type')).toContain('text/event-stream')
  expect([...text.matchAll(/^event: (\w+)$/gm)].map(([, kind]) => kind)).toEqual(['state', 'found', 'state', 'end'])
  expect(text).toContain('data: {"accounts":3}')
})

test('coming back goes on after the last event that was seen', async () => {
  const { live } = await endedAudit()
  const ids = idsIn((await live()).text)
  expect(idsIn((await live({ 'Last-Event-ID': String(ids[0]) }, '?after=0')).text)).toEqual(ids.slice(1))
  expect(idsIn((await live({}, `?after=${ids[1]}`)).text)).toEqual(ids.slice(2))
})

test('there is nothing to watch of an audit that does not exist', async () => {
  const { deps } = await testDeps()
  expect((await visitor(deps).get('/nl/audits/none/live')).status).toBe(404)
})
