import { count, desc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { PlatformId } from '../model/platform.ts'
import { type BasisField, basisFields, type JoinedBy, teamTerms } from '../model/team.ts'
import { type TeamLook, teamLookSchema } from '../model/team-look.ts'
import type { Db } from '../store/open.ts'
import { objections, persons, teamBases, teamLooks, teamProfiles } from '../store/schema.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { holdingBasis, type MemberRow, presentMembers } from './find-team.ts'
import { lastTeamReading } from './keep-team.ts'
import { namesOf } from './person.ts'

export interface TeamProfileView {
  readonly id: string
  readonly platform: PlatformId
  readonly handle: string
  readonly url: string
  readonly source: 'published' | 'agreed'
  /** The organisation's own page that links to it. */
  readonly page: string | null
  /** How it looked last, until that expires; `null` when nobody looked. */
  readonly look: TeamLook | null
  readonly lookExpires: string | null
}

export interface TeamMemberView {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly joinedBy: JoinedBy
  readonly page: string | null
  readonly profiles: readonly TeamProfileView[]
  readonly invited: boolean
  readonly agreedAt: string | null
  /** YYYY-MM-DD. */
  readonly informedOn: string | null
  /** Thirty days have passed and nobody told them. */
  readonly informLate: boolean
  /** When somebody who was never confirmed goes from the list; `null` for everybody else. */
  readonly expiresAt: string | null
  /** When everybody else goes, unless a page, a list or the person names them again before. */
  readonly keptUntil: string
  readonly since: string
}

export interface TeamBasisView extends Readonly<Record<BasisField, string>> {
  readonly by: string | null
  readonly at: string
  readonly withdrawnAt: string | null
}

export interface TeamView {
  readonly organisation: { readonly id: string; readonly name: string; readonly website: string | null }
  /** `null` while no basis holds. */
  readonly basis: TeamBasisView | null
  /** Every basis that was recorded, the newest first. */
  readonly versions: readonly TeamBasisView[]
  readonly members: readonly TeamMemberView[]
  /** How many marks of objection are kept; one person has one or more. */
  readonly objections: number
  /** The last reading of the site, in numbers. */
  readonly reading: { readonly added: number; readonly known: number; readonly skipped: number; readonly at: string } | null
  /** Only over five people or more. */
  readonly totals: {
    readonly people: number
    readonly withProfile: number
    /** Of those whose profile could be seen; `null` when these are fewer than five. */
    readonly looked: { readonly people: number; readonly withPicture: number; readonly mentioning: number } | null
  } | null
}

/** The team of the audited organisation: why it is looked at, who stands on the list, and what is known of each. @throws EenlijnError `not-found`. */
export function readTeam(deps: Deps, auditId: string): TeamView {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const { id, name, website } = organisationOf(db, audit)
  const basis = holdingBasis(db, id)
  const versions = db.select().from(teamBases).where(eq(teamBases.organisationId, id)).orderBy(desc(teamBases.id)).all()
  const nameOf = namesOf(db)
  const basisView = (row: (typeof versions)[number]): TeamBasisView => ({
    ...(Object.fromEntries(basisFields.map((field) => [field, row[field]])) as Record<BasisField, string>),
    by: nameOf(row.personId),
    at: row.at,
    withdrawnAt: row.withdrawnAt,
  })
  const members = basis ? presentMembers(db, id).map((row) => memberView(db, row, deps.now())) : []
  const reading = lastTeamReading(db, id)
  return {
    organisation: { id, name, website },
    basis: basis ? basisView(basis) : null,
    versions: versions.map(basisView),
    members: members.toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
    objections: db.select({ n: count() }).from(objections).where(eq(objections.organisationId, id)).get()?.n ?? 0,
    reading: basis && reading ? { added: reading.added, known: reading.known, skipped: reading.skipped, at: reading.at } : null,
    totals: totalsOf(members),
  }
}

export function memberView(db: Db, row: MemberRow, now: Date): TeamMemberView {
  const day = 86_400_000
  const since = Date.parse(row.createdAt)
  const unconfirmed = row.joinedBy === 'team-page' && row.agreedAt === null
  return {
    id: row.id,
    name: db.select({ name: persons.name }).from(persons).where(eq(persons.id, row.personId)).get()?.name ?? '',
    role: row.role,
    unit: row.unit,
    joinedBy: row.joinedBy as JoinedBy,
    page: row.page,
    profiles: profilesOf(db, row.id),
    invited: row.invitation !== null,
    agreedAt: row.agreedAt,
    informedOn: row.noticeAt,
    informLate: row.noticeAt === null && now.getTime() - since > teamTerms.inform * day,
    expiresAt: unconfirmed ? new Date(since + teamTerms.unconfirmed * day).toISOString() : null,
    keptUntil: new Date(Date.parse(latest(row.createdAt, row.namedAt, row.agreedAt)) + teamTerms.results * day).toISOString(),
    since: row.createdAt,
  }
}

function profilesOf(db: Db, memberId: string): TeamProfileView[] {
  return db
    .select()
    .from(teamProfiles)
    .where(eq(teamProfiles.memberId, memberId))
    .orderBy(teamProfiles.id)
    .all()
    .map(({ id, platform, handle, url, source, page }) => {
      const look = db.select().from(teamLooks).where(eq(teamLooks.profileId, id)).orderBy(desc(teamLooks.expiresAt)).limit(1).get()
      return {
        id,
        platform: platform as PlatformId,
        handle,
        url,
        source: source as 'published' | 'agreed',
        page,
        look: look ? teamLookSchema.parse(look.body) : null,
        lookExpires: look?.expiresAt ?? null,
      }
    })
}

function totalsOf(members: readonly TeamMemberView[]): TeamView['totals'] {
  if (members.length < teamTerms.fewest) return null
  const withProfile = members.filter(({ profiles }) => profiles.length > 0).length
  const looked = members
    .map(({ profiles }) => profiles.flatMap(({ look }) => (look?.state === 'captured' ? [look] : [])))
    .filter((looks) => looks.length > 0)
  if (looked.length < teamTerms.fewest) return { people: members.length, withProfile, looked: null }
  const counted = (sort: (look: TeamLook) => boolean) => looked.filter((looks) => looks.some(sort)).length
  return {
    people: members.length,
    withProfile,
    looked: {
      people: looked.length,
      withPicture: counted(({ picture }) => picture.seen),
      mentioning: counted(({ mentionsOrganisation: told }) => told.seen && told.value),
    },
  }
}

/** ISO 8601. */
const latest = (first: string, ...others: readonly (string | null)[]): string =>
  others.reduce<string>((last, at) => (at !== null && at > last ? at : last), first)
