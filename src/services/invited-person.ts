import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { organisations, teamLooks, teamMembers, teamProfiles } from '../store/schema.ts'
import { hashOfToken } from './change-member.ts'
import { dropPictures, eraseRow } from './erase-member.ts'
import { holdingBasis, type MemberRow } from './find-team.ts'
import { addProfile } from './keep-team.ts'
import { memberView, type TeamMemberView } from './read-team.ts'

/** What a person sees who follows their own link. */
export interface InvitedView {
  readonly organisation: string
  readonly member: TeamMemberView
  readonly basis: { readonly purpose: string; readonly contact: string; readonly at: string }
}

/** @throws EenlijnError `not-found` for a link that is not (any more) anybody's. */
function memberOf(deps: Deps, token: string): MemberRow {
  const row =
    token.length > 100
      ? undefined
      : deps.store.db
          .select()
          .from(teamMembers)
          .where(eq(teamMembers.invitation, hashOfToken(token)))
          .get()
  if (row && row.removedAt === null && holdingBasis(deps.store.db, row.organisationId)) return row
  throw new EenlijnError('not-found', {
    nl: 'Deze link werkt niet (meer). Je gegevens zijn gewist, of er is een nieuwe link gemaakt.',
    en: 'This link does not work (any more). Your data were erased, or a new link was made.',
  })
}

/** @throws EenlijnError `not-found`. */
export function readInvited(deps: Deps, token: string): InvitedView {
  const row = memberOf(deps, token)
  const organisation = deps.store.db.select().from(organisations).where(eq(organisations.id, row.organisationId)).get()?.name ?? ''
  const basis = holdingBasis(deps.store.db, row.organisationId)
  return {
    organisation,
    member: memberView(deps.store.db, row, deps.now()),
    basis: { purpose: basis?.purpose ?? '', contact: basis?.contact ?? '', at: basis?.at ?? '' },
  }
}

/** The person agrees that the profiles on their page are looked at, or takes it back. @throws EenlijnError `not-found`. */
export function agreeAsInvited(deps: Deps, input: { token: string; agrees: boolean }): void {
  const { id, joinedBy } = memberOf(deps, input.token)
  const now = deps.now().toISOString()
  deps.store.transact((tx) => {
    tx.update(teamMembers)
      .set({ agreedAt: input.agrees ? now : null, joinedBy: joinedBy === 'team-page' ? 'confirmed' : joinedBy })
      .where(eq(teamMembers.id, id))
      .run()
    if (!input.agrees)
      tx.delete(teamProfiles)
        .where(and(eq(teamProfiles.memberId, id), eq(teamProfiles.source, 'agreed')))
        .run()
  })
}

/**
 * The person adds a profile of their own, of any platform, and so agrees that it is looked at.
 * @throws EenlijnError `not-found`; `invalid-input` when the address is no profile.
 */
export function addOwnProfile(deps: Deps, input: { token: string; url: string }): void {
  const { id } = memberOf(deps, input.token)
  const written = input.url.trim()
  const { kind, platform, handle, key, url } = classifyUrl(/^https?:/i.test(written) ? written : `https://${written}`, { fediverse: true })
  if (written.length > 500 || kind !== 'account' || !platform || !handle || !key || !url)
    throw new EenlijnError(
      'invalid-input',
      {
        nl: 'Dit is geen adres van een profiel. Open je profiel, en neem het adres uit de balk bovenin over.',
        en: 'This is not the address of a profile. Open your profile, and copy the address from the bar at the top.',
      },
      { field: 'url' },
    )
  const now = deps.now().toISOString()
  deps.store.transact((tx) => {
    addProfile(tx, id, { platform, handle, key, url, quote: '' }, { source: 'agreed', page: null, now })
    tx.update(teamMembers).set({ agreedAt: now }).where(eq(teamMembers.id, id)).run()
  })
}

/** The person takes one of their profiles away, with how it looked. @throws EenlijnError `not-found`. */
export async function removeOwnProfile(deps: Deps, input: { token: string; profileId: string }): Promise<void> {
  const { id } = memberOf(deps, input.token)
  const looks = deps.store.db.select().from(teamLooks).where(eq(teamLooks.profileId, input.profileId)).all()
  const gone = deps.store.transact(
    (tx) =>
      tx
        .delete(teamProfiles)
        .where(and(eq(teamProfiles.id, input.profileId), eq(teamProfiles.memberId, id)))
        .run().changes,
  )
  if (gone > 0)
    await dropPictures(
      deps,
      looks.flatMap(({ body: { picture, banner } }) => [picture, banner].flatMap((one) => (one?.seen ? [one.value] : []))),
    )
}

/** The person objects, or only has everything erased. @throws EenlijnError `not-found`, `conflict` while an audit runs. */
export async function leaveAsInvited(deps: Deps, input: { token: string; objects: boolean }): Promise<void> {
  await eraseRow(deps, memberOf(deps, input.token), input.objects)
}
