import { z } from 'zod'

/** Why something could not be seen. Never confused with an empty value. */
const unseenReasons = ['absent', 'walled', 'not-offered', 'unreadable'] as const
export type UnseenReason = (typeof unseenReasons)[number]

/** A value with its source, or the reason why it was not seen. */
export type Seen<T> =
  | { readonly seen: true; readonly value: T; readonly from: string }
  | { readonly seen: false; readonly why: UnseenReason }

export const seenSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('seen', [
    z.object({ seen: z.literal(true), value, from: z.string() }),
    z.object({ seen: z.literal(false), why: z.enum(unseenReasons) }),
  ])

export const seen = <T>(value: T, from: string): Seen<T> => ({ seen: true, value, from })
export const unseen = (why: UnseenReason): Seen<never> => ({ seen: false, why })
