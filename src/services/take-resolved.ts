import { eq } from 'drizzle-orm'
import { resolveJob } from '../model/jobs.ts'
import { audits, organisations } from '../store/schema.ts'
import { advanceAudit } from './advance-audit.ts'
import { upsertCandidate } from './candidates.ts'
import { tell } from './events.ts'
import { organisationOf } from './find-audit.ts'
import { reportRoute } from './report-route.ts'
import { noAnswer, noWebsite, routeEnded } from './route-texts.ts'
import { askedRoutesOf, takesRoute } from './stages.ts'
import type { Taking } from './taking.ts'

/** Whose the name is: the organisation as the register knows it, or several for a person to choose from. */
export function takeResolved(taking: Taking): boolean {
  const { tx, audit, job, now } = taking
  const result = job.state === 'completed' ? resolveJob.result.parse(job.result) : null
  const organisation = organisationOf(tx, audit)
  if (result?.state === 'several' && organisation.website === null) {
    tx.update(audits).set({ state: 'choosing', choices: result.choices }).where(eq(audits.id, audit.id)).run()
    reportRoute(taking, { ...routeEnded('wikidata', 'done', result.choices.length) })
    tell(tx, audit.id, { kind: 'state', data: { state: 'choosing' } }, now)
    return false
  }
  const chosen = result?.chosen ?? null
  if (chosen)
    tx.update(organisations)
      .set({
        website: organisation.website ?? chosen.website,
        wikidataId: chosen.wikidataId,
        country: organisation.country ?? chosen.country,
        aliases: [
          ...new Set([...organisation.aliases, ...(chosen.name === organisation.name ? [] : [chosen.name]), ...chosen.aliases]),
        ].slice(0, 20),
      })
      .where(eq(organisations.id, organisation.id))
      .run()
  for (const claim of result?.claims ?? []) {
    const { via, ...account } = claim
    upsertCandidate(
      tx,
      audit.id,
      audit.organisationId,
      { ...account, verdict: 'unknown', confidence: 0.5, kind: 'unknown', signals: [], foundVia: [via], furtherPlaces: 0 },
      now,
    )
  }
  const looked = result !== null && result.state !== 'not-looked'
  reportRoute(
    taking,
    looked
      ? routeEnded('wikidata', 'done', result.claims.length)
      : { ...routeEnded('wikidata', 'not-looked', 0), why: result?.why ?? noAnswer, byHand: result?.byHand ?? registerHint },
  )
  const website = organisation.website ?? chosen?.website ?? null
  if (takesRoute(audit, 'website')) {
    if (website === null) reportRoute(taking, { ...routeEnded('website', 'not-looked', 0), ...noWebsite })
    else reportRoute(taking, { ...routeEnded('website', 'running', 0) })
  }
  for (const route of askedRoutesOf(audit)) reportRoute(taking, routeEnded(route, 'running', 0))
  return advanceAudit(taking, 'judge')
}

const registerHint = {
  nl: 'Zoek de organisatie zelf op wikidata.org en plak de links die daar staan.',
  en: 'Look the organisation up on wikidata.org yourself and paste the links that stand there.',
}
