import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AuditRequest } from '../../model/audit.ts'
import { audits, organisations } from './audits.ts'
import { persons } from './people.ts'

/** When an organisation is audited again by itself. One per organisation. */
export const schedules = sqliteTable(
  'schedules',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** Five fields of cron, minute first. */
    rule: text().notNull(),
    /** IANA name, `Europe/Amsterdam`. */
    timeZone: text().notNull(),
    request: text({ mode: 'json' }).$type<AuditRequest>().notNull(),
    /** UTC; `null` while it rests. */
    nextAt: text(),
    lastAt: text(),
    lastAuditId: text(),
    /** Turns that were passed over since, because an audit was running. */
    skipped: integer().notNull().default(0),
    personId: text().references(() => persons.id),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (t) => [uniqueIndex('schedules_organisation').on(t.organisationId), index('schedules_next').on(t.nextAt)],
)

/** Organisations handed in as one list. */
export const batches = sqliteTable(
  'batches',
  {
    id: text().primaryKey(),
    label: text().notNull(),
    /** `registering`, `running`, `done`, `cancelled` or `error`. */
    state: text().notNull(),
    failure: text(),
    createdAt: text().notNull(),
    finishedAt: text(),
  },
  (t) => [index('batches_state').on(t.state)],
)

export const batchItems = sqliteTable(
  'batch_items',
  {
    batchId: text()
      .notNull()
      .references(() => batches.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    request: text({ mode: 'json' }).$type<AuditRequest>().notNull(),
    /** `waiting`, `running`, `done`, `failed` or `cancelled`. */
    state: text().notNull(),
    auditId: text().references(() => audits.id, { onDelete: 'set null' }),
    failure: text(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.position] }),
    index('batch_items_state').on(t.batchId, t.state),
    index('batch_items_audit').on(t.auditId),
  ],
)

/** Who is told of what changed. An address of a person stands with the person. */
export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** `mail` or `webhook`; the feed needs no subscription. */
    channel: text().notNull(),
    personId: text().references(() => persons.id),
    /** Of a webhook. */
    url: text(),
    secret: text(),
    /** `all`: after every audit; `alerts`: only when an account vanishes, changes hands, loses its link or a look-alike appears. */
    wants: text().notNull(),
    locale: text().notNull(),
    createdAt: text().notNull(),
    removedAt: text(),
  },
  (t) => [index('subscriptions_organisation').on(t.organisationId)],
)

/** One message to one subscriber, sent at least once. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text().primaryKey(),
    subscriptionId: text()
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'cascade' }),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    /** `waiting`, `sent` or `given-up`. */
    state: text().notNull(),
    attempts: integer().notNull().default(0),
    nextAt: text(),
    sentAt: text(),
    problem: text(),
  },
  (t) => [uniqueIndex('deliveries_once').on(t.subscriptionId, t.auditId), index('deliveries_next').on(t.state, t.nextAt)],
)

/** Organisations that answer "is this account ours?" to anybody. Of their own accounts only. */
export const publicChecks = sqliteTable('public_checks', {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id, { onDelete: 'cascade' }),
  /** The part of the address that is theirs. */
  slug: text().notNull().unique(),
  personId: text().references(() => persons.id),
  since: text().notNull(),
})
