import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Env, loadEnv } from '../../config/env.ts'
import { createDeps, type Deps } from '../../src/deps.ts'

/** A directory of this test's own, gone when it ends. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'eenlijn-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** The settings of a test: a data directory of its own, no demonstration, a silent log. */
export const testEnv = (settings: Readonly<Record<string, string>> = {}): Env => testEnvIn(temporaryDir(), settings)

/** The same on a directory that is given. */
export const testEnvIn = (directory: string, settings: Readonly<Record<string, string>> = {}): Env =>
  loadEnv({
    EENLIJN_DATA_DIR: directory,
    EENLIJN_DEMO: 'off',
    EENLIJN_NETWORK: 'off',
    EENLIJN_PRIVATE_PACE_MS: '10',
    LOG_LEVEL: 'silent',
    ...settings,
  })

/** Real database, blobs and queue of this test's own; `clock` can be moved. */
export async function testDeps(settings: Readonly<Record<string, string>> = {}): Promise<{ deps: Deps; clock: { now: Date } }> {
  const clock = { now: new Date('2026-11-02T09:00:00.000Z') }
  const deps = await createDeps(testEnv(settings), { now: () => clock.now })
  onTestFinished(() => deps.close())
  return { deps, clock }
}
