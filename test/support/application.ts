import { onTestFinished } from 'vitest'
import { startApplication } from '../../src/application.ts'
import type { Deps } from '../../src/deps.ts'
import { watchAudit } from '../../src/services/events.ts'
import { testEnv } from './deps.ts'

/** The whole product in this process, on a data directory of this test's own. */
export async function testApplication(settings: Readonly<Record<string, string>> = {}) {
  const application = await startApplication(testEnv(settings))
  onTestFinished(() => application.stop())
  return application
}

/** Resolves when the audit has ended. */
export async function untilEnded(deps: Deps, auditId: string): Promise<void> {
  for await (const _ of watchAudit(deps, auditId, { after: 0, signal: AbortSignal.timeout(60_000) }));
  if (!deps.auditHasEnded(auditId)) throw new Error('the audit did not end within a minute')
}
