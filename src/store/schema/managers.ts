import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { accounts, organisations } from './audits.ts'
import { persons } from './people.ts'

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
