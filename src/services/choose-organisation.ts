import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { auditRoutes, audits, organisations } from '../store/schema.ts'
import { tell } from './events.ts'
import { findAudit } from './find-audit.ts'
import { readWebsite } from './organisation.ts'
import { noWebsite, routeEnded } from './route-texts.ts'
import { enqueueStage } from './stages.ts'

export type OrganisationChosen = { readonly wikidataId: string } | { readonly website: string } | { readonly none: true }

/**
 * Goes on after several organisations of one name were found: with one of them, with a website, or without either.
 * @throws EenlijnError `conflict` when nothing is to be chosen, `invalid-input` for what was not on the list.
 */
export async function chooseOrganisation(deps: Deps, auditId: string, choice: OrganisationChosen): Promise<void> {
  deps.store.transact((tx) => {
    const audit = findAudit(tx, auditId)
    if (audit.state !== 'choosing')
      throw new EenlijnError('conflict', { nl: 'Hier valt nu niets te kiezen.', en: 'There is nothing to choose here now.' })
    const now = deps.now().toISOString()
    const change = (values: Partial<typeof organisations.$inferInsert>) =>
      tx.update(organisations).set(values).where(eq(organisations.id, audit.organisationId)).run()
    if ('wikidataId' in choice) {
      const chosen = audit.choices?.find((option) => option.wikidataId === choice.wikidataId)
      if (!chosen)
        throw new EenlijnError(
          'invalid-input',
          { nl: 'Deze organisatie stond niet in de lijst.', en: 'This organisation was not on the list.' },
          { field: 'wikidataId' },
        )
      change({ wikidataId: chosen.wikidataId, website: chosen.website, country: chosen.country })
    } else if ('website' in choice) change({ website: readWebsite(choice.website) })
    const lookAgain = !('none' in choice)
    if (!lookAgain) {
      const report = { ...routeEnded('website', 'not-looked', 0), ...noWebsite }
      tx.insert(auditRoutes)
        .values({ auditId, route: 'website', report })
        .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report } })
        .run()
      tell(tx, auditId, { kind: 'route', data: report }, now)
    }
    tx.update(audits)
      .set({ state: 'running', stage: lookAgain ? 'resolve-chosen' : 'judge' })
      .where(eq(audits.id, auditId))
      .run()
    tell(tx, auditId, { kind: 'state', data: { state: 'running' } }, now)
  })
  deps.bell.ring(auditId)
  await enqueueStage(deps, auditId).catch((error) => deps.log.warn({ error, auditId }, 'queue away'))
}
