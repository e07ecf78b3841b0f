import type { FoundVia } from '../../model/candidate.ts'
import type { Change } from '../../model/difference.ts'
import { change, standOf } from './make.ts'
import type { Pair } from './pair.ts'
import { type AccountThen, type AuditThen, hasRead } from './side.ts'
import { because, nothing, plain } from './words.ts'

const onSite = (account: AccountThen | null): readonly FoundVia[] =>
  (account?.foundVia ?? []).filter(({ route, page }) => route === 'website' && page !== null)

const standing = (audit: AuditThen, place: FoundVia) =>
  standOf(audit, {
    value: place.page,
    text: plain(place.pageTitle || place.page || ''),
    at: place.seenAt,
    record: place.record,
    page: place.page,
  })

const isGone = (account: AccountThen | null): boolean => account !== null && (account.closed || account.snapshot?.state === 'gone')

/**
 * Whether the organisation's own website leads to the account. Gained or lost only where a page that one audit found the link on
 * was read by the other too; a page that was not read says nothing.
 */
export function placeChange([before, after]: readonly [AuditThen, AuditThen], pair: Pair): Change | null {
  const [was, is] = [onSite(pair.before), onSite(pair.after)]
  const [first] = was.length > 0 ? was : is
  if (!first || (was.length > 0 && is.length > 0)) return null
  const isLost = was.length > 0
  const witness = (isLost ? was : is).find(({ page }) => hasRead(isLost ? after : before, page))
  const place = witness ?? first
  const there = standing(isLost ? before : after, place)
  const away = standOf(isLost ? after : before, { value: null, text: nothing, page: place.page })
  const dead = isGone(pair.before) || isGone(pair.after)
  const ours = (pair.after ?? pair.before)?.standing === 'ours'
  return change({
    item: 'place',
    subject: pair.id,
    kind: isLost ? 'gone' : 'new',
    cause: witness ? 'organisation' : 'visibility',
    why: witness ? (isLost ? because.unlinked : because.linked) : isLost ? because.lookedLess : because.lookedFurther,
    // Taking away a link that leads nowhere is a good deed, and putting one up is not.
    effect: witness ? (isLost === dead ? 'improvement' : 'regression') : 'neutral',
    alert: witness && isLost && ours && !dead ? 'lost-link' : null,
    before: isLost ? there : away,
    after: isLost ? away : there,
  })
}
