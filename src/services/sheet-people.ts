import { and, eq } from 'drizzle-orm'
import { uniformity } from '../../config/uniformity.ts'
import type { Deps } from '../deps.ts'
import { evidence } from '../store/schema.ts'
import { readTeam, type TeamMemberView } from './read-team.ts'

/** Somebody of the team on the contact sheet: never by name, never marked, never in an order that says something. */
export interface SheetPerson {
  readonly initials: string
  /** Digest of the portrait, of those who agreed to be looked at; `null` for everybody else. */
  readonly portrait: string | null
}

/**
 * The team beside the accounts, in order of initials. `null` without a basis, and for fewer people than may be spoken of as
 * a group.
 * @throws EenlijnError `not-found`.
 */
export function readSheetPeople(deps: Deps, auditId: string): readonly SheetPerson[] | null {
  const { basis, members } = readTeam(deps, auditId)
  if (basis === null || members.length < uniformity.peopleFloor) return null
  return members
    .map((member) => ({ initials: initialsOf(member.name), portrait: portraitOf(deps, auditId, member) }))
    .sort((a, b) => a.initials.localeCompare(b.initials, 'nl'))
}

/** First letters of the first and the last word: `Zoë van der Meer` is ZM. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : ''].map((word) => [...word][0] ?? '')
  return letters.join('').toUpperCase()
}

/** Of this audit's own evidence, so that what expired or was erased does not come back by another way. */
function portraitOf(deps: Deps, auditId: string, { agreedAt, profiles }: TeamMemberView): string | null {
  if (agreedAt === null) return null
  const digests = profiles.flatMap(({ look }) => (look?.picture.seen ? [look.picture.value] : []))
  const isKept = (digest: string) =>
    deps.store.db
      .select({ digest: evidence.digest })
      .from(evidence)
      .where(and(eq(evidence.auditId, auditId), eq(evidence.digest, digest), eq(evidence.kind, 'picture')))
      .get() !== undefined
  return digests.find(isKept) ?? null
}
