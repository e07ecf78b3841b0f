import { and, eq, isNull, lte } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { teamTerms } from '../model/team.ts'
import { teamLooks, teamMembers } from '../store/schema.ts'
import { dropPictures, forgetMember } from './erase-member.ts'

/**
 * Lets go what was kept of people long enough: how profiles looked after its day, and people whom a page named and nobody
 * confirmed within fourteen days.
 */
export async function expireTeam(deps: Deps): Promise<{ looks: number; members: number }> {
  const now = deps.now()
  const late = deps.store.db.select().from(teamLooks).where(lte(teamLooks.expiresAt, now.toISOString())).all()
  deps.store.transact((tx) => {
    for (const { id } of late) tx.delete(teamLooks).where(eq(teamLooks.id, id)).run()
  })
  await dropPictures(
    deps,
    late.flatMap(({ body: { picture, banner } }) => [picture, banner].flatMap((one) => (one?.seen ? [one.value] : []))),
  )
  const before = new Date(now.getTime() - teamTerms.unconfirmed * 86_400_000).toISOString()
  const forgotten = deps.store.db
    .select()
    .from(teamMembers)
    .where(and(eq(teamMembers.joinedBy, 'team-page'), isNull(teamMembers.agreedAt), lte(teamMembers.createdAt, before)))
    .all()
  for (const member of forgotten) await dropPictures(deps, await forgetMember(deps, member))
  if (late.length + forgotten.length > 0) deps.store.checkpoint()
  return { looks: late.length, members: forgotten.length }
}
