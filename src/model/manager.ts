import type { Text } from './text.ts'

/** In what position somebody manages an account. */
export const managerRoles = ['employee', 'trainee', 'volunteer', 'external', 'agency'] as const
export type ManagerRole = (typeof managerRoles)[number]

export const managerRoleWords: Readonly<Record<ManagerRole, Text>> = {
  employee: { nl: 'medewerker', en: 'employee' },
  trainee: { nl: 'stagiair', en: 'trainee' },
  volunteer: { nl: 'vrijwilliger', en: 'volunteer' },
  external: { nl: 'extern', en: 'external' },
  agency: { nl: 'bureau', en: 'agency' },
}

/** What is looked at to know that an account stays in the organisation's hands; a rule each. */
export const continuityRules = ['own-employee', 'two-managers', 'end-date', 'recovery', 'work-email', 'yearly-check'] as const
export type ContinuityRule = (typeof continuityRules)[number]

/**
 * One thing that goes well, can be better, or could not be judged, of one account or one manager. It carries no score:
 * who holds the keys is no part of how uniform the accounts look.
 */
export interface ContinuityFinding {
  readonly rule: ContinuityRule
  readonly sort: 'good' | 'mend' | 'unseen'
  /** Key of the account, where it is about one. */
  readonly account: string | null
  /** Id of the manager, where it is about one. */
  readonly manager: string | null
  readonly verdict: Text
  readonly saw: Text
  readonly why: Text
  readonly mend: Text | null
}
