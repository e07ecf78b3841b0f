import { type PlatformId, platformIds } from '../../model/platform.ts'
import type { PrintedAccountItem, PrintedAddress } from '../../model/print-item.ts'
import { platformName } from '../../report/platform-name.ts'
import type { PrintItemView } from '../../services/print-items.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { Handle } from './handle.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Platform } from './platform.tsx'
import { Marked, Tier } from './print-place.tsx'

interface ItemProps {
  readonly ui: Ui
  readonly auditId: string
  readonly item: PrintItemView
}

const stateIcons: Readonly<Record<PrintItemView['state'], IconName>> = { reading: 'wait', read: 'yes', failed: 'no' }

/** One poster, flyer or clipping: what it looks like, and what was read where. */
export const PrintItem = ({ ui, auditId, item }: ItemProps) => {
  const t = ui.t.prints
  const name = item.title || item.name
  return (
    <article class="print-item" aria-labelledby={`n-${item.id}`}>
      <Preview ui={ui} auditId={auditId} item={item} />
      <div>
        <h3 id={`n-${item.id}`}>{name}</h3>
        <p class="aside">
          {t.route[item.route]}
          {item.title ? ` · ${item.name}` : ''} · {item.by ? t.handedBy(item.by, ui.date(item.at)) : t.handed(ui.date(item.at))}
        </p>
        {item.state === 'read' ? null : (
          <p role={item.state === 'reading' ? 'status' : undefined}>
            <Icon name={stateIcons[item.state]} /> <strong>{t.state[item.state]}</strong>
            {item.why ? <> {ui.text(item.why)}</> : null}
          </p>
        )}
        {item.state === 'read' ? <Found ui={ui} auditId={auditId} item={item} /> : null}
        <form method="post" action={ui.to(`/audits/${auditId}/prints/${item.id}/remove`)}>
          <button type="submit" class="secondary small" aria-label={t.removeOf(name)} title={t.removeHelp}>
            {t.remove}
          </button>
        </form>
      </div>
    </article>
  )
}

const Preview = ({ ui, auditId, item }: ItemProps) => {
  const t = ui.t.prints
  if (item.preview === null) {
    return item.state === 'reading' ? (
      <div class="print-preview empty" aria-hidden="true"></div>
    ) : (
      <p class="print-preview empty">{t.noPreview}</p>
    )
  }
  return (
    <a class="print-preview" href={ui.to(`/audits/${auditId}/evidence/${item.record ?? item.preview}`)}>
      <img src={`/audits/${auditId}/pictures/${item.preview}`} alt={t.preview(item.title || item.name)} loading="lazy" />
    </a>
  )
}

const Found = ({ ui, auditId, item }: ItemProps) => {
  const t = ui.t.prints
  const { accounts, addresses, people } = item
  return (
    <>
      {accounts.length > 0 ? (
        <ul class="print-finds" aria-label={t.accounts}>
          {accounts.map((account, at) => (
            <li>
              <Account ui={ui} auditId={auditId} item={item} account={account} at={at} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{t.nothing}</p>
      )}
      {people > 0 ? <p class="aside">{t.people(people)}</p> : null}
      {addresses.length > 0 ? (
        <details class="evidence">
          <summary>
            {t.addresses} <span class="aside">{addresses.length}</span>
          </summary>
          <ul class="print-finds">
            {addresses.map((address) => (
              <li>
                <Address ui={ui} auditId={auditId} address={address} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

interface AccountProps extends ItemProps {
  readonly account: PrintedAccountItem
  readonly at: number
}

const Account = ({ ui, auditId, item, account, at }: AccountProps) => {
  const t = ui.t.prints
  const { platform, handle, url, tier, quote, crop, page } = account
  return (
    <>
      <p class="print-account">
        {platform ? <Platform platform={platform} /> : null} <Handle handle={handle} />
        <Tier ui={ui} tier={tier} />
      </p>
      {crop ? (
        <img class="crop" src={`/audits/${auditId}/pictures/${crop}`} alt={t.crop(handle, item.title || item.name)} loading="lazy" />
      ) : (
        <blockquote>
          <Marked text={quote} word={handle} />
        </blockquote>
      )}
      <p class="aside">
        {url ? <ExternalLink ui={ui} href={url} text={sayAddress(url)} /> : t.tierWhy[tier]}
        {page > 1 ? ` · ${t.page(page)}` : ''}
      </p>
      {platform === null ? <ChoosePlatform ui={ui} auditId={auditId} item={item} handle={handle} at={at} /> : null}
    </>
  )
}

const ChoosePlatform = ({ ui, auditId, item, handle, at }: ItemProps & { handle: string; at: number }) => {
  const t = ui.t.prints
  const id = `w-${item.id}-${at}`
  return (
    <form class="choose-platform" method="post" action={ui.to(`/audits/${auditId}/prints/${item.id}/place`)}>
      <input type="hidden" name="handle" value={handle} />
      <label for={id}>{t.which}</label>
      <select id={id} name="platform" required aria-label={`${t.which} ${handle}`}>
        <option value="">{t.choose}</option>
        {platformIds.map((platform: PlatformId) => (
          <option value={platform}>{platformName(platform)}</option>
        ))}
      </select>
      <button type="submit" class="secondary">
        {t.place}
      </button>
    </form>
  )
}

const addressIcons: Readonly<Record<PrintedAddress['state'], IconName>> = {
  'not-asked': 'minus',
  answers: 'yes',
  dead: 'no',
  unseen: 'hidden',
}

const Address = ({ ui, auditId, address }: { ui: Ui; auditId: string; address: PrintedAddress }) => {
  const t = ui.t.prints
  return (
    <>
      <p>
        <ExternalLink ui={ui} href={address.url} text={sayAddress(address.url)} />{' '}
        <span class="tier">
          <Icon name={addressIcons[address.state]} /> {t.address[address.state]}
        </span>
        {address.leadsTo ? (
          <>
            {' · '}
            {t.leadsTo} <ExternalLink ui={ui} href={address.leadsTo} text={sayAddress(address.leadsTo)} />
          </>
        ) : null}
      </p>
      {address.crop ? (
        <img class="crop" src={`/audits/${auditId}/pictures/${address.crop}`} alt={t.cropOf(address.url)} loading="lazy" />
      ) : null}
      {address.why ? <p class="aside">{ui.text(address.why)}</p> : null}
    </>
  )
}
