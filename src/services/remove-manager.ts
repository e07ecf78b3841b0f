import type { Deps } from '../deps.ts'
import { findAudit } from './find-audit.ts'
import { findManager } from './find-manager.ts'
import { erasePerson } from './person.ts'

/**
 * Takes a manager off the register and erases name, address and job title. That somebody in this role managed these
 * accounts in that time stays, without saying who.
 * @throws EenlijnError `not-found`.
 */
export function removeManager(deps: Deps, input: { auditId: string; id: string }): void {
  const { db } = deps.store
  erasePerson(deps, findManager(db, findAudit(db, input.auditId), input.id).personId)
}
