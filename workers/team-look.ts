import { readRecord } from '../src/capture/archive.ts'
import { firstLook } from '../src/discovery/first-look.ts'
import { teamLookJob, type VisitLog, visitLogSchema } from '../src/model/jobs.ts'
import { reducedLook, teamSubjectSchema } from '../src/model/team-look.ts'
import type { Blobs } from '../src/store/blobs.ts'
import { defineJob } from './job.ts'

/**
 * Looks at one profile of a team member, once. Of what came back only the fewest fields are kept, and the page itself is not:
 * it may hold posts and opinions. That it was asked for stays in the log.
 */
export const teamLook = defineJob(teamLookJob, async (deps, { archive, subject: digest }, job) => {
  const bytes = await deps.blobs.get(digest)
  if (!bytes) throw Object.assign(new Error('the profile to look at is gone'), { name: 'ZodError' })
  const subject = teamSubjectSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  // What it keeps is thrown away below, which must never be evidence that an earlier audit needs.
  const visiting = await deps.visit({ archive, earlier: null, signal: job.signal })
  const snapshot = await firstLook({
    candidate: subject,
    fetcher: visiting.fetcher,
    putPicture: (picture) => deps.blobs.put(picture),
    now: deps.now,
  })
  const log = await withoutPages(deps.blobs, await visiting.keepLog())
  return { look: await put(deps.blobs, reducedLook(snapshot, subject.names)), log }
})

const put = (blobs: Blobs, value: unknown) => blobs.put(new TextEncoder().encode(JSON.stringify(value)))

/** Throws away the pages of a log, and gives the log of what was asked alone. What a site says to all robots may stay. */
async function withoutPages(blobs: Blobs, digest: string): Promise<string> {
  const bytes = await blobs.get(digest)
  const log: VisitLog = bytes ? visitLogSchema.parse(JSON.parse(new TextDecoder().decode(bytes))) : { visits: [], kept: [] }
  const general: string[] = []
  for (const record of log.kept) {
    const kept = await blobs.get(record)
    const content = kept ? await readRecord(kept).catch(() => null) : null
    if (content && new URL(content.url).pathname === '/robots.txt') general.push(record)
    else await blobs.remove(record)
  }
  await blobs.remove(digest)
  const visits = log.visits.map((visit) => ({
    ...visit,
    record: visit.record !== null && general.includes(visit.record) ? visit.record : null,
  }))
  return put(blobs, { visits, kept: general })
}
