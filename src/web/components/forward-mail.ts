import { platformName } from '../../report/platform-name.ts'
import type { ManagedAccountView, ManagerView } from '../../services/read-managers.ts'
import type { Ui } from '../ui.ts'

/** `Facebook (zorgwijde)`. */
export const sayAccount = ({ platform, handle }: Pick<ManagedAccountView, 'platform' | 'handle'>): string =>
  `${platformName(platform)} (${handle})`

/**
 * A mail to those who manage an account now, ready to be finished and sent by whoever clicks; nothing is sent from here.
 * `null` when none of them has an address.
 */
export function forwardMail(ui: Ui, account: ManagedAccountView, managers: readonly ManagerView[]): string | null {
  const { forward } = ui.t.managers
  const reachable = managers.filter((manager) => manager.present && manager.workEmail !== null)
  if (reachable.length === 0) return null
  const name = sayAccount(account)
  const names = new Intl.ListFormat(ui.locale, { type: 'conjunction' }).format(reachable.map((manager) => firstName(manager.name)))
  return mailTo(reachable, forward.subject(name), [forward.greeting(names), ...forward.body(name, account.url)])
}

/** A mail that asks a manager whether the list is still right; `null` without an address. */
export function confirmMail(ui: Ui, manager: ManagerView, accounts: readonly ManagedAccountView[]): string | null {
  const { confirm, forward } = ui.t.managers
  if (manager.workEmail === null || accounts.length === 0) return null
  return mailTo([manager], confirm.subject, [
    forward.greeting(firstName(manager.name)),
    ...confirm.body(accounts.map(sayAccount).join(', ')),
  ])
}

function mailTo(managers: readonly ManagerView[], subject: string, paragraphs: readonly string[]): string {
  const to = managers.map(({ workEmail }) => encodeURIComponent(workEmail ?? '').replace('%40', '@')).join(',')
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(paragraphs.join('\r\n\r\n'))}`
}

/** `Jannie` of `Jannie de Wit`; of initials the whole name. */
function firstName(name: string): string {
  const first = name.split(' ')[0] ?? name
  return first.length < 2 || first.includes('.') ? name : first
}
