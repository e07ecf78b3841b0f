import { type Candidate, candidateSchema } from '../src/model/candidate.ts'
import { judgeJob, websiteJob } from '../src/model/jobs.ts'
import { mergeClaims } from '../src/verification/merge-claims.ts'
import { defineJob } from './job.ts'

/** Fan-in of the routes: brings what they found together, each account once. */
export const judge = defineJob(judgeJob, async (deps, { organisation, claims, platforms }, job) => {
  const ended = (await job.children()).find((child) => child.kind === websiteJob.kind && child.state === 'completed')
  const website = ended ? websiteJob.result.parse(ended.result) : null
  const fromSite = website?.candidates ? await readCandidates(deps.blobs, website.candidates) : []
  const merged = mergeClaims({ organisation, candidates: fromSite, claims })
  const asked = platforms.length === 0 ? merged : merged.filter((candidate) => platforms.includes(candidate.platform))
  return {
    candidates: await deps.blobs.put(new TextEncoder().encode(JSON.stringify(asked))),
    siteBelongs: website?.siteBelongs ?? ('not-judged' as const),
  }
})

async function readCandidates(blobs: { get(digest: string): Promise<Uint8Array | null> }, digest: string): Promise<Candidate[]> {
  const bytes = await blobs.get(digest)
  if (!bytes) throw new Error(`the site's candidates are gone from the blob store: ${digest}`)
  return candidateSchema.array().parse(JSON.parse(new TextDecoder().decode(bytes)))
}
