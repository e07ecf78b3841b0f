import { classifyUrl } from '../../platforms/classify.ts'
import { wallWords } from '../../report/words.ts'
import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'

interface SeenProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: Pick<CandidateView, 'handle' | 'snapshot' | 'byHand'>
}

/** Who looked and when, with the picture of the screen and what the program itself had seen. */
export const SeenByPerson = ({ ui, auditId, account }: SeenProps) => {
  const { byHand, snapshot, handle } = account
  if (!byHand || snapshot?.seenBy !== 'person') return null
  const { capture } = ui.t
  const { machine } = byHand
  return (
    <>
      <p class="aside">{capture.seenBy(byHand.by, ui.date(byHand.at))}</p>
      {snapshot.screenshot ? (
        <p>
          <a href={`/audits/${auditId}/pictures/${snapshot.screenshot}`} target="_blank" rel="noopener">
            {capture.screenshotOf(handle)}
            <span class="visually-hidden"> {ui.t.site.newTab}</span>
          </a>
        </p>
      ) : null}
      {machine && machine.state !== 'captured' ? (
        <details class="evidence">
          <summary>{capture.machineSaw(ui.date(machine.takenAt))}</summary>
          <p>
            {ui.t.look.hidden}. {ui.text(wallWords[machine.wall ?? 'network'])}
          </p>
        </details>
      ) : null}
    </>
  )
}

interface OfferProps extends Omit<SeenProps, 'account'> {
  readonly account: Pick<CandidateView, 'accountId' | 'handle' | 'url' | 'closed' | 'snapshot' | 'byHand'>
  readonly from: 'accounts' | 'grades'
}

/** The way to look oneself, where the program could not; not for people's profiles, nor where there is nothing to see. */
export const OfferLook = ({ ui, auditId, account, from }: OfferProps) => {
  const { snapshot, closed, byHand } = account
  if (closed || (snapshot?.state === 'captured' && !byHand) || classifyUrl(account.url).owner === 'person') return null
  const { capture } = ui.t
  return (
    <p>
      <a href={ui.to(`/audits/${auditId}/accounts/${account.accountId}/look?from=${from}`)}>
        {byHand ? capture.again : capture.offer}
        <span class="visually-hidden"> ({account.handle})</span>
      </a>
    </p>
  )
}
