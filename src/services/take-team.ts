import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { teamLookJob, websiteJob } from '../model/jobs.ts'
import { ofOneJobSchema, type TeamPerson, teamPersonSchema, teamTerms } from '../model/team.ts'
import { type TeamLook, teamLookSchema, teamSubjectSchema } from '../model/team-look.ts'
import type { EndedJob } from '../queue/port.ts'
import { newId } from '../store/id.ts'
import { teamLooks, teamMembers, teamProfiles } from '../store/schema.ts'
import { holdingBasis } from './find-team.ts'
import { keepEvidence } from './keep-evidence.ts'
import { keepMembers, noteTeamReading } from './keep-team.ts'
import type { Taking } from './taking.ts'

/** What a job brought of people. It lay in blobs of its own, which go as soon as it is taken in. */
export interface TeamWork {
  readonly people: readonly TeamPerson[]
  readonly look: { readonly profileId: string; readonly seen: TeamLook } | null
  readonly digests: readonly string[]
}

const nothing: TeamWork = { people: [], look: null, digests: [] }

/** Reads what a job brought of people; most jobs bring nothing. A blob that is gone was taken in before. */
export async function readTeamWork(deps: Deps, job: EndedJob): Promise<TeamWork> {
  if (job.kind === websiteJob.kind && job.state === 'completed') {
    const { team } = websiteJob.result.parse(job.result)
    if (team === null) return nothing
    return { ...nothing, people: (await readBlob(deps, team, teamPersonSchema.array())) ?? [], digests: [team] }
  }
  if (job.kind !== teamLookJob.kind) return nothing
  const subject = teamLookJob.payload.parse(job.payload).subject
  const result = job.state === 'completed' ? teamLookJob.result.parse(job.result) : null
  const asked = await readBlob(deps, subject, teamSubjectSchema)
  const seen = result === null ? null : await readBlob(deps, result.look, teamLookSchema)
  const digests = [subject, ...(result ? [result.look] : [])]
  return { people: [], look: asked && seen ? { profileId: asked.profileId, seen } : null, digests }
}

async function readBlob<T>(deps: Deps, digest: string, schema: z.ZodType<T>): Promise<T | null> {
  const bytes = await deps.blobs.get(digest)
  return bytes ? schema.parse(ofOneJobSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).brought) : null
}

/** Puts on the list whom the site publishes; not when the basis was withdrawn while the site was read. */
export function takeTeam({ tx, audit, now }: Taking, { people }: TeamWork): void {
  if (people.length === 0 || !holdingBasis(tx, audit.organisationId)) return
  const members = people.map((person) => ({ ...person, unit: '', source: 'published' as const, agreed: false }))
  const kept = keepMembers(tx, audit.organisationId, members, 'team-page', now)
  noteTeamReading(tx, audit.organisationId, { ...kept, auditId: audit.id, at: now })
}

/** Keeps how a profile looked; not of somebody who left the list meanwhile. */
export function takeTeamLook(taking: Taking, { look }: TeamWork): false {
  const { tx, audit, now } = taking
  if (look === null || !holdingBasis(tx, audit.organisationId)) return false
  const there = tx
    .select({ id: teamProfiles.id })
    .from(teamProfiles)
    .innerJoin(teamMembers, eq(teamMembers.id, teamProfiles.memberId))
    .where(and(eq(teamProfiles.id, look.profileId), eq(teamMembers.organisationId, audit.organisationId)))
    .get()
  if (!there) return false
  const { picture, banner } = look.seen
  for (const one of [picture, banner])
    if (one?.seen) keepEvidence({ ...taking, auditId: audit.id }, one.value, 'picture', { ofPeople: true })
  const expiresAt = new Date(Date.parse(now) + teamTerms.look * 86_400_000).toISOString()
  const set = { body: look.seen, expiresAt }
  tx.insert(teamLooks)
    .values({ id: newId(), auditId: audit.id, profileId: look.profileId, ...set })
    .onConflictDoUpdate({ target: [teamLooks.auditId, teamLooks.profileId], set })
    .run()
  return false
}

/** Deletes what a job brought of people, taken in or not. */
export async function dropTeamWork(deps: Deps, { digests }: TeamWork): Promise<void> {
  for (const digest of digests) await deps.blobs.remove(digest)
}
