import type { ContinuityRule } from '../../model/manager.ts'
import type { ManagersView, ManagerView } from '../../services/read-managers.ts'
import type { Ui } from '../ui.ts'
import { confirmMail, sayAccount } from './forward-mail.ts'
import { factsOf } from './managed-accounts.tsx'
import { ManagerForm, type RefusedManager } from './manager-form.tsx'
import { capital } from './words.ts'

interface ListProps {
  readonly ui: Ui
  readonly auditId: string
  readonly register: ManagersView
  /** Id of the manager whose form is open; one at a time, so that a long list stays light. */
  readonly editing: string | null
  readonly refused: RefusedManager | null
}

/** Person by person: how to reach them, what they manage and until when. */
export const ManagerList = ({ ui, auditId, register, editing, refused }: ListProps) => {
  const t = ui.t.managers
  return (
    <section aria-labelledby="by-person">
      <h2 id="by-person">{t.perPerson}</h2>
      {register.managers.length === 0 ? <p class="aside">{t.nobodyAtAll}</p> : null}
      <ul class="slots">
        {register.managers.map((manager) => (
          <li id={`m-${manager.id}`}>
            <h3>{manager.name}</h3>
            <ManagerFacts ui={ui} manager={manager} register={register} />
            {manager.id === editing ? (
              <Editing ui={ui} auditId={auditId} register={register} manager={manager} refused={refused} />
            ) : (
              <p class="screen-only">
                <a href={`?edit=${manager.id}#m-${manager.id}`}>{t.form.change(manager.name)}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <details class="screen-only" id="add" open={register.managers.length === 0 || refused?.id === 'new'}>
        <summary>{t.form.add}</summary>
        <ManagerForm ui={ui} auditId={auditId} register={register} manager={null} refused={refused?.id === 'new' ? refused : null} />
      </details>
      <p class="aside">{t.privacy}</p>
    </section>
  )
}

const ManagerFacts = ({ ui, manager, register }: { ui: Ui; manager: ManagerView; register: ManagersView }) => {
  const t = ui.t.managers
  const { domain } = register.organisation
  const asks = (asked: ContinuityRule) =>
    register.findings.some(({ rule, sort, manager: id }) => rule === asked && sort === 'mend' && id === manager.id)
  const managed = register.accounts.filter(({ accountId }) => manager.accounts.includes(accountId))
  const confirm = confirmMail(ui, manager, managed)
  return (
    <>
      <p>{capital([manager.jobTitle, factsOf(ui, manager, register)].filter(Boolean).join(', '))}</p>
      {manager.workEmail === null ? (
        <p class="aside">{t.noEmail}</p>
      ) : (
        <p>
          <span class="address">{manager.workEmail}</span>
          {asks('work-email') && domain ? <span class="deviates"> {t.form.workEmailHint(domain)}</span> : null}
        </p>
      )}
      <p>{managed.length === 0 ? t.managesNothing : `${t.manages}: ${managed.map(sayAccount).join(', ')}`}</p>
      {confirm && asks('yearly-check') ? (
        <p class="screen-only">
          <a href={confirm}>{t.confirm.link(manager.name)}</a>
        </p>
      ) : null}
    </>
  )
}

interface EditingProps extends Omit<ListProps, 'editing'> {
  readonly manager: ManagerView
}

const Editing = ({ ui, auditId, register, manager, refused }: EditingProps) => {
  const { form } = ui.t.managers
  return (
    <>
      <ManagerForm ui={ui} auditId={auditId} register={register} manager={manager} refused={refused?.id === manager.id ? refused : null} />
      <form method="post" action={ui.to(`/audits/${auditId}/managers/${manager.id}/remove`)}>
        <p class="help" id={`remove-${manager.id}-help`}>
          {form.removeHelp}
        </p>
        <button type="submit" class="secondary" aria-describedby={`remove-${manager.id}-help`}>
          {form.remove(manager.name)}
        </button>
      </form>
    </>
  )
}
