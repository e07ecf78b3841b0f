import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepEvidence } from '../../src/services/keep-evidence.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { temporaryDir, testDeps } from '../support/deps.ts'
import { endedAudit } from '../support/ended-audit.ts'
import { commandHere } from './command.ts'

test('a backup is made while the application runs, and another application starts from it', async () => {
  const { deps, clock } = await testDeps()
  const auditId = endedAudit(deps)
  const digest = await deps.blobs.put(Buffer.from('een pagina'))
  deps.store.transact((tx) => keepEvidence({ tx, deps, auditId, now: clock.now.toISOString() }, digest, 'page'))
  const folder = join(temporaryDir(), 'kopie')
  const made = await commandHere(['backup', folder], { env: { EENLIJN_DATA_DIR: deps.env.dataDir } })
  expect(made).toMatchObject({ code: 0, stdout: '' })
  expect(made.stderr).toContain('1 stuk bewijs')

  const data = temporaryDir()
  await cp(folder, data, { recursive: true })
  const restored = await testDeps({ EENLIJN_DATA_DIR: data })
  expect(readAudit(restored.deps, auditId, { personId: null })).toEqual(readAudit(deps, auditId, { personId: null }))
  expect(Buffer.from((await restored.deps.blobs.get(digest)) ?? []).toString()).toBe('een pagina')
})

test('a folder with something in it is left alone, and a missing database is said', async () => {
  const { deps } = await testDeps()
  const folder = temporaryDir()
  await writeFile(join(folder, 'iets.txt'), 'van iemand anders')
  const refused = await commandHere(['backup', folder], { env: { EENLIJN_DATA_DIR: deps.env.dataDir } })
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('staat al iets')])
  const empty = join(temporaryDir(), 'leeg')
  await mkdir(empty)
  const nothing = await commandHere(['backup', join(empty, 'kopie')], { env: { EENLIJN_DATA_DIR: empty } })
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('geen database')])
  expect((await commandHere(['backup'])).code).toBe(2)
})
