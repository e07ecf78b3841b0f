import { createHash } from 'node:crypto'
import { and, desc, eq, isNotNull, notInArray } from 'drizzle-orm'
import { rhythmRules } from '../../config/schedule.ts'
import type { Deps } from '../deps.ts'
import type { AuditRequest } from '../model/audit.ts'
import { EenlijnError } from '../model/errors.ts'
import { turnJob } from '../model/jobs.ts'
import { type Rhythm, rhythms, type ScheduleInput, scheduleInputSchema } from '../model/schedule.ts'
import { isRule } from '../queue/recurring.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { audits, organisations, schedules } from '../store/schema.ts'
import { type AuditRow, findAudit, organisationOf } from './find-audit.ts'
import { invalidInput } from './invalid-input.ts'

type ScheduleRow = typeof schedules.$inferSelect

export interface ScheduleView {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly rhythm: Rhythm
  /** Five fields of cron. */
  readonly rule: string
  readonly timeZone: string
  /** ISO 8601, UTC; `null` when no turn is to come. */
  readonly nextAt: string | null
  readonly lastAt: string | null
  readonly lastAuditId: string | null
  /** Turns passed over because an audit was running. */
  readonly skipped: number
  /** The organisation's newest audit. */
  readonly auditId: string | null
}

/**
 * From now on the organisation of this audit is audited again by itself, the way this audit was asked for.
 * @throws EenlijnError `invalid-input` with the field, `not-found`.
 */
export async function saveSchedule(
  deps: Deps,
  auditId: string,
  input: ScheduleInput,
  personId: string | null = null,
): Promise<ScheduleView> {
  const parsed = scheduleInputSchema.safeParse(input)
  if (!parsed.success) throw invalidInput(parsed.error)
  const { rhythm, timeZone } = parsed.data
  const rule = rhythm === 'own' ? (parsed.data.rule ?? '').replace(/\s+/g, ' ') : rhythmRules[rhythm].rule
  if (!isRule('0 6 1 * *', timeZone)) throw noTimeZone(timeZone)
  if (!isRule(rule, timeZone)) throw noRule(rule)
  const now = deps.now().toISOString()
  const row = deps.store.transact((tx) => {
    const audit = findAudit(tx, auditId)
    if (organisationOf(tx, audit).demo) throw invented()
    const facts = { rule, timeZone, request: requestOf(audit), personId, updatedAt: now }
    const known = scheduleOf(tx, audit.organisationId)
    if (known) tx.update(schedules).set(facts).where(eq(schedules.id, known.id)).run()
    else
      tx.insert(schedules)
        .values({ id: newId(), organisationId: audit.organisationId, ...facts, createdAt: now })
        .run()
    return scheduleOf(tx, audit.organisationId) as ScheduleRow
  })
  await handOver(deps, row)
  return viewOf(deps.store.db, scheduleOf(deps.store.db, row.organisationId) as ScheduleRow)
}

/** The schedule of this audit's organisation; `null` when it has none. @throws EenlijnError `not-found`. */
export function readSchedule(deps: Deps, auditId: string): ScheduleView | null {
  const row = scheduleOf(deps.store.db, findAudit(deps.store.db, auditId).organisationId)
  return row ? viewOf(deps.store.db, row) : null
}

/** Those whose turn comes first are first; those that have no further turn are left out unless `all`. */
export function listSchedules(deps: Deps, { limit = 1_000, all = true }: { limit?: number; all?: boolean } = {}): ScheduleView[] {
  const wanted = all ? undefined : isNotNull(schedules.nextAt)
  const rows = deps.store.db.select().from(schedules).where(wanted).orderBy(schedules.nextAt).limit(limit).all()
  return rows.map((row) => viewOf(deps.store.db, row))
}

/** @throws EenlijnError `not-found`. */
export async function removeSchedule(deps: Deps, auditId: string): Promise<void> {
  const row = scheduleOf(deps.store.db, findAudit(deps.store.db, auditId).organisationId)
  if (!row) return
  await deps.queue.removeRecurring(recurringId(row))
  deps.store.db.delete(schedules).where(eq(schedules.id, row.id)).run()
}

/** Tells the queue of every schedule: after a restart, or when the queue was begun anew. Equal ones keep their turn. */
export async function handOverSchedules(deps: Deps): Promise<void> {
  for (const row of deps.store.db.select().from(schedules).all()) await handOver(deps, row)
}

