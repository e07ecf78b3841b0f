import { and, eq, isNull } from 'drizzle-orm'
import type { CheckedPerson } from '../checks/check.ts'
import type { HouseStyle } from '../model/house-style.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import { type Seen, unseen } from '../model/seen.ts'
import type { NameInUse } from '../naming/follow.ts'
import { inferPattern } from '../naming/infer-pattern.ts'
import { judgeName } from '../naming/judge-name.ts'
import type { Db } from '../store/open.ts'
import { persons, teamLooks, teamMembers, teamProfiles } from '../store/schema.ts'
import type { AuditRow } from './find-audit.ts'
import { holdingBasis } from './find-team.ts'
import { objectedIn } from './objections.ts'

interface PersonRow {
  readonly memberId: string
  readonly name: string
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly portrait: Seen<string>
}

/** Who of the team may be looked at: nobody without a basis, and nobody who objected or left. Stays within the services. */
export function peopleRows(db: Db, audit: AuditRow): PersonRow[] {
  if (!holdingBasis(db, audit.organisationId)) return []
  const objected = objectedIn(db, audit.organisationId)
  return db
    .select({ profile: teamProfiles, name: persons.name, look: teamLooks.body })
    .from(teamProfiles)
    .innerJoin(teamMembers, eq(teamMembers.id, teamProfiles.memberId))
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .leftJoin(teamLooks, and(eq(teamLooks.profileId, teamProfiles.id), eq(teamLooks.auditId, audit.id)))
    .where(and(eq(teamMembers.organisationId, audit.organisationId), isNull(teamMembers.removedAt)))
    .orderBy(teamProfiles.id)
    .all()
    .flatMap(({ profile, name, look }) => {
      if (name === null || objected({ name, profiles: [profile] })) return []
      const { memberId, key, platform, handle } = profile
      return [{ memberId, name, key, platform: platform as PlatformId, handle, portrait: look?.picture ?? unseen('unreadable') }]
    })
}

/** The team as checks may see it: no names, only how near each name in use is to the agreed build. */
export function checkedPeople(rows: readonly PersonRow[], organisation: Organisation, { names }: HouseStyle): CheckedPerson[] {
  const uses = rows.map(
    ({ key, platform, handle, name }): NameInUse => ({ key, platform, written: handle, named: { kind: 'person', name } }),
  )
  const inferred = names.people.length > 0 ? null : inferPattern(uses, organisation)
  const patterns = inferred === null ? names.people : inferred.kind === 'pattern' ? [inferred.pattern] : []
  const steps = uses.map((use) => judgeName(use, patterns, organisation).step)
  const checked = rows.map(({ memberId, key, platform, portrait }, at) => ({
    memberId,
    profile: { key, platform, portrait, nameStep: steps[at] ?? null },
  }))
  return [...Map.groupBy(checked, ({ memberId }) => memberId)].map(([id, own]) => ({ id, profiles: own.map(({ profile }) => profile) }))
}
