import type { Deps } from '../deps.ts'
import type { LocationAnswer } from '../model/location.ts'
import type { PlatformId } from '../model/platform.ts'
import { newId } from '../store/id.ts'
import { accountLocations, locationAnswers } from '../store/schema.ts'
import { findAccount, findAudit } from './find-audit.ts'
import { findLocation, readNote } from './find-location.ts'

export interface AnswerLocationInput {
  readonly auditId: string
  readonly locationId: string
  readonly platform: PlatformId
  /** `null` takes the answer back. */
  readonly answer: LocationAnswer | null
  readonly note: string
  readonly personId: string | null
}

/** Says why a location has no account on a platform. It holds in later audits. @throws EenlijnError `not-found`, `invalid-input`. */
export function answerLocation(deps: Deps, input: AnswerLocationInput): void {
  const { locationId, platform, answer, personId } = input
  const note = readNote(input.note)
  deps.store.transact((tx) => {
    findLocation(tx, findAudit(tx, input.auditId), locationId)
    const at = deps.now().toISOString()
    tx.insert(locationAnswers).values({ id: newId(), locationId, platform, answer, note, personId, at }).run()
  })
}

export interface AttachInput {
  readonly auditId: string
  readonly accountId: string
  /** `null` says that it belongs to no location. */
  readonly locationId: string | null
  readonly personId: string | null
}

/** Says to which location an account belongs; above what its name suggests, and in later audits too. @throws EenlijnError `not-found`. */
export function attachAccount(deps: Deps, { auditId, accountId, locationId, personId }: AttachInput): void {
  deps.store.transact((tx) => {
    const audit = findAudit(tx, auditId)
    findAccount(tx, audit, accountId)
    if (locationId !== null) findLocation(tx, audit, locationId)
    tx.insert(accountLocations).values({ id: newId(), accountId, locationId, personId, at: deps.now().toISOString() }).run()
  })
}
