import { and, eq, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { teamTerms } from '../model/team.ts'
import { organisations, teamLooks, teamMembers, teamProfiles } from '../store/schema.ts'
import { dropPictures, forgetMember } from './erase-member.ts'

/**
 * Lets go what was kept of people long enough: how profiles looked after its day, people whom a page named and nobody
 * confirmed within fourteen days, and after twelve months every profile and person that nothing has named since. The people of
 * the demonstration, which is dated in the past, do not exist: of them nothing goes.
 */
export async function expireTeam(deps: Deps): Promise<{ looks: number; profiles: number; members: number }> {
  const now = deps.now().getTime()
  const before = (days: number): string => new Date(now - days * 86_400_000).toISOString()
  const { db } = deps.store
  const demos = db.select({ id: organisations.id }).from(organisations).where(eq(organisations.demo, true))
  const isReal = notInArray(teamMembers.organisationId, demos)
  const realMembers = db.select({ id: teamMembers.id }).from(teamMembers).where(isReal)
  const realProfiles = db.select({ id: teamProfiles.id }).from(teamProfiles).where(inArray(teamProfiles.memberId, realMembers))
  const looks = deps.store.transact((tx) =>
    tx
      .delete(teamLooks)
      .where(and(lte(teamLooks.expiresAt, before(0)), inArray(teamLooks.profileId, realProfiles)))
      .returning()
      .all(),
  )
  const oldProfiles = and(lte(teamProfiles.foundAt, before(teamTerms.results)), inArray(teamProfiles.memberId, realMembers))
  const withProfile = deps.store.transact((tx) => {
    const seen = tx.select({ body: teamLooks.body }).from(teamLooks).innerJoin(teamProfiles, eq(teamProfiles.id, teamLooks.profileId))
    const bodies = seen.where(oldProfiles).all()
    return { bodies, profiles: tx.delete(teamProfiles).where(oldProfiles).run().changes }
  })
  await dropPictures(
    deps,
    [...looks, ...withProfile.bodies].flatMap(({ body }) => picturesOf(body)),
  )
  const year = before(teamTerms.results)
  const unconfirmed = and(
    eq(teamMembers.joinedBy, 'team-page'),
    isNull(teamMembers.agreedAt),
    lte(teamMembers.createdAt, before(teamTerms.unconfirmed)),
  )
  const over = and(
    lte(sql`coalesce(${teamMembers.namedAt}, ${teamMembers.createdAt})`, year),
    or(isNull(teamMembers.agreedAt), lte(teamMembers.agreedAt, year)),
  )
  const members = db
    .select()
    .from(teamMembers)
    .where(and(isReal, or(unconfirmed, over)))
    .all()
  for (const member of members) await dropPictures(deps, await forgetMember(deps, member))
  const gone = { looks: looks.length, profiles: withProfile.profiles, members: members.length }
  if (gone.looks + gone.profiles + gone.members > 0) deps.store.checkpoint()
  return gone
}

const picturesOf = ({ picture, banner }: Snapshot): string[] => [picture, banner].flatMap((one) => (one?.seen ? [one.value] : []))
