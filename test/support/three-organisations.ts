import { eq } from 'drizzle-orm'
import type { Deps } from '../../src/deps.ts'
import { findAudit } from '../../src/services/find-audit.ts'
import { organisations } from '../../src/store/schema.ts'
import { type TwoAudits, twoAudits } from './two-audits.ts'

const threeNames = ['Zorgkring Noord', 'Stichting De Brug', 'Wijdezorg'] as const

/** Three organisations of the same two audits each, that differ in nothing but their names. */
export async function threeOrganisations(deps: Deps, clock: { now: Date }): Promise<readonly [TwoAudits, TwoAudits, TwoAudits]> {
  const made: TwoAudits[] = []
  for (const name of threeNames) {
    const audits = await twoAudits(deps, clock)
    const { organisationId } = findAudit(deps.store.db, audits.second)
    deps.store.db.update(organisations).set({ name, nameKey: name.toLowerCase() }).where(eq(organisations.id, organisationId)).run()
    made.push(audits)
  }
  return made as [TwoAudits, TwoAudits, TwoAudits] & readonly TwoAudits[]
}
