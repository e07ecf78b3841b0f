import type { Deps } from '../deps.ts'
import { namedPlatforms, type PlatformId } from '../model/platform.ts'
import type { Staff } from '../naming/staff.ts'
import type { NameSubject } from '../naming/suggest-names.ts'
import { choosesNames } from '../naming/tokens.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { houseStyleOf } from './house-style.ts'
import { objectedIn } from './objections.ts'
import { placeOf, readCandidates, type UngradedCandidate } from './read-candidates.ts'
import { readLocations } from './read-locations.ts'
import { readTeam } from './read-team.ts'

/** More names than these are not worked out in one request; the command `names suggest` takes longer lists. */
export const mostSlots = 2_000

/** Everything of an organisation that bears a name, as the naming engine takes it. */
export interface NamedStaff {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly staff: Staff
  /** Accounts of a place or unit that nobody named yet. */
  readonly unnamed: readonly { readonly platform: PlatformId; readonly handle: string }[]
  /** Whether people may be looked at; without a basis there are none among the subjects. */
  readonly peopleAllowed: boolean
  /** Subjects beyond {@link mostSlots}. */
  readonly left: number
  /** Addresses of the accounts, by `<platform> <handle>`. */
  readonly urls: ReadonlyMap<string, string>
}

type Held = NameSubject['accounts'][number] & { readonly url: string }
type Subject = Omit<NameSubject, 'accounts'> & { readonly accounts: readonly Held[] }

const heldBy = ({ platform, handle, url, snapshot }: UngradedCandidate): Held => ({
  platform,
  handle,
  url,
  displayName: snapshot?.displayName.seen ? snapshot.displayName.value : null,
})

/** @throws EenlijnError `not-found`. */
export function namedStaff(deps: Deps, auditId: string): NamedStaff {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const { id, name, aliases, website } = organisationOf(db, audit)
  const ours = readCandidates(db, audit, deps.now())
    .filter(({ standing, closed, kind }) => standing === 'ours' && !closed && kind !== 'person')
    .sort((a, b) => placeOf(a.platform) - placeOf(b.platform) || a.key.localeCompare(b.key))
  const central = ours.filter(({ kind }) => kind === 'central').map(heldBy)
  const { locations, unnamed } = unitsOf(deps, auditId, ours)
  const { people, allowed } = peopleOf(deps, auditId, audit.organisationId)
  const all: Subject[] = [{ key: 'organisation', kind: 'organisation', name, accounts: central }, ...locations, ...people]
  const asked = audit.request.platforms
  const used = all.flatMap(({ accounts }) => accounts.map(({ platform }) => platform))
  const platforms = [...new Set([...(asked && asked.length > 0 ? asked : namedPlatforms), ...used])]
    .filter(choosesNames)
    .sort((a, b) => placeOf(a) - placeOf(b))
  const subjects = all.slice(0, Math.max(1, Math.floor(mostSlots / Math.max(1, platforms.length))))
  const { organisation, units, people: ofPeople, display } = houseStyleOf(db, id).names
  return {
    organisation: { id, name },
    staff: {
      organisation: { name, aliases, website },
      subjects,
      patterns: { organisation, units, people: ofPeople, display },
      platforms,
      earlier: [],
    },
    unnamed,
    peopleAllowed: allowed,
    left: all.length - subjects.length,
    urls: new Map(all.flatMap(({ accounts }) => accounts.map(({ platform, handle, url }) => [`${platform} ${handle}`, url] as const))),
  }
}

/** The recorded locations with their accounts, and after them the other accounts of a place or unit, each by its shown name. */
function unitsOf(deps: Deps, auditId: string, ours: readonly UngradedCandidate[]) {
  const local = new Map(ours.filter(({ kind }) => kind !== 'central').map((one) => [one.accountId, one]))
  const placed = new Set<string>()
  const locations = readLocations(deps, auditId).rows.map(({ location: { id, name, place }, cells }): Subject => {
    const accounts = cells.flatMap((cell) => cell.accounts.flatMap(({ accountId }) => local.get(accountId) ?? []))
    for (const { accountId } of accounts) placed.add(accountId)
    return { key: `location:${id}`, kind: 'unit', name, place, accounts: accounts.map(heldBy) }
  })
  const loose = [...local.values()].filter(({ kind, accountId }) => (kind === 'location' || kind === 'unit') && !placed.has(accountId))
  const shown = loose.map((one) => ({ one, held: heldBy(one) }))
  const byName = Map.groupBy(shown, ({ held }) => held.displayName || null)
  const others = [...byName].flatMap(([name, all]): Subject[] =>
    name === null ? [] : [{ key: `unit:${name}`, kind: 'unit', name, accounts: all.map(({ held }) => held) }],
  )
  const unnamed = (byName.get(null) ?? []).map(({ one: { platform, handle } }) => ({ platform, handle }))
  return { locations: [...locations, ...others], unnamed }
}

/** The closed list of the team, in the order of the alphabet; nobody without a basis that holds, and nobody who objected. */
function peopleOf(deps: Deps, auditId: string, organisationId: string) {
  const { basis, members } = readTeam(deps, auditId)
  const objected = objectedIn(deps.store.db, organisationId)
  const people = members
    .filter(
      ({ name, profiles }) => !objected({ name, profiles: profiles.map(({ platform, handle }) => ({ key: `${platform}:${handle}` })) }),
    )
    .map(
      ({ id, name, role, unit, profiles }): Subject => ({
        key: `member:${id}`,
        kind: 'person',
        name,
        role: role || null,
        unit: unit || null,
        accounts: profiles.map(({ platform, handle, url, look }) => ({
          platform,
          handle,
          url,
          displayName: look?.displayName.seen ? look.displayName.value : null,
        })),
      }),
    )
  return { people, allowed: basis !== null }
}
