import type { Rhythm } from '../src/model/schedule.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * The rule of each rhythm (cron, in the organisation's own time), and over how long the turns of many organisations are
 * spread, so that they do not all begin on the first of the quarter. Quarterly is what most audit guides advise.
 */
export const rhythmRules: Readonly<Record<Exclude<Rhythm, 'own'>, { readonly rule: string; readonly spreadMs: number }>> = {
  weekly: { rule: '0 6 * * 1', spreadMs: 12 * hourMs },
  monthly: { rule: '0 6 1 * *', spreadMs: 5 * dayMs },
  quarterly: { rule: '0 6 1 1,4,7,10 *', spreadMs: 14 * dayMs },
  'half-yearly': { rule: '0 6 1 1,7 *', spreadMs: 21 * dayMs },
  yearly: { rule: '0 6 15 1 *', spreadMs: 28 * dayMs },
}
