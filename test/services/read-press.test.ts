import { expect, test } from 'vitest'
import { createRecorder } from '../../src/capture/record.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { readPress } from '../../src/services/read-press.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { testApplication, untilEnded } from '../support/application.ts'
import { testDeps } from '../support/deps.ts'

const nobody = { personId: null }
const none = { url: '', text: '', title: '' }

test('a clipping’s accounts become candidates, and the route says what it found', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde' })
  const outcome = await readPress(deps, { ...none, auditId, text: 'Instagram: @delinde', title: 'De Streekkrant' })
  expect(outcome).toEqual({ reading: false, added: 1, known: 0, people: 0 })
  const view = readAudit(deps, auditId, nobody)
  expect(view.candidates).toMatchObject([{ key: 'instagram:delinde', foundVia: [{ route: 'press', pageTitle: 'De Streekkrant' }] }])
  expect(view.routes.find(({ route }) => route === 'press')).toMatchObject({ state: 'done', found: 1, pagesRead: 1 })
})

test('a second piece that names the same account is one more place', async () => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde' })
  await readPress(deps, { ...none, auditId, text: 'Instagram: @delinde' })
  expect(await readPress(deps, { ...none, auditId, text: 'instagram.com/delinde' })).toMatchObject({ added: 0, known: 1 })
  expect(readAudit(deps, auditId, nobody).candidates[0]?.foundVia).toHaveLength(2)
})

test.each([
  ['nothing', none, 'pressText'],
  ['an address that is none', { ...none, url: 'de krant van gisteren' }, 'website'],
  ['an endless text', { ...none, text: 'x'.repeat(100_001) }, 'pressText'],
])('%s is refused with its field', async (_what, input, field) => {
  const { deps } = await testDeps()
  const { auditId } = await startAudit(deps, { name: 'De Linde' })
  await expect(readPress(deps, { ...input, auditId })).rejects.toMatchObject({ field })
})

async function archiveOf(put: (bytes: Uint8Array) => Promise<string>, pages: Readonly<Record<string, string>>): Promise<string> {
  const records: Uint8Array[] = []
  const { keep } = createRecorder({ put: async (bytes) => String(records.push(bytes)) })
  for (const [url, body] of Object.entries(pages))
    await keep({
      kind: 'response',
      url,
      at: '2026-10-01T08:00:00Z',
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: Buffer.from(body),
    })
  return put(Buffer.concat(records))
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let turn = 0; turn < 400; turn++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('not within ten seconds')
}

test('an article’s address is read by a worker after the audit, and its accounts are looked at', async () => {
  const { deps } = await testApplication()
  const url = 'https://streekkrant.example/bakkerij'
  const archive = await archiveOf((bytes) => deps.blobs.put(bytes), {
    [url]:
      '<title>Bakkerij open</title><article><p>Volg de bakkerij op <a href="https://www.instagram.com/dekruimel/">Instagram</a>.</p></article>',
  })
  const { auditId } = await startAudit(deps, { name: 'De Kruimel', archive })
  await untilEnded(deps, auditId)
  expect(await readPress(deps, { ...none, auditId, url })).toMatchObject({ reading: true })
  const found = await until(() => readAudit(deps, auditId, nobody).candidates.find(({ snapshot }) => snapshot !== null))
  expect(found).toMatchObject({
    key: 'instagram:dekruimel',
    foundVia: [{ route: 'press', page: url, pageTitle: 'Bakkerij open' }],
    snapshot: { wall: 'not-in-archive' },
  })
})

test('an article that can not be read leaves a route that says so', async () => {
  const { deps } = await testApplication()
  const { auditId } = await startAudit(deps, { name: 'De Kruimel' })
  await untilEnded(deps, auditId)
  await readPress(deps, { ...none, auditId, url: 'streekkrant.example/weg' })
  const route = await until(() => readAudit(deps, auditId, nobody).routes.find((one) => one.route === 'press'))
  expect(route).toMatchObject({ state: 'partial', pagesRead: 0, pagesUnseen: 1, found: 0 })
})
