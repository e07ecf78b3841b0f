import type { PasteOutcome } from '../../services/paste-links.ts'
import type { AuditView, CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { CandidateCard } from './candidate-card.tsx'
import { ErrorSummary } from './field.tsx'
import { Notice } from './notice.tsx'
import { PasteBox, PasteResult } from './paste-box.tsx'
import { PressBox, type PressState } from './press-box.tsx'
import { PrintNotes } from './print-notes.tsx'
import { Slots } from './slots.tsx'
import { hasEnded, NextStep, Steps } from './steps.tsx'
import { isUndecided } from './words.ts'

/** What the page was asked to show, and what came of a form. */
export interface AccountsState {
  readonly show?: 'open' | 'all' | null
  /** Shown although it is decided, so that it can be taken back. */
  readonly justDecided?: string | undefined
  readonly conflict?: { readonly accountId: string; readonly text: string } | null
  readonly paste?: { readonly text: string; readonly outcome?: PasteOutcome; readonly error?: string }
  readonly press?: PressState
  readonly slotError?: { readonly field: string; readonly text: string }
}

interface AccountsProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly state: AccountsState
}

/** The second step: whose is each account. */
export const AccountsPage = ({ ui, view, state }: AccountsProps) => {
  const { accounts } = ui.t
  const show = state.show ?? (view.candidates.some(isUndecided) ? 'open' : 'all')
  const shown = shownOf(view, show, state.justDecided)
  const errors = [
    ...(state.conflict ? [{ field: `a-${state.conflict.accountId}`, text: state.conflict.text }] : []),
    ...(state.paste?.error ? [{ field: 'links', text: state.paste.error }] : []),
    ...(state.press?.error ? [state.press.error] : []),
    ...(state.slotError ? [{ field: 'slots', text: state.slotError.text }] : []),
  ]
  const watch = hasEnded(view) ? {} : { 'data-watch': ui.to(`/audits/${view.id}/live`), 'data-after': view.lastEvent }
  return (
    <AuditPage
      ui={ui}
      view={view}
      step="accounts"
      title={accounts.title}
      scripts={['triage.js', 'live.js']}
      styles={['accounts.css', 'decide.css', 'finding.css', 'prints.css', 'kinds.css']}
    >
      <ErrorSummary ui={ui} errors={errors} />
      {state.paste?.outcome ? <PasteResult ui={ui} outcome={state.paste.outcome} /> : null}
      <h1>{accounts.title}</h1>
      <p class="lead">{accounts.lead}</p>
      <Filter ui={ui} view={view} show={show} />
      <div {...watch}>
        {shown.length === 0 ? <NothingShown ui={ui} view={view} /> : null}
        <div class="candidates" data-grows="accounts" data-failed={accounts.failed}>
          {shown.map((account) => (
            <CandidateCard
              ui={ui}
              auditId={view.id}
              account={account}
              show={show}
              conflict={state.conflict?.accountId === account.accountId ? state.conflict.text : null}
            />
          ))}
        </div>
        <button type="button" class="secondary" data-more="accounts" data-text={ui.t.audit.showNew('{n}')} hidden></button>
      </div>
      <PrintNotes ui={ui} auditId={view.id} notes={view.printed ?? []} />
      <PasteBox ui={ui} auditId={view.id} text={state.paste?.text ?? ''} error={state.paste?.error ?? null} />
      <PressBox ui={ui} auditId={view.id} state={state.press ?? null} />
      <Slots ui={ui} view={view} error={state.slotError ?? null} />
      <p>
        <a href={ui.to(`/audits/${view.id}/locations`)}>{ui.t.locations.link}</a>
      </p>
      <p>
        <a href={ui.to(`/audits/${view.id}/managers`)}>{ui.t.managers.toList}</a>
      </p>
      <p>
        <a href={ui.to(`/audits/${view.id}/house-style`)}>{ui.t.houseStyle.link}</a>
      </p>
      <p>
        <a href={ui.to(`/audits/${view.id}/team`)}>{ui.t.team.link}</a>
      </p>
      {view.peopleCounted ? <p class="people">{accounts.people(view.peopleCounted)}</p> : null}
    </AuditPage>
  )
}

/** The account just decided on stays on top, to take back; then the list. */
function shownOf(view: AuditView, show: 'open' | 'all', justDecided: string | undefined): readonly CandidateView[] {
  if (show === 'all') return view.candidates
  const just = view.candidates.filter((account) => account.accountId === justDecided && !isUndecided(account))
  return [...just, ...view.candidates.filter(isUndecided)]
}

const Left = ({ ui, view }: { ui: Ui; view: AuditView }) => (
  <p class="left" role="status" data-live="left" data-says>
    {ui.t.accounts.left(view.candidates.filter(isUndecided).length)}
  </p>
)

const Filter = ({ ui, view, show }: { ui: Ui; view: AuditView; show: 'open' | 'all' }) => {
  const { accounts } = ui.t
  if (view.candidates.length === 0) return null
  const open = view.candidates.filter(isUndecided).length
  const current = (value: string) => (show === value ? { 'aria-current': 'page' as const } : {})
  return (
    <div class="filter">
      <nav aria-label={accounts.filterLabel} data-live="filter">
        <a href="?show=open" {...current('open')}>
          {accounts.toDecide(open)}
        </a>
        <a href="?show=all" {...current('all')}>
          {accounts.all(view.candidates.length)}
        </a>
        <a href="#paste">{accounts.paste.title}</a>
      </nav>
      <Left ui={ui} view={view} />
    </div>
  )
}

const NothingShown = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const { none, allDecided } = ui.t.accounts
  const { title, text } = view.candidates.length === 0 ? none : allDecided
  return (
    <Notice title={title}>
      <p>{text}</p>
    </Notice>
  )
}

interface DecidedProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly accountId: string
  readonly show: 'open' | 'all' | null
  readonly conflict: string | null
}

/** What changes on the page when one account was decided on: its card, the counts, the steps and what is next. For `public/triage.js`. */
export const DecidedPart = ({ ui, view, accountId, show, conflict }: DecidedProps) => {
  const account = view.candidates.find((candidate) => candidate.accountId === accountId)
  return (
    <>
      {account ? <CandidateCard ui={ui} auditId={view.id} account={account} show={show ?? 'open'} conflict={conflict} /> : null}
      <Filter ui={ui} view={view} show={show ?? 'open'} />
      <Steps ui={ui} view={view} current="accounts" />
      <NextStep ui={ui} view={view} current="accounts" />
    </>
  )
}
