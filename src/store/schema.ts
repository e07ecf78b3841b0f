import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Assessment, AuditRecord, AuditRequest, OrganisationChoice, RouteReport } from '../model/audit.ts'
import type { Signal } from '../model/candidate.ts'
import type { Snapshot } from '../model/snapshot.ts'

/** Times are ISO 8601 in UTC, ids are sortable by time. Rows that people remark with are appended, never changed. */

export const organisations = sqliteTable(
  'organisations',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    aliases: text({ mode: 'json' }).$type<string[]>().notNull(),
    website: text(),
    country: text(),
    wikidataId: text(),
    /** Lower-cased name and the website's registrable domain: how a later audit finds the same organisation. */
    nameKey: text().notNull(),
    domain: text(),
    demo: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: text().notNull(),
  },
  (t) => [index('organisations_name').on(t.nameKey)],
)

export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    platform: text().notNull(),
    handle: text().notNull(),
    /** Identity within the platform, see `Address.key`. */
    key: text().notNull(),
    url: text().notNull(),
    closed: integer({ mode: 'boolean' }).notNull(),
    doubt: text(),
    firstFoundAt: text().notNull(),
  },
  (t) => [uniqueIndex('accounts_identity').on(t.organisationId, t.key)],
)

export const audits = sqliteTable(
  'audits',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    state: text().notNull(),
    /** The job that it waits for, see `services/stages.ts`. */
    stage: text().notNull(),
    request: text({ mode: 'json' }).$type<AuditRequest>().notNull(),
    choices: text({ mode: 'json' }).$type<OrganisationChoice[]>(),
    siteBelongs: text().notNull().default('not-judged'),
    peopleCounted: integer().notNull().default(0),
    failure: text(),
    createdAt: text().notNull(),
    startedAt: text(),
    finishedAt: text(),
  },
  (t) => [
    index('audits_organisation').on(t.organisationId, t.createdAt),
    index('audits_created').on(t.createdAt),
    index('audits_state').on(t.state),
  ],
)

export const auditRoutes = sqliteTable(
  'audit_routes',
  {
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    route: text().notNull(),
    report: text({ mode: 'json' }).$type<RouteReport>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.auditId, t.route] })],
)

export const candidates = sqliteTable(
  'candidates',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    verdict: text().notNull(),
    /** Millionths, so that sums and comparisons are exact. */
    confidence: integer().notNull(),
    kind: text().notNull(),
    signals: text({ mode: 'json' }).$type<Signal[]>().notNull(),
    furtherPlaces: integer().notNull(),
  },
  (t) => [uniqueIndex('candidates_account').on(t.auditId, t.accountId), index('candidates_of_account').on(t.accountId)],
)

export const foundVia = sqliteTable(
  'found_via',
  {
    id: text().primaryKey(),
    candidateId: text()
      .notNull()
      .references(() => candidates.id, { onDelete: 'cascade' }),
    route: text().notNull(),
    page: text(),
    pageTitle: text().notNull(),
    source: text().notNull(),
    zone: text().notNull(),
    label: text().notNull(),
    quote: text().notNull(),
    seenAt: text().notNull(),
    record: text(),
  },
  (t) => [index('found_via_candidate').on(t.candidateId)],
)

export const snapshots = sqliteTable(
  'snapshots',
  {
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    state: text().notNull(),
    body: text({ mode: 'json' }).$type<Snapshot>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.auditId, t.accountId] })],
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

export const assessments = sqliteTable(
  'assessments',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    because: text().notNull(),
    body: text({ mode: 'json' }).$type<Assessment>().notNull(),
  },
  (t) => [uniqueIndex('assessments_version').on(t.auditId, t.version)],
)

export const records = sqliteTable('records', {
  auditId: text()
    .primaryKey()
    .references(() => audits.id, { onDelete: 'cascade' }),
  body: text({ mode: 'json' }).$type<AuditRecord>().notNull(),
})

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
    position: integer().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  (t) => [index('plan_items_audit').on(t.auditId)],
)

/** Who manages accounts of an organisation. Who it is stands with the person; a removed manager has neither name nor address. */
export const managers = sqliteTable(
  'managers',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => persons.id),
    role: text().notNull(),
    jobTitle: text().notNull(),
    /** Calendar dates, YYYY-MM-DD; `until` is the last day. */
    since: text(),
    until: text(),
    /** The manager whom this one stands in for. */
    deputyOf: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
    removedAt: text(),
  },
  (t) => [index('managers_organisation').on(t.organisationId), index('managers_person').on(t.personId)],
)

export const managerAccounts = sqliteTable(
  'manager_accounts',
  {
    managerId: text()
      .notNull()
      .references(() => managers.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.managerId, t.accountId] }), index('manager_accounts_account').on(t.accountId)],
)

/** Where the way into an account is kept (a safe, a mailbox of the organisation), never the way in itself. */
export const recoveryNotes = sqliteTable('recovery_notes', {
  accountId: text()
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  note: text().notNull(),
  updatedAt: text().notNull(),
})

/** Where the organisation is. A location that was taken away stays, for what was said of it. */
export const locations = sqliteTable(
  'locations',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    place: text(),
    address: text(),
    page: text(),
    createdAt: text().notNull(),
    removedAt: text(),
  },
  (t) => [index('locations_organisation').on(t.organisationId, t.name)],
)

/** What is said of a location on a platform without an account; the last row counts, `answer` null takes it back. */
export const locationAnswers = sqliteTable(
  'location_answers',
  {
    id: text().primaryKey(),
    locationId: text()
      .notNull()
      .references(() => locations.id, { onDelete: 'cascade' }),
    platform: text().notNull(),
    answer: text(),
    note: text().notNull(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('location_answers_location').on(t.locationId, t.id)],
)

/** To which location a person says an account belongs; the last row of an account counts, `locationId` null is "to none". */
export const accountLocations = sqliteTable(
  'account_locations',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    locationId: text().references(() => locations.id, { onDelete: 'cascade' }),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('account_locations_account').on(t.accountId, t.id)],
)

/** What is to be done with an account that looks related and stands apart; the last row counts, `decision` null takes it back. */
export const sprawlDecisions = sqliteTable(
  'sprawl_decisions',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    decision: text(),
    note: text().notNull(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('sprawl_decisions_account').on(t.accountId, t.id)],
)

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
