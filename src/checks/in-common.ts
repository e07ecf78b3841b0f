import type { PicturesReading } from '../model/pictures.ts'
import type { Seen, UnseenReason } from '../model/seen.ts'
import type { CheckedAccount, CheckInput } from './check.ts'

/** What was seen of an organisation, apart from what is asked of it. */
export type WhatWasSeen = Pick<CheckInput, 'organisation' | 'accounts' | 'people' | 'pictures'>

type SeenField = 'displayName' | 'description' | 'website' | 'linksBack' | 'avatar' | 'banner' | 'verified' | 'language'

const seenFields: readonly SeenField[] = ['displayName', 'description', 'website', 'linksBack', 'avatar', 'banner', 'verified', 'language']

/** Behind a wall or never read. An empty field was seen to be empty. */
const isHidden = (field: Seen<unknown>): field is { seen: false; why: UnseenReason } => !field.seen && field.why !== 'absent'

/**
 * Both sides with only what both of them saw, so that what is left of a difference is no matter of sight.
 * @param hidden keys of accounts that one side missed because it could not look for them
 * @param renamed key of then → key of now, for accounts that changed their name
 */
export function inCommon(
  before: WhatWasSeen,
  after: WhatWasSeen,
  {
    hidden = new Set(),
    renamed = new Map(),
  }: { readonly hidden?: ReadonlySet<string>; readonly renamed?: ReadonlyMap<string, string> } = {},
): readonly [WhatWasSeen, WhatWasSeen] {
  const nowKey = (key: string) => renamed.get(key) ?? key
  const then = new Map(before.accounts.map((account) => [nowKey(account.key), account]))
  const now = new Map(after.accounts.map((account) => [account.key, account]))
  const compared = before.pictures !== null && after.pictures !== null
  const side = (seen: WhatWasSeen, other: ReadonlyMap<string, CheckedAccount>): WhatWasSeen => ({
    ...seen,
    pictures: compared ? bothRead(seen.pictures, before.pictures, after.pictures) : null,
    people: before.people.length === 0 || after.people.length === 0 ? [] : seen.people,
    accounts: seen.accounts
      .filter(({ key }) => !hidden.has(key))
      .map((account) => {
        const twin = other.get(seen === before ? nowKey(account.key) : account.key)
        return twin ? withOnly(account, twin) : account
      }),
  })
  return [side(before, now), side(after, then)]
}

function withOnly(account: CheckedAccount, twin: CheckedAccount): CheckedAccount {
  // One that is gone hides nothing: what it showed before is no more.
  if ((account.state === 'gone') !== (twin.state === 'gone')) return account
  const masked = Object.fromEntries(seenFields.flatMap((field) => (isHidden(twin[field]) ? [[field, twin[field]]] : [])))
  // Not looked at on one side is a matter of sight.
  const state = twin.state !== null ? account.state : null
  return { ...account, ...masked, state }
}

/** A picture that either side could not open tells of no change. */
const bothRead = (own: PicturesReading | null, a: PicturesReading | null, b: PicturesReading | null): PicturesReading | null =>
  own && { ...own, unreadable: [...new Set([...(a?.unreadable ?? []), ...(b?.unreadable ?? [])])] }
