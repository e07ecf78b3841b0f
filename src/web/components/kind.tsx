import { type AccountKind, accountKinds } from '../../model/candidate.ts'
import { kindWords } from '../../report/words.ts'
import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'

interface KindProps {
  readonly ui: Ui
  readonly account: CandidateView
}

/** A suspicion that nobody confirmed is said to be one. */
const isUnconfirmed = ({ kind, decision }: CandidateView): boolean => kind === 'impostor' && decision?.kind !== 'impostor'

/** `hoofdaccount`; '' where it is not known. */
export function kindPhrase(ui: Ui, account: CandidateView): string {
  if (account.kind === 'unknown') return ''
  const kind = ui.text(kindWords[account.kind])
  const note = isUnconfirmed(account) ? ui.t.kinds.unconfirmed : account.decision?.kind ? ui.t.kinds.chosen : null
  return note === null ? kind : `${kind} (${note})`
}

/** What the platform's own number told of its name, and a suspicion with what it rests on. */
export const AccountNotes = ({ ui, account }: KindProps) => {
  const former = account.formerNames ?? []
  const renamed = former.filter((name) => name.renamed)
  const others = former.filter((name) => !name.renamed)
  const last = renamed.at(-1)
  return (
    <>
      {isUnconfirmed(account) ? <p class="notice doubt">{ui.t.kinds.suspicion}</p> : null}
      {account.takenOverAt ? <p class="notice doubt">{ui.t.kinds.takenOver(ui.date(account.takenOverAt))}</p> : null}
      {last ? <p class="aside">{ui.t.kinds.renamed(renamed.map(({ handle }) => handle).join(', '), ui.date(last.lastSeenAt))}</p> : null}
      {others.length > 0 ? <p class="aside">{ui.t.kinds.alsoAt(others.map(({ handle }) => handle).join(', '))}</p> : null}
    </>
  )
}

/** Kinds that a person may say; the others are told by the page that names the account. */
const choosable: readonly AccountKind[] = accountKinds.filter((kind) => !['host', 'quoted', 'unknown', 'person'].includes(kind))

/** Another kind than we thought; it stays until the choice is taken back. */
export const ChooseKind = ({ ui, auditId, account, show }: KindProps & { readonly auditId: string; readonly show: string }) => {
  const id = `kind-${account.accountId}`
  const judged = account.judgedKind ?? account.kind
  const chosen = account.decision?.kind ?? ''
  return (
    <details class="evidence choose-kind">
      <summary>{ui.t.kinds.choose}</summary>
      <form method="post" action={ui.to(`/audits/${auditId}/accounts/${account.accountId}/decision`)}>
        <input type="hidden" name="basedOn" value={account.decision?.id ?? ''} />
        <input type="hidden" name="decision" value={account.decision?.decision ?? ''} />
        <input type="hidden" name="show" value={show} />
        <label for={id}>{ui.t.kinds.label(account.handle)}</label>
        <select id={id} name="kind">
          <option value="" selected={chosen === ''}>
            {ui.t.kinds.asJudged(ui.text(kindWords[judged]))}
          </option>
          {choosable.map((kind) => (
            <option value={kind} selected={kind === chosen}>
              {ui.text(kindWords[kind])}
            </option>
          ))}
        </select>
        <button type="submit" class="secondary">
          {ui.t.kinds.keep}
        </button>
      </form>
    </details>
  )
}
