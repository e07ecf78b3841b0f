import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts, organisations } from './audits.ts'
import { persons } from './people.ts'

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
