import { activityDays } from '../../config/activity.ts'
import type { Seen } from '../model/seen.ts'
import type { Activity } from '../model/snapshot.ts'

const dayMs = 86_400_000

/** How alive an account looks at a moment (ISO 8601). Without a visible post it is unknown, never inactive. */
export function activityOf(lastPost: Seen<string>, at: string): Activity {
  const age = lastPost.seen ? (Date.parse(at) - Date.parse(lastPost.value)) / dayMs : Number.NaN
  if (Number.isNaN(age)) return 'unknown'
  if (age <= activityDays.active) return 'active'
  if (age <= activityDays.quiet) return 'quiet'
  return age <= activityDays.dormant ? 'dormant' : 'abandoned'
}
