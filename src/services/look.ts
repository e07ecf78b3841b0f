import type { Deps } from '../deps.ts'
import { lookJob } from '../model/jobs.ts'
import type { PlatformId } from '../model/platform.ts'
import type { NewJob } from '../queue/port.ts'
import type { AuditRow } from './find-audit.ts'

export interface AccountToLookAt {
  readonly accountId: string
  readonly key: string
  readonly platform: PlatformId
  readonly url: string
}

/** The job that asks for one profile page, once. */
export function lookJobFor(audit: AuditRow, account: AccountToLookAt): NewJob {
  return {
    id: `${audit.id}.look.${account.accountId}`,
    group: audit.id,
    kind: lookJob.kind,
    attempts: 4,
    payload: lookJob.payload.parse({ auditId: audit.id, archive: audit.request.archive ?? null, ...account }),
  }
}

/** When the queue is away the account simply stays without a first look; `reconcile` asks again. */
export async function enqueueLook(deps: Deps, audit: AuditRow, account: AccountToLookAt): Promise<void> {
  await deps.queue.enqueue(lookJobFor(audit, account)).catch((error) => deps.log.warn({ error, auditId: audit.id }, 'queue away'))
}
