import { firstLook } from '../src/discovery/first-look.ts'
import { lookJob } from '../src/model/jobs.ts'
import { defineJob } from './job.ts'

/** Asks for one profile page, once, and keeps what it shows or the wall that stood there. */
export const look = defineJob(lookJob, async (deps, { accountId, key, platform, url, archive, earlier }, job) => {
  const visiting = await deps.visit({ archive, earlier, signal: job.signal })
  const snapshot = await firstLook({
    candidate: { key, platform, url },
    fetcher: visiting.fetcher,
    putPicture: (bytes) => deps.blobs.put(bytes),
    now: deps.now,
  })
  return { accountId, snapshot, log: await visiting.keepLog() }
})