async function handOver(deps: Deps, row: ScheduleRow): Promise<void> {
  const id = recurringId(row)
  const { rule, timeZone } = row
  const payload = turnJob.payload.parse({ scheduleId: row.id })
  await deps.queue.setRecurring({ id, group: id, kind: turnJob.kind, payload, rule, timeZone, offsetMs: offsetOf(row) })
  await noteNextTurn(deps, row)
}

/** Writes down when the queue will bring the next turn. */
export async function noteNextTurn(deps: Deps, row: Pick<ScheduleRow, 'id' | 'organisationId'>): Promise<void> {
  const at = await deps.queue.nextTurn(recurringId(row))
  deps.store.db
    .update(schedules)
    .set({ nextAt: at === null ? null : new Date(at).toISOString() })
    .where(eq(schedules.id, row.id))
    .run()
}

const recurringId = ({ organisationId }: Pick<ScheduleRow, 'organisationId'>): string => `schedule.${organisationId}`

/** The same for one organisation each time, spread evenly over all. A rule of one's own is kept to the minute. */
function offsetOf({ organisationId, rule }: ScheduleRow): number {
  const rhythm = rhythmOf(rule)
  if (rhythm === 'own') return 0
  const share = createHash('sha256').update(organisationId).digest().readUInt32BE() / 2 ** 32
  return Math.floor((share * rhythmRules[rhythm].spreadMs) / 60_000) * 60_000
}

const rhythmOf = (rule: string): Rhythm => rhythms.find((rhythm) => rhythm !== 'own' && rhythmRules[rhythm].rule === rule) ?? 'own'

function scheduleOf(db: Db, organisationId: string): ScheduleRow | undefined {
  return db.select().from(schedules).where(eq(schedules.organisationId, organisationId)).get()
}

/** What is asked again: not the papers that were handed in once, and nothing that costs money unless that was asked for. */
function requestOf({ request }: AuditRow): AuditRequest {
  const { links: _, label: __, prints: ___, press: ____, archive: _____, ...again } = request
  return again
}

/** Whether an audit of this organisation has not ended. */
export function isBeingAudited(db: Db, organisationId: string): boolean {
  const ended = ['done', 'cancelled', 'failed', 'choosing']
  const running = and(eq(audits.organisationId, organisationId), notInArray(audits.state, ended))
  return db.select({ id: audits.id }).from(audits).where(running).limit(1).get() !== undefined
}

function viewOf(db: Db, row: ScheduleRow): ScheduleView {
  const organisation = db.select().from(organisations).where(eq(organisations.id, row.organisationId)).get()
  const { rule, timeZone, nextAt, lastAt, lastAuditId, skipped } = row
  return {
    organisation: { id: row.organisationId, name: organisation?.name ?? '' },
    rhythm: rhythmOf(rule),
    rule,
    timeZone,
    nextAt,
    lastAt,
    lastAuditId,
    skipped,
    auditId: newestAuditOf(db, row.organisationId),
  }
}

function newestAuditOf(db: Db, organisationId: string): string | null {
  const own = db.select({ id: audits.id }).from(audits).where(eq(audits.organisationId, organisationId))
  return own.orderBy(desc(audits.createdAt), desc(audits.id)).limit(1).get()?.id ?? null
}

const invented = () =>
  new EenlijnError('invalid-input', {
    nl: 'Het voorbeeld is verzonnen en staat niet op internet. Begin een audit van je eigen organisatie, dan kan die vanzelf terugkomen.',
    en: 'The example is invented and is not on the internet. Start an audit of your own organisation; that one can come back by itself.',
  })

const noRule = (rule: string) =>
  new EenlijnError(
    'invalid-input',
    {
      nl: `‘${rule.slice(0, 60)}’ is geen kalenderregel. Schrijf vijf delen: minuut, uur, dag, maand en weekdag, bijvoorbeeld 0 6 1 * * (elke eerste van de maand om zes uur).`,
      en: `‘${rule.slice(0, 60)}’ is not a calendar rule. Write five parts: minute, hour, day, month and weekday, for example 0 6 1 * * (the first of every month at six).`,
    },
    { field: 'rule' },
  )
const noTimeZone = (timeZone: string) =>
  new EenlijnError(
    'invalid-input',
    {
      nl: `‘${timeZone.slice(0, 60)}’ is geen tijdzone. Schrijf bijvoorbeeld Europe/Amsterdam.`,
      en: `‘${timeZone.slice(0, 60)}’ is not a time zone. Write for example Europe/Amsterdam.`,
    },
    { field: 'timeZone' },
  )
