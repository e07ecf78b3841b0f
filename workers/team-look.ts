import { firstLook } from '../src/discovery/first-look.ts'
import { teamLookJob } from '../src/model/jobs.ts'
import { ofOneJob, ofOneJobSchema } from '../src/model/team.ts'
import { reducedLook, teamSubjectSchema } from '../src/model/team-look.ts'
import { putJson } from '../src/store/json-blob.ts'
import { defineJob } from './job.ts'

/**
 * Looks at one profile of a team member, once. Of what came back only the fewest fields are kept, and the page itself is not:
 * it may hold posts and opinions. That it was asked for stays in the log.
 */
export const teamLook = defineJob(teamLookJob, async (deps, { archive, subject: digest }, job) => {
  const bytes = await deps.blobs.get(digest)
  if (!bytes) throw Object.assign(new Error('the profile to look at is gone'), { name: 'ZodError' })
  const subject = teamSubjectSchema.parse(ofOneJobSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).brought)
  const visiting = await deps.visit({ archive, earlier: null, signal: job.signal, keepsPages: false })
  const snapshot = await firstLook({
    candidate: subject,
    fetcher: visiting.fetcher,
    putPicture: (picture) => deps.blobs.put(picture),
    now: deps.now,
  })
  const look = await putJson(deps.blobs, ofOneJob(job.id, reducedLook(snapshot, subject.names)))
  return { look, log: await visiting.keepLog() }
})
