import type { Deps } from '../deps.ts'
import type { SprawlDecision } from '../model/location.ts'
import { newId } from '../store/id.ts'
import { sprawlDecisions } from '../store/schema.ts'
import { findAccount, findAudit } from './find-audit.ts'
import { readNote } from './find-location.ts'

export interface DecideSprawlInput {
  readonly auditId: string
  readonly accountId: string
  /** `null` takes the decision back. */
  readonly decision: SprawlDecision | null
  readonly note: string
  readonly personId: string | null
}

/** Says what is to be done with an account that stands apart. Nothing is done at the platform. @throws EenlijnError `not-found`, `invalid-input`. */
export function decideSprawl(deps: Deps, input: DecideSprawlInput): void {
  const { accountId, decision, personId } = input
  const note = readNote(input.note)
  deps.store.transact((tx) => {
    findAccount(tx, findAudit(tx, input.auditId), accountId)
    tx.insert(sprawlDecisions).values({ id: newId(), accountId, decision, note, personId, at: deps.now().toISOString() }).run()
  })
}
