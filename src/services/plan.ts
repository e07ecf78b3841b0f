import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { persons, planItems } from '../store/schema.ts'
import { readCalendarDate } from './calendar-date.ts'
import { findAudit } from './find-audit.ts'
import { createPerson, namesOf } from './person.ts'
import type { PlanItemView } from './views.ts'

export interface PlanItemInput {
  readonly auditId: string
  readonly id?: string | undefined
  readonly what: string
  readonly how: string
  readonly owner: string
  /** YYYY-MM-DD or ''. */
  readonly due: string
  readonly done: boolean
  /** What it mends, said once when the line is made: a later audit looks whether it is done. */
  readonly mends?: { readonly checks: readonly string[]; readonly subject: string | null } | undefined
}

/** @throws EenlijnError `invalid-input`, `not-found`. */
export function savePlanItem(deps: Deps, input: PlanItemInput): PlanItemView {
  const what = limited(input.what, 'what', 1_000)
  const how = limited(input.how, 'how', 4_000)
  const owner = limited(input.owner, 'owner', 100)
  if (what === '')
    throw new EenlijnError('invalid-input', { nl: 'Schrijf op wat er beter kan.', en: 'Write down what can be better.' }, { field: 'what' })
  const due = readCalendarDate(input.due, 'due')
  const now = deps.now().toISOString()
  return deps.store.transact((tx) => {
    findAudit(tx, input.auditId)
    const known = input.id ? findItem(tx, input.auditId, input.id) : undefined
    const ownerId = owner === '' ? null : ownerOf(tx, known?.ownerId ?? null, owner, now)
    const values = { what, how, ownerId, due, done: input.done, updatedAt: now }
    const id = known?.id ?? newId()
    if (known) tx.update(planItems).set(values).where(eq(planItems.id, id)).run()
    else {
      const last = tx
        .select({ position: planItems.position })
        .from(planItems)
        .where(eq(planItems.auditId, input.auditId))
        .orderBy(desc(planItems.position))
        .limit(1)
        .get()
      if ((last?.position ?? 0) >= 500)
        throw new EenlijnError('too-large', { nl: 'Een plan heeft hoogstens 500 regels.', en: 'A plan has at most 500 lines.' })
      tx.insert(planItems)
        .values({ id, auditId: input.auditId, ...values, ...mendOf(input), position: (last?.position ?? 0) + 1, createdAt: now })
        .run()
    }
    const { check, subject } = known ?? mendOf(input)
    return {
      id,
      what,
      how,
      owner: owner || null,
      due,
      done: input.done,
      ...(check === null ? {} : { check, subject, seenDoneIn: known?.seenDoneIn ?? null }),
    }
  })
}

export function removePlanItem(deps: Deps, input: { auditId: string; id: string }): void {
  deps.store.transact((tx) =>
    tx
      .delete(planItems)
      .where(eq(planItems.id, findItem(tx, input.auditId, input.id).id))
      .run(),
  )
}

const itemsOf = prepareOnce((db) =>
  db
    .select()
    .from(planItems)
    .where(eq(planItems.auditId, sql.placeholder('auditId')))
    .orderBy(asc(planItems.position))
    .prepare(),
)

export function readPlan(db: Db, auditId: string): PlanItemView[] {
  const nameOf = namesOf(db)
  return itemsOf(db)
    .all({ auditId })
    .map(({ id, what, how, ownerId, due, done, check, subject, seenDoneIn }) => ({
      ...{ id, what, how, owner: nameOf(ownerId), due, done },
      ...(check === null ? {} : { check, subject, seenDoneIn }),
    }))
}

const mendOf = ({ mends }: PlanItemInput): { check: string | null; subject: string | null } => ({
  check: mends && mends.checks.length > 0 ? mends.checks.join(' ') : null,
  subject: mends?.subject ?? null,
})

function findItem(tx: Db, auditId: string, id: string) {
  const item = tx
    .select()
    .from(planItems)
    .where(and(eq(planItems.id, id), eq(planItems.auditId, auditId)))
    .get()
  if (!item)
    throw new EenlijnError('not-found', { nl: 'Deze regel staat niet (meer) in het plan.', en: 'This line is not in the plan (any more).' })
  return item
}

function ownerOf(tx: Db, known: string | null, name: string, now: string): string {
  const before = known ? tx.select().from(persons).where(eq(persons.id, known)).get() : undefined
  return before?.name === name ? before.id : createPerson(tx, name, now)
}

function limited(text: string, field: string, most: number): string {
  const trimmed = text.trim()
  if (trimmed.length > most)
    throw new EenlijnError(
      'invalid-input',
      { nl: `Deze tekst is te lang: ${most} tekens is het meeste.`, en: `This text is too long: ${most} characters is the most.` },
      { field },
    )
  return trimmed
}
