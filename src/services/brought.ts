import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { type Candidate, candidateSchema } from '../model/candidate.ts'
import { type Claim, claimSchema, judgeJob, linkJob, routeJob, type VisitLog } from '../model/jobs.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { PrintItemReading } from '../model/print-item.ts'
import type { EndedJob } from '../queue/port.ts'
import { readJson } from '../store/json-blob.ts'
import { readComparison } from './compare-pictures.ts'
import { readVisitLog } from './keep-evidence.ts'
import { printReadingOf } from './take-print.ts'
import { readTeamWork, type TeamWork } from './take-team.ts'

/** What an ended job left in the blob store. It is read before the transaction begins, which waits for nothing. */
export interface Brought {
  /** Of a judgement. */
  readonly candidates: readonly Candidate[]
  /** Of an asked route, or of what confirmed accounts lead to. */
  readonly claims: readonly Claim[]
  readonly print: PrintItemReading | null
  readonly team: TeamWork
  readonly comparison: PicturesReading | null
  readonly log: VisitLog
}

/** Reads what a job left; a kind of job that leaves nothing of a sort has it empty. Throws when a blob is gone. */
export async function readBrought(deps: Deps, job: EndedJob): Promise<Brought> {
  return {
    candidates: await readCandidates(deps, job),
    claims: await readClaims(deps, claimsDigest(job)),
    print: await printReadingOf(deps, job),
    team: await readTeamWork(deps, job),
    comparison: await readComparison(deps, job),
    log: await readVisitLog(deps, logOf(job)),
  }
}

async function readCandidates(deps: Deps, job: EndedJob): Promise<Candidate[]> {
  if (job.kind !== judgeJob.kind || job.state !== 'completed') return []
  return readJson(deps.blobs, judgeJob.result.parse(job.result).candidates, candidateSchema.array(), 'the judgement of this audit')
}

function claimsDigest(job: EndedJob): string | null {
  if (job.state !== 'completed') return null
  if (job.kind === linkJob.kind) return linkJob.result.parse(job.result).claims
  return job.kind === routeJob.kind ? routeJob.result.parse(job.result).claims : null
}

const readClaims = async (deps: Deps, digest: string | null): Promise<Claim[]> =>
  digest === null ? [] : readJson(deps.blobs, digest, claimSchema.array(), 'what a route found')

const logHolder = z.object({ log: z.string().nullable() })

/** Jobs that ask the web give the digest of what they asked. */
export function logOf(job: EndedJob): string | null {
  const holder = logHolder.safeParse(job.result)
  return job.state === 'completed' && holder.success ? holder.data.log : null
}
