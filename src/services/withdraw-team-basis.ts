import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { settings, teamBases } from '../store/schema.ts'
import { dropPictures, forgetMember, refuseWhileRunning } from './erase-member.ts'
import { findAudit } from './find-audit.ts'
import { needBasis, presentMembers } from './find-team.ts'

/**
 * Takes the basis back: nothing of people is asked for any more, and what was kept of them goes: names, profiles, looks and
 * their pictures. Objections stay, so that they hold should a basis come again.
 * @returns how many people left the list.
 * @throws EenlijnError `not-found`; `conflict` without a basis, or while an audit runs.
 */
export async function withdrawTeamBasis(deps: Deps, input: { auditId: string }): Promise<{ removed: number }> {
  const { organisationId } = findAudit(deps.store.db, input.auditId)
  needBasis(deps.store.db, organisationId)
  refuseWhileRunning(deps.store.db, organisationId)
  deps.store.transact((tx) => {
    tx.update(teamBases)
      .set({ withdrawnAt: deps.now().toISOString() })
      .where(and(eq(teamBases.organisationId, organisationId), isNull(teamBases.withdrawnAt)))
      .run()
    tx.delete(settings)
      .where(eq(settings.name, `team-read:${organisationId}`))
      .run()
  })
  const members = presentMembers(deps.store.db, organisationId)
  for (const member of members) await dropPictures(deps, await forgetMember(deps, member))
  deps.store.checkpoint()
  return { removed: members.length }
}
