import type { AccountKind } from '../model/candidate.ts'
import type { Finding, NormKind } from '../model/finding.ts'
import type { HouseStyle } from '../model/house-style.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Seen } from '../model/seen.ts'
import type { Activity, SnapshotState } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'
import type { LikenessStep } from '../naming/likeness.ts'

/** An account that is the organisation's, as checks see it: what the last look brought. */
export interface CheckedAccount {
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly url: string
  readonly kind: AccountKind
  /** The platform no longer exists. */
  readonly closed: boolean
  /** How the last look went; `null` when nobody looked yet. */
  readonly state: SnapshotState | null
  readonly displayName: Seen<string>
  readonly description: Seen<string>
  readonly website: Seen<string>
  /** Addresses that the profile leads to. */
  readonly linksBack: Seen<readonly string[]>
  /** Digest of the profile picture. */
  readonly avatar: Seen<string>
  /** Digest of the wide picture. */
  readonly banner: Seen<string>
  readonly verified: Seen<boolean>
  readonly language: Seen<string>
  readonly activity: Activity
  /** The place or unit that it speaks for, where somebody said or a list of locations says so. */
  readonly unit: string | null
}

/** Somebody of the team whose profiles may be looked at, without a name. Findings on people speak of the group alone. */
export interface CheckedPerson {
  readonly id: string
  readonly profiles: readonly {
    readonly key: string
    readonly platform: PlatformId
    readonly portrait: Seen<string>
    /** How near the name is to the agreed build, by whoever may know the person; `null` when nobody chose the name. */
    readonly nameStep: LikenessStep | null
  }[]
}

/** Why an account may differ on one check. */
export interface Explanation {
  /** Account key. */
  readonly subject: string
  readonly check: string
  readonly reason: string
  readonly approver: string
  /** ISO 8601. */
  readonly at: string
}

export interface CheckInput {
  readonly organisation: Organisation
  /** The accounts that are ours, and no others. */
  readonly accounts: readonly CheckedAccount[]
  /** Those of the team who may be looked at; none without a basis. */
  readonly people: readonly CheckedPerson[]
  readonly houseStyle: HouseStyle
  /** `null`: the pictures were not compared yet. */
  readonly pictures: PicturesReading | null
  readonly explanations: readonly Explanation[]
}

/** The parts that a report and a trend show a grade of. */
export const parts = ['names', 'background', 'pictures', 'text', 'portraits'] as const
export type Part = (typeof parts)[number]

/** What a person changes to mend a finding; one change can mend several. */
type Field = 'handle' | 'displayName' | 'banner' | 'avatar' | 'description' | 'website' | 'profile' | 'portraits'

/**
 * One judgement, in a file named as its id. Pure: it looks at what was collected and fetches nothing.
 * What was not seen or cannot apply gets an outcome without a number.
 */
export interface Check {
  readonly id: string
  readonly part: Part
  readonly field: Field
  /** Whose norms it can be held against; each finding says which it was. */
  readonly norms: readonly NormKind[]
  readonly title: Text
  /** What is judged and why, in a sentence or two. */
  readonly description: Text
  /** Which accounts it judges; each of them gets a finding, the others none. */
  appliesTo(account: CheckedAccount): boolean
  /** `input.accounts` are those it applies to. */
  run(input: CheckInput): Finding[]
}

const ours: ReadonlySet<AccountKind> = new Set(['central', 'unit', 'location', 'campaign', 'unknown'])

/** Accounts that speak for the organisation: no people, no second or reserved ones, nobody else's. */
export const isSpeaking = ({ kind, closed }: CheckedAccount): boolean => ours.has(kind) && !closed

/** Those of them that can be looked at: one that is gone has no picture or words to judge. */
export const isVisible = (account: CheckedAccount): boolean => isSpeaking(account) && account.state !== 'gone'
