import { type ContinuityFinding, type ManagerRole, managerRoleWords } from '../model/manager.ts'
import type { Text } from '../model/text.ts'
import { continuityWords, datePhrase, daysPhrase, namesPhrase } from './continuity-words.ts'

interface ManagedAccountFacts {
  readonly key: string
  /** Where the way in is kept, or `null` when nobody noted it. */
  readonly recovery: string | null
}

export interface ManagerFacts {
  readonly id: string
  readonly name: string
  readonly role: ManagerRole
  readonly workEmail: string | null
  /** Calendar dates, YYYY-MM-DD; `until` is the last day. */
  readonly since: string | null
  readonly until: string | null
  /** Calendar date on which what is kept of them was last saved. */
  readonly savedOn: string
  /** Keys of the accounts. */
  readonly accounts: readonly string[]
}

export interface ContinuityInput {
  /** Calendar date, YYYY-MM-DD. */
  readonly today: string
  /** The organisation's registrable domain, or `null` when its website is not known. */
  readonly domain: string | null
  readonly accounts: readonly ManagedAccountFacts[]
  readonly managers: readonly ManagerFacts[]
}

/** A reminder this many days ahead leaves time to hand over. */
const noticeDays = 30
/** What nobody looked at for longer than a year is asked after. */
const yearDays = 365
const dayMs = 86_400_000

/** Whole days from one calendar date to another; negative when it has passed. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** Manages on this day: has begun and has not ended. */
export const isPresent = ({ since, until }: Pick<ManagerFacts, 'since' | 'until'>, today: string): boolean =>
  (since === null || since <= today) && (until === null || until >= today)

/** An address at the domain or at a name under it, compared by label: `notzorg.example` is not `zorg.example`. */
export function isAtDomain(email: string, domain: string): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return host === domain || host.endsWith(`.${domain}`)
}

/** Whether each account stays in the organisation's hands when somebody leaves. In the order of accounts, then managers. */
export function continuityOf(input: ContinuityInput): ContinuityFinding[] {
  return [
    ...input.accounts.flatMap((account) => [ownEmployee(account, input), twoManagers(account, input), recovery(account)]),
    ...input.managers.flatMap((manager) => [
      endDate(manager, input.today),
      workEmail(manager, input.domain),
      yearlyCheck(manager, input.today),
    ]),
  ].filter((finding) => finding !== null)
}

const presentAt = (account: ManagedAccountFacts, { managers, today }: ContinuityInput) =>
  managers.filter((manager) => manager.accounts.includes(account.key) && isPresent(manager, today))

function twoManagers(account: ManagedAccountFacts, input: ContinuityInput): ContinuityFinding {
  const present = presentAt(account, input)
  const words = continuityWords['two-managers']
  const saw: Text = present.length === 0 ? words.nobody : namesPhrase(present.map(sayManager))
  return about('two-managers', present.length >= 2, { account: account.key }, saw)
}

/** Says nothing of an account without managers: that it has none is said already. */
function ownEmployee(account: ManagedAccountFacts, input: ContinuityInput): ContinuityFinding | null {
  const present = presentAt(account, input)
  if (present.length === 0) return null
  const employees = present.filter(({ role }) => role === 'employee')
  const good = employees.length > 0
  return about('own-employee', good, { account: account.key }, namesPhrase((good ? employees : present).map(sayManager)))
}

function recovery(account: ManagedAccountFacts): ContinuityFinding {
  const { recovery: note } = account
  return about(
    'recovery',
    note !== null,
    { account: account.key },
    note === null ? continuityWords.recovery.nothing : { nl: note, en: note },
  )
}

function endDate(manager: ManagerFacts, today: string): ContinuityFinding | null {
  if (manager.until === null) return null
  const days = daysBetween(today, manager.until)
  const when = daysPhrase(days)
  return about(
    'end-date',
    days > noticeDays,
    { manager: manager.id },
    { nl: `${manager.name} ${when.nl}.`, en: `${manager.name} ${when.en}.` },
  )
}

/** Of somebody at an agency another domain is what one expects. */
function workEmail(manager: ManagerFacts, domain: string | null): ContinuityFinding | null {
  if (manager.workEmail === null || manager.role === 'agency') return null
  if (domain === null)
    return {
      ...about('work-email', false, { manager: manager.id }, continuityWords['work-email'].noWebsite),
      ...continuityWords['work-email'].unseen,
    }
  const saw = {
    nl: `${manager.workEmail}; de website is ${domain}.`,
    en: `${manager.workEmail}; the website is ${domain}.`,
  }
  return about('work-email', isAtDomain(manager.workEmail, domain), { manager: manager.id }, saw)
}

function yearlyCheck(manager: ManagerFacts, today: string): ContinuityFinding {
  const good = daysBetween(manager.savedOn, today) <= yearDays
  const date = datePhrase(manager.savedOn)
  const saw = { nl: `${manager.name}: bewaard op ${date.nl}.`, en: `${manager.name}: saved on ${date.en}.` }
  return about('yearly-check', good, { manager: manager.id }, saw)
}

const sayManager = ({ name, role }: ManagerFacts): Text => ({
  nl: `${name} (${managerRoleWords[role].nl})`,
  en: `${name} (${managerRoleWords[role].en})`,
})

function about(
  rule: ContinuityFinding['rule'],
  good: boolean,
  subject: { account: string } | { manager: string },
  saw: Text,
): ContinuityFinding {
  const { verdict, why, mend } = continuityWords[rule]
  return {
    rule,
    sort: good ? 'good' : 'mend',
    account: 'account' in subject ? subject.account : null,
    manager: 'manager' in subject ? subject.manager : null,
    verdict: good ? verdict.good : verdict.mend,
    saw,
    why,
    mend: good ? null : mend,
  }
}
