import { type Decision, decisions } from '../../model/candidate.ts'
import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Icon, type IconName } from './icon.tsx'

export const decisionLabel = (ui: Ui, decision: Decision): string =>
  ({ ours: ui.t.accounts.ours, 'not-ours': ui.t.accounts.notOurs, unsure: ui.t.accounts.unsure })[decision]

const icons: Readonly<Record<Decision, IconName>> = { ours: 'yes', 'not-ours': 'no', unsure: 'unknown' }

interface DecideProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: CandidateView
  /** Which list to come back to. */
  readonly show: string
}

/** Whose is it: three buttons, and a fourth to take it back. The number is the key that does the same. */
export const Decide = ({ ui, auditId, account, show }: DecideProps) => {
  const chosen = account.decision?.decision ?? null
  return (
    <form
      method="post"
      action={ui.to(`/audits/${auditId}/accounts/${account.accountId}/decision`)}
      class="decide"
      aria-label={ui.t.accounts.question(account.handle)}
    >
      <input type="hidden" name="basedOn" value={account.decision?.id ?? ''} />
      <input type="hidden" name="show" value={show} />
      {decisions.map((decision, index) => (
        <button
          type="submit"
          name="decision"
          value={decision}
          class="choice"
          aria-pressed={chosen === decision ? 'true' : 'false'}
          data-key={String(index + 1)}
        >
          <Icon name={icons[decision]} /> {decisionLabel(ui, decision)}
        </button>
      ))}
      {chosen ? (
        <button type="submit" name="decision" value="" class="undo" data-key="u">
          {ui.t.accounts.undo}
        </button>
      ) : null}
    </form>
  )
}

/** Who decided what and when, also in an earlier audit. */
export const DecidedLine = ({ ui, auditId, account }: Pick<DecideProps, 'ui' | 'auditId' | 'account'>) => {
  const { decision } = account
  if (!decision?.decision) return null
  const { accounts } = ui.t
  return (
    <p class="decided">
      <Icon name={icons[decision.decision]} /> <strong>{accounts.decided[decision.decision]}</strong>{' '}
      <span class="aside">
        ({accounts.decidedBy(decision.by ?? accounts.somebody, ui.date(decision.at))}
        {decision.auditId === auditId ? '' : `, ${accounts.carriedOver}`})
      </span>
    </p>
  )
}
