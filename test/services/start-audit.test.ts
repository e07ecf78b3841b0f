import { expect, test } from 'vitest'
import { EenlijnError } from '../../src/model/errors.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { endOf } from '../../src/services/end-of-audit.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { listAudits } from '../../src/services/list-audits.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testDeps } from '../support/deps.ts'

const nobody = { personId: null }
const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof EenlijnError)) throw new Error('expected a refusal')
  return { code: error.code, field: error.field }
}

test('a name alone starts an audit that waits in the queue', async () => {
  const { deps } = await testDeps()
  const { auditId, created } = await startAudit(deps, { name: ' Zorggroep  De Linde ' })
  expect(created).toBe(true)
  expect(readAudit(deps, auditId, nobody)).toMatchObject({ state: 'queued', organisation: { name: 'Zorggroep De Linde', website: null } })
  expect(await deps.queue.state(`${auditId}.resolve`)).toBe('waiting')
})

test('a website without scheme is completed', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde', website: 'www.delinde.example' })
  expect(readAudit(deps, auditId, nobody).organisation.website).toBe('https://www.delinde.example/')
})

test.each([
  ['an empty name', { name: '   ' }, 'name'],
  ['an endless name', { name: 'a'.repeat(201) }, 'name'],
  ['a name without a letter or digit', { name: '!!! ---' }, 'name'],
  ['a website that is a mail address', { name: 'De Linde', website: 'mailto:info@delinde.example' }, 'website'],
  ['a website with a password in it', { name: 'De Linde', website: 'https://a:b@delinde.example/' }, 'website'],
  ['a website that is one word', { name: 'De Linde', website: 'delinde' }, 'website'],
  ['a country that is no code', { name: 'De Linde', country: 'Nederland' }, 'country'],
  ['an archive that nobody handed in', { name: 'De Linde', archive: 'a'.repeat(64) }, 'archive'],
])('%s is refused with its field', async (_what, request, field) => {
  const { deps } = await testDeps()
  expect(await refusal(startAudit(deps, request))).toEqual({ code: 'invalid-input', field })
  expect(listAudits(deps)).toEqual([])
})

test('an unknown field is refused by name', async () => {
  const { deps } = await testDeps()
  await expect(startAudit(deps, { name: 'De Linde', websiet: 'x' })).rejects.toThrow(/websiet/)
})

test('the same idempotency key and request give the same audit', async () => {
  const { deps } = await testDeps()
  const first = await startAudit(deps, { name: 'De Linde' }, { idempotencyKey: 'k1' })
  const again = await startAudit(deps, { name: 'De Linde' }, { idempotencyKey: 'k1' })
  expect(again).toEqual({ auditId: first.auditId, created: false })
  expect(listAudits(deps)).toHaveLength(1)
})

test('the audits of a demonstration are dated by the day of their web, until they end', async () => {
  const { deps, clock } = await testDeps()
  const at = '2025-12-08T08:30:00.000Z'
  const { auditId } = await startAudit(deps, { name: 'De Linde' }, { demo: true, at })
  expect(readAudit(deps, auditId, nobody)).toMatchObject({ createdAt: at, startedAt: at, finishedAt: null })
  const audit = findAudit(deps.store.db, auditId)
  const now = new Date(clock.now.getTime() + 8_000).toISOString()
  expect(endOf(deps.store.db, audit, now)).toBe('2025-12-08T08:30:08.000Z')
  const today = findAudit(deps.store.db, (await startAudit(deps, { name: 'De Linde' })).auditId)
  expect(endOf(deps.store.db, today, now)).toBe(now)
})

test('a decision on one account counts for that account alone', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde', links: 'instagram.com/delinde\nx.com/hetanker' })
  const [one] = readAudit(deps, auditId, nobody).candidates
  const before = listAudits(deps)[0]?.undecided ?? 0
  decideCandidate(deps, { auditId, accountId: one?.accountId ?? '', decision: 'ours', basedOn: null, personId: null })
  expect(listAudits(deps)).toMatchObject([{ accountsOurs: 1, undecided: before - 1 }])
  expect(before).toBe(2)
})

test('an idempotency key used for another request is a conflict', async () => {
  const { deps } = await testDeps()
  await startAudit(deps, { name: 'De Linde' }, { idempotencyKey: 'k1' })
  expect(await refusal(startAudit(deps, { name: 'De Es' }, { idempotencyKey: 'k1' }))).toEqual({ code: 'conflict', field: null })
})

test('a second audit of one name and site belongs to the same organisation; another site is another', async () => {
  const { deps } = await testDeps()
  const of = async (request: object) => readAudit(deps, (await startAudit(deps, request)).auditId, nobody).organisation.id
  const first = await of({ name: 'De Linde', website: 'https://delinde.example/' })
  expect(await of({ name: 'de linde', website: 'https://www.delinde.example/contact' })).toBe(first)
  expect(await of({ name: 'De Linde' })).toBe(first)
  expect(await of({ name: 'De Linde', website: 'https://linde-elders.example/' })).not.toBe(first)
})

test('links that come along are candidates at once, with the paste as the place where they were found', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde', links: 'https://www.instagram.com/delinde/\ninstagram.com/DeLinde' })
  const view = readAudit(deps, auditId, nobody)
  expect(view.candidates).toHaveLength(1)
  expect(view.candidates[0]).toMatchObject({ key: 'instagram:delinde', standing: 'likely', foundVia: [{ route: 'pasted' }] })
})
