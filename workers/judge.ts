import { type Candidate, candidateSchema } from '../src/model/candidate.ts'
import { type Claim, claimSchema, judgeJob, routeJob, websiteJob } from '../src/model/jobs.ts'
import { mergeClaims } from '../src/verification/merge-claims.ts'
import { defineJob } from './job.ts'

/** Fan-in of the routes: brings what they found together, each account once. */
export const judge = defineJob(judgeJob, async (deps, { organisation, claims, platforms }, job) => {
  const children = await job.children()
  const ended = children.find((child) => child.kind === websiteJob.kind && child.state === 'completed')
  const website = ended ? websiteJob.result.parse(ended.result) : null
  const fromSite = website?.candidates ? await readCandidates(deps.blobs, website.candidates) : []
  const fromRoutes = await Promise.all(
    children.flatMap(({ kind, state, result }) =>
      kind === routeJob.kind && state === 'completed' ? [readClaims(deps.blobs, routeJob.result.parse(result).claims)] : [],
    ),
  )
  const siteBelongs = website?.siteBelongs ?? 'not-judged'
  const merged = mergeClaims({ organisation, candidates: fromSite, claims: [...claims, ...fromRoutes.flat()], siteBelongs })
  const asked = platforms.length === 0 ? merged : merged.filter((candidate) => platforms.includes(candidate.platform))
  return {
    candidates: await deps.blobs.put(new TextEncoder().encode(JSON.stringify(asked))),
    siteBelongs,
  }
})

async function readClaims(blobs: { get(digest: string): Promise<Uint8Array | null> }, digest: string): Promise<Claim[]> {
  const bytes = await blobs.get(digest)
  if (!bytes) throw new Error(`a route's claims are gone from the blob store: ${digest}`)
  return claimSchema.array().parse(JSON.parse(new TextDecoder().decode(bytes)))
}

async function readCandidates(blobs: { get(digest: string): Promise<Uint8Array | null> }, digest: string): Promise<Candidate[]> {
  const bytes = await blobs.get(digest)
  if (!bytes) throw new Error(`the site's candidates are gone from the blob store: ${digest}`)
  return candidateSchema.array().parse(JSON.parse(new TextDecoder().decode(bytes)))
}
