import { managerRoleWords } from '../model/manager.ts'
import type { Text } from '../model/text.ts'
import type { ManagedAccountView, ManagersView, ManagerView } from '../services/read-managers.ts'
import { type CsvOptions, writeCsv } from './csv.ts'
import { platformName } from './platform-name.ts'

interface Row {
  readonly account: ManagedAccountView | null
  readonly manager: ManagerView | null
}

const heads: readonly Text[] = [
  { nl: 'platform', en: 'platform' },
  { nl: 'account', en: 'handle' },
  { nl: 'adres', en: 'address' },
  { nl: 'beheerder', en: 'manager' },
  { nl: 'e-mailadres', en: 'e-mail address' },
  { nl: 'rol', en: 'role' },
  { nl: 'functie', en: 'job title' },
  { nl: 'vervangt', en: 'deputy for' },
  { nl: 'sinds', en: 'since' },
  { nl: 'tot en met', en: 'until' },
  { nl: 'waar de toegang ligt', en: 'where the access is kept' },
]

/**
 * A row for each account with each of its managers, one for an account without, and one for a manager without account.
 * The same form and guard against formulas as the report's table.
 */
export function managersCsv(register: ManagersView, { separator, locale }: CsvOptions): string {
  const idle = register.managers.filter(({ accounts }) => accounts.length === 0)
  const rows: Row[] = [
    ...register.accounts.flatMap((account) => rowsOf(account, register)),
    ...idle.map((manager) => ({ account: null, manager })),
  ]
  const nameOf = (id: string | null) => register.managers.find((manager) => manager.id === id)?.name ?? null
  return writeCsv(
    heads.map((head) => head[locale]),
    rows.map(({ account, manager }) => [
      account ? platformName(account.platform) : null,
      account?.handle ?? null,
      account?.url ?? null,
      manager?.name ?? null,
      manager?.workEmail ?? null,
      manager ? managerRoleWords[manager.role][locale] : null,
      manager?.jobTitle ?? null,
      nameOf(manager?.deputyOf ?? null),
      manager?.since ?? null,
      manager?.until ?? null,
      account?.recovery ?? null,
    ]),
    separator,
  )
}

function rowsOf(account: ManagedAccountView, { managers }: ManagersView): Row[] {
  const own = managers.filter(({ accounts }) => accounts.includes(account.accountId))
  return own.length === 0 ? [{ account, manager: null }] : own.map((manager) => ({ account, manager }))
}
