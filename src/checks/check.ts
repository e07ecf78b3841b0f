import type { AccountKind } from '../model/candidate.ts'
import type { Finding } from '../model/finding.ts'
import type { Organisation } from '../model/organisation.ts'
import type { PlatformId } from '../model/platform.ts'
import type { Seen } from '../model/seen.ts'
import type { Text } from '../model/text.ts'

/** An account that is the organisation's, as checks see it. */
export interface CheckedAccount {
  readonly key: string
  readonly platform: PlatformId
  readonly handle: string
  readonly url: string
  readonly kind: AccountKind
  /** The platform no longer exists. */
  readonly closed: boolean
  readonly displayName: Seen<string>
}

export interface CheckInput {
  readonly organisation: Organisation
  /** The accounts that are ours, and no others. */
  readonly accounts: readonly CheckedAccount[]
}

/**
 * One judgement, in a file named as its id. Pure: it looks at what was collected and fetches nothing.
 * What was not seen or cannot apply gets an outcome without a number.
 */
export interface Check {
  readonly id: string
  readonly title: Text
  /** What is judged and why, in a sentence or two. */
  readonly description: Text
  /** Which accounts it judges; each of them gets a finding, the others none. */
  appliesTo(account: CheckedAccount): boolean
  run(input: CheckInput): Finding[]
}
