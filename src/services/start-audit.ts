import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { type AuditRequest, auditRequestSchema, type RouteReport } from '../model/audit.ts'
import type { RouteId } from '../model/candidate.ts'
import { EenlijnError } from '../model/errors.ts'
import { newId } from '../store/id.ts'
import { auditRoutes, audits, idempotencyKeys } from '../store/schema.ts'
import { tell } from './events.ts'
import { findAudit } from './find-audit.ts'
import { invalidInput } from './invalid-input.ts'
import { keepEvidence } from './keep-evidence.ts'
import { findOrCreateOrganisation, readWebsite } from './organisation.ts'
import { handOver } from './owed-jobs.ts'
import { pasteInto } from './paste-links.ts'
import { addPrint, preparePrint } from './read-print.ts'
import { keepTeamBasis } from './save-team-basis.ts'
import { askedRoutesOf, enqueueStage, takesRoute } from './stages.ts'

/**
 * Makes the audit and hands its first job to the queue.
 * @returns `created: false` when this idempotency key was used before for the same request.
 * @throws EenlijnError `invalid-input`, `conflict` (the key was used for another request), `organisation-ambiguous`, `storage-full`.
 */
export async function startAudit(
  deps: Deps,
  input: unknown,
  options: {
    idempotencyKey?: string | undefined
    demo?: boolean /** ISO 8601: the day it is dated by, for demonstrations alone. */
    at?: string
    /** Of a known organisation, whatever name and website the request has. */
    organisationId?: string
  } = {},
): Promise<{ auditId: string; created: boolean }> {
  const { teamBasis, ...request } = readRequest(input)
  const requestDigest = createHash('sha256')
    .update(JSON.stringify({ ...request, teamBasis }))
    .digest('hex')
  if (request.archive && !(await deps.blobs.path(request.archive)))
    throw new EenlijnError(
      'invalid-input',
      { nl: 'Dit archief is niet bekend. Lever het eerst in.', en: 'This archive is not known. Hand it in first.' },
      { field: 'archive' },
    )
  const prints = await Promise.all((request.prints ?? []).map((print) => preparePrint(deps, print)))
  const now = deps.now().toISOString()
  const made = deps.store.transact((tx) => {
    const before = options.idempotencyKey
      ? tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, options.idempotencyKey)).get()
      : undefined
    if (before) {
      if (before.requestDigest !== requestDigest) throw keyUsedTwice()
      return { auditId: before.auditId, created: false }
    }
    const { name, aliases = [], website = null, country = null } = request
    const asked = { name, aliases, website, country, wikidataId: null, demo: options.demo ?? false }
    const organisationId = options.organisationId ?? findOrCreateOrganisation(tx, asked, now)
    // Whoever hands in the basis with the request says with it that it is their own weighing.
    if (teamBasis) keepTeamBasis(tx, organisationId, { ...teamBasis, confirmed: true, personId: null }, now)
    const auditId = newId(deps.now().getTime())
    const dated = { createdAt: options.at ?? now, startedAt: options.at ?? null }
    tx.insert(audits)
      .values({ id: auditId, organisationId, state: 'queued', stage: 'resolve', request, ...dated })
      .run()
    if (request.archive) keepEvidence({ tx, deps, auditId, now }, request.archive, 'archive')
    const routes: RouteId[] = [
      ...(takesRoute({ request }, 'website') ? (['website'] as const) : []),
      'wikidata',
      ...askedRoutesOf({ request }),
      ...(takesRoute({ request }, 'linked-account') ? (['linked-account'] as const) : []),
      ...(request.press?.length ? (['press'] as const) : []),
      ...(request.links ? (['pasted'] as const) : []),
    ]
    for (const route of routes)
      tx.insert(auditRoutes)
        .values({ auditId, route, report: waiting(route) })
        .run()
    if (request.links) pasteInto(tx, deps, { auditId, text: request.links })
    for (const print of prints) addPrint(tx, deps, findAudit(tx, auditId), print, null)
    if (options.idempotencyKey) tx.insert(idempotencyKeys).values({ key: options.idempotencyKey, requestDigest, auditId, at: now }).run()
    tell(tx, auditId, { kind: 'state', data: { state: 'queued' } }, now)
    return { auditId, created: true }
  })
  // When the queue is away the audit stays queued, and `reconcile` hands it over later.
  if (made.created) await handOver(deps, made.auditId)
  if (made.created) await enqueueStage(deps, made.auditId).catch((error) => deps.log.warn({ error, auditId: made.auditId }, 'queue away'))
  return made
}

function readRequest(input: unknown): AuditRequest {
  const parsed = auditRequestSchema.safeParse(input)
  if (!parsed.success) throw invalidInput(parsed.error)
  const request = parsed.data
  if (!/[\p{L}\p{N}]/u.test(request.name))
    throw new EenlijnError(
      'invalid-input',
      { nl: 'Vul de naam van de organisatie in, met letters of cijfers.', en: 'Fill in the organisation’s name, with letters or digits.' },
      { field: 'name' },
    )
  const website = request.website ? readWebsite(request.website) : undefined
  return {
    ...request,
    name: request.name.replace(/\s+/g, ' '),
    ...(website ? { website } : {}),
    ...(request.press ? { press: request.press.map(readArticleAddress) } : {}),
    ...(request.website === '' ? { website: undefined } : {}),
  }
}

/** The address of an article, as it is asked for. */
function readArticleAddress(address: string): string {
  try {
    return readWebsite(address)
  } catch (error) {
    throw error instanceof EenlijnError ? new EenlijnError(error.code, error.text, { field: 'press', cause: error }) : error
  }
}

const waiting = (route: RouteId): RouteReport => ({
  route,
  state: 'waiting',
  pagesRead: 0,
  pagesUnseen: 0,
  found: 0,
  why: null,
  byHand: null,
})

const keyUsedTwice = () =>
  new EenlijnError('conflict', {
    nl: 'Deze Idempotency-Key is al gebruikt voor een andere aanvraag. Neem een nieuwe.',
    en: 'This Idempotency-Key was used for another request. Take a new one.',
  })
