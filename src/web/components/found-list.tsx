import { verdicts } from '../../model/candidate.ts'
import { verdictWords } from '../../report/words.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Icon } from './icon.tsx'
import { firstPlace } from './places.tsx'
import { Mark } from './platform.tsx'
import { capital, verdictIcons } from './words.ts'

/** What was found, a line each, the surest first. New lines come at the end, so that nothing moves while somebody reads. */
export const FoundList = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const candidates = view.candidates.toSorted((a, b) => verdicts.indexOf(a.standing) - verdicts.indexOf(b.standing))
  return (
    <section aria-labelledby="found">
      <h2 id="found">{ui.t.audit.foundTitle}</h2>
      {candidates.length === 0 ? <p class="aside">{ui.t.audit.foundNothingYet}</p> : null}
      <ul class="found-list" data-grows="found">
        {candidates.map((account) => (
          <li id={`f-${account.accountId}`}>
            <Mark platform={account.platform} />
            <span class="found-name">
              <a href={`${ui.to(`/audits/${view.id}/accounts`)}?show=all#a-${account.accountId}`}>{account.handle}</a>
              <span class="aside">{firstPlace(ui, account)}</span>
            </span>
            <span class="verdict">
              <Icon name={verdictIcons[account.standing]} /> {capital(ui.text(verdictWords[account.standing]))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
