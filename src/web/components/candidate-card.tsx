import type { Signal } from '../../model/candidate.ts'
import { verdictWords } from '../../report/words.ts'
import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Decide, DecidedLine } from './decide.tsx'
import { Handle } from './handle.tsx'
import { Icon } from './icon.tsx'
import { AccountNotes, ChooseKind, kindPhrase } from './kind.tsx'
import { FirstLook, OpenAccount } from './look.tsx'
import { firstPlace, Places } from './places.tsx'
import { Platform } from './platform.tsx'
import { OfferLook } from './seen-by-person.tsx'
import { confidenceWord, verdictIcons } from './words.ts'

interface CardProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: CandidateView
  readonly show: string
  /** Said when somebody else decided meanwhile. */
  readonly conflict?: string | null
}

/** One account: what it looks like, what we think and why, where it was found, and the question whose it is. */
export const CandidateCard = ({ ui, auditId, account, show, conflict }: CardProps) => {
  const id = `a-${account.accountId}`
  const kind = kindPhrase(ui, account)
  const places = account.foundVia.length + account.furtherPlaces
  return (
    <article class="candidate" id={id} tabindex={-1} aria-labelledby={`${id}-name`} data-decided={account.decision?.decision ?? ''}>
      <header>
        <h2 id={`${id}-name`}>
          <Platform platform={account.platform} /> <Handle handle={account.handle} />
        </h2>
        <p>
          <OpenAccount ui={ui} account={account} />
        </p>
      </header>
      {account.closed ? <p class="aside">{ui.t.accounts.closed}</p> : null}
      {account.doubt ? <p>{ui.t.accounts.doubt[account.doubt]}</p> : null}
      <FirstLook ui={ui} auditId={auditId} account={account} />
      <OfferLook ui={ui} auditId={auditId} account={account} from="accounts" />
      <p class="verdict">
        <Icon name={verdictIcons[account.verdict]} /> <strong>{ui.t.accounts.verdict(ui.text(verdictWords[account.verdict]))}</strong>
        <span class="aside">
          {` · ${confidenceWord(ui, account.confidence)}`}
          {kind === '' ? '' : ` · ${kind}`}
        </span>
      </p>
      <AccountNotes ui={ui} account={account} />
      <Signals ui={ui} signals={account.signals} />
      {places > 0 ? (
        <details class="evidence">
          <summary>
            {ui.t.accounts.places(places)} <span class="aside">{firstPlace(ui, account)}</span>
          </summary>
          <Places ui={ui} auditId={auditId} account={account} />
        </details>
      ) : null}
      {conflict ? (
        <p class="notice doubt" role="alert">
          {conflict}
        </p>
      ) : null}
      <DecidedLine ui={ui} auditId={auditId} account={account} />
      <Decide ui={ui} auditId={auditId} account={account} show={show} />
      <ChooseKind ui={ui} auditId={auditId} account={account} show={show} />
    </article>
  )
}

/** Reasons shown outright: the strongest for, and the strongest against. */
const shownFor = 3
const shownAgainst = 2

/** Reasons for and against, the strongest first; the rest opens in place. What only informs has no sign. */
const Signals = ({ ui, signals }: { ui: Ui; signals: readonly Signal[] }) => {
  const strongest = signals.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const shown = [
    ...strongest.filter((signal) => signal.weight >= 0).slice(0, shownFor),
    ...strongest.filter((signal) => signal.weight < 0).slice(0, shownAgainst),
  ]
  const rest = strongest.filter((signal) => !shown.includes(signal))
  return (
    <>
      <SignalList ui={ui} signals={shown} />
      {rest.length > 0 ? (
        <details class="evidence">
          <summary>{ui.t.accounts.moreReasons(rest.length)}</summary>
          <SignalList ui={ui} signals={rest} />
        </details>
      ) : null}
    </>
  )
}

const SignalList = ({ ui, signals }: { ui: Ui; signals: readonly Signal[] }) =>
  signals.length === 0 ? null : (
    <ul class="signals" aria-label={ui.t.accounts.why}>
      {signals.map((signal) => (
        <li>
          {signal.weight === 0 ? <span class="icon"></span> : <Icon name={signal.weight > 0 ? 'plus' : 'minus'} />}
          <span>
            {signal.weight === 0 ? null : (
              <span class="visually-hidden">{signal.weight > 0 ? ui.t.accounts.for : ui.t.accounts.against}: </span>
            )}
            {ui.text(signal.text)}
          </span>
        </li>
      ))}
    </ul>
  )
