import { createHash } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import type { CheckedAccount, CheckInput } from '../checks/check.ts'
import { type HouseStyle, noHouseStyle } from '../model/house-style.ts'
import { type Seen, type UnseenReason, unseen } from '../model/seen.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accountLocations, accounts, houseStyles, locations } from '../store/schema.ts'
import { checkedPeople, peopleRows } from './checked-people.ts'
import { explanationsOf } from './explain-deviation.ts'
import { type AuditRow, organisationOf } from './find-audit.ts'
import { type PictureSet, pictureSetOf, readingOf } from './picture-set.ts'
import { readCandidates, type UngradedCandidate } from './read-candidates.ts'

/** What an assessment is made from. */
export interface AuditInput {
  /** Which agreements and comparison these are, and the digest of all of it: equal input gives an equal judgement. */
  readonly basis: { readonly houseStyle: string | null; readonly pictures: string | null; readonly input: string }
  readonly checks: () => CheckInput
  readonly pictureSet: PictureSet
}

/**
 * Everything that the checks judge one audit by, from what was stored; nothing is fetched.
 * @param now what may not be kept until then is not judged
 * @param houseStyleId the agreements of then, for a comparison; absent means those of now
 * @param found the audit's candidates as `readCandidates` gives them at `now`, where they are read already
 */
export function checkInput(
  db: Db,
  audit: AuditRow,
  now: Date,
  houseStyleId?: string | null,
  found?: readonly UngradedCandidate[],
): AuditInput {
  const stored = readStored(db, audit, found ?? readCandidates(db, audit, now), houseStyleId)
  const { organisation, accounts: checked, explanations, style, people, reading, pictureSet } = stored
  const input = createHash('sha256')
    .update(JSON.stringify([organisation, checked, explanations, style.body, people, reading?.input ?? null]))
    .digest('hex')
  return {
    basis: { houseStyle: style.id, pictures: reading?.input ?? null, input },
    checks: () => ({
      organisation,
      accounts: checked,
      people: checkedPeople(people, organisation, style.body),
      houseStyle: style.body,
      pictures: reading?.body ?? null,
      explanations,
    }),
    pictureSet,
  }
}

/** What the pictures stage has to have compared for this audit as it is now. */
export function pictureSetFor(db: Db, audit: AuditRow, now?: Date): PictureSet {
  return readStored(db, audit, readCandidates(db, audit, now)).pictureSet
}

function readStored(db: Db, audit: AuditRow, found: readonly UngradedCandidate[], houseStyleId?: string | null) {
  const { name, aliases, website, country, wikidataId } = organisationOf(db, audit)
  const style = styleOf(db, audit.organisationId, houseStyleId)
  const units = unitsOf(db, audit.organisationId)
  const ours = found.filter((candidate) => candidate.standing === 'ours')
  const checked = ours.map((candidate) => checkedAccount(candidate, units.get(candidate.accountId) ?? null))
  const people = peopleRows(db, audit)
  const portraits = people.map(({ portrait }) => portrait)
  const pictureSet = pictureSetOf(checked, portraits, style.body)
  return {
    organisation: { name, aliases, website, country, wikidataId },
    accounts: checked,
    people,
    style,
    pictureSet,
    reading: readingOf(db, audit.id, pictureSet),
    explanations: explanationsIn(db, audit.organisationId),
  }
}

const organisationId = sql.placeholder('organisationId')
const stylesIn = prepareOnce((db) =>
  db.select().from(houseStyles).where(eq(houseStyles.organisationId, organisationId)).orderBy(asc(houseStyles.id)).prepare(),
)
const unitsIn = prepareOnce((db) =>
  db
    .select({ accountId: accountLocations.accountId, name: locations.name })
    .from(accountLocations)
    .innerJoin(accounts, eq(accounts.id, accountLocations.accountId))
    .leftJoin(locations, eq(locations.id, accountLocations.locationId))
    .where(eq(accounts.organisationId, organisationId))
    .orderBy(asc(accountLocations.id))
    .prepare(),
)

function styleOf(db: Db, organisationId: string, id: string | null | undefined): { id: string | null; body: HouseStyle } {
  if (id === null) return { id: null, body: noHouseStyle }
  const rows = stylesIn(db).all({ organisationId })
  const row = id === undefined ? rows.at(-1) : rows.find((one) => one.id === id)
  return row ? { id: row.id, body: row.body } : { id: null, body: noHouseStyle }
}

/** Which place or unit an account speaks for, where somebody said so. The last word counts. */
export function unitsOf(db: Db, organisationId: string): ReadonlyMap<string, string | null> {
  return new Map(
    unitsIn(db)
      .all({ organisationId })
      .map(({ accountId, name }) => [accountId, name]),
  )
}

/** Nobody looked: then nothing of it was read. */
const notLooked: UnseenReason = 'unreadable'

type Checkable = Pick<UngradedCandidate, 'key' | 'platform' | 'handle' | 'url' | 'kind' | 'closed' | 'snapshot'>

/** An account as checks see it; what nobody looked at was not read. */
export function checkedAccount({ key, platform, handle, url, kind, closed, snapshot }: Checkable, unit: string | null): CheckedAccount {
  const orNotLooked = <T>(field: Seen<T> | undefined): Seen<T> => field ?? unseen(notLooked)
  return {
    key,
    platform,
    handle,
    url,
    kind,
    closed,
    unit,
    state: snapshot?.state ?? null,
    displayName: orNotLooked(snapshot?.displayName),
    description: orNotLooked(snapshot?.description),
    website: orNotLooked(snapshot?.website),
    linksBack: orNotLooked(snapshot?.linksBack),
    avatar: orNotLooked(snapshot?.picture),
    banner: orNotLooked(snapshot?.banner),
    verified: orNotLooked(snapshot?.verified),
    language: orNotLooked(snapshot?.language),
    activity: snapshot?.activity ?? 'unknown',
  }
}

function explanationsIn(db: Db, organisationId: string): CheckInput['explanations'] {
  return [...explanationsOf(db, organisationId)].map(([name, explanation]) => {
    const cut = name.lastIndexOf(' ')
    return { subject: name.slice(0, cut), check: name.slice(cut + 1), ...explanation }
  })
}
