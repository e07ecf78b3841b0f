import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Assessment, AuditRecord, AuditRequest, OrganisationChoice, RouteReport } from '../../model/audit.ts'
import type { Signal } from '../../model/candidate.ts'
import type { Snapshot } from '../../model/snapshot.ts'

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
    /** The platform's own number for the account, which stays when it is renamed. */
    permanentId: text(),
    firstFoundAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('accounts_identity').on(t.organisationId, t.key),
    index('accounts_permanent').on(t.organisationId, t.platform, t.permanentId),
    index('accounts_key').on(t.key),
  ],
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
    /** `null`: no page could be looked at, so nobody was counted. */
    peopleCounted: integer(),
    failure: text(),
    /** The schedule that began it. */
    scheduleId: text(),
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
    /** Digest of the picture of the place: a poster's crop. */
    crop: text(),
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
