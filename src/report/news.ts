import type { AccountKind, Verdict } from '../model/candidate.ts'
import type { AlertKind, Change, ChangedAccount, ChangeEffect, ChangeItem, Difference } from '../model/difference.ts'
import type { Text } from '../model/text.ts'
import { newsSentence } from './news-sentence.ts'

/** One change as news tells it. */
export interface NewsLine {
  readonly id: string
  readonly item: ChangeItem
  readonly effect: ChangeEffect
  readonly alert: AlertKind | null
  readonly account: ChangedAccount | null
  readonly text: Text
  /** A fact about an account that is certainly the organisation's own: may be told to anybody. */
  readonly isPublic: boolean
}

/** What changed at an organisation between two audits, ready to be written down. */
export interface News {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly before: { readonly auditId: string; readonly at: string }
  readonly after: { readonly auditId: string; readonly at: string }
  /** Where all of it stands with its evidence: a path within a language. */
  readonly page: string
  readonly counts: Difference['counts']
  readonly better: readonly NewsLine[]
  /** What got worse, and everything that somebody wants to know at once. */
  readonly attention: readonly NewsLine[]
  readonly alerts: readonly NewsLine[]
  readonly other: readonly NewsLine[]
  /** Changes that the organisation did not make. */
  readonly elsewise: { readonly norm: number; readonly visibility: number }
}

/** Whose an account is held to be, and of what sort, in the newer audit or else in the older. */
export interface Standing {
  readonly standing: Verdict
  readonly kind: AccountKind
}

export interface NewsInput {
  readonly organisationId: string
  readonly page: string
  readonly difference: Difference
  /** By account id. */
  readonly standings: ReadonlyMap<string, Standing>
}

/** Sorts of account that speak for the organisation itself. */
export const organisationKinds: ReadonlySet<AccountKind> = new Set([
  'central',
  'unit',
  'location',
  'campaign',
  'duplicate',
  'reserved',
  'orphan',
])

// A judgement is between the organisation and us; so is a suspicion.
const publicItems: ReadonlySet<ChangeItem> = new Set([
  ...(['account', 'place', 'handle', 'display-name', 'description', 'website', 'picture', 'banner', 'verified'] as const),
])

const suspicions: ReadonlySet<AlertKind | null> = new Set(['look-alike', 'changed-hands'])

/** Sorts what changed for readers: what got better first, then what asks for attention. People are in no line of it. */
export function newsOf({ organisationId, page, difference, standings }: NewsInput): News {
  const accountOf = new Map(difference.accounts.map((account) => [account.id, account]))
  const told = difference.changes.filter(({ subject }) => subject === null || standings.get(subject)?.kind !== 'person')
  const lines = told
    // What merely follows from another change, and is no judgement, would say the same twice.
    .filter(
      (change) => change.alert !== null || (change.cause === 'organisation' && (change.follows === null || change.effect !== 'neutral')),
    )
    .map((change) => lineOf(change, change.subject === null ? null : (accountOf.get(change.subject) ?? null), standings))
  const isUrgent = ({ alert, effect }: NewsLine) => alert !== null || effect === 'regression'
  const byCause = (cause: Change['cause']) => told.filter((change) => change.cause === cause && change.alert === null).length
  return {
    organisation: { id: organisationId, name: difference.organisation },
    before: { auditId: difference.before.auditId, at: difference.before.at },
    after: { auditId: difference.after.auditId, at: difference.after.at },
    page,
    counts: difference.counts,
    better: lines.filter((line) => line.effect === 'improvement' && !isUrgent(line)),
    attention: lines.filter(isUrgent).toSorted((a, b) => Number(b.alert !== null) - Number(a.alert !== null)),
    alerts: lines.filter(({ alert }) => alert !== null),
    other: lines.filter((line) => line.effect === 'neutral' && !isUrgent(line)),
    elsewise: { norm: byCause('norm'), visibility: byCause('visibility') },
  }
}

function lineOf(change: Change, account: ChangedAccount | null, standings: NewsInput['standings']): NewsLine {
  const { id, item, effect, alert, cause } = change
  const stands = account ? standings.get(account.id) : undefined
  const isOwn = stands?.standing === 'ours' && organisationKinds.has(stands.kind)
  const isPublic = isOwn && cause === 'organisation' && !suspicions.has(alert) && publicItems.has(item)
  return { id, item, effect, alert, account, text: newsSentence(change, account), isPublic }
}
