import type { CheckedAccount, CheckInput } from '../../checks/check.ts'
import { inCommon, type WhatWasSeen } from '../../checks/in-common.ts'
import { checks } from '../../checks/index.ts'
import { runChecks } from '../../checks/run.ts'
import type { Change, ChangeItem } from '../../model/difference.ts'
import type { Finding } from '../../model/finding.ts'
import { type Comparison, compareAssessments, type Change as JudgedChange } from '../../scoring/compare.ts'
import { change, standOf } from './make.ts'
import { normBehind, switched } from './norm.ts'
import type { Pair } from './pair.ts'
import { readingUnder } from './pictures.ts'
import type { AccountThen, AuditThen } from './side.ts'
import { because, findingText } from './words.ts'

type Audits = readonly [AuditThen, AuditThen]
type Asked = Pick<CheckInput, 'houseStyle' | 'explanations'>
/** Which of the two audits it is of stays known when it is cut down to what both saw. */
type SeenThen = WhatWasSeen & { readonly end: 'before' | 'after' }

/** The name of an account in both audits is the one that it bears now, so that its findings lie beside each other. */
const keyOf = ({ before, after }: Pair): string => (after ?? before).key

/** Judges both audits anew, one thing changed at a time. @param told what is known of the accounts already */
export function compareJudgements(audits: Audits, pairs: readonly Pair[], told: readonly Change[]): Comparison {
  const [before, after] = audits
  const hidden = new Set(pairs.filter((pair) => isMissedBySight(pair, told)).map(keyOf))
  const nowKeys = new Map(pairs.flatMap((pair) => (pair.before ? [[pair.before.key, keyOf(pair)]] : [])))
  const judge = ({ end, ...seen }: SeenThen, asked: Asked): Finding[] => {
    const side = end === 'before' ? before : after
    const other = end === 'before' ? after : before
    const byOther = asked.houseStyle === other.norm.houseStyle ? side.picturesByOther : null
    if (seen.pictures && byOther) return runChecks({ ...seen, ...asked, pictures: byOther })
    const held = { reading: seen.pictures, references: side.norm.houseStyle.background.references }
    const otherHeld = { reading: other.pictures, references: other.norm.houseStyle.background.references }
    return runChecks({ ...seen, ...asked, pictures: readingUnder(held, asked.houseStyle.background.references, otherHeld) })
  }
  const side = (end: SeenThen['end'], audit: AuditThen) => ({
    seen: {
      end,
      organisation: after.organisation,
      people: audit.people,
      pictures: audit.pictures,
      accounts: pairs.flatMap((pair) => checkedOf(pair, end, told)),
    },
    norm: {
      houseStyle: audit.norm.houseStyle,
      explanations: audit.norm.explanations.map((one) =>
        end === 'before' ? { ...one, subject: nowKeys.get(one.subject) ?? one.subject } : one,
      ),
    },
    rubric: audit.norm.rubric,
  })
  const common = (a: SeenThen, b: SeenThen) => {
    const [was, is] = inCommon(a, b, { hidden })
    return [
      { ...was, end: a.end },
      { ...is, end: b.end },
    ] as const
  }
  return compareAssessments({ before: side('before', before), after: side('after', after), judge, inCommon: common })
}

/** Only one of the audits counts it among ours, and not because anything happened to it. */
function isMissedBySight({ id, before, after }: Pair, told: readonly Change[]): boolean {
  if ((before?.standing === 'ours') === (after?.standing === 'ours')) return false
  const reason = told.find(({ subject, item }) => subject === id && (item === 'account' || item === 'verdict' || item === 'place'))
  return reason === undefined || reason.cause === 'visibility'
}

/** The account as this audit judges it: one that people have spoken on since counts in both. */
function checkedOf(pair: Pair, end: SeenThen['end'], told: readonly Change[]): CheckedAccount[] {
  const own = pair[end]
  if (own === null) return []
  const byWord = told.find(({ subject, item, cause }) => subject === pair.id && item === 'verdict' && cause === 'norm')
  const judge: AccountThen = byWord ? (pair.after ?? own) : own
  return judge.standing === 'ours' ? [{ ...own.checked, key: keyOf(pair) }] : []
}

const itemOfField = {
  handle: 'handle',
  displayName: 'display-name',
  banner: 'banner',
  avatar: 'picture',
  description: 'description',
  website: 'website',
  profile: null,
  portraits: null,
} as const satisfies Readonly<Record<(typeof checks)[number]['field'], ChangeItem | null>>

/** What came out otherwise, each with what it follows from. */
export function judgedChanges(audits: Audits, pairs: readonly Pair[], told: readonly Change[], { changes }: Comparison): Change[] {
  const ids = new Map(pairs.map((pair) => [keyOf(pair), pair.id]))
  const off = switched(audits)
  return changes.flatMap((judged) => {
    const subject = judged.subject === null ? null : (ids.get(judged.subject) ?? null)
    const behind = judged.cause === 'norm' ? normBehind(judged.check, subject, told, off) : factBehind(judged, subject, told)
    // What could not be judged at one end is a matter of sight, unless something of the account itself changed.
    const cause = judged.cause === 'organisation' && behind === null && isUnseen(judged) ? 'visibility' : judged.cause
    // That an account came or went says that its judgements did.
    if ((judged.before === null || judged.after === null) && (behind || judged.cause !== 'norm')) return []
    const made = change({
      ...{ item: 'check', detail: judged.check, subject, cause, effect: judged.direction },
      kind: judged.before === null ? 'new' : judged.after === null ? 'gone' : 'changed',
      why: whyOf[cause],
      before: standing(audits[0], judged.before),
      after: standing(audits[1], judged.after),
      follows: behind?.id ?? null,
    })
    return [made]
  })
}

const whyOf = { organisation: because.sameNorm, norm: because.norm, visibility: because.seenElsewise }

const isUnseen = ({ before, after }: JudgedChange): boolean =>
  [before, after].some((finding) => finding?.outcome.kind === 'unknown' || finding?.outcome.kind === 'error')

function factBehind({ check, cause }: JudgedChange, subject: string | null, told: readonly Change[]): Change | null {
  const field = checks.find(({ id }) => id === check)?.field
  const item = field === undefined ? null : itemOfField[field]
  const own = told.filter((one) => one.subject === subject && subject !== null)
  const same = own.filter((one) => one.cause === cause)
  return (
    same.find((one) => one.item === item) ??
    same.find((one) => one.item === 'account' || one.item === 'verdict' || one.item === 'sight' || one.item === 'place') ??
    own.find((one) => one.item === 'account' || one.item === 'verdict') ??
    (field === 'profile' ? same.find((one) => one.item !== 'followers' && one.item !== 'activity') : undefined) ??
    null
  )
}

function standing(audit: AuditThen, finding: Finding | null) {
  if (finding === null) return null
  const { outcome, pictures } = finding
  return standOf(audit, {
    value: outcome.kind === 'scored' ? outcome.value : null,
    text: findingText(finding),
    picture: pictures?.[0]?.digest ?? null,
  })
}
