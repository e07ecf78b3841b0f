import type { Finding } from '../model/finding.ts'
import type { Check, CheckedAccount, CheckInput } from './check.ts'
import { checks } from './index.ts'

/**
 * Runs checks over the organisation's accounts. A check that breaks gives an `error` for each of its accounts: its part
 * then counts as not measured, and the other checks go on.
 */
export function runChecks({ organisation, accounts }: CheckInput, all: readonly Check[] = checks): Finding[] {
  return all.flatMap((check) => {
    const own = accounts.filter((account) => check.appliesTo(account))
    try {
      return check.run({ organisation, accounts: own })
    } catch (error) {
      return own.map((account) => broken(check, account, error))
    }
  })
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
