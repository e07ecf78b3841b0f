import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/capture/archive.ts'
import { createRecorder } from '../../src/capture/record.ts'
import type { Deps } from '../../src/deps.ts'
import { tracesOf } from '../../src/discovery/team/traces.ts'
import { eraseTraces } from '../../src/services/erase-traces.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { keepEvidence } from '../../src/services/keep-evidence.ts'
import { testDeps } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'

const traces = tracesOf({ name: 'Noor Beumér', profiles: [{ handle: 'noorbeumer', url: 'https://x.com/noorbeumer' }] })
const at = '2026-11-02T09:00:00.000Z'

/** A capture of one page. */
async function capture(body: string, { url = 'https://delinde.example/nieuws', type = 'text/html; charset=utf-8' } = {}): Promise<Buffer> {
  const made: Uint8Array[] = []
  const { keep } = createRecorder({ put: async (bytes) => String(made.push(bytes)) })
  await keep({ kind: 'response', url, at, status: 200, headers: { 'content-type': type }, body: Buffer.from(body) })
  return Buffer.concat(made)
}

async function setting() {
  const { deps } = await testDeps()
  const auditId = endedAudit(deps)
  const { organisationId } = findAudit(deps.store.db, auditId)
  return { deps, auditId, erase: () => eraseTraces(deps, organisationId, traces) }
}

const kept = async (deps: Deps, digest: string) => (await deps.blobs.get(digest)) !== null

test.each([
  ['in its text', '<p>Noor Beumér won de prijs'],
  ['in another order', '<p>Beumér, Noor'],
  ['without her accent', '<p>NOOR BEUMER'],
  ['as JSON writes it', '<script type="application/ld+json">{"name":"Noor Beum\\u00e9r"}</script>'],
  ['as HTML writes it', '<p>Noor Beum&eacute;r'],
  ['in an address', '<a href="/zoek?q=Noor%20Beum%C3%A9r">'],
  ['by her account', '<a href="https://x.com/noorbeumer">'],
])('a page that names her %s goes', async (_, body) => {
  const { deps, erase } = await setting()
  const digest = await deps.blobs.put(await capture(body))
  expect(await erase()).toBe(1)
  expect(await kept(deps, digest)).toBe(false)
})

test('what names somebody else stays', async () => {
  const { deps, auditId, erase } = await setting()
  const digest = await deps.blobs.put(await capture('<p>Noor en haar collega Beumers'))
  deps.store.transact((tx) => keepEvidence({ tx, deps, auditId, now: at }, digest, 'page'))
  expect(await erase()).toBe(0)
  expect(await kept(deps, digest)).toBe(true)
})

test('captures that lie together are all looked at, and one that cannot be read goes', async () => {
  const { deps, erase } = await setting()
  const together = await deps.blobs.put(Buffer.concat([await capture('<p>Welkom'), await capture('<p>Noor Beumér')]))
  const broken = await deps.blobs.put((await capture('<p>Welkom '.repeat(500))).subarray(0, 200))
  const foreign = await deps.blobs.put(gzipSync('geen webarchief'))
  expect(await erase()).toBe(3)
  for (const digest of [together, broken, foreign]) expect(await kept(deps, digest)).toBe(false)
})

test('an archive that was handed in is made anew without the pages that name her', async () => {
  const { deps, auditId, erase } = await setting()
  const welcome = await capture('<p>Welkom', { url: 'https://delinde.example/' })
  const digest = await deps.blobs.put(Buffer.concat([welcome, await capture('<p>Noor Beumér')]))
  deps.store.transact((tx) => keepEvidence({ tx, deps, auditId, now: at }, digest, 'archive'))
  expect(await erase()).toBe(1)
  expect(await kept(deps, digest)).toBe(false)
  const left: string[] = []
  for await (const blob of deps.blobs.list())
    left.push(...(await openArchive((await deps.blobs.get(blob.digest)) as Uint8Array)).pages.map(({ url }) => url))
  expect(left).toEqual(['https://delinde.example/'])
})

test('an archive that cannot be read any more goes, and its audit knows it', async () => {
  const { deps, auditId, erase } = await setting()
  const digest = await deps.blobs.put(Buffer.from('dit was een archief'))
  deps.store.transact((tx) => keepEvidence({ tx, deps, auditId, now: at }, digest, 'archive'))
  expect(await erase()).toBe(1)
  expect(await kept(deps, digest)).toBe(false)
})
