import { desc, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Assessment } from '../model/audit.ts'
import type { AccountKind } from '../model/candidate.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { PlatformId } from '../model/platform.ts'
import { type Seen, unseen } from '../model/seen.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { isExpired } from '../platforms/expired.ts'
import { hasBanner } from '../platforms/picture-sizes.ts'
import { groupByLikeness, type SheetGroups, type SheetPicture, type SheetSort } from '../report/sheet-groups.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { assessments, pictureReadings } from '../store/schema.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { houseStyleOf } from './house-style.ts'
import { placeOf, readCandidates, type UngradedCandidate } from './read-candidates.ts'

export interface SheetAccount {
  readonly accountId: string
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly url: string
  readonly kind: AccountKind
  readonly displayName: Seen<string>
  readonly avatar: SheetPicture
  readonly banner: SheetPicture
  /** As the platform says on that day; never added up. `null` when it was not to be seen. */
  readonly followers: { readonly count: number; readonly from: string; readonly at: string } | null
  /** Of the platform's interface and older than its terms let it be shown. */
  readonly expired: boolean
  /** Why the organisation lets the picture differ that the sheet is sorted by, where it explained that. */
  readonly explained: string | null
}

export interface ContactSheetView extends SheetGroups<SheetAccount> {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly sort: SheetSort
  /** Accounts on the sheet, and those that the filter leaves out. */
  readonly shown: number
  readonly all: number
  /** Platforms to choose from. */
  readonly platforms: readonly PlatformId[]
}

export interface SheetQuery {
  readonly sort: SheetSort
  /** Only this platform. */
  readonly platform: PlatformId | null
}

/** What was read of the audit already. */
interface KnownOfAudit {
  readonly assessment: Pick<Assessment, 'findings'> | null
}

/**
 * The organisation's accounts on one sheet, laid together by likeness. People are not on it: nobody's profile is marked.
 * @param known spares reading it again
 * @throws EenlijnError `not-found`.
 */
export function readContactSheet(deps: Deps, auditId: string, { sort, platform }: SheetQuery, known?: KnownOfAudit): ContactSheetView {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const explained = explainedIn(known ? known.assessment : (newestAssessmentOf(db).get({ auditId })?.body ?? null))
  const all = readCandidates(db, audit)
    .filter((candidate) => candidate.standing === 'ours' && candidate.kind !== 'person')
    .map((candidate) => sheetAccount(candidate, sort, deps.now(), explained))
    .sort((a, b) => placeOf(a.platform) - placeOf(b.platform) || a.key.localeCompare(b.key))
  const reading = newestReading(db, auditId)
  const { background } = houseStyleOf(db, audit.organisationId)
  const side = (sort === 'banner' ? reading?.banners : reading?.avatars) ?? null
  const { norm, references, groups } = groupByLikeness(
    all,
    (account) => account[sort],
    side,
    sort === 'banner' ? background.references : [],
  )
  const isShown = (account: SheetAccount) => platform === null || account.platform === platform
  const { id, name } = organisationOf(db, audit)
  return {
    organisation: { id, name },
    sort,
    platforms: [...new Set(all.map((account) => account.platform))],
    shown: all.filter(isShown).length,
    all: all.length,
    norm,
    references,
    // Grouped first: what most accounts show does not depend on which of them are looked at.
    groups: groups.map(({ kind, items }) => ({ kind, items: items.filter(isShown) })).filter(({ items }) => items.length > 0),
  }
}

/** How the pictures of an audit compare; `null` when that was not looked at yet. */
export function newestReading(db: Db, auditId: string): PicturesReading | null {
  return newestReadingOf(db).get({ auditId })?.body ?? null
}

const ofAudit = sql.placeholder('auditId')
const newestReadingOf = prepareOnce((db) =>
  db
    .select({ body: pictureReadings.body })
    .from(pictureReadings)
    .where(eq(pictureReadings.auditId, ofAudit))
    .orderBy(desc(pictureReadings.id))
    .limit(1)
    .prepare(),
)
const newestAssessmentOf = prepareOnce((db) =>
  db
    .select({ body: assessments.body })
    .from(assessments)
    .where(eq(assessments.auditId, ofAudit))
    .orderBy(desc(assessments.version))
    .limit(1)
    .prepare(),
)

/** Reasons of explained findings, by account key and the digest of each picture that they are about. */
function explainedIn(assessment: Pick<Assessment, 'findings'> | null): Map<string, string> {
  const reasons = new Map<string, string>()
  for (const { subject, explained, pictures } of assessment?.findings ?? [])
    for (const { digest } of explained ? (pictures ?? []) : []) reasons.set(`${subject} ${digest}`, explained?.reason ?? '')
  return reasons
}

function sheetAccount(candidate: UngradedCandidate, sort: SheetSort, now: Date, explained: ReadonlyMap<string, string>): SheetAccount {
  const { accountId, key, platform, handle, url, kind, closed, snapshot } = candidate
  const expired = snapshot !== null && isExpired(platform, snapshot, now)
  const look = expired ? null : snapshot
  const isGone = closed || look?.state === 'gone'
  const avatar: SheetPicture = isGone ? { why: 'gone' } : pictureOf(look, look?.picture)
  const offered = hasBanner(platform) || look?.banner?.seen
  const banner: SheetPicture = isGone ? { why: 'gone' } : offered ? pictureOf(look, look?.banner) : { why: 'not-offered' }
  const followers = look?.followers?.seen ? { count: look.followers.value, from: look.followers.from, at: look.takenAt } : null
  const picture = sort === 'banner' ? banner : avatar
  return {
    accountId,
    key,
    platform,
    handle,
    url,
    kind,
    displayName: look?.displayName ?? unseen('not-offered'),
    avatar,
    banner,
    followers,
    expired,
    explained: 'digest' in picture ? (explained.get(`${key} ${picture.digest}`) ?? null) : null,
  }
}

/** Blocked is not missing: only a page that was seen without the picture has none. */
function pictureOf(look: Snapshot | null, picture: Seen<string> | undefined): SheetPicture {
  if (picture?.seen) return { digest: picture.value }
  return look?.state === 'captured' && picture?.why === 'absent' ? { why: 'absent' } : { why: 'hidden' }
}
