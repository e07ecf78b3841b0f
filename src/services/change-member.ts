import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { teamMembers } from '../store/schema.ts'
import { readCalendarDate } from './calendar-date.ts'
import { findAudit } from './find-audit.ts'
import { findMember, needBasis } from './find-team.ts'

interface MemberInput {
  readonly auditId: string
  readonly memberId: string
}

function change(deps: Deps, { auditId, memberId }: MemberInput, set: Partial<typeof teamMembers.$inferInsert>): void {
  deps.store.transact((tx) => {
    const { organisationId } = findAudit(tx, auditId)
    needBasis(tx, organisationId)
    const { id } = findMember(tx, organisationId, memberId)
    tx.update(teamMembers).set(set).where(eq(teamMembers.id, id)).run()
  })
}

/** A person says that this is somebody of the team: until then who was read from a page is only possible. @throws EenlijnError `not-found`, `conflict`. */
export function confirmMember(deps: Deps, input: MemberInput): void {
  const { organisationId } = findAudit(deps.store.db, input.auditId)
  const member = findMember(deps.store.db, organisationId, input.memberId)
  if (member.joinedBy === 'team-page') change(deps, input, { joinedBy: 'confirmed' })
}

/**
 * Notes when somebody was told; '' takes it back.
 * @throws EenlijnError `invalid-input` for what is no date, `not-found`, `conflict`.
 */
export function noteInformed(deps: Deps, input: MemberInput & { on: string }): void {
  change(deps, input, { noticeAt: readCalendarDate(input.on, 'on') })
}

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Makes the link by which a person sees and decides themselves. The token is given once; a new one ends the old one.
 * @throws EenlijnError `not-found`, `conflict`.
 */
export function inviteMember(deps: Deps, input: MemberInput): { token: string } {
  const token = randomBytes(24).toString('base64url')
  change(deps, input, { invitation: hashOfToken(token) })
  return { token }
}
