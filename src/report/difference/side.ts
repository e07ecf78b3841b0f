import type { CheckedAccount, CheckInput, Explanation } from '../../checks/check.ts'
import type { RouteReport } from '../../model/audit.ts'
import type { AccountKind, Candidate, Verdict } from '../../model/candidate.ts'
import type { Score } from '../../model/finding.ts'
import type { HouseStyle } from '../../model/house-style.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import type { Rubric } from '../../scoring/score.ts'

/** An account as one audit knew it. */
export interface AccountThen extends Pick<Candidate, 'platform' | 'handle' | 'url' | 'foundVia' | 'closed' | 'signals'> {
  /** Stays the account's own over audits and names. */
  readonly id: string
  /** Its key under the name of that time. */
  readonly key: string
  /** Whose it was held to be then, people's word included. */
  readonly standing: Verdict
  readonly kind: AccountKind
  /** Id of the newest word of a person on it at that time. */
  readonly decision: string | null
  readonly snapshot: Snapshot | null
  /** As the checks see it. */
  readonly checked: CheckedAccount
}

/** What was asked at one audit. */
interface NormThen {
  readonly rubric: Rubric
  readonly houseStyle: HouseStyle
  readonly explanations: readonly Explanation[]
}

/** One audit, as far as it is compared. */
export interface AuditThen {
  readonly auditId: string
  /** ISO 8601. */
  readonly at: string
  /** Versions of the product and of the weights: what differs in these may be judged otherwise for that reason alone. */
  readonly judgedBy: string
  readonly organisation: CheckInput['organisation']
  readonly accounts: readonly AccountThen[]
  readonly routes: readonly RouteReport[]
  /** Addresses that were read, and those that were asked for and are not there. */
  readonly read: ReadonlySet<string>
  readonly missing: ReadonlySet<string>
  readonly people: CheckInput['people']
  readonly pictures: CheckInput['pictures']
  /** The same pictures held against what was agreed at the other audit, where that was done. */
  readonly picturesByOther?: CheckInput['pictures']
  readonly norm: NormThen
  /** As it was scored at the time. */
  readonly score: Score
}

/** One spelling for a page, whatever way it was linked. */
export function pageKey(url: string): string {
  const bare = url.replace(/#.*$/s, '').replace(/^https?:\/\/(?:www\.)?/i, '')
  return bare.endsWith('/') ? bare.slice(0, -1) : bare
}

export const hasRead = (audit: Pick<AuditThen, 'read'>, page: string | null): boolean => page !== null && audit.read.has(pageKey(page))
