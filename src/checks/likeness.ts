import type { Passage } from '../model/house-style.ts'
import type { PicturesReading } from '../model/pictures.ts'
import type { CheckedAccount } from './check.ts'
import { agreed, byDefault, type Norm } from './norm.ts'

/** One sort of pictures as they compare, made ready to look things up in. */
export interface Compared {
  readonly groups: PicturesReading['banners']['groups']
  /** Picture → place of its group in `groups`. */
  readonly groupOf: ReadonlyMap<string, number>
  readonly unsure: ReadonlySet<string>
  readonly unreadable: ReadonlySet<string>
  /** Measured likeness by pair, both ways. */
  readonly scores: ReadonlyMap<string, number>
}

export const readyToCompare = ({ groups, unsure, pairs }: PicturesReading['banners'], { unreadable }: PicturesReading): Compared => ({
  groups,
  groupOf: new Map(groups.flatMap(({ members }, at) => members.map((digest) => [digest, at] as const))),
  unsure: new Set(unsure),
  unreadable: new Set(unreadable),
  scores: new Map(
    pairs.flatMap(({ a, b, score }) => [
      [a + b, score],
      [b + a, score],
    ]),
  ),
})

/** One picture of an account, by the digest of its bytes. */
export interface Shown {
  readonly account: CheckedAccount
  readonly digest: string
}

/** The accounts that are held against one picture. */
export interface ShownField {
  readonly shown: readonly Shown[]
  /** How many show no picture at all where there is a place for one. */
  readonly without: number
}

/** The picture that all are held against. */
export interface CommonPicture {
  /** Every picture that counts as the same. */
  readonly members: ReadonlySet<string>
  /** One of them, to show beside the others. */
  readonly example: string
  /** The account that it was taken from; `null` when it was agreed. */
  readonly from: CheckedAccount | null
  /** How many accounts show it, of those that show a compared picture or none. */
  readonly support: number
  readonly of: number
  readonly norm: Norm
}

export type Standing = 'same' | 'other' | 'cannot-tell' | 'not-compared' | 'unreadable'

/** Where a picture stands to the common one, by what the comparison measured. */
export function standingOf(digest: string, common: CommonPicture | null, { groupOf, unsure, unreadable }: Compared): Standing {
  if (unreadable.has(digest)) return 'unreadable'
  if (common?.members.has(digest)) return 'same'
  if (unsure.has(digest)) return 'cannot-tell'
  return groupOf.has(digest) ? 'other' : 'not-compared'
}

/** What was agreed: every picture of a group that shows one of the references. */
export function agreedPicture(
  { shown, without }: ShownField,
  { groups, groupOf }: Compared,
  references: readonly string[],
  passage: Passage | null,
): CommonPicture | null {
  const [example] = references
  if (example === undefined) return null
  const asked = new Set(references)
  const showing = groups.filter(
    ({ members, reference }) => (reference !== null && asked.has(reference)) || members.some((one) => asked.has(one)),
  )
  const members = new Set([...references, ...showing.flatMap((group) => group.members)])
  const support = shown.filter(({ digest }) => members.has(digest)).length
  const of = without + shown.filter(({ digest }) => members.has(digest) || groupOf.has(digest)).length
  return { members, example, from: null, norm: agreed(passage), support, of }
}

/**
 * What most accounts show. Where no two show the same, the picture of the first central account is the example: then one
 * account is in line, and every other one that takes the picture over adds the same.
 * @param mayBe which pictures can be the norm at all
 */
export function commonestPicture(
  { shown, without }: ShownField,
  { groups, groupOf }: Compared,
  mayBe: (digest: string) => boolean = () => true,
): CommonPicture | null {
  const compared = shown.filter(({ digest }) => groupOf.has(digest))
  const byGroup = Map.groupBy(
    compared.filter(({ digest }) => mayBe(digest)),
    ({ digest }) => groupOf.get(digest),
  )
  const central = (some: readonly Shown[]) => some.filter(({ account }) => account.kind === 'central').length
  const [best] = [...byGroup.values()].sort(
    (a, b) => b.length - a.length || central(b) - central(a) || (firstKey(a) < firstKey(b) ? -1 : 1),
  )
  const example = best?.find(({ account }) => account.kind === 'central') ?? best?.[0]
  if (!best || !example) return null
  const [support, of] = [best.length, compared.length + without]
  const members = new Set(groups[groupOf.get(example.digest) ?? -1]?.members.filter(mayBe) ?? [])
  const norm: Norm = support > 1 ? { kind: 'majority', support, of } : byDefault
  return { members, example: example.digest, from: example.account, support, of, norm }
}

const firstKey = (some: readonly Shown[]) => some.map(({ account }) => account.key).sort()[0] ?? ''
