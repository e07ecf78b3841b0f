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
] as const
export type WallKind = (typeof wallKinds)[number]

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
})
export type Snapshot = z.infer<typeof snapshotSchema>
