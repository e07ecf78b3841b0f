import { and, count, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { EenlijnError } from '../model/errors.ts'
import { type ManagerRole, managerRoles } from '../model/manager.ts'
import type { Text } from '../model/text.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/open.ts'
import { managerAccounts, managers, persons } from '../store/schema.ts'
import { readCalendarDate } from './calendar-date.ts'
import { type AuditRow, findAccount, findAudit } from './find-audit.ts'
import { findManager } from './find-manager.ts'
import { createPerson } from './person.ts'

export interface SaveManagerInput {
  readonly auditId: string
  /** Absent for a new one. */
  readonly id?: string | undefined
  readonly name: string
  readonly workEmail: string
  readonly role: string
  readonly jobTitle: string
  /** YYYY-MM-DD or ''. */
  readonly since: string
  /** The last day, YYYY-MM-DD or ''. */
  readonly until: string
  /** Id of the manager whom this one stands in for, or ''. */
  readonly deputyOf: string
  /** Ids of accounts. */
  readonly accounts: readonly string[]
}

/** Far more than an organisation has; a page of them still opens at once. */
const mostManagers = 200

/**
 * Puts somebody in the organisation's register of managers, or changes what stands there.
 * @throws EenlijnError `invalid-input`, `not-found`, `too-large`.
 */
export function saveManager(deps: Deps, input: SaveManagerInput): { id: string } {
  const facts = readFacts(input)
  const now = deps.now().toISOString()
  return deps.store.transact((tx) => {
    const audit = findAudit(tx, input.auditId)
    const known = input.id ? findManager(tx, audit, input.id) : null
    const values = { ...facts.manager, deputyOf: deputyOf(tx, audit, input), updatedAt: now }
    if (!known) refuseTooMany(tx, audit.organisationId)
    const personId = known?.personId ?? createPerson(tx, facts.person.name, now)
    tx.update(persons).set(facts.person).where(eq(persons.id, personId)).run()
    const id = known?.id ?? newId()
    if (known) tx.update(managers).set(values).where(eq(managers.id, id)).run()
    else
      tx.insert(managers)
        .values({ id, organisationId: audit.organisationId, personId, ...values, createdAt: now })
        .run()
    setAccounts(tx, audit, id, input.accounts)
    return { id }
  })
}

function readFacts(input: SaveManagerInput) {
  const name = input.name.replace(/\s+/g, ' ').trim()
  if (name === '' || name.length > 100) throw refused('name', nameText)
  const workEmail = input.workEmail.trim()
  if (workEmail !== '' && !isEmail(workEmail)) throw refused('workEmail', emailText)
  const role = managerRoles.find((one) => one === input.role)
  if (!role) throw refused('role', roleText)
  const jobTitle = input.jobTitle.replace(/\s+/g, ' ').trim()
  if (jobTitle.length > 100) throw refused('jobTitle', jobTitleText)
  const since = readCalendarDate(input.since, 'since')
  const until = readCalendarDate(input.until, 'until')
  if (since && until && until < since) throw refused('until', untilText)
  return { person: { name, workEmail: workEmail || null }, manager: { role: role satisfies ManagerRole, jobTitle, since, until } }
}

/** One @ with something sound on both sides; whether it is delivered only a mail can tell. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+[\p{L}\p{N}-]{2,}$/u.test(text)
}

function deputyOf(tx: Db, audit: AuditRow, input: SaveManagerInput): string | null {
  if (input.deputyOf === '') return null
  if (input.deputyOf === input.id) throw refused('deputyOf', ownDeputyText)
  return findManager(tx, audit, input.deputyOf).id
}

function refuseTooMany(tx: Db, organisationId: string): void {
  const present = tx
    .select({ n: count() })
    .from(managers)
    .where(and(eq(managers.organisationId, organisationId), isNull(managers.removedAt)))
    .get()
  if ((present?.n ?? 0) >= mostManagers)
    throw new EenlijnError('too-large', {
      nl: `Er passen ${mostManagers} beheerders in de lijst. Haal eerst iemand weg.`,
      en: `The list holds ${mostManagers} managers. Remove somebody first.`,
    })
}

function setAccounts(tx: Db, audit: AuditRow, managerId: string, accountIds: readonly string[]): void {
  const wanted = [...new Set(accountIds)].map((id) => findAccount(tx, audit, id).id)
  tx.delete(managerAccounts).where(eq(managerAccounts.managerId, managerId)).run()
  for (const accountId of wanted) tx.insert(managerAccounts).values({ managerId, accountId }).run()
}

const refused = (field: string, text: Text) => new EenlijnError('invalid-input', text, { field })

const nameText: Text = {
  nl: 'Vul een naam in, met hoogstens 100 tekens.',
  en: 'Fill in a name, with at most 100 characters.',
}
const emailText: Text = {
  nl: 'Dit is geen e-mailadres. Schrijf bijvoorbeeld jannie@zorgwijde.example.',
  en: 'This is not an e-mail address. Write for example jannie@zorgwijde.example.',
}
const roleText: Text = { nl: 'Kies een rol uit de lijst.', en: 'Choose a role from the list.' }
const jobTitleText: Text = {
  nl: 'De functie is te lang: 100 tekens is het meeste.',
  en: 'The job title is too long: 100 characters is the most.',
}
const untilText: Text = { nl: 'De einddatum ligt voor de begindatum.', en: 'The end date lies before the start date.' }
const ownDeputyText: Text = { nl: 'Iemand kan niet zijn eigen vervanger zijn.', en: 'Somebody cannot be their own deputy.' }
