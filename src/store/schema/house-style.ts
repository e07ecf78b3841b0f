import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { HouseStyle } from '../../model/house-style.ts'
import type { PicturesReading } from '../../model/pictures.ts'
import { accounts, audits, organisations } from './audits.ts'
import { persons } from './people.ts'

/** What the organisation agreed for its own accounts; a change is a new version, the last one counts. */
export const houseStyles = sqliteTable(
  'house_styles',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    body: text({ mode: 'json' }).$type<HouseStyle>().notNull(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('house_styles_organisation').on(t.organisationId, t.id)],
)

/** "Pas toe of leg uit": why an account may differ on one check. The last row of account and check counts; an empty reason takes it back. */
export const explanations = sqliteTable(
  'explanations',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    check: text().notNull(),
    reason: text().notNull(),
    /** Who approved it: a role or team of the organisation. */
    approver: text().notNull(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
  },
  (t) => [index('explanations_account').on(t.accountId, t.check, t.id)],
)

/** How the pictures of one audit compare under one house style; made by a worker, read by the checks. */
export const pictureReadings = sqliteTable(
  'picture_readings',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    /** Digest over what was compared: pictures, references, version of the methods. The same input is compared once. */
    input: text().notNull(),
    body: text({ mode: 'json' }).$type<PicturesReading>().notNull(),
    at: text().notNull(),
  },
  (t) => [uniqueIndex('picture_readings_input').on(t.auditId, t.input)],
)
