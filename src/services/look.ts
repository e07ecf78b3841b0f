import { lookJob } from '../model/jobs.ts'
import type { PlatformId } from '../model/platform.ts'
import type { NewJob } from '../queue/port.ts'
import type { AuditRow } from './find-audit.ts'

interface AccountToLookAt {
  readonly accountId: string
  readonly key: string
  readonly platform: PlatformId
  readonly url: string
}

/** The job that asks for one profile page, once. */
export function lookJobFor(audit: AuditRow, { accountId, key, platform, url }: AccountToLookAt): NewJob {
  return {
    id: `${audit.id}.look.${accountId}`,
    group: audit.id,
    kind: lookJob.kind,
    attempts: 4,
    payload: lookJob.payload.parse({ auditId: audit.id, archive: audit.request.archive ?? null, accountId, key, platform, url }),
  }
}
