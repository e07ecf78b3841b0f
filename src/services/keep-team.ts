import { eq } from 'drizzle-orm'
import { nameKey } from '../discovery/team/person-names.ts'
import { EenlijnError } from '../model/errors.ts'
import type { JoinedBy, TeamProfile } from '../model/team.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { persons, settings, teamMembers, teamProfiles } from '../store/schema.ts'
import { presentMembers } from './find-team.ts'
import { objectedIn } from './objections.ts'
import { createPerson } from './person.ts'

/** Somebody for the list, with where their profiles come from. */
export interface NewMember {
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly page: string | null
  readonly profiles: readonly TeamProfile[]
  /** `published` by the organisation on its own page, or `agreed` by the person. */
  readonly source: 'published' | 'agreed'
  readonly agreed: boolean
}

export interface TeamKept {
  readonly added: number
  readonly known: number
  /** Objected earlier; nothing of them is kept. */
  readonly skipped: number
}

/** A closed list of more than this is a register of staff. */
const mostMembers = 1_000
const mostProfiles = 20

/**
 * Puts people on the organisation's closed list; who stands there already gains what was not known yet. Those who objected
 * are left out and counted.
 * @throws EenlijnError `too-large`.
 */
export function keepMembers(tx: Db, organisationId: string, people: readonly NewMember[], joinedBy: JoinedBy, now: string): TeamKept {
  const objected = objectedIn(tx, organisationId)
  const known = new Map(presentMembers(tx, organisationId).map((row) => [nameKey(nameOfMember(tx, row.personId)), row.id]))
  const count = { added: 0, known: 0, skipped: 0 }
  for (const person of people) {
    if (objected(person)) {
      count.skipped++
      continue
    }
    const before = known.get(nameKey(person.name))
    const memberId = before ?? addMember(tx, organisationId, person, joinedBy, now)
    if (before === undefined) {
      if (known.size >= mostMembers) throw tooMany()
      known.set(nameKey(person.name), memberId)
      count.added++
    } else {
      count.known++
      fillIn(tx, memberId, person, joinedBy, now)
    }
    for (const profile of person.profiles) addProfile(tx, memberId, profile, { source: person.source, page: person.page, now })
  }
  return count
}

const nameOfMember = (tx: Db, personId: string): string => tx.select().from(persons).where(eq(persons.id, personId)).get()?.name ?? ''

function addMember(tx: Db, organisationId: string, person: NewMember, joinedBy: JoinedBy, now: string): string {
  const id = newId()
  tx.insert(teamMembers)
    .values({
      id,
      organisationId,
      personId: createPerson(tx, person.name, now),
      role: person.role,
      unit: person.unit,
      joinedBy,
      page: person.page,
      agreedAt: person.agreed ? now : null,
      createdAt: now,
    })
    .run()
  return id
}

/** What a person gave stands above what a page says; a name on both a list and a page is confirmed. */
function fillIn(tx: Db, memberId: string, person: NewMember, joinedBy: JoinedBy, now: string): void {
  const row = tx.select().from(teamMembers).where(eq(teamMembers.id, memberId)).get()
  if (!row) return
  const byPerson = joinedBy !== 'team-page'
  // Twelve months run from the last time that the organisation named them; who was not informed or confirmed yet gains no time.
  const isRenewed = row.noticeAt !== null && (row.joinedBy !== 'team-page' || byPerson)
  tx.update(teamMembers)
    .set({
      role: (byPerson && person.role) || row.role || person.role,
      unit: person.unit || row.unit,
      page: row.page ?? person.page,
      agreedAt: row.agreedAt ?? (person.agreed ? now : null),
      joinedBy: row.joinedBy === 'team-page' && byPerson ? 'confirmed' : row.joinedBy,
      ...(isRenewed ? { namedAt: now } : {}),
    })
    .where(eq(teamMembers.id, memberId))
    .run()
}

/** Adds a profile that the member does not have yet; of one that it has, that it was found again. */
export function addProfile(
  tx: Db,
  memberId: string,
  { platform, handle, key, url, quote }: TeamProfile,
  from: { source: 'published' | 'agreed'; page: string | null; now: string },
): void {
  const known = tx.select().from(teamProfiles).where(eq(teamProfiles.memberId, memberId)).all()
  const same = known.find((profile) => profile.key === key)
  if (same) return void tx.update(teamProfiles).set({ foundAt: from.now }).where(eq(teamProfiles.id, same.id)).run()
  if (known.length >= mostProfiles) return
  tx.insert(teamProfiles)
    .values({ id: newId(), memberId, platform, handle, key, url, source: from.source, page: from.page, quote, foundAt: from.now })
    .run()
}

export interface TeamReadingNote extends TeamKept {
  readonly auditId: string
  readonly at: string
}

const noteName = (organisationId: string) => `team-read:${organisationId}`

/** Remembers how the last reading of the site went, in numbers alone. */
export function noteTeamReading(tx: Db, organisationId: string, note: TeamReadingNote): void {
  const value = JSON.stringify(note)
  tx.insert(settings)
    .values({ name: noteName(organisationId), value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
    .run()
}

export function lastTeamReading(db: Db, organisationId: string): TeamReadingNote | null {
  const row = db
    .select()
    .from(settings)
    .where(eq(settings.name, noteName(organisationId)))
    .get()
  return row ? (JSON.parse(row.value) as TeamReadingNote) : null
}

const tooMany = () =>
  new EenlijnError('too-large', {
    nl: `Er passen ${mostMembers} mensen op de lijst. Haal eerst iemand weg.`,
    en: `The list holds ${mostMembers} people. Remove somebody first.`,
  })
