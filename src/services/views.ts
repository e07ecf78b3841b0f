import type { Assessment, AuditRequest, AuditState, OrganisationChoice, RouteReport } from '../model/audit.ts'
import type { AccountKind, Candidate, Decision, Verdict } from '../model/candidate.ts'
import type { PlatformId } from '../model/platform.ts'
import type { PrintedNote } from '../model/print-item.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'

/** What pages, the API and the command show of an audit. Plain data; nothing in here is a database row. */

interface OrganisationView {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly website: string | null
  readonly country: string | null
  readonly wikidataId: string | null
  readonly demo: boolean
}

export interface DecisionView {
  readonly id: string
  /** `null` when the last act was an undo. */
  readonly decision: Decision | null
  /** The sort of account that the person said it is; `null` when nobody said. */
  readonly kind?: AccountKind | null
  readonly by: string | null
  readonly at: string
  /** The audit in which it was decided; another audit's when it was carried over. */
  readonly auditId: string
}

/** A name or address that an account had, or has beside the one it is known by. */
export interface AccountNameView {
  readonly handle: string
  readonly url: string
  readonly firstSeenAt: string
  readonly lastSeenAt: string
  /** It was renamed; otherwise this is a second address of the same account. */
  readonly renamed: boolean
}

export interface GradeView {
  readonly personId: string
  readonly by: string | null
  /** 2 to 20; `null` is "niet te beoordelen". */
  readonly halfPoints: number | null
  readonly reason: string
  readonly version: number
  readonly at: string
}

/** Other people's grades stay hidden until this person has graded. */
export interface GradingView {
  readonly mine: GradeView | null
  /** Empty while hidden. */
  readonly others: readonly GradeView[]
  /** How many others graded, also while hidden. */
  readonly othersCount: number
  readonly revealed: boolean
}

/** That a person looked at an account, and what the machine had seen of it. */
export interface LookByHandView {
  readonly by: string | null
  readonly at: string
  readonly machine: Snapshot | null
}

export interface CandidateView extends Candidate {
  readonly accountId: string
  readonly decision: DecisionView | null
  /** The person's decision where there is one, else the verdict. */
  readonly standing: Verdict
  /** The kind as we judged it; `kind` is what a person said, where one did. */
  readonly judgedKind?: AccountKind
  /** Earlier names and second addresses, told by the platform's own number for the account. */
  readonly formerNames?: readonly AccountNameView[]
  /** When another account was seen under this name. */
  readonly takenOverAt?: string | null
  readonly snapshot: Snapshot | null
  /** Set when the snapshot is what a person saw. */
  readonly byHand?: LookByHandView | null
  readonly grading: GradingView
}

export const slotAnswers = ['not-found', 'does-not-exist', 'deliberately-absent', 'could-not-look'] as const
export type SlotAnswer = (typeof slotAnswers)[number]

/** One platform of the worksheet, or another one: its accounts, or what was said of their absence. */
export interface SlotView {
  /** A platform's id, or the free name of one that the product does not know. */
  readonly platform: PlatformId | string
  readonly named: boolean
  readonly accounts: readonly CandidateView[]
  readonly answer: { readonly answer: SlotAnswer; readonly note: string; readonly by: string | null; readonly at: string } | null
}

export interface PlanItemView {
  readonly id: string
  /** "Kan er iets beter?" */
  readonly what: string
  /** "Hoe ga je dat voor elkaar krijgen?" */
  readonly how: string
  readonly owner: string | null
  /** YYYY-MM-DD. */
  readonly due: string | null
  readonly done: boolean
  /** What it mends, where a finding asked for it: checks with a space in between, and the account's key. */
  readonly check?: string | null
  readonly subject?: string | null
  /** The later audit that saw it in line. */
  readonly seenDoneIn?: string | null
}

/** A line of an earlier plan that this audit saw in line. */
export interface FollowedUpView {
  readonly id: string
  readonly what: string
  readonly how: string
  readonly owner: string | null
  /** The audit that asked for it, and when. */
  readonly auditId: string
  readonly askedAt: string
  /** What was seen, per check. */
  readonly saw: readonly Text[]
  /** Digest of the evidence record of the account. */
  readonly record: string | null
}

export interface AuditView {
  readonly id: string
  readonly organisation: OrganisationView
  readonly state: AuditState
  readonly request: AuditRequest
  readonly createdAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly failure: string | null
  readonly choices: readonly OrganisationChoice[]
  readonly siteBelongs: 'yes' | 'doubtful' | 'no' | 'not-judged'
  readonly peopleCounted: number | null
  readonly routes: readonly RouteReport[]
  /** Undecided and most likely first, then by platform. */
  readonly candidates: readonly CandidateView[]
  /** The five named platforms first, then every other with an account or an answer. */
  readonly slots: readonly SlotView[]
  /** The newest assessment and its number; `null` before the first. */
  readonly assessment: (Assessment & { readonly version: number }) | null
  readonly uniformityGrading: GradingView
  /** What the organisation's own print says that no longer holds. */
  readonly printed?: readonly PrintedNote[]
  readonly plan: readonly PlanItemView[]
  /** What the plan before asked for and is in line now. */
  readonly followedUp?: readonly FollowedUpView[]
  readonly requestsMade: number
  /** Requests whose answer is older than the audit: an earlier audit kept it, and it still held. `null`: none. */
  readonly unchanged?: UnchangedView | null
  /** Id of the newest event, to watch on from. */
  readonly lastEvent: number
}

export interface UnchangedView {
  readonly pages: number
  /** The oldest and the newest of them, ISO 8601. */
  readonly from: string
  readonly to: string
}

export interface AuditSummary {
  readonly id: string
  readonly organisation: string
  readonly demo: boolean
  readonly state: AuditState
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly accountsOurs: number
  readonly undecided: number
}

/** What a watcher is told. `data` is small; the page asks for details. */
export type AuditEvent = { readonly id: number; readonly at: string } & (
  | { readonly kind: 'state'; readonly data: { readonly state: AuditState } }
  | { readonly kind: 'route'; readonly data: RouteReport }
  | {
      readonly kind: 'page'
      readonly data: {
        readonly url: string
        readonly outcome: string
        readonly read: number
        readonly planned: number
        readonly found: number
      }
    }
  | { readonly kind: 'found'; readonly data: { readonly accounts: number } }
  | {
      readonly kind: 'look'
      readonly data: { readonly accountId: string; readonly platform: string; readonly handle: string; readonly state: string }
    }
  | { readonly kind: 'assessed'; readonly data: { readonly version: number } }
)
