import type { ManagersView } from '../../services/read-managers.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { Continuity } from './continuity.tsx'
import { Exports } from './exports.tsx'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { ErrorSummary } from './field.tsx'
import { sayAccount } from './forward-mail.ts'
import { ManagedAccounts, type RefusedNote } from './managed-accounts.tsx'
import { managerErrorField, type RefusedManager } from './manager-form.tsx'
import { ManagerList } from './manager-list.tsx'
import { Notice } from './notice.tsx'
import { Platform } from './platform.tsx'

/** What the page was asked to show, and what came of a form. */
export interface ManagersState {
  /** Id of the manager to change. */
  readonly edit?: string | undefined
  readonly refused?: RefusedManager
  readonly refusedNote?: RefusedNote
}

interface ManagersProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly register: ManagersView
  readonly state: ManagersState
}

/** The register of managers: who can get into which account, and whether that lasts. */
export const ManagersPage = ({ ui, view, register, state }: ManagersProps) => {
  const t = ui.t.managers
  const { refused = null, refusedNote = null } = state
  const errors = [
    ...(refused ? [{ field: managerErrorField(refused), text: refused.text }] : []),
    ...(refusedNote ? [{ field: `recovery-${refusedNote.accountId}`, text: refusedNote.text }] : []),
  ]
  const part = { ui, auditId: view.id, register }
  return (
    <AuditPage
      ui={ui}
      view={view}
      step="report"
      title={t.title}
      scripts={['print.js', 'follow.js']}
      styles={['finding.css', 'managers.css']}
    >
      <ErrorSummary ui={ui} errors={errors} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="aside">{t.asOf(register.organisation.name, ui.date(register.asOf))}</p>
      {register.accounts.length === 0 ? <NoAccounts ui={ui} auditId={view.id} /> : null}
      {register.managers.length > 0 ? (
        <Continuity ui={ui} register={register} />
      ) : (
        <Notice title={t.nobodyAtAll}>
          <p>
            <a href="#add">{t.form.add}</a>
          </p>
        </Notice>
      )}
      {register.accounts.length > 0 ? <ManagedAccounts {...part} refused={refusedNote} /> : null}
      <ManagerList {...part} editing={refused?.id ?? state.edit ?? null} refused={refused} />
      {register.accounts.length > 0 ? <Follow {...part} /> : null}
      <Exports ui={ui} csv={ui.to(`/audits/${view.id}/managers.csv`)} />
    </AuditPage>
  )
}

const NoAccounts = ({ ui, auditId }: { ui: Ui; auditId: string }) => {
  const { title, text, button } = ui.t.managers.noAccounts
  return (
    <Notice title={title}>
      <p>{text}</p>
      <p>
        <a class="button" href={ui.to(`/audits/${auditId}/accounts`)}>
          {button}
        </a>
      </p>
    </Notice>
  )
}

/** Links that lead to the accounts; `public/follow.js` lets one tick them off in this browser. */
const Follow = ({ ui, register }: { ui: Ui; register: ManagersView }) => {
  const { follow } = ui.t.managers
  return (
    <section class="screen-only" aria-labelledby="follow">
      <h2 id="follow">{follow.title}</h2>
      <p>{follow.lead}</p>
      <ul class="slots" data-follow={register.organisation.id}>
        {register.accounts.map((account) => (
          <li class="follow">
            <input type="checkbox" value={account.accountId} aria-label={follow.done(sayAccount(account))} hidden />
            <Platform platform={account.platform} />
            <ExternalLink ui={ui} href={account.url} text={sayAddress(account.url)} class="address" />
          </li>
        ))}
      </ul>
      <p class="aside" data-follow-note hidden>
        {follow.onlyHere}
      </p>
    </section>
  )
}
