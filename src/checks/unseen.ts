import type { Finding, Outcome } from '../model/finding.ts'
import type { UnseenReason } from '../model/seen.ts'
import type { Text } from '../model/text.ts'
import { platform } from '../platforms/index.ts'
import type { CheckedAccount } from './check.ts'

export const nameOf = ({ platform: on }: Pick<CheckedAccount, 'platform'>): string => platform(on).name

/** What differs from finding to finding; the check adds the rest. */
export type Judged = Pick<Finding, 'outcome' | 'verdict' | 'saw' | 'mend'> & Partial<Pick<Finding, 'minutes'>>

export const scored = (value: number): Outcome => ({ kind: 'scored', value })

const reasons: Readonly<Record<Exclude<UnseenReason, 'absent'> | 'not-looked', Text>> = {
  walled: { nl: 'Het platform liet ons dit niet zien.', en: 'The platform did not let us see this.' },
  'not-offered': { nl: 'De pagina die wij kregen, toont dit niet.', en: 'The page that we got does not show this.' },
  unreadable: { nl: 'Dit was niet te lezen.', en: 'This could not be read.' },
  'not-looked': { nl: 'Wij hebben dit account nog niet bekeken.', en: 'We have not looked at this account yet.' },
}

/** What nobody saw is unknown, with the reason, and never absent. `absent` is for the check to judge. */
export function notSeen(account: CheckedAccount, why: Exclude<UnseenReason, 'absent'>): Judged {
  const reason = reasons[account.state === null ? 'not-looked' : why]
  return { outcome: { kind: 'unknown', why: reason }, verdict: { nl: 'Niet te zien', en: 'Not to be seen' }, saw: reason, mend: null }
}

/** A judgement without a number: nothing to hold the account to. */
export const doesNotApply = (verdict: Text, why: Text, mend: Text | null = null): Judged => ({
  outcome: { kind: 'notApplicable', why },
  verdict,
  saw: why,
  mend,
})

export const cannotSay = (verdict: Text, why: Text): Judged => ({ outcome: { kind: 'unknown', why }, verdict, saw: why, mend: null })
