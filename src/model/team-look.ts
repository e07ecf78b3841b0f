import { z } from 'zod'
import { platformIdSchema } from './platform.ts'
import { type Seen, seen, seenSchema, unseen } from './seen.ts'
import { type Snapshot, snapshotSchema } from './snapshot.ts'

/** A profile to look at. It lies in the blob store, so that the queue holds nothing of a person. */
export const teamSubjectSchema = z.object({
  profileId: z.string(),
  key: z.string(),
  platform: platformIdSchema,
  url: z.string(),
  /** Names of the organisation, by which a profile can mention it. */
  names: z.array(z.string()),
})
export type TeamSubject = z.infer<typeof teamSubjectSchema>

/** How a person's profile looked, in the fewest fields: no description, posts, followers or activity. */
export const teamLookSchema = snapshotSchema.extend({ mentionsOrganisation: seenSchema(z.boolean()) })
export type TeamLook = z.infer<typeof teamLookSchema>

/** Takes out of a snapshot what is not needed of a person; of the description only whether it names the organisation. */
export function reducedLook(snapshot: Snapshot, names: readonly string[]): TeamLook {
  const { key, url, state, wall, httpStatus, displayName, picture, website, takenAt, banner, via } = snapshot
  return {
    key,
    url,
    state,
    wall,
    httpStatus,
    displayName,
    picture,
    website,
    takenAt,
    description: unseen('not-offered'),
    record: null,
    seenBy: 'machine',
    ...(banner === undefined ? {} : { banner }),
    ...(via === undefined ? {} : { via }),
    mentionsOrganisation: mentions(snapshot, names),
  }
}

function mentions({ description, displayName, website }: Snapshot, names: readonly string[]): Seen<boolean> {
  const told = [displayName, description, website].flatMap((field) => (field.seen ? [field.value] : []))
  if (!description.seen && told.length === 0) return unseen(description.why)
  const text = plain(told.join(' '))
  return seen(
    names.some((name) => plain(name).trim() !== '' && text.includes(plain(name))),
    'profile',
  )
}

const plain = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
