import { type LinkingAccount, linkedAccounts } from '../src/discovery/linked-account.ts'
import { linkJob, lookJob } from '../src/model/jobs.ts'
import { putJson } from '../src/store/json-blob.ts'
import { defineJob } from './job.ts'

/** Fan-in of the first looks: follows what the confirmed accounts lead to. Where nobody asked for the route it only waits. */
export const link = defineJob(linkJob, async (deps, { archive, earlier, organisation, accounts, follow }, job) => {
  const looks = (await job.children()).filter(({ kind, state }) => kind === lookJob.kind && state === 'completed')
  const nothing = { state: 'not-looked' as const, claims: null, found: 0, why: null, byHand: null, log: null }
  if (!follow) return nothing
  const seen = new Map(looks.map(({ result }) => lookJob.result.parse(result).snapshot).map((snapshot) => [snapshot.key, snapshot]))
  const linking = accounts.flatMap(({ key, url, snapshot }): LinkingAccount[] => {
    const known = seen.get(key) ?? snapshot
    return known ? [{ key, url, snapshot: known }] : []
  })
  const visiting = await deps.visit({ archive, earlier, signal: job.signal })
  const outcome = await linkedAccounts({ organisation, accounts: linking, fetcher: visiting.fetcher })
  job.signal.throwIfAborted()
  return {
    state: outcome.state,
    claims: await putJson(deps.blobs, outcome.claims),
    found: outcome.claims.length,
    why: outcome.why,
    byHand: outcome.byHand,
    log: await visiting.keepLog(),
  }
})
