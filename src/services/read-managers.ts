import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { ContinuityFinding, ManagerRole } from '../model/manager.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Activity } from '../model/snapshot.ts'
import type { Db } from '../store/open.ts'
import { accounts, managerAccounts, managers, persons, recoveryNotes } from '../store/schema.ts'
import { continuityOf, isPresent } from '../verification/continuity.ts'
import { type AuditRow, findAudit, organisationOf } from './find-audit.ts'
import { placeOf, readCandidates } from './read-candidates.ts'

export interface ManagerView {
  readonly id: string
  readonly name: string
  readonly workEmail: string | null
  readonly role: ManagerRole
  readonly jobTitle: string
  /** Calendar dates, YYYY-MM-DD; `until` is the last day. */
  readonly since: string | null
  readonly until: string | null
  readonly deputyOf: string | null
  /** Ids of accounts. */
  readonly accounts: readonly string[]
  /** Calendar date on which these details were last saved. */
  readonly savedOn: string
  /** Manages today: has begun and has not ended. */
  readonly present: boolean
}

export interface ManagedAccountView {
  readonly accountId: string
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly url: string
  readonly activity: Activity
  /** Where the way in is kept; `null` when nobody noted it. */
  readonly recovery: string | null
}

/** The register of an organisation, as reached from one of its audits. */
export interface ManagersView {
  readonly organisation: { readonly id: string; readonly name: string; readonly domain: string | null }
  /** The day that it tells of, YYYY-MM-DD, in Dutch time. */
  readonly asOf: string
  /** Those that are ours, and those that somebody manages; by platform. */
  readonly accounts: readonly ManagedAccountView[]
  /** By name. */
  readonly managers: readonly ManagerView[]
  readonly findings: readonly ContinuityFinding[]
}

/** YYYY-MM-DD. Days begin in the Netherlands, where the readers are. */
const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
const dutchDate = (time: Date): string => dutchDay.format(time)

/** @throws EenlijnError `not-found`. */
export function readManagers(deps: Deps, auditId: string): ManagersView {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const { id, name, domain } = organisationOf(db, audit)
  const today = dutchDate(deps.now())
  const people = managersOf(db, audit.organisationId, today)
  const managed = accountsOf(db, audit)
  const keyOf = new Map(managed.map(({ accountId, key }) => [accountId, key]))
  const keysOf = (ids: readonly string[]) => ids.flatMap((accountId) => keyOf.get(accountId) ?? [])
  return {
    organisation: { id, name, domain },
    asOf: today,
    accounts: managed,
    managers: people,
    findings: continuityOf({
      today,
      domain,
      accounts: managed,
      managers: people.map((manager) => ({ ...manager, accounts: keysOf(manager.accounts) })),
    }),
  }
}

function managersOf(db: Db, organisationId: string, today: string): ManagerView[] {
  const rows = db
    .select()
    .from(managers)
    .innerJoin(persons, eq(persons.id, managers.personId))
    .where(and(eq(managers.organisationId, organisationId), isNull(managers.removedAt), isNotNull(persons.name)))
    .all()
  const ids = new Set(rows.map((row) => row.managers.id))
  const linked = Map.groupBy(linksOf(db, organisationId), ({ managerId }) => managerId)
  return rows
    .map(({ managers: { id, role, jobTitle, since, until, deputyOf, updatedAt }, persons: { name, workEmail } }) => ({
      id,
      name: name ?? '',
      workEmail,
      role: role as ManagerRole,
      jobTitle,
      since,
      until,
      deputyOf: deputyOf !== null && ids.has(deputyOf) ? deputyOf : null,
      accounts: (linked.get(id) ?? []).map(({ accountId }) => accountId),
      savedOn: dutchDate(new Date(updatedAt)),
      present: isPresent({ since, until }, today),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl') || a.id.localeCompare(b.id))
}

const linksOf = (db: Db, organisationId: string) =>
  db
    .select({ managerId: managerAccounts.managerId, accountId: managerAccounts.accountId })
    .from(managerAccounts)
    .innerJoin(managers, eq(managers.id, managerAccounts.managerId))
    .where(and(eq(managers.organisationId, organisationId), isNull(managers.removedAt)))
    .orderBy(asc(managerAccounts.accountId))
    .all()

/** A closed platform asks for no manager; what somebody manages is shown whatever this audit found. */
function accountsOf(db: Db, audit: AuditRow): ManagedAccountView[] {
  const found = readCandidates(db, audit)
  const ours = found.filter(({ standing, closed }) => standing === 'ours' && !closed).map(({ accountId }) => accountId)
  const ids = [...new Set([...ours, ...linksOf(db, audit.organisationId).map(({ accountId }) => accountId)])]
  const lookOf = new Map(found.map(({ accountId, snapshot }) => [accountId, snapshot]))
  const noteOf = new Map(
    db
      .select()
      .from(recoveryNotes)
      .where(inArray(recoveryNotes.accountId, ids))
      .all()
      .map(({ accountId, note }) => [accountId, note]),
  )
  return db
    .select()
    .from(accounts)
    .where(inArray(accounts.id, ids))
    .all()
    .map(({ id, key, platform, handle, url }) => ({
      accountId: id,
      key,
      platform: platform as PlatformId,
      handle,
      url,
      activity: lookOf.get(id)?.activity ?? 'unknown',
      recovery: noteOf.get(id) ?? null,
    }))
    .sort((a, b) => placeOf(a.platform) - placeOf(b.platform) || a.key.localeCompare(b.key))
}
