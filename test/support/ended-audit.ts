import type { Deps } from '../../src/deps.ts'
import { findOrCreateOrganisation } from '../../src/services/organisation.ts'
import { newId } from '../../src/store/id.ts'
import { audits } from '../../src/store/schema.ts'

/** An audit that ended without finding anything, for what people hand in afterwards; written without running one. */
export function endedAudit(deps: Deps, organisation: { name?: string; website?: string; archive?: string } = {}): string {
  const { name = 'De Linde', website = null, archive } = organisation
  const now = deps.now().toISOString()
  const id = newId()
  deps.store.transact((tx) => {
    const known = { name, aliases: [], website, country: null, wikidataId: null, demo: false }
    const organisationId = findOrCreateOrganisation(tx, known, now)
    const request = { name, ...(archive ? { archive } : {}) }
    tx.insert(audits).values({ id, organisationId, state: 'done', stage: 'assess', request, createdAt: now, finishedAt: now }).run()
  })
  return id
}
