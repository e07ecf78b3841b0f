import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { RouteReport } from '../model/audit.ts'
import { candidateSchema, type RouteId } from '../model/candidate.ts'
import {
  assessJob,
  type Claim,
  claimSchema,
  judgeJob,
  linkJob,
  lookJob,
  picturesJob,
  pressJob,
  printJob,
  type ResultOf,
  resolveJob,
  routeJob,
  teamLookJob,
  turnJob,
  websiteJob,
} from '../model/jobs.ts'
import { unseen } from '../model/seen.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { EndedJob } from '../queue/port.ts'
import type { Db } from '../store/open.ts'
import { auditRoutes, audits, ingestedJobs, organisations } from '../store/schema.ts'
import { underTheirNames } from './account-names.ts'
import { addClaims, countRoute } from './add-claims.ts'
import { upsertCandidate } from './candidates.ts'
import { keepComparison, readComparison } from './compare-pictures.ts'
import { endOf } from './end-of-audit.ts'
import { tell } from './events.ts'
import { type AuditRow, findAudit, hasEnded, organisationOf } from './find-audit.ts'
import { followUpPlan } from './follow-up-plan.ts'
import { keepEvidence, keepVisits, readVisitLog } from './keep-evidence.ts'
import { keepLook } from './keep-look.ts'
import { type AccountToLookAt, enqueueLook } from './look.ts'
import { printReadingOf, takePrint } from './print-ingest.ts'
import { rejudgeAudit } from './rejudge-audit.ts'
import { noAnswer, noWebsite, routeEnded, routeTaken, siteByHand } from './route-texts.ts'
import { askedRoutesOf, enqueueStage, type Stage, stageJobId, takesRoute } from './stages.ts'
import { dropTeamWork, readTeamWork, takeTeam, takeTeamLook } from './take-team.ts'
import { takeTurn } from './take-turn.ts'
import { writeRecord } from './write-record.ts'

/**
 * Takes one ended job in: one transaction writes what it found and what the audit waits for next.
 * A job delivered twice, or one of an audit that was cancelled meanwhile, changes nothing.
 */
export async function ingest(deps: Deps, job: EndedJob): Promise<void> {
  if (job.kind === turnJob.kind) return takeTurn(deps, job)
  const judged =
    job.kind === judgeJob.kind && job.state === 'completed'
      ? await readCandidatesBlob(deps, judgeJob.result.parse(job.result).candidates)
      : []
  const linked =
    job.kind === linkJob.kind && job.state === 'completed' ? await readClaimsBlob(deps, linkJob.result.parse(job.result).claims) : []
  const print = await printReadingOf(deps, job)
  const named =
    job.kind === routeJob.kind && job.state === 'completed' ? await readClaimsBlob(deps, routeJob.result.parse(job.result).claims) : []
  const team = await readTeamWork(deps, job)
  const comparison = await readComparison(deps, job)
  const log = await readVisitLog(deps, logOf(job))
  const toLookAt: AccountToLookAt[] = []
  const advanced = deps.store.transact((tx) => {
    const audit = tx.select().from(audits).where(eq(audits.id, job.group)).get()
    const taken = tx.select().from(ingestedJobs).where(eq(ingestedJobs.jobId, job.id)).get()
    if (!audit || taken || audit.state === 'cancelled' || audit.state === 'failed') return false
    const now = deps.now().toISOString()
    tx.insert(ingestedJobs).values({ jobId: job.id, at: now }).run()
    const taking: Taking = { tx, deps, audit, auditId: audit.id, job, now, toLookAt }
    keepVisits(taking, log)
    const logDigest = logOf(job)
    if (logDigest) keepEvidence(taking, logDigest, 'work')
    switch (job.kind) {
      case resolveJob.kind:
        return takeResolved(taking)
      case websiteJob.kind:
        takeTeam(taking, team)
        return takeWebsite(taking)
      case teamLookJob.kind:
        return takeTeamLook(taking, team)
      case judgeJob.kind:
        return takeJudged(taking, judged)
      case lookJob.kind:
        return takeLook(taking)
      case linkJob.kind:
        return takeLinked(taking, linked)
      case picturesJob.kind:
        return takeComparison(taking, comparison)
      case assessJob.kind:
        return takeAssessed(taking)
      case routeJob.kind:
        return takeRoute(taking, named)
      case pressJob.kind:
        return takePress(taking)
      case printJob.kind:
        return takePrint(taking, print)
      default:
        throw new Error(`no such job kind: ${job.kind}`)
    }
  })
  await dropTeamWork(deps, team)
  deps.bell.ring(job.group)
  await lookAt(deps, job.group, toLookAt)
  if (advanced) await enqueueStage(deps, job.group).catch((error) => deps.log.warn({ error, auditId: job.group }, 'queue away'))
}

