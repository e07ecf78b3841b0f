import type { OwnAccount } from '../../services/own-accounts.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { Icon } from './icon.tsx'
import { Platform } from './platform.tsx'

/** Accounts that an organisation says are its own, as anybody may see them. */
export const OwnAccountList = ({ ui, accounts }: { ui: Ui; accounts: readonly OwnAccount[] }) => {
  const t = ui.t.check
  return (
    <ul class="own-accounts">
      {accounts.map(({ platform, url, status, since, lastSeen }) => (
        <li class={status}>
          <Platform platform={platform} />
          <span class="own-account">
            {status === 'official' ? (
              <ExternalLink ui={ui} href={url} text={sayAddress(url)} class="address" />
            ) : (
              <span class="address">{sayAddress(url)}</span>
            )}
            <span class="own-status">
              <Icon name={status === 'official' ? 'yes' : 'minus'} /> {t.status[status]}
            </span>
            <span class="aside">{t.dates(ui.date(since), lastSeen === null ? null : ui.date(lastSeen))}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
