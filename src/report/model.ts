import type { AuditState, RouteState } from '../model/audit.ts'
import type { AccountKind, RouteId, Verdict } from '../model/candidate.ts'
import type { Finding, Score } from '../model/finding.ts'
import type { PlatformId } from '../model/platform.ts'
import type { PrintedNote } from '../model/print-item.ts'
import type { Seen } from '../model/seen.ts'
import type { SnapshotState, WallKind } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'
import type { SlotAnswer } from '../services/views.ts'
import type { GroupKind } from './sheet-groups.ts'
import type { UniformityMend } from './uniformity.ts'

/** The report of one audit as plain data in both languages; page, print, CSV and JSON are made from it alone. */
export interface ReportModel {
  readonly auditId: string
  readonly state: AuditState
  readonly organisation: {
    readonly name: string
    readonly aliases: readonly string[]
    readonly website: string | null
    readonly country: string | null
    readonly wikidataId: string | null
    readonly demo: boolean
  }
  /** What goes well; at least one sentence, and an honest one when little was seen. */
  readonly strengths: readonly Text[]
  /** The five named platforms first, also without account; then the others. */
  readonly platforms: readonly PlatformSection[]
  /** Accounts of which nobody can say yet whose they are. */
  readonly open: readonly AccountSection[]
  /** Accounts that turned out to be somebody else's. */
  readonly notOurs: readonly AccountSection[]
  /** How many accounts wait for somebody to say whose they are. */
  readonly undecided: number
  readonly unseen: UnseenSection
  /** What the organisation's own print says that no longer holds, with how to put it right. */
  readonly printed: readonly PrintedNote[]
  readonly uniformity: UniformitySection
  readonly plan: readonly PlanLine[]
  readonly provenance: Provenance
}

export interface PlatformSection {
  readonly platform: PlatformId | string
  readonly name: string
  readonly named: boolean
  readonly accounts: readonly AccountSection[]
  /** What was said of the absence of an account; `null` when nothing was said. */
  readonly answer: {
    readonly answer: SlotAnswer
    readonly text: Text
    readonly note: string
    readonly by: string | null
    readonly at: string
  } | null
}

export interface AccountSection {
  readonly accountId: string
  readonly key: string
  readonly platform: PlatformId
  readonly platformName: string
  readonly handle: string
  readonly url: string
  /** The platform no longer exists. */
  readonly closed: boolean
  /** What a person decided, else what the product judged. */
  readonly standing: Verdict
  readonly standingText: Text
  /** What the product judged, with its confidence of 0 to 1. */
  readonly verdict: Verdict
  readonly confidence: number
  readonly kind: AccountKind
  readonly kindText: Text
  readonly decided: { readonly by: string | null; readonly at: string } | null
  readonly grading: Grading
  /** The places where it was found, the most telling first. */
  readonly foundVia: readonly Place[]
  readonly furtherPlaces: number
  /** `null` when nobody looked yet. */
  readonly look: Look | null
}

export interface Grading {
  readonly lines: readonly GradeLine[]
  /** Mean of the numbers among `lines`, in tenths; `null` without a number. `n` counts those numbers. */
  readonly mean: { readonly value: number; readonly n: number } | null
  /** Grades of others that this reader may see only after grading. */
  readonly hidden: number
}

interface GradeLine {
  /** 1 to 10 in halves; `null` is "niet te beoordelen". */
  readonly grade: number | null
  readonly reason: string
  readonly by: string | null
  readonly at: string
}

export interface Place {
  readonly route: RouteId
  readonly text: Text
  readonly page: string | null
  readonly quote: string
  readonly seenAt: string
  readonly record: string | null
}

export interface Look {
  readonly state: SnapshotState
  readonly takenAt: string
  readonly displayName: Seen<string>
  readonly description: Seen<string>
  readonly picture: Seen<string>
  readonly website: Seen<string>
  readonly wall: { readonly kind: WallKind; readonly why: Text; readonly byHand: Text } | null
  readonly record: string | null
  /** Somebody looked by hand, and this is what that person saw. */
  readonly byHand: { readonly by: string | null; readonly at: string } | null
}

/** What could not be seen. Nothing in here counts against anybody. */
export interface UnseenSection {
  readonly routes: readonly { readonly route: RouteId; readonly name: Text; readonly why: Text | null; readonly byHand: Text | null }[]
  readonly accounts: readonly {
    readonly accountId: string
    readonly platform: PlatformId
    readonly handle: string
    readonly url: string
    readonly why: Text
    readonly byHand: Text
  }[]
}

export interface UniformitySection {
  /** This reader still has to grade, so the computed grade stays out of sight. */
  readonly hidden: boolean
  /** `null` before the first assessment, and while hidden. */
  readonly score: Score | null
  readonly rubric: string | null
  readonly version: number | null
  readonly findings: readonly (Finding & { readonly about: string | null })[]
  /** The grade as a sum that a person can do over; `null` without a grade. */
  readonly formula: Text | null
  /** What the total is made of. */
  readonly parts: readonly UniformityLine[]
  /** What would mend it and what that brings, the most first. */
  readonly mends: readonly ReportMend[]
  /** How the accounts lie together by banner; `null` where nobody laid them. */
  readonly sheet: ReportSheet | null
  readonly grading: Grading
}

/** A part of the uniformity, or one of its checks. */
export interface UniformityLine {
  readonly title: Text
  readonly score: Score
  readonly checks: readonly {
    readonly id: string
    readonly title: Text
    readonly weight: number
    readonly score: Score
    readonly inLine: number
    readonly toMend: number
    readonly unseen: number
  }[]
}

export type ReportMend = Pick<UniformityMend, 'about' | 'field' | 'minutes' | 'gain' | 'gradeAfter' | 'how'>

export interface ReportSheet {
  readonly norm: 'agreed' | 'majority' | null
  readonly groups: readonly { readonly kind: GroupKind; readonly accounts: readonly string[] }[]
}

interface PlanLine {
  readonly id: string
  readonly what: string
  readonly how: string
  readonly owner: string | null
  readonly due: string | null
  readonly done: boolean
}

export interface Provenance {
  /** Version of the product that renders the report; `null` when it was not told. */
  readonly productVersion: string | null
  readonly createdAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
  /** The audit replayed a web archive; nothing was asked of the network. */
  readonly fromArchive: boolean
  readonly label: string | null
  readonly routes: readonly {
    readonly route: RouteId
    readonly name: Text
    readonly state: RouteState
    readonly stateText: Text
    readonly pagesRead: number
    readonly pagesUnseen: number
    readonly found: number
    readonly why: Text | null
  }[]
  readonly pagesRead: number
  readonly pagesUnseen: number
  readonly requestsMade: number
  /** Pages that an earlier audit kept and that still held; `null` when there were none. */
  readonly unchanged?: { readonly pages: number; readonly from: string; readonly to: string } | null
  readonly peopleCounted: number | null
  readonly siteBelongs: 'yes' | 'doubtful' | 'no' | 'not-judged'
}
