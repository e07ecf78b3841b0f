import type { FoundVia, RouteId } from '../../model/candidate.ts'
import type { Change, ChangeCause } from '../../model/difference.ts'
import type { Text } from '../../model/text.ts'
import { kindWords, verdictWords } from '../words.ts'
import { compareFacts, type IsSamePicture } from './facts.ts'
import { change, shown, shownNameOf, standOf } from './make.ts'
import { changedHands, isBoth, type Pair } from './pair.ts'
import { placeChange } from './places.ts'
import { type AccountThen, type AuditThen, hasRead, pageKey } from './side.ts'
import { because, itemWords, lookText, plain } from './words.ts'

type Audits = readonly [AuditThen, AuditThen]

const isOurs = (account: AccountThen | null): boolean => account?.standing === 'ours' || account?.standing === 'likely'

/** What a difference speaks of: accounts that are ours, or that pose as ours. People's own are not the organisation's. */
const isTold = ({ before, after }: Pair): boolean =>
  before?.kind !== 'person' && after?.kind !== 'person' && (isOurs(before) || isOurs(after) || isLookAlike(after))

const isLookAlike = (account: AccountThen | null): boolean => account?.kind === 'impostor' && account.standing !== 'ours'
const isGone = (account: AccountThen): boolean => account.snapshot?.state === 'gone'

/** All that changed about one account itself; what the checks make of it comes after. */
export function accountChanges(audits: Audits, pair: Pair, isSamePicture: IsSamePicture): Change[] {
  if (!isTold(pair)) return []
  const place = placeChange(audits, pair)
  // What is found for the first time and is not there is no news.
  if (!isBoth(pair) && pair.after) return isGone(pair.after) ? [] : [newcomer(audits, pair.after)]
  if (!isBoth(pair)) return missed(audits, pair.before, place)
  const { before: was, after: is } = pair
  const own = changedHands(pair)
    ? [inOtherHands(audits, was, is)]
    : isGone(was) !== isGone(is)
      ? [isGone(is) ? vanished(audits, was, is) : backAgain(audits, was, is)]
      : [...renamed(audits, was, is), ...lookedAt(audits, was, is, isSamePicture)]
  const all = [...own, ...(place ? [place] : [])]
  return [...all, ...whose(audits, was, is, all)]
}

const named = (account: AccountThen): Text => plain(shownNameOf(account) ?? account.handle)

/** An account that was not found again. Without a sign that it is gone nothing is said but that. */
function missed([before, after]: Audits, was: AccountThen, place: Change | null): Change[] {
  if (place?.cause === 'organisation') return [place]
  // What was gone before and is not named any more is as it was.
  if (isGone(was)) return []
  return [
    change({
      ...{ item: 'account', subject: was.id, kind: 'gone', cause: 'visibility', why: because.lookedLess },
      before: shown(before, was, { value: was.handle, text: named(was) }),
      after: standOf(after, { value: null, text: { nl: 'niet teruggevonden', en: 'not found again' } }),
    }),
  ]
}

/** Where looking in the same place again finds the same: what stands there now and did not then came in between. */
const steady: ReadonlySet<RouteId> = new Set(['wikidata'])

function newcomer(audits: Audits, is: AccountThen): Change {
  const [before, after] = audits
  const witness = is.foundVia.find((via) => wouldHaveBeenFound(before, via)) ?? null
  const wasMissing = before.missing.has(pageKey(is.url))
  const cause: ChangeCause = witness || wasMissing ? 'organisation' : 'visibility'
  const via = witness ?? is.foundVia[0]
  const isSought = is.foundVia.some(({ route }) => hasSought(before, route))
  return change({
    ...{ item: 'account', subject: is.id, kind: 'new', cause },
    why: cause === 'organisation' ? because.newlyMade : isSought ? because.notNamedThen : because.lookedFurther,
    alert: isLookAlike(is) ? 'look-alike' : null,
    before: null,
    after: standOf(after, {
      ...{ value: is.handle, text: named(is) },
      ...(via ? { at: via.seenAt, record: via.record, page: via.page } : { page: is.url }),
    }),
  })
}

function wouldHaveBeenFound(before: AuditThen, { route, page }: FoundVia): boolean {
  if (route === 'website' || route === 'linked-account') return hasRead(before, page)
  return steady.has(route) && before.routes.some((one) => one.route === route && one.state === 'done')
}

/** Searching does not bring up the same every time, so what it did not name may have been there. */
const searching: ReadonlySet<RouteId> = new Set(['platform-search', 'search-engine'])

const hasSought = (before: AuditThen, route: RouteId): boolean =>
  searching.has(route) && before.routes.some((one) => one.route === route && (one.state === 'done' || one.state === 'partial'))

const stood = ([before, after]: Audits, was: AccountThen, is: AccountThen, text: (account: AccountThen) => Text) => ({
  before: shown(before, was, { value: was.handle, text: text(was) }),
  after: shown(after, is, { value: is.handle, text: text(is) }),
})

function vanished(audits: Audits, was: AccountThen, is: AccountThen): Change {
  const { before, after } = stood(audits, was, is, lookText)
  const spoke = was.standing === 'ours' && !['duplicate', 'reserved', 'orphan', 'campaign', 'impostor'].includes(was.kind)
  return change({
    ...{ item: 'account', subject: is.id, kind: 'gone', cause: 'organisation', why: because.wasGone },
    effect: spoke ? 'regression' : 'neutral',
    alert: was.standing === 'ours' ? 'vanished' : null,
    before,
    after: { ...after, value: null },
  })
}

