import { managerRoles } from '../../model/manager.ts'
import type { ManagersView, ManagerView } from '../../services/read-managers.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { Field, FieldError } from './field.tsx'
import { sayAccount } from './forward-mail.ts'

/** A manager that was refused, with what was typed. `id` is `new` for one who was not in the list yet. */
export interface RefusedManager {
  readonly id: string
  readonly field: string
  readonly text: string
  readonly form: Form
}

const formId = (id: string) => `manager-${id}`
export const managerErrorField = ({ id, field }: RefusedManager): string => `${formId(id)}-${field}`

interface FormProps {
  readonly ui: Ui
  readonly auditId: string
  readonly register: ManagersView
  /** `null` for a new one. */
  readonly manager: ManagerView | null
  readonly refused: RefusedManager | null
}

type TextName = 'name' | 'workEmail' | 'jobTitle' | 'since' | 'until'

/** Everything that the register keeps of one manager. */
export const ManagerForm = ({ ui, auditId, register, manager, refused }: FormProps) => {
  const t = ui.t.managers.form
  const id = formId(manager?.id ?? 'new')
  const { domain } = register.organisation
  const field = (name: TextName) => ({
    ui,
    id: `${id}-${name}`,
    name,
    label: t[name],
    value: refused ? textOf(refused.form, name) : (manager?.[name] ?? ''),
    error: refused?.field === name ? refused.text : null,
    autocomplete: 'off',
  })
  const choice = { ui, id, register, manager, refused }
  return (
    <form method="post" action={ui.to(`/audits/${auditId}/managers${manager ? `/${manager.id}` : ''}`)}>
      <Field {...field('name')} maxlength={100} required />
      <Field {...field('workEmail')} type="email" maxlength={254} optional {...(domain ? { help: t.workEmailHelp(domain) } : {})} />
      <div class="pair">
        <RoleField {...choice} />
        <Field {...field('jobTitle')} maxlength={100} optional />
        <Field {...field('since')} type="date" optional />
        <Field {...field('until')} type="date" optional />
      </div>
      <AccountsField {...choice} />
      <DeputyField {...choice} />
      <button type="submit">{manager ? t.save : t.addButton}</button>
    </form>
  )
}

interface ChoiceProps {
  readonly ui: Ui
  readonly id: string
  readonly register: ManagersView
  readonly manager: ManagerView | null
  readonly refused: RefusedManager | null
}

const RoleField = ({ ui, id, manager, refused }: ChoiceProps) => {
  const t = ui.t.managers.form
  const chosen = refused ? textOf(refused.form, 'role') : (manager?.role ?? 'employee')
  return (
    <div class="field">
      <label for={`${id}-role`}>{t.role}</label>
      <select id={`${id}-role`} name="role">
        {managerRoles.map((role) => (
          <option value={role} selected={role === chosen}>
            {t.roles[role]}
          </option>
        ))}
      </select>
      <FieldError id={`${id}-role`} error={refused?.field === 'role' ? refused.text : null} />
    </div>
  )
}

const AccountsField = ({ ui, id, register, manager, refused }: ChoiceProps) => {
  const chosen = new Set(refused ? (refused.form.accounts ?? []) : (manager?.accounts ?? []))
  if (register.accounts.length === 0) return null
  return (
    <fieldset class="choices rows" id={`${id}-accounts`}>
      <legend>{ui.t.managers.form.accounts}</legend>
      {register.accounts.map((account) => (
        <label>
          <input type="checkbox" name="accounts" value={account.accountId} checked={chosen.has(account.accountId)} />
          <span>{sayAccount(account)}</span>
        </label>
      ))}
    </fieldset>
  )
}

const DeputyField = ({ ui, id, register, manager, refused }: ChoiceProps) => {
  const t = ui.t.managers.form
  const others = register.managers.filter((other) => other.id !== manager?.id)
  const chosen = refused ? textOf(refused.form, 'deputyOf') : manager?.deputyOf
  if (others.length === 0) return null
  return (
    <div class="field">
      <label for={`${id}-deputyOf`}>
        {t.deputyOf} <span class="optional">({ui.t.site.optional})</span>
      </label>
      <select id={`${id}-deputyOf`} name="deputyOf">
        <option value="">{t.nobody}</option>
        {others.map((other) => (
          <option value={other.id} selected={other.id === chosen}>
            {other.name}
          </option>
        ))}
      </select>
      <FieldError id={`${id}-deputyOf`} error={refused?.field === 'deputyOf' ? refused.text : null} />
    </div>
  )
}
