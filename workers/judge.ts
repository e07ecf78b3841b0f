import { candidateSchema } from '../src/model/candidate.ts'
import { claimSchema, judgeJob, routeJob, websiteJob } from '../src/model/jobs.ts'
import { putJson, readJson } from '../src/store/json-blob.ts'
import { mergeClaims } from '../src/verification/merge-claims.ts'
import { defineJob } from './job.ts'

/** Fan-in of the routes: brings what they found together, each account once. */
export const judge = defineJob(judgeJob, async ({ blobs }, { organisation, claims, platforms }, job) => {
  const ended = (await job.children()).filter(({ state }) => state === 'completed')
  const site = ended.find(({ kind }) => kind === websiteJob.kind)
  const website = site ? websiteJob.result.parse(site.result) : null
  const candidates = website?.candidates ? await readJson(blobs, website.candidates, candidateSchema.array(), 'what the site names') : []
  const routes = ended.filter(({ kind }) => kind === routeJob.kind).map(({ result }) => routeJob.result.parse(result))
  const found = await Promise.all(routes.map((route) => readJson(blobs, route.claims, claimSchema.array(), 'what a route found')))
  const siteBelongs = website?.siteBelongs ?? 'not-judged'
  const merged = mergeClaims({ organisation, candidates, claims: [...claims, ...found.flat()], siteBelongs, platforms })
  return { candidates: await putJson(blobs, merged), siteBelongs }
})
