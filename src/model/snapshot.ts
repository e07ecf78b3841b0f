import { z } from 'zod'
import { seenSchema } from './seen.ts'

export const snapshotStates = ['captured', 'walled', 'gone', 'unreachable'] as const
export type SnapshotState = (typeof snapshotStates)[number]

/** Why nothing, or not everything, was seen. */
export const wallKinds = [
  'login',
  'consent',
  'blocked',
  'rate-limited',
  'robots',
  'not-found',
  'suspended',
  'moved',
  'closed-platform',
  'network',
  'not-in-archive',
  'unreadable',
  // Seen, and older than its platform lets it be shown.
  'expired',
] as const
export type WallKind = (typeof wallKinds)[number]

/** By the last post that can be seen; `unknown` when none can, which says nothing about the account. */
export const activities = ['active', 'quiet', 'dormant', 'abandoned', 'unknown'] as const
export type Activity = (typeof activities)[number]

/** How the account was looked at. */
const lookedVia = ['live', 'api', 'saved-page', 'screenshot', 'typed'] as const
export type LookedVia = (typeof lookedVia)[number]

/** What is read beyond the first look; absent in snapshots of before it was read. */
const furtherFields = z
  .object({
    /** As a person would write it: `company/acme`, `@acme`. */
    handle: seenSchema(z.string()),
    /** The platform's own number for the account, which a change of name leaves as it is. */
    permanentId: seenSchema(z.string()),
    /** Digest of the wide picture's bytes in the blob store. */
    banner: seenSchema(z.string()),
    verified: seenSchema(z.boolean()),
    category: seenSchema(z.string()),
    /** BCP 47. */
    language: seenSchema(z.string()),
    /** ISO 8601, UTC: when the newest post that can be seen was made. */
    lastPost: seenSchema(z.string()),
    /** As many as the platform says at `takenAt`, often rounded. Platforms count unlike things: never add them up. */
    followers: seenSchema(z.number().int()),
    /** Addresses that the profile itself leads to. */
    linksBack: seenSchema(z.array(z.string())),
    activity: z.enum(activities),
    seenBy: z.enum(['machine', 'person']),
    via: z.enum(lookedVia),
    /** Digest of the picture of the screen that a person handed in. */
    screenshot: z.string(),
  })
  .partial()

/** How an account looked in one audit: what was seen, or the wall that stood there. */
export const snapshotSchema = z.object({
  key: z.string(),
  url: z.string(),
  state: z.enum(snapshotStates),
  wall: z.enum(wallKinds).nullable(),
  httpStatus: z.number().int().nullable(),
  displayName: seenSchema(z.string()),
  description: seenSchema(z.string()),
  /** Digest of the picture's bytes in the blob store. */
  picture: seenSchema(z.string()),
  website: seenSchema(z.string()),
  takenAt: z.string(),
  record: z.string().nullable(),
  ...furtherFields.shape,
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** As much of a snapshot as tells where an account leads. */
export const linkingSnapshotSchema = snapshotSchema.pick({ website: true, description: true, linksBack: true, takenAt: true, record: true })
