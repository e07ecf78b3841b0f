import { platformName } from '../../report/platform-name.ts'
import type { RoutesView } from '../../services/route-views.ts'
import type { Ui } from '../ui.ts'
import { Mark } from './platform.tsx'

interface ToLookAtProps {
  readonly ui: Ui
  readonly auditId: string
  readonly accounts: RoutesView['toLookAt']
}

/** Accounts that only a person can look at: how many wait, and the way to the first. */
export const ToLookAt = ({ ui, auditId, accounts }: ToLookAtProps) => {
  const [first] = accounts
  if (!first) return null
  const { toLookAt } = ui.t.routes
  const look = (accountId: string) => `${ui.to(`/audits/${auditId}/accounts/${accountId}/look`)}?from=accounts`
  return (
    <section aria-labelledby="to-look-at" class="to-look-at hatched-edge">
      <h2 id="to-look-at">{toLookAt.title(accounts.length)}</h2>
      <p>{toLookAt.text}</p>
      <p>
        <a class="button secondary" href={look(first.accountId)}>
          {toLookAt.button}
        </a>
      </p>
      {accounts.length > 1 ? (
        <details>
          <summary>{toLookAt.all}</summary>
          <ul class="route-accounts">
            {accounts.map(({ accountId, platform, handle }) => (
              <li>
                <Mark platform={platform} /> <a href={look(accountId)}>{toLookAt.whose(handle, platformName(platform))}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
