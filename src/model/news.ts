import { z } from 'zod'
import { localeSchema } from './text.ts'

/** How news reaches somebody; the feed needs no subscription. */
export const newsChannels = ['mail', 'webhook'] as const
export type NewsChannel = (typeof newsChannels)[number]

/** `alerts`: only when an account vanishes, changes hands, loses its link, or a look-alike appears. */
export const newsWants = ['all', 'alerts'] as const
export type NewsWants = (typeof newsWants)[number]

export const subscriptionInputSchema = z.strictObject({
  channel: z.enum(newsChannels),
  /** An e-mail address, or the address of a webhook. */
  to: z.string().trim().min(1).max(2_000),
  wants: z.enum(newsWants).default('all'),
  locale: localeSchema.default('nl'),
})
export type SubscriptionInput = z.input<typeof subscriptionInputSchema>

/** `nothing`: there was no alert for who wants alerts alone. */
export const deliveryStates = ['waiting', 'sent', 'given-up', 'nothing'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Why a message did not arrive: what the receiver answered, or why it was not reached. */
export type DeliveryProblem =
  | `status-${number}`
  | 'redirect'
  | 'gone'
  | 'private-address'
  | 'timeout'
  | 'unreachable'
  | 'mail-refused'
  | 'mail-away'
