import { askRoute } from '../src/discovery/ask-route.ts'
import { routeJob } from '../src/model/jobs.ts'
import { putJson } from '../src/store/json-blob.ts'
import { defineJob } from './job.ts'

/** Asks platforms or a search engine for accounts of this name. */
export const route = defineJob(routeJob, async (deps, payload, job) => {
  const visiting = await deps.visit({ archive: payload.archive, earlier: payload.earlier, signal: job.signal })
  const outcome = await askRoute({ ...payload, keys: deps.keys, fetcher: visiting.fetcher })
  job.signal.throwIfAborted()
  return {
    state: outcome.state,
    claims: await putJson(deps.blobs, outcome.claims),
    found: outcome.claims.length,
    why: outcome.why,
    byHand: outcome.byHand,
    links: outcome.links.map(({ label, url, platform }) => ({ label, url, ...(platform ? { platform } : {}) })),
    asked: outcome.asked ?? 0,
    setAside: outcome.setAside.map(({ platform, handle, url }) => ({ platform, handle, url })),
    log: await visiting.keepLog(),
  }
})
