import type { PlatformId } from '../model/platform.ts'
import { unseen } from '../model/seen.ts'
import type { Snapshot } from '../model/snapshot.ts'

const dayMs = 86_400_000
const mostDays = 30

/** What YouTube's interface gave may be shown for 30 days, by its developer policies (III.E.4); then it is asked again or dropped. */
export function isExpired(platform: PlatformId, { via, takenAt }: Pick<Snapshot, 'via' | 'takenAt'>, now: Date): boolean {
  return platform === 'youtube' && via === 'api' && now.getTime() - Date.parse(takenAt) > mostDays * dayMs
}

/** A look as it may be shown and judged at this moment: of one that expired only that somebody looked is left. */
export function keptLook(platform: PlatformId, look: Snapshot, now: Date): Snapshot {
  if (!isExpired(platform, look, now)) return look
  const { key, url, httpStatus, takenAt, via, seenBy } = look
  const dropped = unseen('walled')
  return {
    key,
    url,
    state: 'walled',
    wall: 'expired',
    httpStatus,
    displayName: dropped,
    description: dropped,
    picture: dropped,
    website: dropped,
    takenAt,
    record: null,
    activity: 'unknown',
    ...(via === undefined ? {} : { via }),
    ...(seenBy === undefined ? {} : { seenBy }),
  }
}
