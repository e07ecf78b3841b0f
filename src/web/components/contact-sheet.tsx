import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Handle } from './handle.tsx'
import { Picture } from './look.tsx'
import { Platform } from './platform.tsx'

/** The organisation's accounts side by side, so that one sees at once what belongs together. */
export const ContactSheet = ({ ui, auditId, accounts }: { ui: Ui; auditId: string; accounts: readonly CandidateView[] }) => {
  if (accounts.length === 0) return <p class="notice calm">{ui.t.grades.none.text}</p>
  return (
    <section aria-labelledby="sheet">
      <h2 id="sheet">{ui.t.uniformity.sheet}</h2>
      <ul class="contact-sheet">
        {accounts.map((account) => (
          <li>
            <Picture ui={ui} auditId={auditId} account={account} />
            <Platform platform={account.platform} />
            <ShownName ui={ui} account={account} />
            <Handle handle={account.handle} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const ShownName = ({ ui, account: { snapshot } }: { ui: Ui; account: Pick<CandidateView, 'snapshot'> }) => {
  if (snapshot?.displayName.seen) return <span class="shown-name">{snapshot.displayName.value}</span>
  return snapshot?.state === 'gone' ? null : <span class="aside">{ui.t.look.hiddenField.name}</span>
}
