import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { audits, organisations } from '../store/schema.ts'
import { startAudit } from './start-audit.ts'

/**
 * Audits the demonstration organisation from its web archive, when no audit of it exists yet.
 * It goes through the same queue and the same steps as any other; nothing of its outcome is stored beforehand.
 */
export async function startDemo(deps: Deps): Promise<string | null> {
  const known = deps.store.db
    .select({ id: audits.id })
    .from(audits)
    .innerJoin(organisations, eq(organisations.id, audits.organisationId))
    .where(eq(organisations.demo, true))
    .limit(1)
    .get()
  if (known) return null
  const [{ packDemoArchive }, { demoOrganisation }] = await Promise.all([import('../demo/pack.ts'), import('../demo/organisation.ts')])
  const archive = await deps.blobs.put(await packDemoArchive())
  const { name, website, aliases, country } = demoOrganisation
  const { auditId } = await startAudit(deps, { name, website, aliases, country, archive }, { demo: true })
  return auditId
}
