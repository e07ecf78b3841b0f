import { and, eq, inArray, like, or } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { type Sought, tracesOf } from '../discovery/team/traces.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Db } from '../store/open.ts'
import { accounts, audits, evidence, persons, pictureReadings, snapshots, teamLooks, teamMembers, teamProfiles } from '../store/schema.ts'
import { eraseTraces } from './erase-traces.ts'
import { findAudit } from './find-audit.ts'
import { findMember, type MemberRow } from './find-team.ts'
import { keepObjection } from './objections.ts'
import { erasePerson } from './person.ts'

/**
 * Erases somebody of the list from everything: their row, profiles and looks, the pictures, every page and archive record
 * that names them, and every text that quotes them. The site itself is not ours: a later audit may read them there again.
 * @throws EenlijnError `not-found`; `conflict` while an audit of the organisation runs, for what it is reading cannot be reached.
 */
export async function eraseMember(deps: Deps, input: { auditId: string; memberId: string }): Promise<void> {
  const { organisationId } = findAudit(deps.store.db, input.auditId)
  await eraseRow(deps, findMember(deps.store.db, organisationId, input.memberId), false)
}

/** The same, and every later reading and import leaves them out: of the objection itself only keyed hashes stay. */
export async function objectMember(deps: Deps, input: { auditId: string; memberId: string }): Promise<void> {
  const { organisationId } = findAudit(deps.store.db, input.auditId)
  await eraseRow(deps, findMember(deps.store.db, organisationId, input.memberId), true)
}

/** @throws EenlijnError `conflict`. */
export async function eraseRow(deps: Deps, member: MemberRow, objects: boolean): Promise<void> {
  const { db } = deps.store
  refuseWhileRunning(db, member.organisationId)
  const name = db.select().from(persons).where(eq(persons.id, member.personId)).get()?.name ?? ''
  const profiles = db.select().from(teamProfiles).where(eq(teamProfiles.memberId, member.id)).all()
  if (objects) deps.store.transact((tx) => keepObjection(tx, member.organisationId, { name, profiles }, deps.now().toISOString()))
  const ofAccounts = dropAccounts(
    deps,
    member.organisationId,
    profiles.map(({ key }) => key),
  )
  await dropPictures(deps, [...(await forgetMember(deps, member)), ...ofAccounts])
  await eraseTraces(deps, member.organisationId, tracesOf({ name, profiles } satisfies Sought))
  deps.store.checkpoint()
}

/** A profile of theirs may also have been taken for an account, as when somebody pasted it. Gives the pictures seen of it. */
function dropAccounts(deps: Deps, organisationId: string, keys: readonly string[]): string[] {
  return deps.store.transact((tx) => {
    const ids = tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.organisationId, organisationId), inArray(accounts.key, [...keys])))
      .all()
      .map(({ id }) => id)
    const bodies = tx.select({ body: snapshots.body }).from(snapshots).where(inArray(snapshots.accountId, ids)).all()
    tx.delete(accounts).where(inArray(accounts.id, ids)).run()
    return bodies.flatMap(({ body }) => picturesOf(body))
  })
}

/** Takes the rows of a member: name, role, profiles and looks. Gives the pictures that their looks kept. */
export async function forgetMember(deps: Deps, member: MemberRow): Promise<string[]> {
  const pictures = deps.store.transact((tx) => {
    const looks = tx
      .select({ body: teamLooks.body })
      .from(teamLooks)
      .innerJoin(teamProfiles, eq(teamProfiles.id, teamLooks.profileId))
      .where(eq(teamProfiles.memberId, member.id))
      .all()
    tx.delete(teamProfiles).where(eq(teamProfiles.memberId, member.id)).run()
    tx.delete(teamMembers).where(eq(teamMembers.id, member.id)).run()
    return looks.flatMap(({ body }) => picturesOf(body))
  })
  erasePerson(deps, member.personId)
  return pictures
}

const picturesOf = ({
  picture,
  banner,
}: {
  picture: { seen: boolean; value?: string }
  banner?: { seen: boolean; value?: string } | undefined
}): string[] => [picture, banner].flatMap((one) => (one?.seen && one.value ? [one.value] : []))

/** Deletes pictures of people; one that an account of the organisation shows as well, as platforms' own silhouettes, stays. */
export async function dropPictures(deps: Deps, digests: readonly string[]): Promise<void> {
  for (const digest of new Set(digests)) {
    const { db } = deps.store
    const used =
      db
        .select({ id: snapshots.accountId })
        .from(snapshots)
        .where(like(snapshots.body, `%${digest}%`))
        .limit(1)
        .get() ??
      db
        .select({ id: teamLooks.id })
        .from(teamLooks)
        .where(like(teamLooks.body, `%${digest}%`))
        .limit(1)
        .get()
    if (used) continue
    deps.store.transact((tx) => {
      tx.delete(evidence).where(eq(evidence.digest, digest)).run()
      tx.delete(pictureReadings)
        .where(like(pictureReadings.body, `%${digest}%`))
        .run()
    })
    await deps.blobs.remove(digest)
  }
}

/** @throws EenlijnError `conflict`. */
export function refuseWhileRunning(db: Db, organisationId: string): void {
  const running = db
    .select({ id: audits.id })
    .from(audits)
    .where(and(eq(audits.organisationId, organisationId), or(eq(audits.state, 'running'), eq(audits.state, 'queued'))))
    .limit(1)
    .get()
  if (running)
    throw new EenlijnError('conflict', {
      nl: 'Er loopt nu een audit van deze organisatie. Wacht tot hij klaar is, of stop hem. Dan kunnen wij alles wissen.',
      en: 'An audit of this organisation is running now. Wait until it is done, or stop it. Then we can erase everything.',
    })
}
