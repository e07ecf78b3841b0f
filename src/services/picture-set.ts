import { createHash } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import type { CheckedAccount } from '../checks/check.ts'
import type { PictureOfSet } from '../images/compare-set.ts'
import type { HouseStyle, LogoFile } from '../model/house-style.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { Seen } from '../model/seen.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { pictureReadings } from '../store/schema.ts'

/** What has to be compared for one assessment, by digest; each list sorted and without doubles, so that equal sets are equal texts. */
export interface PictureSet {
  readonly banners: readonly string[]
  readonly avatars: readonly string[]
  readonly portraits: readonly string[]
  /** Agreed banners. */
  readonly references: readonly string[]
  readonly logos: readonly Pick<LogoFile, 'file' | 'kind' | 'ground'>[]
}

const digestsOf = (pictures: readonly Seen<string>[]): string[] =>
  [...new Set(pictures.flatMap((picture) => (picture.seen ? [picture.value] : [])))].sort()

/** @param portraits of the people who may be looked at */
export function pictureSetOf(
  accounts: readonly CheckedAccount[],
  portraits: readonly Seen<string>[],
  { background, logo }: HouseStyle,
): PictureSet {
  return {
    banners: digestsOf(accounts.map(({ banner }) => banner)),
    avatars: digestsOf(accounts.map(({ avatar }) => avatar)),
    portraits: digestsOf(portraits),
    references: [...new Set(background.references)].sort(),
    logos: logo.files.map(({ file, kind, ground }) => ({ file, kind, ground })).sort((a, b) => (a.file < b.file ? -1 : 1)),
  }
}

/** The set as a worker takes it: each picture with what it is to the organisation. */
export const pictureListOf = ({ banners, avatars, portraits, references, logos }: PictureSet): PictureOfSet[] => [
  ...references.map((digest) => ({ digest, role: 'banner-reference' as const })),
  ...banners.map((digest) => ({ digest, role: 'banner' as const })),
  ...avatars.map((digest) => ({ digest, role: 'avatar' as const })),
  ...portraits.map((digest) => ({ digest, role: 'portrait' as const })),
  ...logos.map(({ file }) => ({ digest: file, role: 'logo' as const })),
]

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** What pictures are held against: other agreements or methods make a reading of no use. */
const heldAgainst = ({ references, logos }: PictureSet, methods: string): string => sha256([methods, references, logos])

/** Names the comparison: the same pictures against the same agreements by the same methods are compared once. */
export const inputDigest = (set: PictureSet, methods: string): string =>
  `${heldAgainst(set, methods)}.${sha256([set.banners, set.avatars, set.portraits])}`

const readingsOf = prepareOnce((db) =>
  db
    .select()
    .from(pictureReadings)
    .where(eq(pictureReadings.auditId, sql.placeholder('auditId')))
    .orderBy(desc(pictureReadings.id))
    .prepare(),
)

/**
 * How these pictures compare: the reading of exactly this set, else the newest that was held against the same agreements, in
 * which a picture that came later is not compared yet. `null` when there is none.
 */
export function readingOf(db: Db, auditId: string, set: PictureSet): { readonly input: string; readonly body: PicturesReading } | null {
  const rows = readingsOf(db).all({ auditId })
  const exact = rows.find(({ input, body }) => input === inputDigest(set, body.methods))
  return exact ?? rows.find(({ input, body }) => input.startsWith(`${heldAgainst(set, body.methods)}.`)) ?? null
}
