import { createRecorder } from '../../src/capture/record.ts'
import type { Deps } from '../../src/deps.ts'
import type { Candidate } from '../../src/model/candidate.ts'
import type { PlatformId } from '../../src/model/platform.ts'
import { accountFromHandle } from '../../src/platforms/classify.ts'
import { upsertCandidate } from '../../src/services/candidates.ts'
import { readAudit } from '../../src/services/read-audit.ts'
import { readLocations } from '../../src/services/read-locations.ts'
import { evidence, requests } from '../../src/store/schema.ts'

/** Writes an account as if a route had found it. @returns its id. */
export function addAccount(deps: Deps, auditId: string, platform: PlatformId, handle: string, over: Partial<Candidate> = {}): string {
  const address = accountFromHandle(platform, handle)
  if (!address?.key || !address.url) throw new Error(`not a handle: ${handle}`)
  const candidate: Candidate = {
    key: address.key,
    platform,
    handle,
    url: address.url,
    closed: false,
    doubt: null,
    verdict: 'unknown',
    confidence: 0.5,
    kind: 'unknown',
    signals: [],
    foundVia: [],
    furtherPlaces: 0,
    ...over,
  }
  const { organisation } = readAudit(deps, auditId, { personId: null })
  return deps.store.transact((tx) => upsertCandidate(tx, auditId, organisation.id, candidate, '2026-11-12T13:30:00.000Z')).accountId
}

/** Keeps a page of the site as if this audit had read it. */
export async function addPage(deps: Deps, auditId: string, url: string, html: string): Promise<void> {
  const { keep } = createRecorder(deps.blobs)
  const at = '2026-11-12T13:30:00.000Z'
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  const record = await keep({ kind: 'response', url, at, status: 200, headers, body: Buffer.from(html) })
  const id = `${auditId}-${url}`
  deps.store.db
    .insert(evidence)
    .values({ digest: record, auditId, kind: 'page', expiresAt: '2026-12-12T13:30:00.000Z' })
    .onConflictDoNothing()
    .run()
  deps.store.db.insert(requests).values({ id, auditId, url, outcome: 'page', status: 200, at, record }).run()
}

/** `<name of the location> <platform>: <state>` of every cell that matches. */
export const cellsOf = (deps: Deps, auditId: string): Record<string, string> =>
  Object.fromEntries(
    readLocations(deps, auditId).rows.flatMap(({ location, cells }) =>
      cells.map(({ platform, state }) => [`${location.name} ${platform}`, state] as const),
    ),
  )
