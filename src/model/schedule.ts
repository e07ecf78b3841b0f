import { z } from 'zod'

/** How often an organisation is audited again; `own` is a rule of the user's. */
export const rhythms = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'own'] as const
export type Rhythm = (typeof rhythms)[number]

export const scheduleInputSchema = z.strictObject({
  rhythm: z.enum(rhythms).default('quarterly'),
  /** Only of `own`: five fields of cron, minute first. */
  rule: z.string().trim().max(100).optional(),
  /** IANA name. */
  timeZone: z.string().trim().min(1).max(60).default('Europe/Amsterdam'),
})
export type ScheduleInput = z.input<typeof scheduleInputSchema>
