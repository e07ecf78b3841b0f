import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import {
  assessJob,
  judgeJob,
  linkJob,
  lookJob,
  picturesJob,
  pressJob,
  printJob,
  resolveJob,
  routeJob,
  teamLookJob,
  turnJob,
  websiteJob,
} from '../model/jobs.ts'
import type { EndedJob } from '../queue/port.ts'
import { audits, ingestedJobs } from '../store/schema.ts'
import { logOf, readBrought } from './brought.ts'
import { keepEvidence, keepVisits } from './keep-evidence.ts'
import { handOver, settle } from './owed-jobs.ts'
import { enqueueStage } from './stages.ts'
import { takeAssessed } from './take-assessed.ts'
import { takeComparison } from './take-comparison.ts'
import { takeJudged } from './take-judged.ts'
import { takeLinked } from './take-linked.ts'
import { takeLook } from './take-look.ts'
import { takePress } from './take-press.ts'
import { takePrint } from './take-print.ts'
import { takeResolved } from './take-resolved.ts'
import { takeRoute } from './take-route.ts'
import { dropTeamWork, takeTeam, takeTeamLook } from './take-team.ts'
import { takeTurn } from './take-turn.ts'
import { takeWebsite } from './take-website.ts'
import type { Taking } from './taking.ts'

/**
 * Takes one ended job in: one transaction writes what it found and what the audit waits for next.
 * A job delivered twice, or one of an audit that was cancelled meanwhile, changes nothing.
 */
export async function ingest(deps: Deps, job: EndedJob): Promise<void> {
  if (job.kind === turnJob.kind) return takeTurn(deps, job)
  const brought = await readBrought(deps, job)
  const advanced = deps.store.transact((tx) => {
    settle(tx, job.id)
    const audit = tx.select().from(audits).where(eq(audits.id, job.group)).get()
    const taken = tx.select().from(ingestedJobs).where(eq(ingestedJobs.jobId, job.id)).get()
    if (!audit || taken || audit.state === 'cancelled' || audit.state === 'failed') return false
    const now = deps.now().toISOString()
    tx.insert(ingestedJobs).values({ jobId: job.id, at: now }).run()
    const taking: Taking = { tx, deps, audit, auditId: audit.id, job, now }
    keepVisits(taking, brought.log, job.kind)
    const logDigest = logOf(job)
    if (logDigest) keepEvidence(taking, logDigest, 'work')
    switch (job.kind) {
      case resolveJob.kind:
        return takeResolved(taking)
      case websiteJob.kind:
        takeTeam(taking, brought.team)
        return takeWebsite(taking)
      case teamLookJob.kind:
        return takeTeamLook(taking, brought.team)
      case judgeJob.kind:
        return takeJudged(taking, brought.candidates)
      case lookJob.kind:
        return takeLook(taking)
      case linkJob.kind:
        return takeLinked(taking, brought.claims)
      case picturesJob.kind:
        return takeComparison(taking, brought.comparison)
      case assessJob.kind:
        return takeAssessed(taking)
      case routeJob.kind:
        return takeRoute(taking, brought.claims)
      case pressJob.kind:
        return takePress(taking)
      case printJob.kind:
        return takePrint(taking, brought.print)
      default:
        throw new Error(`no such job kind: ${job.kind}`)
    }
  })
  await dropTeamWork(deps, brought.team)
  deps.bell.ring(job.group)
  await handOver(deps, job.group)
  if (advanced) await enqueueStage(deps, job.group).catch((error) => deps.log.warn({ error, auditId: job.group }, 'queue away'))
}