const logHolder = z.object({ log: z.string().nullable() })

/** Jobs that ask the web give the digest of what they asked. */
function logOf(job: EndedJob): string | null {
  const holder = logHolder.safeParse(job.result)
  return job.state === 'completed' && holder.success ? holder.data.log : null
}

/** An audit that still runs looks at them in its own turn, as long as there is a turn to come. */
async function lookAt(deps: Deps, auditId: string, found: readonly AccountToLookAt[]): Promise<void> {
  if (found.length === 0) return
  const audit = findAudit(deps.store.db, auditId)
  if (hasEnded(audit.state) || audit.stage === 'assess') for (const account of found) await enqueueLook(deps, audit, account)
}

interface Taking {
  readonly tx: Db
  readonly deps: Deps
  readonly audit: AuditRow
  readonly auditId: string
  readonly job: EndedJob
  readonly now: string
  /** Accounts found after the audit's own looks were planned. */
  readonly toLookAt: AccountToLookAt[]
}

async function readCandidatesBlob(deps: Deps, digest: string) {
  const bytes = await deps.blobs.get(digest)
  if (!bytes) throw new Error(`the candidates of this audit are gone from the blob store: ${digest}`)
  return candidateSchema.array().parse(JSON.parse(new TextDecoder().decode(bytes)))
}

async function readClaimsBlob(deps: Deps, digest: string | null): Promise<Claim[]> {
  if (digest === null) return []
  const bytes = await deps.blobs.get(digest)
  if (!bytes) throw new Error(`what a route found is gone from the blob store: ${digest}`)
  return claimSchema.array().parse(JSON.parse(new TextDecoder().decode(bytes)))
}

