import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { mostPrints } from '../../src/model/print-item.ts'
import { cancelAudit } from '../../src/services/cancel-audit.ts'
import { decideCandidate } from '../../src/services/decide-candidate.ts'
import { expireEvidence, openEvidence } from '../../src/services/evidence.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { readPrintItems } from '../../src/services/print-items.ts'
import { placePrinted } from '../../src/services/print-place.ts'
import { removePrint } from '../../src/services/print-remove.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { addPrint, keepPrintFile, preparePrint, readPrint } from '../../src/services/read-print.ts'
import { reconcile } from '../../src/services/reconcile.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { readRecord } from '../../src/services/write-record.ts'
import { printItems } from '../../src/store/schema.ts'
import { sharedApplication, untilEnded } from '../support/application.ts'
import { testDeps } from '../support/deps.ts'
import { drawPoster } from '../support/draw-poster.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { type Poster, posters } from '../support/posters.ts'
import { smallPdf } from '../support/small-pdf.ts'
import { until } from '../support/until.ts'

const nobody = { personId: null }
const poster = (part: Partial<Poster>): Promise<Buffer> => drawPoster({ ...(posters[0] as Poster), codes: [], ...part })
const pdf = (...lines: string[]) => smallPdf([{ lines: [...lines, 'Kom langs in het wijkhuis, koffie en thee staan klaar. '.repeat(5)] }])

const application = sharedApplication()
let audited = 0
/** An audit of an organisation that no other test knows, in the application that all of them share. */
function setting(): { deps: Deps; auditId: string } {
  const { deps } = application
  return { deps, auditId: endedAudit(deps, { name: `De Linde ${++audited}` }) }
}

const handed = { name: 'poster.png', route: 'print', title: '', personId: null } as const

const untilRead = (deps: Deps, auditId: string) =>
  until(() => {
    const items = readPrintItems(deps, auditId)
    return items.length > 0 && items.every(({ state }) => state !== 'reading') ? items : undefined
  }, 150)
const keysOf = (deps: Deps, auditId: string) =>
  readAudit(deps, auditId, nobody)
    .candidates.map(({ key }) => key)
    .sort()

