import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type Application, startApplication } from '../../src/application.ts'
import type { Deps } from '../../src/deps.ts'
import { eventsAfter, watchAudit } from '../../src/services/events.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { stageJobId } from '../../src/services/stages.ts'
import { testEnv, testEnvIn } from './deps.ts'

/** The whole product in this process, on a data directory of this test's own. */
export async function testApplication(settings: Readonly<Record<string, string>> = {}) {
  const application = await startApplication(testEnv(settings))
  onTestFinished(() => application.stop())
  return application
}

/** One application for all tests of a file, whose engines start once. Each test needs an organisation of its own. */
export function sharedApplication(settings: Readonly<Record<string, string>> = {}): { readonly deps: Deps } {
  let application: Application | null = null
  let directory = ''
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'eenlijn-test-'))
    application = await startApplication(testEnvIn(directory, settings))
  })
  afterAll(async () => {
    await application?.stop()
    rmSync(directory, { recursive: true, force: true })
  })
  return {
    get deps() {
      if (application === null) throw new Error('the application runs within the tests alone')
      return application.deps
    },
  }
}

/** Resolves when the audit has ended. */
export async function untilEnded(deps: Deps, auditId: string): Promise<void> {
  for await (const _ of watchAudit(deps, auditId, { after: 0, signal: AbortSignal.timeout(60_000) }));
  if (deps.auditHasEnded(auditId)) return
  const audit = findAudit(deps.store.db, auditId)
  const job = await deps.queue.state(stageJobId(audit))
  const last = eventsAfter(deps.store.db, auditId, 0).at(-1)
  throw new Error(
    `the audit did not end within a minute: ${audit.state} at ${audit.stage}, its job is ${job}; last: ${JSON.stringify(last)}`,
  )
}
