import { eq } from 'drizzle-orm'
import { signalsVersion } from '../../config/signals.ts'
import type { Deps } from '../deps.ts'
import type { AuditRecord } from '../model/audit.ts'
import type { Candidate } from '../model/candidate.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes, records } from '../store/schema.ts'
import { assess } from './assess-audit.ts'
import { findAudit, hasEnded, organisationOf } from './find-audit.ts'
import { readCandidates, type UngradedCandidate } from './read-candidates.ts'
import { inRouteOrder } from './route-texts.ts'

/** Writes down what the audit found, once; a record that stands is never changed. */
export function writeRecord(tx: Db, deps: Deps, auditId: string): AuditRecord {
  const audit = findAudit(tx, auditId)
  const organisation = organisationOf(tx, audit)
  const found = readCandidates(tx, audit)
  const now = deps.now().toISOString()
  const { name, aliases, website, country, wikidataId } = organisation
  const record: AuditRecord = {
    id: audit.id,
    productVersion: deps.version,
    signalsVersion,
    organisation: { name, aliases, website, country, wikidataId },
    state: audit.state as AuditRecord['state'],
    startedAt: audit.startedAt ?? audit.createdAt,
    finishedAt: audit.finishedAt ?? now,
    routes: tx
      .select()
      .from(auditRoutes)
      .where(eq(auditRoutes.auditId, auditId))
      .all()
      .map((row) => row.report)
      .sort(inRouteOrder),
    accounts: found.map(asJudged),
    snapshots: found.flatMap(({ snapshot }) => (snapshot ? [snapshot] : [])),
    people: { counted: audit.peopleCounted },
    siteBelongs: audit.siteBelongs as AuditRecord['siteBelongs'],
    assessment: assess(tx, audit, now),
  }
  tx.insert(records).values({ auditId, body: record }).onConflictDoNothing().run()
  return record
}

/** The account as the audit judged it; what people said stands beside the record. */
const asJudged = ({
  key,
  platform,
  handle,
  url,
  closed,
  doubt,
  verdict,
  confidence,
  kind,
  judgedKind,
  ...rest
}: UngradedCandidate): Candidate => ({
  ...{ key, platform, handle, url, closed, doubt, verdict, confidence },
  // A record is handed on; a suspicion that nobody confirmed stays inside.
  kind: (judgedKind ?? kind) === 'impostor' ? 'unknown' : (judgedKind ?? kind),
  ...{ signals: rest.signals, foundVia: rest.foundVia, furtherPlaces: rest.furtherPlaces },
})

/** @throws EenlijnError `not-found`, or `conflict` while the audit still runs. */
export function readRecord(deps: Deps, auditId: string): AuditRecord {
  const audit = findAudit(deps.store.db, auditId)
  const row = deps.store.db.select().from(records).where(eq(records.auditId, auditId)).get()
  if (row) return row.body
  if (!hasEnded(audit.state))
    throw new EenlijnError('conflict', {
      nl: 'De audit loopt nog. Het verslag is er zodra hij klaar is.',
      en: 'The audit is still running. The record is there as soon as it is done.',
    })
  throw new EenlijnError('not-found', { nl: 'Van deze audit is geen verslag.', en: 'There is no record of this audit.' })
}
