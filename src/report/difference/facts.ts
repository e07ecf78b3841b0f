import type { Change, ChangeEffect, ChangeItem, Stand } from '../../model/difference.ts'
import type { Seen } from '../../model/seen.ts'
import { type Activity, activities, type Snapshot } from '../../model/snapshot.ts'
import type { Text } from '../../model/text.ts'
import { change, shown } from './make.ts'
import { type AccountThen, type AuditThen, pageKey } from './side.ts'
import { activityWords, because, nothing, plain, yesNo } from './words.ts'

/** Two digests that are one picture, stored anew by the platform. */
export type IsSamePicture = (a: string, b: string) => boolean

interface Fact<T extends string | number | boolean> {
  readonly item: ChangeItem
  read(snapshot: Snapshot): Seen<T> | undefined
  isSame?(a: T, b: T, isSamePicture: IsSamePicture): boolean
  /** `picture`: the value is a digest. */
  text: 'picture' | ((value: T) => Text)
  /** Better, worse or neither, where the fact is a judgement by itself. */
  effect?(before: T | null, after: T | null): ChangeEffect
}

type Value = Pick<Stand, 'value' | 'text' | 'picture'>
type Compared = 'hidden' | 'alike' | { readonly old: Value | null; readonly fresh: Value | null; readonly effect: ChangeEffect }
interface FactReader {
  readonly item: ChangeItem
  compare(was: Snapshot | null, is: Snapshot | null, isSamePicture: IsSamePicture): Compared
}

const isHidden = (field: Seen<unknown>): boolean => !field.seen && field.why !== 'absent'
const unread: Seen<never> = { seen: false, why: 'unreadable' }

/** Only what both looks could see can have changed; what neither could see is no difference. */
function fact<T extends string | number | boolean>({ item, read, isSame, text, effect }: Fact<T>): FactReader {
  const value = (of: T | null): Value | null =>
    of === null
      ? null
      : text === 'picture'
        ? { value: of, text: nothing, picture: String(of) }
        : { value: of, text: text(of), picture: null }
  return {
    item,
    compare(was, is, isSamePicture) {
      const a: Seen<T> = (was && read(was)) ?? unread
      const b: Seen<T> = (is && read(is)) ?? unread
      if (isHidden(a) || isHidden(b)) return isHidden(a) === isHidden(b) ? 'alike' : 'hidden'
      const old: T | null = a.seen ? a.value : null
      const fresh: T | null = b.seen ? b.value : null
      if (old === fresh || (old !== null && fresh !== null && isSame?.(old, fresh, isSamePicture))) return 'alike'
      return { old: value(old), fresh: value(fresh), effect: effect?.(old, fresh) ?? 'neutral' }
    },
  }
}

/** Unseen counts as no activity at all: it is left to what could be seen. */
const activityOf = ({ activity = 'unknown' }: Snapshot): Seen<Activity> =>
  activity === 'unknown' ? unread : { seen: true, value: activity, from: 'activity' }

const better = (gain: number): ChangeEffect => (gain > 0 ? 'improvement' : gain < 0 ? 'regression' : 'neutral')
const samePicture = (a: string, b: string, isSame: IsSamePicture) => isSame(a, b)

const facts: readonly FactReader[] = [
  fact<string>({ item: 'display-name', read: ({ displayName }) => displayName, isSame: isSameText, text: plain }),
  fact<string>({ item: 'description', read: ({ description }) => description, isSame: isSameText, text: plain }),
  fact<string>({ item: 'website', read: ({ website }) => website, isSame: (a, b) => pageKey(a) === pageKey(b), text: plain }),
  fact<string>({ item: 'picture', read: ({ picture }) => picture, isSame: samePicture, text: 'picture' }),
  fact<string>({ item: 'banner', read: ({ banner }) => banner, isSame: samePicture, text: 'picture' }),
  fact<boolean>({
    item: 'verified',
    read: ({ verified }) => verified,
    text: yesNo,
    effect: (before, after) => better(Number(after ?? false) - Number(before ?? false)),
  }),
  fact<Activity>({
    item: 'activity',
    read: activityOf,
    text: (activity) => activityWords[activity],
    effect: (before, after) => (before && after ? better(activities.indexOf(before) - activities.indexOf(after)) : 'neutral'),
  }),
  fact<number>({ item: 'followers', read: ({ followers }) => followers, text: (count) => plain(String(count)) }),
]

/** Platforms cut long texts short: a beginning with dots after it is the same text. */
function isSameText(a: string, b: string): boolean {
  const [x, y] = [tidy(a), tidy(b)]
  return x === y || isCutOf(x, y) || isCutOf(y, x)
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const shortestCut = 40

function isCutOf(cut: string, whole: string): boolean {
  const start = cut.endsWith('…') ? cut.slice(0, -1) : cut.endsWith('...') ? cut.slice(0, -3) : null
  return start !== null && start.length >= shortestCut && whole.startsWith(start.trimEnd())
}

export interface FactsCompared {
  readonly changes: readonly Change[]
  /** What only one of the two looks could see. */
  readonly hidden: readonly ChangeItem[]
}

/** Field by field what two looks at one account showed. */
export function compareFacts(
  [before, after]: readonly [AuditThen, AuditThen],
  [was, is]: readonly [AccountThen, AccountThen],
  isSamePicture: IsSamePicture,
): FactsCompared {
  const compared = facts.map((one) => ({ item: one.item, outcome: one.compare(was.snapshot, is.snapshot, isSamePicture) }))
  return {
    hidden: compared.filter(({ outcome }) => outcome === 'hidden').map(({ item }) => item),
    changes: compared.flatMap(({ item, outcome }) => {
      if (typeof outcome === 'string') return []
      const { old, fresh, effect } = outcome
      const [kind, cause, why] = [old === null ? 'new' : fresh === null ? 'gone' : 'changed', 'organisation', because.bothSeen] as const
      const none = { value: null, text: nothing }
      return [
        change({
          ...{ item, subject: is.id, kind, cause, why, effect },
          before: shown(before, was, old ?? none),
          after: shown(after, is, fresh ?? none),
        }),
      ]
    }),
  }
}
