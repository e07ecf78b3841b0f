import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Assessment } from '../model/audit.ts'
import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accountNames, accounts, assessments, audits, planItems, records, snapshots } from '../store/schema.ts'
import { findAudit } from './find-audit.ts'
import { namesOf } from './person.ts'
import { previousAudit } from './read-difference.ts'
import type { FollowedUpView } from './views.ts'

type PlanRow = typeof planItems.$inferSelect

/**
 * Takes up the plan of the audit before: what it asked for and this audit saw in line is ticked off, with this audit as the
 * evidence; what is still open is carried on into this audit's plan. What could not be seen counts as open. Done twice it
 * changes nothing.
 */
export function followUpPlan(tx: Db, auditId: string): void {
  const audit = findAudit(tx, auditId)
  const before = previousAudit(tx, audit)
  const assessment = tx.select().from(records).where(eq(records.auditId, auditId)).get()?.body.assessment
  if (!before || !assessment) return
  const keys = keysNow(tx, audit.organisationId)
  const now = audit.finishedAt ?? audit.createdAt
  const own = planOf(tx, auditId)
  let position = own.at(-1)?.position ?? 0
  for (const item of planOf(tx, before.id)) {
    const isInLine = inLine(item, assessment, keys)
    if (isInLine && item.seenDoneIn === null)
      tx.update(planItems).set({ done: true, seenDoneIn: auditId, updatedAt: now }).where(eq(planItems.id, item.id)).run()
    if (isInLine || item.done || own.some((known) => isSameWork(known, item))) continue
    position += 1
    tx.insert(planItems)
      .values({ ...item, id: newId(), auditId, position, createdAt: now, updatedAt: now })
      .run()
  }
}

const planOf = (tx: Db, auditId: string): PlanRow[] =>
  tx.select().from(planItems).where(eq(planItems.auditId, auditId)).orderBy(asc(planItems.position)).all()

const isSameWork = (a: PlanRow, b: PlanRow): boolean => a.what === b.what && a.check === b.check && a.subject === b.subject

/** Several checks can ask for one piece of work. */
const checksOf = ({ check }: Pick<PlanRow, 'check'>): string[] => check?.split(' ') ?? []

/** Every check that asked for it was measured, and is met in full or explained. */
function inLine(item: PlanRow, assessment: Assessment, keys: ReadonlyMap<string, string>): boolean {
  const findings = findingsOf(item, assessment, keys)
  return findings.length > 0 && findings.length === checksOf(item).length && findings.every(isMet)
}

const isMet = ({ outcome, explained }: Finding): boolean => explained !== undefined || (outcome.kind === 'scored' && outcome.value === 1)

function findingsOf(item: PlanRow, { findings }: Assessment, keys: ReadonlyMap<string, string>): Finding[] {
  const subject = item.subject === null ? null : (keys.get(item.subject) ?? item.subject)
  return checksOf(item).flatMap((check) => findings.find((finding) => finding.check === check && finding.subject === subject) ?? [])
}

/** Any name of an account → the key that it has now. */
function keysNow(db: Db, organisationId: string): ReadonlyMap<string, string> {
  const rows = db
    .select({ former: accountNames.key, key: accounts.key })
    .from(accountNames)
    .innerJoin(accounts, eq(accounts.id, accountNames.accountId))
    .where(eq(accounts.organisationId, organisationId))
    .all()
  return new Map(rows.map(({ former, key }) => [former, key]))
}

// By the audits of the organisation, of which there is an index: of the audit that ticked an item off there is none.
const tickedOffIn = prepareOnce((db) => {
  const auditId = sql.placeholder('auditId')
  const organisationId = db.select({ id: audits.organisationId }).from(audits).where(eq(audits.id, auditId))
  return db
    .select({ item: planItems, at: audits.finishedAt })
    .from(audits)
    .innerJoin(planItems, eq(planItems.auditId, audits.id))
    .where(and(eq(audits.organisationId, organisationId), eq(planItems.seenDoneIn, auditId)))
    .orderBy(asc(planItems.position))
    .prepare()
})

/** Lines of an earlier plan that this audit ticked off, with what it saw. */
export function readFollowedUp(db: Db, auditId: string): FollowedUpView[] {
  const rows = tickedOffIn(db).all({ auditId })
  if (rows.length === 0) return []
  const { organisationId } = findAudit(db, auditId)
  const keys = keysNow(db, organisationId)
  const assessment = db
    .select()
    .from(assessments)
    .where(eq(assessments.auditId, auditId))
    .orderBy(desc(assessments.version))
    .limit(1)
    .get()?.body
  const recorded = assessment ?? db.select().from(records).where(eq(records.auditId, auditId)).get()?.body.assessment
  const nameOf = namesOf(db)
  return rows.map(({ item, at }) => ({
    id: item.id,
    ...{ what: item.what, how: item.how, owner: nameOf(item.ownerId), auditId: item.auditId, askedAt: at ?? item.createdAt },
    saw: recorded ? sawOf(findingsOf(item, recorded, keys)) : [],
    record: recordOf(db, { auditId, organisationId, key: item.subject === null ? null : (keys.get(item.subject) ?? item.subject) }),
  }))
}

const sawOf = (findings: readonly Finding[]): Text[] => findings.map(({ saw }) => saw)

function recordOf(
  db: Db,
  { auditId, organisationId, key }: { auditId: string; organisationId: string; key: string | null },
): string | null {
  if (key === null) return null
  const row = db
    .select({ body: snapshots.body })
    .from(snapshots)
    .innerJoin(accounts, eq(accounts.id, snapshots.accountId))
    .where(and(eq(snapshots.auditId, auditId), eq(accounts.key, key), eq(accounts.organisationId, organisationId)))
    .get()
  return row?.body.record ?? null
}