test('a poster is read after the audit: what it names becomes a candidate with the place cut out, and is looked at', async () => {
  const { deps, auditId } = setting()
  const lines = ['Volg ons op Instagram: @delinde_noord', 'Deel je foto met @lindedag']
  const bytes = await poster({ lines, codes: ['https://www.facebook.com/delindenoord'] })
  const { itemId } = await readPrint(deps, { ...handed, auditId, bytes })
  const [item] = await untilRead(deps, auditId)
  expect(item).toMatchObject({ id: itemId, state: 'read', why: null, route: 'print' })
  expect(keysOf(deps, auditId)).toEqual(['facebook:delindenoord', 'instagram:delinde_noord'])
  const view = readAudit(deps, auditId, nobody)
  const [via] = view.candidates.find(({ key }) => key === 'instagram:delinde_noord')?.foundVia ?? []
  expect(via).toMatchObject({ route: 'print', label: 'likely', quote: lines[0], pageTitle: 'poster.png' })
  const crop = await openEvidence(deps, { auditId, digest: via?.crop ?? '' })
  expect(crop).toMatchObject({ kind: 'picture', content: { mediaType: 'image/webp' } })
  expect(crop?.content.body.byteLength).toBeLessThan(100 * 1024)
  expect(view.routes.find(({ route }) => route === 'print')).toMatchObject({ state: 'done', found: 2, pagesRead: 1 })
  await until(() => readAudit(deps, auditId, nobody).candidates.every(({ snapshot }) => snapshot !== null) || undefined)

  await expect(placePrinted(deps, { auditId, itemId, handle: '@nietgedrukt', platform: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  await placePrinted(deps, { auditId, itemId, handle: '@lindedag', platform: 'x' })
  expect(keysOf(deps, auditId)).toContain('x:lindedag')
  expect(readPrintItems(deps, auditId)[0]?.accounts.map(({ platform }) => platform)).not.toContain(null)
}, 180_000)

describe('a PDF', () => {
  test('that is handed in at the start is in the record of the audit', async () => {
    const { deps } = application
    const file = await keepPrintFile(deps, { bytes: pdf('facebook.com/delindenoord'), route: 'print' })
    const prints = [{ file, name: 'folder.pdf', route: 'print' as const, title: 'Folder 2026' }]
    const { auditId } = await startAudit(deps, { name: 'De Linde', routes: ['website'], prints })
    await untilEnded(deps, auditId)
    const record = readRecord(deps, auditId)
    expect(record.accounts).toMatchObject([{ key: 'facebook:delindenoord', foundVia: [{ route: 'print', pageTitle: 'Folder 2026' }] }])
    expect(record.accounts[0]?.foundVia[0]?.crop).toMatch(/^[0-9a-f]{64}$/)
    expect(record.routes.find(({ route }) => route === 'print')).toMatchObject({ state: 'done', found: 1 })
  }, 180_000)

  test('opens at its first page, and a person’s profile on it is only counted', async () => {
    const { deps, auditId } = setting()
    await readPrint(deps, { ...handed, auditId, bytes: pdf('linkedin.com/in/jannie-de-wit', 'tiktok.com/@delinde'), name: 'a.pdf' })
    const [item] = await untilRead(deps, auditId)
    expect(item).toMatchObject({ people: 1, state: 'read' })
    expect(JSON.stringify(item)).not.toContain('jannie')
    expect(keysOf(deps, auditId)).toEqual(['tiktok:delinde'])
    expect(await openEvidence(deps, { auditId, digest: item?.record ?? '' })).toMatchObject({ kind: 'picture' })
  }, 180_000)
})

test('a clipping counts as press, with the lines around the name', async () => {
  const { deps, auditId } = setting()
  const lines = ['Wie meer wil zien, volgt het wijkhuis', 'op Instagram: @delinde_noord', 'of komt zaterdag langs.']
  await readPrint(deps, { ...handed, auditId, route: 'press', title: 'De Streekkrant, 12 mei', bytes: await poster({ size: 30, lines }) })
  await untilRead(deps, auditId)
  const [candidate] = readAudit(deps, auditId, nobody).candidates
  expect(candidate?.foundVia).toMatchObject([{ route: 'press', pageTitle: 'De Streekkrant, 12 mei', quote: lines.join(' ') }])
  expect(readAudit(deps, auditId, nobody).printed).toEqual([])
}, 180_000)

test('a saved article is read as a clipping, and its text is kept to find the passage in', async () => {
  const { deps, auditId } = setting()
  const page =
    '<!doctype html><title>Wijkhuis open</title><article><p>Volg De Linde op <a href="https://x.com/delinde">X</a>.</p></article>'
  await readPrint(deps, { ...handed, auditId, route: 'press', name: 'artikel.html', bytes: new TextEncoder().encode(page) })
  const [item] = await untilRead(deps, auditId)
  expect(item).toMatchObject({ title: 'Wijkhuis open', accounts: [{ key: 'x:delinde', quote: 'Volg De Linde op X.' }] })
  const [via] = readAudit(deps, auditId, nobody).candidates[0]?.foundVia ?? []
  const kept = await openEvidence(deps, { auditId, digest: via?.record ?? '' })
  expect(kept).toMatchObject({ kind: 'page', content: { text: page } })
})

describe('a file that cannot be read', () => {
  test.each([
    ['a document', new TextEncoder().encode('PK\u0003\u0004 geen poster'), 'print', 'not-accepted'],
    ['text as a poster', new TextEncoder().encode('gewoon tekst'), 'print', 'not-accepted'],
    ['a photo in HEIC', new TextEncoder().encode('\0\0\0\u0018ftypheic----'), 'print', 'not-accepted'],
    ['nothing', new Uint8Array(), 'press', 'not-accepted'],
    ['too much', new Uint8Array(50 * 1024 * 1024 + 1), 'print', 'too-large'],
  ] as const)('is refused at once: %s', async (_what, bytes, route, code) => {
    const { deps } = await testDeps()
    const auditId = endedAudit(deps)
    await expect(readPrint(deps, { ...handed, auditId, route, bytes })).rejects.toMatchObject({ code, field: 'files' })
    expect(readPrintItems(deps, auditId)).toEqual([])
  })

  test('is said to be so with the reason when it breaks while it is read', async () => {
    const { deps, auditId } = setting()
    await readPrint(deps, { ...handed, auditId, bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]) })
    const [item] = await untilRead(deps, auditId)
    expect(item).toMatchObject({ state: 'failed', accounts: [] })
    expect(item?.why?.nl).toContain('niet te lezen')
    expect(readAudit(deps, auditId, nobody).routes).toMatchObject([{ route: 'print', state: 'partial', pagesUnseen: 1, found: 0 }])
  })
})

test('the same file is read once, a stopped audit takes none, and an audit takes so many', async () => {
  const { deps } = await testDeps()
  const auditId = endedAudit(deps)
  const file = (n: number) => pdf(`facebook.com/delinde${n}`)
  const first = await readPrint(deps, { ...handed, auditId, bytes: file(1) })
  expect(await readPrint(deps, { ...handed, auditId, bytes: file(1) })).toEqual({ itemId: first.itemId, known: true })
  for (let n = 2; n <= mostPrints; n++) await readPrint(deps, { ...handed, auditId, bytes: file(n) })
  await expect(readPrint(deps, { ...handed, auditId, bytes: file(99) })).rejects.toMatchObject({ code: 'conflict', field: 'files' })
  const stopped = await startAudit(deps, { name: 'De Kruimel' })
  await cancelAudit(deps, stopped.auditId)
  await expect(readPrint(deps, { ...handed, auditId: stopped.auditId, bytes: file(1) })).rejects.toMatchObject({ code: 'conflict' })
}, 30_000)

test('what a crash left unread is handed over again, and an audit that is started names its file', async () => {
  const { deps } = await testDeps()
  const auditId = endedAudit(deps)
  const bytes = pdf('x.com/delinde')
  const file = await keepPrintFile(deps, { bytes, route: 'print' })
  const prepared = await preparePrint(deps, { file, name: 'folder.pdf', route: 'print' })
  const { itemId } = deps.store.transact((tx) => addPrint(tx, deps, findAudit(tx, auditId), prepared, null))
  expect(await deps.queue.state(`${auditId}.print.${itemId}`)).toBeNull()
  await reconcile(deps)
  expect(await deps.queue.state(`${auditId}.print.${itemId}`)).toBe('waiting')
  const unknown = { file: '0'.repeat(64), name: 'weg.pdf', route: 'print' as const }
  await expect(startAudit(deps, { name: 'De Linde', prints: [unknown] })).rejects.toMatchObject({ code: 'invalid-input', field: 'prints' })
})

describe('removing an item', () => {
  async function readItem() {
    const { deps, auditId } = setting()
    const { itemId } = await readPrint(deps, { ...handed, auditId, bytes: pdf('facebook.com/delindezuid', 'x.com/delindezuid') })
    const [item] = await untilRead(deps, auditId)
    return { deps, auditId, itemId, crop: item?.accounts[0]?.crop ?? '' }
  }

  test('takes its file, its pictures and its places; a decision of a person stays', async () => {
    const { deps, auditId, itemId, crop } = await readItem()
    const x = readAudit(deps, auditId, nobody).candidates.find(({ platform }) => platform === 'x')
    decideCandidate(deps, { auditId, accountId: x?.accountId ?? '', decision: 'ours', basedOn: null, personId: null })
    const file = deps.store.db.select().from(printItems).where(eq(printItems.id, itemId)).get()?.file ?? ''
    await removePrint(deps, { auditId, itemId })
    expect(await deps.blobs.get(file)).toBeNull()
    expect(await deps.blobs.get(crop)).toBeNull()
    expect(await openEvidence(deps, { auditId, digest: crop })).toBeNull()
    expect(readAudit(deps, auditId, nobody).candidates).toMatchObject([{ key: 'x:delindezuid', foundVia: [] }])
    expect(readAudit(deps, auditId, nobody).routes).toMatchObject([{ route: 'print', found: 0, pagesRead: 0 }])
    await expect(removePrint(deps, { auditId, itemId })).rejects.toMatchObject({ code: 'not-found' })
  }, 180_000)

  test('is not what expiry does: the item stays, and its pictures are gone', async () => {
    const { deps, auditId, crop } = await readItem()
    const later = new Date(deps.now().getTime() + 400 * 86_400_000)
    await expireEvidence({ ...deps, now: () => later })
    expect(readPrintItems(deps, auditId)).toMatchObject([{ preview: null, accounts: [{ crop: null }, { crop: null }] }])
    expect(await deps.blobs.get(crop)).toBeNull()
  }, 180_000)
})
