import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Snapshot } from '../../model/snapshot.ts'
import { accounts, audits } from './audits.ts'

/** People by name: the only place where a name or an address of a person stands; erasing the row erases them everywhere. */
export const persons = sqliteTable('persons', {
  id: text().primaryKey(),
  name: text(),
  workEmail: text(),
  createdAt: text().notNull(),
  erasedAt: text(),
})

/** The last row of an account is what counts; `decision` null is an undo. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    decision: text(),
    /** The sort of account that the person says it is; `impostor` makes a suspicion a finding. */
    kind: text(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('decisions_account').on(t.accountId, t.id)],
)

/** What is said of a platform without an account; the last row counts, `answer` null takes it back. */
export const slotAnswers = sqliteTable(
  'slot_answers',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    /** A platform's id, or the name of one that the product does not know. */
    platform: text().notNull(),
    answer: text(),
    note: text().notNull(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('slot_answers_audit').on(t.auditId, t.id)],
)

/** What people saw of an account that the machine did not; the last row counts, the machine's own stays in `snapshots`. */
export const looksByHand = sqliteTable(
  'looks_by_hand',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    personId: text().references(() => persons.id),
    at: text().notNull(),
    body: text({ mode: 'json' }).$type<Snapshot>().notNull(),
  },
  (t) => [index('looks_by_hand_audit').on(t.auditId, t.id)],
)

export const grades = sqliteTable(
  'grades',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    /** An account's id, or 'uniformity'. */
    subject: text().notNull(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    version: integer().notNull(),
    /** 2 to 20; null is 'niet te beoordelen'. */
    halfPoints: integer(),
    reason: text().notNull(),
    at: text().notNull(),
  },
  (t) => [uniqueIndex('grades_version').on(t.auditId, t.subject, t.personId, t.version)],
)

export const planItems = sqliteTable(
  'plan_items',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    what: text().notNull(),
    how: text().notNull(),
    ownerId: text().references(() => persons.id),
    /** Calendar date, YYYY-MM-DD. */
    due: text(),
    done: integer({ mode: 'boolean' }).notNull().default(false),
    /** What the item mends: the check and the account's key; `null` for what a person wrote. */
    check: text(),
    subject: text(),
    /** The later audit that saw it in line, and so ticked it off. */
    seenDoneIn: text(),
    position: integer().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (t) => [index('plan_items_audit').on(t.auditId)],
)
