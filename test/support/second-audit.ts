import { eq } from 'drizzle-orm'
import type { Deps } from '../../src/deps.ts'
import type { Candidate } from '../../src/model/candidate.ts'
import { seen, unseen } from '../../src/model/seen.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { upsertCandidate } from '../../src/services/candidates.ts'
import { startAudit } from '../../src/services/start-audit.ts'
import { auditRoutes, audits, requests, snapshots } from '../../src/store/schema.ts'
import { sampleRoutes } from './sample-audit.ts'
import { sampleAccounts, site, via } from './sample-candidates.ts'

export const secondAt = '2026-11-14T10:00:00.000Z'

const posing: Candidate = {
  key: 'instagram:zorgwijde.echt',
  platform: 'instagram',
  handle: 'zorgwijde.echt',
  url: 'https://www.instagram.com/zorgwijde.echt/',
  closed: false,
  doubt: null,
  verdict: 'not-ours',
  confidence: 0.1,
  kind: 'impostor',
  signals: [],
  foundVia: [via({ route: 'platform-search', page: null, seenAt: secondAt })],
  furtherPlaces: 0,
}
const somebody: Candidate = {
  ...posing,
  key: 'linkedin:in/jannie-de-wit',
  platform: 'linkedin',
  handle: 'in/jannie-de-wit',
  url: 'https://www.linkedin.com/in/jannie-de-wit/',
  verdict: 'likely',
  kind: 'person',
  foundVia: [via({ seenAt: secondAt })],
}

/**
 * A second audit of the sample's organisation: YouTube is gone, Facebook bears another name and text, an account that poses as
 * theirs appeared, and a profile of a person with it. `same` finds what the first found.
 */
export async function secondAudit(deps: Deps, how: 'changed' | 'same' = 'changed', at = secondAt): Promise<string> {
  const { auditId } = await startAudit(deps, { name: 'Zorgwijde', website: site })
  deps.store.transact((tx) => {
    const audit = tx.select().from(audits).where(eq(audits.id, auditId)).get()
    if (!audit) throw new Error('no audit')
    const keep = (candidate: Candidate, body: Snapshot | undefined) => {
      const { accountId } = upsertCandidate(tx, auditId, audit.organisationId, candidate, at)
      if (body) tx.insert(snapshots).values({ auditId, accountId, state: body.state, body }).run()
    }
    for (const { candidate, look } of sampleAccounts) {
      const before = look?.(() => '0'.repeat(64))
      const body = before ? { ...before, takenAt: at } : undefined
      keep(candidate, body && how === 'changed' ? changed(body) : body)
    }
    if (how === 'changed') for (const candidate of [posing, somebody]) keep(candidate, undefined)
    for (const report of sampleRoutes) tx.insert(auditRoutes).values({ auditId, route: report.route, report }).onConflictDoNothing().run()
    tx.insert(requests)
      .values({ id: `${auditId}-1`, auditId, url: site, outcome: 'page', status: 200, at, record: null })
      .run()
    tx.update(audits).set({ state: 'done', startedAt: at, finishedAt: at, siteBelongs: 'yes' }).where(eq(audits.id, auditId)).run()
  })
  return auditId
}

function changed(body: Snapshot): Snapshot {
  if (body.key === 'facebook:zorgwijde')
    return {
      ...body,
      displayName: seen('Zorgwijde Zuid', 'og:title'),
      description: seen('Nieuws van Jannie de Wit en collega’s.', 'og:description'),
    }
  if (body.key !== 'youtube:@zorgwijdetv') return body
  const gone = unseen('absent')
  return { ...body, state: 'gone', wall: 'not-found', httpStatus: 404, displayName: gone, picture: gone, description: gone }
}
