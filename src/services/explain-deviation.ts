import { asc, eq, inArray, sql } from 'drizzle-orm'
import { checks } from '../checks/index.ts'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { Text } from '../model/text.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { prepareOnce } from '../store/prepare-once.ts'
import { accounts, explanations } from '../store/schema.ts'
import { findAccount, findAudit } from './find-audit.ts'

export interface ExplainInput {
  readonly auditId: string
  readonly accountId: string
  /** Id of the check that it differs on. */
  readonly check: string
  readonly reason: string
  /** Who approved it: a role or team of the organisation. */
  readonly approver: string
  readonly personId: string | null
}

export type Explanation = NonNullable<Finding['explained']>

const longestReason = 1_000
const longestApprover = 100

/**
 * "Pas toe of leg uit": keeps why an account may differ on a check. It holds in later audits until it is taken back.
 * @throws EenlijnError `not-found`; `invalid-input` with the field.
 */
export function explainDeviation(deps: Deps, input: ExplainInput): Explanation {
  const reason = input.reason.trim()
  const approver = input.approver.replace(/\s+/g, ' ').trim()
  if (reason === '' || reason.length > longestReason) throw refused(reasonText, 'reason')
  if (approver === '' || approver.length > longestApprover) throw refused(approverText, 'approver')
  return { reason, approver, at: write(deps, input, reason, approver) }
}

/** Takes an explanation back; the finding counts again. @throws EenlijnError `not-found`. */
export function takeBackExplanation(deps: Deps, input: Omit<ExplainInput, 'reason' | 'approver'>): void {
  write(deps, input, '', '')
}

function write(deps: Deps, input: Omit<ExplainInput, 'reason' | 'approver'>, reason: string, approver: string): string {
  const { check, personId } = input
  if (!checks.some(({ id }) => id === check)) throw new EenlijnError('not-found', unknownCheck)
  const at = deps.now().toISOString()
  deps.store.transact((tx) => {
    const { id: accountId } = findAccount(tx, findAudit(tx, input.auditId), input.accountId)
    tx.insert(explanations).values({ id: newId(), accountId, check, reason, approver, personId, at }).run()
  })
  return at
}

const explanationsIn = prepareOnce((db) => {
  const own = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.organisationId, sql.placeholder('organisationId')))
  return db
    .select({ key: accounts.key, row: explanations })
    .from(explanations)
    .innerJoin(accounts, eq(accounts.id, explanations.accountId))
    .where(inArray(explanations.accountId, own))
    .orderBy(asc(explanations.id))
    .prepare()
})

/** What holds now for an organisation, by account key and check: `facebook:acme banner-matches`. */
export function explanationsOf(db: Db, organisationId: string): Map<string, Explanation> {
  const rows = explanationsIn(db).all({ organisationId })
  const holding = new Map<string, Explanation>()
  for (const { key, row } of rows) {
    const name = explanationKey(key, row.check)
    if (row.reason === '') holding.delete(name)
    else holding.set(name, { reason: row.reason, approver: row.approver, at: row.at })
  }
  return holding
}

export const explanationKey = (accountKey: string, check: string): string => `${accountKey} ${check}`

const refused = (text: Text, field: string) => new EenlijnError('invalid-input', text, { field })

const reasonText: Text = {
  nl: 'Schrijf op waarom dit account mag afwijken, in hoogstens 1.000 tekens.',
  en: 'Write down why this account may differ, in at most 1,000 characters.',
}
const approverText: Text = {
  nl: 'Schrijf op wie het goed vindt: een functie of team, in hoogstens 100 tekens.',
  en: 'Write down who approves of it: a role or team, in at most 100 characters.',
}
const unknownCheck: Text = {
  nl: 'Dit onderdeel bestaat niet (meer).',
  en: 'This part does not exist (any more).',
}
