import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Snapshot } from '../../model/snapshot.ts'
import { accounts, audits, organisations } from './audits.ts'
import { persons } from './people.ts'

/**
 * Why the organisation may look at profiles of its team. Without a row that holds (the last one, not withdrawn) nothing is
 * requested for a person and nothing of a person is kept but the number.
 */
export const teamBases = sqliteTable(
  'team_bases',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** What the looking is for, in the organisation's own words. */
    purpose: text().notNull(),
    /** The balancing test in its three steps: interest, necessity, the people's side and what is done for them. */
    interest: text().notNull(),
    necessity: text().notNull(),
    balance: text().notNull(),
    /** Who answers questions of the people concerned: a role or mailbox of the organisation. */
    contact: text().notNull(),
    /** Where the works council stands, in the organisation's own words; may be empty. */
    worksCouncil: text().notNull(),
    personId: text().references(() => persons.id),
    at: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index('team_bases_organisation').on(t.organisationId, t.id)],
)

/** The closed list. Names stand with the person; an erased member has neither name nor role nor profiles. */
export const teamMembers = sqliteTable(
  'team_members',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => persons.id),
    role: text().notNull(),
    unit: text().notNull(),
    /** `team-page`, `list` (CSV or typed over) or `invitation`. */
    joinedBy: text().notNull(),
    /** The organisation's page that names the person. */
    page: text(),
    /** SHA-256 of the invitation's token; the token itself is shown once and kept nowhere. */
    invitation: text(),
    agreedAt: text(),
    noticeAt: text(),
    createdAt: text().notNull(),
    /** When a page, a list or the person last named them again; the term of what is kept runs from here. */
    namedAt: text(),
    removedAt: text(),
  },
  (t) => [index('team_members_organisation').on(t.organisationId), uniqueIndex('team_members_invitation').on(t.invitation)],
)

/** A profile that the organisation publishes with the person, or that the person gave. Deleted when the person is. */
export const teamProfiles = sqliteTable(
  'team_profiles',
  {
    id: text().primaryKey(),
    memberId: text()
      .notNull()
      .references(() => teamMembers.id, { onDelete: 'cascade' }),
    platform: text().notNull(),
    handle: text().notNull(),
    key: text().notNull(),
    url: text().notNull(),
    /** `published` by the organisation on its own page, or `agreed` by the person. */
    source: text().notNull(),
    page: text(),
    quote: text().notNull(),
    foundAt: text().notNull(),
  },
  (t) => [uniqueIndex('team_profiles_identity').on(t.memberId, t.key)],
)

/** How a person's profile looked in one audit; personal, so deleted with the person and after `expiresAt`. */
export const teamLooks = sqliteTable(
  'team_looks',
  {
    id: text().primaryKey(),
    auditId: text()
      .notNull()
      .references(() => audits.id, { onDelete: 'cascade' }),
    profileId: text()
      .notNull()
      .references(() => teamProfiles.id, { onDelete: 'cascade' }),
    body: text({ mode: 'json' }).$type<Snapshot>().notNull(),
    expiresAt: text().notNull(),
  },
  (t) => [uniqueIndex('team_looks_profile').on(t.auditId, t.profileId)],
)

/** Who objected, as keyed hashes of name and of profile addresses: a later run knows them without knowing who they are. */
export const objections = sqliteTable(
  'objections',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    at: text().notNull(),
  },
  (t) => [uniqueIndex('objections_hash').on(t.organisationId, t.hash)],
)

/** Names that an account had. The platform's own number for it, kept with the account, says that it is still the same. */
export const accountNames = sqliteTable(
  'account_names',
  {
    id: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    handle: text().notNull(),
    key: text().notNull(),
    url: text().notNull(),
    firstSeenAt: text().notNull(),
    lastSeenAt: text().notNull(),
    /** Set when another account was seen under this name, which is a finding. */
    takenOverAt: text(),
    renamed: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [uniqueIndex('account_names_key').on(t.accountId, t.key), index('account_names_by_key').on(t.key)],
)
