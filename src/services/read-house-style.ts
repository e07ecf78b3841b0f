import { desc, eq } from 'drizzle-orm'
import { checks } from '../checks/index.ts'
import type { Deps } from '../deps.ts'
import { type HouseStyle, noHouseStyle } from '../model/house-style.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Text } from '../model/text.ts'
import type { NameInUse } from '../naming/follow.ts'
import { isExpired } from '../platforms/expired.ts'
import { type FoundFrom, type FoundStyle, findStyle } from '../report/found-style.ts'
import { houseStyles } from '../store/schema.ts'
import { newestReading } from './contact-sheet.ts'
import { findAudit, organisationOf } from './find-audit.ts'
import { namesOf } from './person.ts'
import { placeOf, readCandidates, type UngradedCandidate } from './read-candidates.ts'

export const houseStyleParts = ['names', 'background', 'portraits', 'logo', 'colours', 'description', 'off'] as const
type HouseStylePart = (typeof houseStyleParts)[number]

interface HouseStyleVersion {
  readonly number: number
  readonly at: string
  readonly by: string | null
  /** What is unlike the version before. */
  readonly changed: readonly HouseStylePart[]
}

/** What an organisation agreed for its accounts, as reached from one of its audits, with what they do now beside it. */
export interface HouseStyleView {
  readonly organisation: { readonly id: string; readonly name: string; readonly aliases: readonly string[]; readonly domain: string | null }
  readonly style: HouseStyle
  /** Newest first; empty when nothing was ever agreed. */
  readonly versions: readonly HouseStyleVersion[]
  readonly found: FoundStyle
  /** Banners that its accounts show now, to choose a reference from. */
  readonly banners: readonly {
    readonly digest: string
    readonly accounts: readonly { readonly platform: PlatformId; readonly handle: string }[]
  }[]
  /** What can be switched off. */
  readonly checks: readonly { readonly id: string; readonly title: Text; readonly description: Text; readonly on: boolean }[]
}

/** @throws EenlijnError `not-found`. */
export function readHouseStyle(deps: Deps, auditId: string): HouseStyleView {
  const { db } = deps.store
  const audit = findAudit(db, auditId)
  const { id, name, aliases, website, domain } = organisationOf(db, audit)
  const ours = readCandidates(db, audit)
    .filter((candidate) => candidate.standing === 'ours' && candidate.kind !== 'person')
    .sort((a, b) => placeOf(a.platform) - placeOf(b.platform) || a.key.localeCompare(b.key))
  const looks = ours.flatMap(({ platform, snapshot }) => (snapshot && !isExpired(platform, snapshot, deps.now()) ? [snapshot] : []))
  const rows = db.select().from(houseStyles).where(eq(houseStyles.organisationId, id)).orderBy(desc(houseStyles.id)).all()
  const style = rows[0]?.body ?? noHouseStyle
  const nameOf = namesOf(db)
  const shown = ours.flatMap((one) => (one.snapshot?.banner?.seen ? [{ ...one, digest: one.snapshot.banner.value }] : []))
  return {
    organisation: { id, name, aliases, domain },
    style,
    versions: rows.map((row, place) => ({
      number: rows.length - place,
      at: row.at,
      by: nameOf(row.personId),
      changed: changedParts(rows[place + 1]?.body ?? noHouseStyle, row.body),
    })),
    found: findStyle({
      organisation: { name, aliases, website },
      names: namesInUse(ours, name),
      looks,
      reading: newestReading(db, auditId),
      domain,
    }),
    banners: [...Map.groupBy(shown, ({ digest }) => digest)].map(([digest, accounts]) => ({
      digest,
      accounts: accounts.map(({ platform, handle }) => ({ platform, handle })),
    })),
    checks: checks.map((check) => ({
      id: check.id,
      title: check.title,
      description: check.description,
      on: !style.off.includes(check.id),
    })),
  }
}

type KnownName = Omit<NameInUse, 'written'> & { readonly handle: string; readonly shown: string | null }

/** A location is named by what its profile shows; an account of another sort says nothing of how names are built. */
function namesInUse(ours: readonly UngradedCandidate[], organisation: string): FoundFrom['names'] {
  const known = ours.flatMap(({ key, platform, handle, kind, snapshot }): KnownName[] => {
    const shown = snapshot?.displayName.seen ? snapshot.displayName.value : null
    if (kind === 'central') return [{ key, platform, handle, shown, named: { kind: 'organisation', name: organisation } }]
    const isUnit = (kind === 'location' || kind === 'unit') && shown !== null
    return isUnit ? [{ key, platform, handle, shown, named: { kind: 'unit', name: shown } }] : []
  })
  return {
    handles: known.map(({ handle, shown: _, ...use }) => ({ ...use, written: handle })),
    shown: known.flatMap(({ handle: _, shown, ...use }) =>
      shown && use.named.kind === 'organisation' ? [{ ...use, written: shown }] : [],
    ),
  }
}

const changedParts = (before: HouseStyle, after: HouseStyle): HouseStylePart[] =>
  houseStyleParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
