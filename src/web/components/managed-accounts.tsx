import { managerRoleWords } from '../../model/manager.ts'
import type { ManagedAccountView, ManagersView, ManagerView } from '../../services/read-managers.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'
import { forwardMail, sayAccount } from './forward-mail.ts'
import { Handle } from './handle.tsx'
import { Platform } from './platform.tsx'

/** A note on an account that was refused, with what was typed. */
export interface RefusedNote {
  readonly accountId: string
  readonly text: string
  readonly note: string
}

interface AccountsProps {
  readonly ui: Ui
  readonly auditId: string
  readonly register: ManagersView
  readonly refused: RefusedNote | null
}

/** Account by account: who manages it, where the way in is kept, and a mail to ask for a post. */
export const ManagedAccounts = ({ ui, auditId, register, refused }: AccountsProps) => (
  <section aria-labelledby="by-account">
    <h2 id="by-account">{ui.t.managers.perAccount}</h2>
    <ul class="slots">
      {register.accounts.map((account) => (
        <li id={`a-${account.accountId}`}>
          <h3 class="account-name">
            <Platform platform={account.platform} /> <Handle handle={account.handle} />
          </h3>
          <AccountManagers ui={ui} account={account} register={register} />
          <Recovery ui={ui} auditId={auditId} account={account} refused={refused?.accountId === account.accountId ? refused : null} />
        </li>
      ))}
    </ul>
  </section>
)

const quietly: readonly string[] = ['quiet', 'dormant', 'abandoned']

const AccountManagers = ({ ui, account, register }: { ui: Ui; account: ManagedAccountView; register: ManagersView }) => {
  const t = ui.t.managers
  const managers = register.managers.filter((manager) => manager.accounts.includes(account.accountId))
  const mail = forwardMail(ui, account, managers)
  return (
    <>
      {managers.length === 0 ? <p class="aside">{t.nobody}</p> : null}
      <ul class="plain">
        {managers.map((manager) => (
          <li>
            <a href={`#m-${manager.id}`}>{manager.name}</a>
            <span class="aside">, {factsOf(ui, manager, register)}</span>
          </li>
        ))}
      </ul>
      {quietly.includes(account.activity) ? <p class="aside">{t.forward.quiet}</p> : null}
      {mail ? (
        <p class="screen-only">
          <a href={mail}>{t.forward.link(sayAccount(account))}</a>
        </p>
      ) : managers.length > 0 ? (
        <p class="aside screen-only">{t.forward.none}</p>
      ) : null}
    </>
  )
}

/** `medewerker, vervangt Marit Bos, sinds 1 mei 2025`. */
export function factsOf(ui: Ui, manager: ManagerView, register: ManagersView): string {
  const t = ui.t.managers
  const principal = register.managers.find(({ id }) => id === manager.deputyOf)
  return [
    ui.text(managerRoleWords[manager.role]),
    principal ? t.deputyFor(principal.name) : '',
    manager.since ? t.since(ui.date(manager.since)) : '',
    manager.until ? t.until(ui.date(manager.until)) : '',
    manager.present ? '' : t.notPresent,
  ]
    .filter(Boolean)
    .join(', ')
}

interface RecoveryProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: ManagedAccountView
  readonly refused: RefusedNote | null
}

const Recovery = ({ ui, auditId, account, refused }: RecoveryProps) => {
  const t = ui.t.managers
  return (
    <>
      {account.recovery === null ? null : <p class="aside">{t.kept(account.recovery)}</p>}
      <details class="screen-only" open={refused !== null}>
        <summary>
          {account.recovery === null ? t.recovery.open : t.recovery.change}
          <span class="visually-hidden">: {sayAccount(account)}</span>
        </summary>
        <form method="post" action={ui.to(`/audits/${auditId}/managers/recovery/${account.accountId}`)}>
          <Field
            ui={ui}
            id={`recovery-${account.accountId}`}
            name="note"
            label={t.recovery.label}
            help={t.recovery.help}
            value={refused?.note ?? account.recovery ?? ''}
            error={refused?.text}
            maxlength={300}
            autocomplete="off"
            optional
          />
          <button type="submit" class="secondary">
            {t.recovery.button}
          </button>
        </form>
      </details>
    </>
  )
}
