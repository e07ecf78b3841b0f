import type { Finding } from '../model/finding.ts'
import type { Check, CheckedAccount, CheckInput, Explanation } from './check.ts'
import { checks } from './index.ts'

/**
 * Runs checks over the organisation's accounts; those that the organisation switched off are not run. A check that breaks
 * gives an `error` for each of its accounts: its part then counts as not measured, and the other checks go on.
 */
export function runChecks(input: CheckInput, all: readonly Check[] = checks): Finding[] {
  const explained = new Map(input.explanations.map((explanation) => [itemOf(explanation), explanation]))
  const off = new Set(input.houseStyle.off)
  return all.filter(({ id }) => !off.has(id)).flatMap((check) => runOne(check, input).map((finding) => explain(finding, explained)))
}

function runOne(check: Check, input: CheckInput): Finding[] {
  const accounts = input.accounts.filter((account) => check.appliesTo(account))
  try {
    return check.run({ ...input, accounts })
  } catch (error) {
    return accounts.map((account) => broken(check, account, error))
  }
}

const itemOf = ({ check, subject }: { check: string; subject: string | null }) => JSON.stringify([check, subject])

/** "Pas toe of leg uit": a deviation with a reason stays to be seen and is no fail. */
function explain(finding: Finding, explained: ReadonlyMap<string, Explanation>): Finding {
  const { outcome } = finding
  const explanation = explained.get(itemOf(finding))
  if (!explanation || outcome.kind !== 'scored' || outcome.value === 1) return finding
  const { reason, approver, at } = explanation
  const why = { nl: `Uitgelegd door ${approver}: ${reason}`, en: `Explained by ${approver}: ${reason}` }
  return { ...finding, outcome: { kind: 'notApplicable', why }, mend: null, minutes: null, explained: { reason, approver, at } }
}

function broken(check: Check, account: CheckedAccount, error: unknown): Finding {
  const why = { nl: 'Dit onderdeel ging bij ons mis. Het telt niet mee.', en: 'This part went wrong on our side. It does not count.' }
  return {
    check: check.id,
    subject: account.key,
    outcome: { kind: 'error', why },
    verdict: { nl: 'Niet beoordeeld', en: 'Not judged' },
    saw: why,
    why: check.description,
    mend: null,
    evidence: [{ label: 'error', value: error instanceof Error ? error.message.slice(0, 300) : 'unknown' }],
  }
}