function backAgain(audits: Audits, was: AccountThen, is: AccountThen): Change {
  const { before, after } = stood(audits, was, is, lookText)
  // That it cannot be looked at now does not say that it is back.
  const isSeen = is.snapshot?.state === 'captured'
  const account = { item: 'account', kind: 'new', cause: 'organisation', why: because.isBack } as const
  const sight = { item: 'sight', kind: 'changed', cause: 'visibility', why: because.seenElsewise } as const
  return change({ ...(isSeen ? account : sight), subject: is.id, before: isSeen ? { ...before, value: null } : before, after })
}

function inOtherHands(audits: Audits, was: AccountThen, is: AccountThen): Change {
  const numbered = ({ snapshot }: AccountThen): Text => plain(snapshot?.permanentId?.seen ? `nr. ${snapshot.permanentId.value}` : '')
  const ours = was.standing === 'ours'
  return change({
    ...{ item: 'account', detail: 'hands', subject: is.id, kind: 'changed', cause: 'organisation', why: because.hands },
    effect: ours ? 'regression' : 'neutral',
    alert: ours ? 'changed-hands' : null,
    ...stood(audits, was, is, numbered),
  })
}

/** A number of the platform as an address beside the name is no change of name. */
const isByNumber = ({ handle, snapshot }: AccountThen): boolean =>
  snapshot?.permanentId?.seen === true && handle.split('/').at(-1)?.toLowerCase() === snapshot.permanentId.value.toLowerCase()

function renamed(audits: Audits, was: AccountThen, is: AccountThen): Change[] {
  if (was.handle.toLowerCase() === is.handle.toLowerCase() || isByNumber(was) || isByNumber(is)) return []
  const said = { item: 'handle', subject: is.id, kind: 'changed', cause: 'organisation', why: because.bothSeen } as const
  return [change({ ...said, ...stood(audits, was, is, ({ handle }) => plain(handle)) })]
}

const lookOf = ({ snapshot }: AccountThen): string => (snapshot === null ? 'not-looked' : `${snapshot.state} ${snapshot.wall ?? ''}`)

/** What both looks saw, and in one line what only one of them did. */
function lookedAt(audits: Audits, was: AccountThen, is: AccountThen, isSamePicture: IsSamePicture): Change[] {
  const { changes, hidden } = compareFacts(audits, [was, is], isSamePicture)
  if (hidden.length === 0 && lookOf(was) === lookOf(is)) return [...changes]
  const { before, after } = stood(audits, was, is, lookText)
  const fields = {
    nl: hidden.map((item) => itemWords[item].nl.toLowerCase()).join(', '),
    en: hidden.map((item) => itemWords[item].en.toLowerCase()).join(', '),
  }
  const why =
    hidden.length === 0 ? because.seenElsewise : { nl: `Maar één keer te zien: ${fields.nl}.`, en: `Seen only once: ${fields.en}.` }
  const sight = change({
    ...{ item: 'sight', detail: hidden.join(',') || null, subject: is.id, kind: 'changed', cause: 'visibility', why },
    before: { ...before, value: lookOf(was).trim() },
    after: { ...after, value: lookOf(is).trim() },
  })
  return [...changes, sight]
}

/** Whose it is held to be, and of what sort: a consequence of what changed, of what could be seen, or of a person's word. */
function whose(audits: Audits, was: AccountThen, is: AccountThen, own: readonly Change[]): Change[] {
  const [before, after] = audits
  const source = sourceOf(audits, was, is, own)
  const said = { subject: is.id, kind: 'changed', ...source } as const
  const verdict =
    was.standing === is.standing
      ? []
      : [
          change({
            ...{ ...said, item: 'verdict' },
            before: shown(before, was, { value: was.standing, text: verdictWords[was.standing] }),
            after: shown(after, is, { value: is.standing, text: verdictWords[is.standing] }),
          }),
        ]
  if (was.kind === is.kind) return verdict
  return [
    ...verdict,
    change({
      ...{ ...said, item: 'kind', follows: verdict[0]?.id ?? said.follows },
      alert: isLookAlike(is) ? 'look-alike' : null,
      before: shown(before, was, { value: was.kind, text: kindWords[was.kind] }),
      after: shown(after, is, { value: is.kind, text: kindWords[is.kind] }),
    }),
  ]
}

function sourceOf(
  [before, after]: Audits,
  was: AccountThen,
  is: AccountThen,
  own: readonly Change[],
): Pick<Change, 'cause' | 'why' | 'follows'> {
  if (was.decision !== is.decision) return { cause: 'norm', why: because.person, follows: null }
  const weighty = own.filter(({ item }) => item !== 'followers' && item !== 'activity')
  const deed = weighty.find(({ cause }) => cause === 'organisation')
  if (deed) return { cause: 'organisation', why: because.byChange, follows: deed.id }
  const sight = weighty.find(({ cause }) => cause === 'visibility')
  if (!sight && before.judgedBy !== after.judgedBy) return { cause: 'norm', why: because.otherVersion, follows: null }
  return { cause: 'visibility', why: because.seenElsewise, follows: sight?.id ?? null }
}
