import { platformName } from '../../report/platform-name.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Mark } from './platform.tsx'
import { cutAtShared, sharedPart } from './shared-part.ts'
import { oursOf } from './steps.tsx'

/** The handles under each other, the part that they share marked: a difference shows at once. */
export const SharedNames = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const ours = oursOf(view).filter(({ kind }) => kind !== 'person')
  const shared = sharedPart(ours.map((account) => account.handle))
  if (ours.length < 2) return null
  return (
    <>
      <h4>{ui.t.uniformity.names}</h4>
      <p class="help">{ui.t.uniformity.namesHelp}</p>
      <ul class="names">
        {ours.map((account) => {
          const cut = cutAtShared(account.handle, shared)
          return (
            <li>
              <Mark platform={account.platform} />
              <span class="visually-hidden">{platformName(account.platform)}: </span>
              <span class="handle">
                {cut.before}
                {cut.shared ? <b>{cut.shared}</b> : null}
                {cut.after}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
