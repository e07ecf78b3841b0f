import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { teamLookJob } from '../model/jobs.ts'
import { ofOneJob } from '../model/team.ts'
import { type TeamSubject, teamSubjectSchema } from '../model/team-look.ts'
import type { NewJob } from '../queue/port.ts'
import { putJson } from '../store/json-blob.ts'
import type { Db } from '../store/open.ts'
import { persons, teamLooks, teamMembers, teamProfiles } from '../store/schema.ts'
import { type AuditRow, organisationOf } from './find-audit.ts'
import { holdingBasis } from './find-team.ts'
import { objectedIn } from './objections.ts'

/** At most this many profiles of people are looked at in one audit. */
const mostLooks = 200

/** A job for each profile of the closed list. Without a basis that holds there is none, and nothing is asked for. */
export async function teamLookJobs(deps: Deps, audit: AuditRow): Promise<NewJob[]> {
  const jobs: NewJob[] = []
  for (const subject of subjectsOf(deps.store.db, audit)) {
    const id = `${audit.id}.team-look.${subject.profileId}`
    const digest = await putJson(deps.blobs, ofOneJob(id, teamSubjectSchema.parse(subject)))
    jobs.push({
      id,
      group: audit.id,
      attempts: 3,
      kind: teamLookJob.kind,
      payload: teamLookJob.payload.parse({ auditId: audit.id, archive: audit.request.archive ?? null, subject: digest }),
    })
  }
  return jobs
}

/** Profiles that the organisation publishes or the person gave, of those on the list who did not object. */
function subjectsOf(db: Db, audit: AuditRow): TeamSubject[] {
  if (!holdingBasis(db, audit.organisationId)) return []
  const { name, aliases } = organisationOf(db, audit)
  const objected = objectedIn(db, audit.organisationId)
  return db
    .select({ profile: teamProfiles, person: persons.name, look: teamLooks.id })
    .from(teamProfiles)
    .innerJoin(teamMembers, eq(teamMembers.id, teamProfiles.memberId))
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .leftJoin(teamLooks, and(eq(teamLooks.profileId, teamProfiles.id), eq(teamLooks.auditId, audit.id)))
    .where(and(eq(teamMembers.organisationId, audit.organisationId), isNull(teamMembers.removedAt)))
    .limit(mostLooks)
    .all()
    .filter(({ profile, person, look }) => look === null && person !== null && !objected({ name: person, profiles: [profile] }))
    .map(({ profile: { id, key, platform, url } }) =>
      teamSubjectSchema.parse({ profileId: id, key, platform, url, names: [name, ...aliases] }),
    )
}
