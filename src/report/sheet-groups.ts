import type { PicturesReading } from '../model/pictures.ts'

/** What a sheet is sorted by: one of the two pictures that a profile shows. */
export const sheetSorts = ['banner', 'avatar'] as const
export type SheetSort = (typeof sheetSorts)[number]

/** A picture of an account, or why there is none to compare. */
export type SheetPicture = { readonly digest: string } | { readonly why: 'absent' | 'hidden' | 'not-offered' | 'gone' }

/**
 * `norm`: like the agreed picture or like most. `apart`: unlike it, while there is one to be like. `alike`: a group where
 * nothing is agreed and nothing is the most. `unsure`: cannot be told. `hidden`: not to be seen. `absent`: the account shows
 * none. `not-offered`: the platform has none. `gone`: the account or its platform does not exist any more. `not-compared`: the pictures were not laid side by side yet.
 */
export const groupKinds = ['norm', 'alike', 'apart', 'absent', 'unsure', 'not-compared', 'hidden', 'not-offered', 'gone'] as const
export type GroupKind = (typeof groupKinds)[number]

export interface SheetGroup<T> {
  readonly kind: GroupKind
  readonly items: readonly T[]
}

export interface SheetGroups<T> {
  /** Whose norm it is that the first group keeps; `null` when no picture is agreed and none is the most. */
  readonly norm: 'agreed' | 'majority' | null
  /** The agreed pictures, or the one that most show. */
  readonly references: readonly string[]
  readonly groups: readonly SheetGroup<T>[]
}

type Side = PicturesReading['banners']

/**
 * Lays accounts together by the likeness of one picture: those that keep the norm first, then groups by size, which differ
 * from it, then what could not be judged. The norm is that of the checks: what was agreed, else what most show, by at least
 * two. Linear in the accounts and the groups.
 */
export function groupByLikeness<T>(
  items: readonly T[],
  pictureOf: (item: T) => SheetPicture,
  side: Side | null,
  agreed: readonly string[],
  isCentral: (item: T) => boolean = () => false,
): SheetGroups<T> {
  const shown = items.flatMap((item) => {
    const picture = pictureOf(item)
    return 'digest' in picture ? [{ item, digest: picture.digest }] : []
  })
  const unseen = (['absent', 'hidden', 'not-offered', 'gone'] as const).map((why) => ({
    kind: why,
    items: items.filter((item) => {
      const picture = pictureOf(item)
      return 'why' in picture && picture.why === why
    }),
  }))
  const { norm, references, groups } = side ? compared(shown, side, agreed, isCentral) : notCompared(shown, agreed)
  const all = [...groups, ...unseen].filter((group) => group.items.length > 0)
  return { norm, references, groups: all.sort((a, b) => groupKinds.indexOf(a.kind) - groupKinds.indexOf(b.kind)) }
}

interface Shown<T> {
  readonly item: T
  readonly digest: string
}

interface Placed<T> {
  readonly members: readonly Shown<T>[]
  readonly agreed: boolean
}

function compared<T>(
  shown: readonly Shown<T>[],
  { groups, unsure }: Side,
  agreed: readonly string[],
  isCentral: (item: T) => boolean,
): SheetGroups<T> {
  const placeOf = new Map(groups.flatMap(({ members }, place) => members.map((digest) => [digest, place] as const)))
  const placed = Map.groupBy(shown, ({ digest }) => placeOf.get(digest))
  const central = ({ members }: Placed<T>) => members.filter(({ item }) => isCentral(item)).length
  const known = [...placed]
    .flatMap(([place, members]): Placed<T>[] => (place === undefined ? [] : [{ members, agreed: isAgreed(groups[place], agreed) }]))
    .sort((a, b) => b.members.length - a.members.length || central(b) - central(a))
  const most = known[0] && known[0].members.length > 1 ? known[0] : null
  const norm = agreed.length > 0 ? 'agreed' : most ? 'majority' : null
  const keeps = (group: Placed<T>) => (norm === 'agreed' ? group.agreed : group === most)
  const doubtful = new Set(unsure)
  const others = known.filter((group) => !keeps(group)).map(({ members }) => members)
  const itemsOf = (members: readonly Shown<T>[] = []) => members.map(({ item }) => item)
  return {
    norm,
    references: norm === 'agreed' ? agreed : most ? [mostShown(most.members, isCentral)] : [],
    groups: [
      { kind: 'norm', items: known.filter(keeps).flatMap(({ members }) => itemsOf(members)) },
      ...others.map((members) => ({
        kind: norm ? ('apart' as const) : ('alike' as const),
        items: itemsOf(members.filter(({ digest }) => !doubtful.has(digest))),
      })),
      { kind: 'unsure', items: others.flatMap((members) => itemsOf(members.filter(({ digest }) => doubtful.has(digest)))) },
      { kind: 'not-compared', items: itemsOf(placed.get(undefined)) },
    ],
  }
}

/** Without a comparison only the same file is the same picture; of the rest nothing is said. */
function notCompared<T>(shown: readonly Shown<T>[], agreed: readonly string[]): SheetGroups<T> {
  const keeps = ({ digest }: Shown<T>) => agreed.includes(digest)
  return {
    norm: agreed.length > 0 ? 'agreed' : null,
    references: agreed,
    groups: [
      { kind: 'norm', items: shown.filter(keeps).map(({ item }) => item) },
      { kind: 'not-compared', items: shown.filter((one) => !keeps(one)).map(({ item }) => item) },
    ],
  }
}

const isAgreed = (group: Side['groups'][number] | undefined, agreed: readonly string[]): boolean =>
  group !== undefined && agreed.some((digest) => group.reference === digest || group.members.includes(digest))

/** Of the central accounts where they show it, as the checks do. */
function mostShown<T>(members: readonly Shown<T>[], isCentral: (item: T) => boolean): string {
  const central = members.filter(({ item }) => isCentral(item))
  const times = new Map<string, number>()
  for (const { digest } of central.length > 0 ? central : members) times.set(digest, (times.get(digest) ?? 0) + 1)
  return [...times].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))[0]?.[0] ?? ''
}