function takeResolved(taking: Taking): boolean {
  const { tx, audit, job, now } = taking
  const result = job.state === 'completed' ? resolveJob.result.parse(job.result) : null
  const organisation = organisationOf(tx, audit)
  if (result?.state === 'several' && organisation.website === null) {
    tx.update(audits).set({ state: 'choosing', choices: result.choices }).where(eq(audits.id, audit.id)).run()
    report(taking, { ...routeEnded('wikidata', 'done', result.choices.length) })
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
  report(
    taking,
    looked
      ? routeEnded('wikidata', 'done', result.claims.length)
      : { ...routeEnded('wikidata', 'not-looked', 0), why: result?.why ?? noAnswer, byHand: result?.byHand ?? registerHint },
  )
  const website = organisation.website ?? chosen?.website ?? null
  if (takesRoute(audit, 'website')) {
    if (website === null) report(taking, { ...routeEnded('website', 'not-looked', 0), ...noWebsite })
    else report(taking, { ...routeEnded('website', 'running', 0) })
  }
  for (const route of askedRoutesOf(audit)) report(taking, routeEnded(route, 'running', 0))
  return advance(taking, 'judge')
}

const registerHint = {
  nl: 'Zoek de organisatie zelf op wikidata.org en plak de links die daar staan.',
  en: 'Look the organisation up on wikidata.org yourself and paste the links that stand there.',
}

function takeWebsite(taking: Taking): boolean {
  const result = taking.job.state === 'completed' ? websiteJob.result.parse(taking.job.result) : null
  if (result?.candidates) keepEvidence(taking, result.candidates, 'work')
  // A job that failed counted nobody, which is not the same as nobody being there.
  if (result) taking.tx.update(audits).set({ peopleCounted: result.peopleCounted }).where(eq(audits.id, taking.audit.id)).run()
  report(taking, {
    ...routeEnded('website', result?.state ?? 'not-looked', 0),
    pagesRead: result?.pagesRead ?? 0,
    pagesUnseen: result?.pagesUnseen ?? 0,
    why: result ? result.why : noAnswer,
    byHand: result?.state === 'done' ? null : siteByHand,
    ...(result?.facts ? { facts: result.facts } : {}),
  })
  return false
}

/** How an asked route went; what it found comes in with the judgement, or at once when it was taken again later. */
function takeRoute(taking: Taking, claims: readonly Claim[]): boolean {
  const asked = routeJob.payload.parse(taking.job.payload)
  const result = taking.job.state === 'completed' ? routeJob.result.parse(taking.job.result) : null
  if (result) keepEvidence(taking, result.claims, 'work')
  if (hasEnded(taking.audit.state)) taking.toLookAt.push(...addClaims(taking.tx, taking.audit, claims, taking.now).added)
  report(taking, routeTaken(asked.route, result, routeReport(taking.tx, taking.audit.id, asked.route)))
  return false
}

function takeJudged(taking: Taking, judged: Awaited<ReturnType<typeof readCandidatesBlob>>): boolean {
  const { tx, audit, job, now } = taking
  if (job.state === 'failed') return fail(taking)
  const result = judgeJob.result.parse(job.result)
  keepEvidence(taking, result.candidates, 'work')
  const known = underTheirNames(tx, audit.organisationId, judged)
  for (const candidate of known) upsertCandidate(tx, audit.id, audit.organisationId, candidate, now)
  const bySite = judged.filter((candidate) => candidate.foundVia.some((via) => via.route === 'website')).length
  const before = routeReport(tx, audit.id, 'website')
  if (before) report(taking, { ...before, found: bySite })
  tx.update(audits).set({ siteBelongs: result.siteBelongs }).where(eq(audits.id, audit.id)).run()
  tell(tx, audit.id, { kind: 'found', data: { accounts: judged.length } }, now)
  if (takesRoute(audit, 'linked-account')) report(taking, routeEnded('linked-account', 'running', 0))
  return advance(taking, 'link')
}

/** What confirmed accounts lead to. That this route failed ends no audit: it says nothing about the accounts. */
function takeLinked(taking: Taking, claims: readonly Claim[]): boolean {
  const { tx, audit, job, now } = taking
  const result = job.state === 'completed' ? linkJob.result.parse(job.result) : null
  if (result?.claims) keepEvidence(taking, result.claims, 'work')
  const { platforms = [] } = audit.request
  const asked = claims.filter(({ platform }) => platforms.length === 0 || platforms.includes(platform))
  addClaims(tx, audit, asked, now)
  rejudgeAudit(tx, audit.id)
  const { state = 'not-looked' as const, why = noAnswer, byHand = null } = result ?? {}
  if (takesRoute(audit, 'linked-account')) report(taking, { ...routeEnded('linked-account', state, asked.length), why, byHand })
  return advance(taking, 'assess')
}

function takeLook(taking: Taking): boolean {
  const { tx, audit, job, now } = taking
  const asked = lookJob.payload.parse(job.payload)
  const result: ResultOf<typeof lookJob> =
    job.state === 'completed'
      ? lookJob.result.parse(job.result)
      : { accountId: asked.accountId, snapshot: notSeen(asked.key, asked.url, now), log: null }
  const { snapshot } = result
  if (snapshot.picture.seen) keepEvidence(taking, snapshot.picture.value, 'picture')
  if (snapshot.banner?.seen) keepEvidence(taking, snapshot.banner.value, 'picture')
  const account = keepLook(tx, { auditId: audit.id, organisationId: audit.organisationId, accountId: asked.accountId, snapshot, now })
  // While the audit runs its own stages judge, all looks together.
  if (hasEnded(audit.state)) rejudgeAudit(tx, audit.id)
  if (account) {
    const { id: accountId, handle } = account
    tell(tx, audit.id, { kind: 'look', data: { accountId, platform: asked.platform, handle, state: snapshot.state } }, now)
  }
  return false
}

function takeAssessed(taking: Taking): boolean {
  if (taking.job.state === 'failed') return fail(taking)
  rejudgeAudit(taking.tx, taking.auditId)
  return advance(taking, 'compare')
}

/** A comparison that failed leaves its checks without an answer; the audit is done all the same. */
function takeComparison(taking: Taking, reading: Awaited<ReturnType<typeof readComparison>>): boolean {
  const { tx, audit, job, now } = taking
  keepEvidence(taking, picturesJob.payload.parse(job.payload).pictures, 'work')
  if (job.state === 'completed') keepEvidence(taking, picturesJob.result.parse(job.result).reading, 'work')
  if (reading) keepComparison(tx, job, reading, now)
  return job.id === stageJobId(audit) && audit.state === 'running' ? finish(taking) : false
}

function finish({ tx, deps, audit, now }: Taking): false {
  tx.update(audits)
    .set({ state: 'done', finishedAt: endOf(tx, audit, now) })
    .where(eq(audits.id, audit.id))
    .run()
  writeRecord(tx, deps, audit.id)
  followUpPlan(tx, audit.id)
  tell(tx, audit.id, { kind: 'assessed', data: { version: 1 } }, now)
  tell(tx, audit.id, { kind: 'state', data: { state: 'done' } }, now)
  return false
}

/** What an article names, found beside the audit's own run; `ingest` has new accounts looked at afterwards. */
function takePress(taking: Taking): boolean {
  const { tx, audit, job, now } = taking
  const result = job.state === 'completed' ? pressJob.result.parse(job.result) : null
  const { added } = addClaims(tx, audit, result?.claims ?? [], now)
  taking.toLookAt.push(...added)
  countRoute(tx, audit.id, 'press', { found: result?.claims.length ?? 0, read: result?.read ? 1 : 0, unseen: result?.read ? 0 : 1 }, now)
  return false
}

function advance({ tx, audit, now }: Taking, stage: Stage): true {
  tx.update(audits).set({ stage, state: 'running' }).where(eq(audits.id, audit.id)).run()
  if (audit.state !== 'running') tell(tx, audit.id, { kind: 'state', data: { state: 'running' } }, now)
  return true
}

function fail({ tx, deps, audit, job, now }: Taking): false {
  tx.update(audits)
    .set({ state: 'failed', finishedAt: endOf(tx, audit, now), failure: job.error })
    .where(eq(audits.id, audit.id))
    .run()
  writeRecord(tx, deps, audit.id)
  tell(tx, audit.id, { kind: 'state', data: { state: 'failed' } }, now)
  return false
}

function routeReport(tx: Db, auditId: string, route: RouteId): RouteReport | undefined {
  return tx
    .select()
    .from(auditRoutes)
    .where(and(eq(auditRoutes.auditId, auditId), eq(auditRoutes.route, route)))
    .get()?.report
}

function report({ tx, audit, now }: Taking, routeNow: RouteReport): void {
  tx.insert(auditRoutes)
    .values({ auditId: audit.id, route: routeNow.route, report: routeNow })
    .onConflictDoUpdate({ target: [auditRoutes.auditId, auditRoutes.route], set: { report: routeNow } })
    .run()
  tell(tx, audit.id, { kind: 'route', data: routeNow }, now)
}

/** The worker gave up: nothing was seen, which says nothing about the account. */
const notSeen = (key: string, url: string, now: string): Snapshot => ({
  key,
  url,
  state: 'unreachable',
  wall: 'network',
  httpStatus: null,
  displayName: unseen('unreadable'),
  description: unseen('unreadable'),
  picture: unseen('unreadable'),
  website: unseen('unreadable'),
  takenAt: now,
  record: null,
})
