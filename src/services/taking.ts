import type { Deps } from '../deps.ts'
import type { EndedJob } from '../queue/port.ts'
import type { Db } from '../store/open.ts'
import type { AuditRow } from './find-audit.ts'

/** One ended job being taken in, within the one transaction that does it. */
export interface Taking {
  readonly tx: Db
  readonly deps: Deps
  readonly audit: AuditRow
  readonly auditId: string
  readonly job: EndedJob
  /** ISO 8601. */
  readonly now: string
}
