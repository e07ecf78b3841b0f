import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { audits } from './audits.ts'

/** Every request made, with the blob that holds its evidence until that expires. */
export const requests = sqliteTable(
  'requests',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    url: text().notNull(),
    outcome: text().notNull(),
    status: integer(),
    at: text().notNull(),
    record: text(),
  },
  (t) => [index('requests_audit').on(t.auditId)],
)

/** Which audit needs which blob until when. A blob whose last row has expired is deleted. */
export const evidence = sqliteTable(
  'evidence',
  {
    digest: text().notNull(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    expiresAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.digest, t.auditId] }), index('evidence_expiry').on(t.expiresAt)],
)

/** What watchers of an audit are told, in order; kept so that coming back loses nothing. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    data: text({ mode: 'json' }).$type<unknown>().notNull(),
    at: text().notNull(),
  },
  (t) => [index('events_audit').on(t.auditId, t.id)],
)

/** Jobs whose results were taken in; a second delivery changes nothing. */
export const ingestedJobs = sqliteTable(
  'ingested_jobs',
  {
    jobId: text().primaryKey(),
    at: text().notNull(),
  },
  (t) => [index('ingested_jobs_at').on(t.at)],
)

/**
 * Jobs beside an audit's own stages that were promised and whose end was not taken in yet. They stand here from the same
 * transaction on that gave the reason for them, so that whatever dies in between, they are handed to the queue.
 */
export const owedJobs = sqliteTable(
  'owed_jobs',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    job: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** The queue took it; it may have lost it since. */
    handedOver: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('owed_jobs_audit').on(t.auditId, t.handedOver)],
)

export const idempotencyKeys = sqliteTable('idempotency_keys', {
  key: text().primaryKey(),
  requestDigest: text().notNull(),
  auditId: text()
    .notNull()
    .references(() => audits.id, { onDelete: 'cascade' }),
  at: text().notNull(),
})

export const settings = sqliteTable('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})
