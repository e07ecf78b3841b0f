import { sprawlDecisions } from '../../model/location.ts'
import { sprawlReasonWords, sprawlWords } from '../../report/matrix-words.ts'
import type { LocationAccount, LocationsView, SprawlItem } from '../../services/location-views.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink } from './external-link.tsx'
import { Platform } from './platform.tsx'

/** Accounts that look related and stand apart, each with why and what is to be done. */
export const SprawlList = ({ ui, locations }: { ui: Ui; locations: LocationsView }) => {
  const t = ui.t.locations.sprawl
  const accounts = new Map(locations.accounts.map((account) => [account.accountId, account]))
  const names = new Map(locations.rows.map(({ location }) => [location.id, location.name]))
  return (
    <section aria-labelledby="sprawl">
      <h2 id="sprawl">{t.title}</h2>
      {locations.sprawl.length === 0 ? <p>{t.none}</p> : <p>{t.lead}</p>}
      {locations.sprawl.length > 0 ? <p role="status">{t.left(locations.sprawl.filter((item) => !item.decision).length)}</p> : null}
      <ul class="plain sprawl">
        {locations.sprawl.map((item) => {
          const account = accounts.get(item.accountId)
          const place = names.get(item.locationId ?? '') ?? null
          return account ? <Item ui={ui} auditId={locations.auditId} item={item} account={account} place={place} /> : null
        })}
      </ul>
    </section>
  )
}

interface ItemProps {
  readonly ui: Ui
  readonly auditId: string
  readonly item: SprawlItem
  readonly account: LocationAccount
  /** Name of the location that it belongs to. */
  readonly place: string | null
}

const Item = ({ ui, auditId, item, account, place }: ItemProps) => {
  const t = ui.t.locations.sprawl
  const { decision } = item
  return (
    <li id={`s-${item.accountId}`}>
      <h3>
        <Platform platform={account.platform} /> <ExternalLink ui={ui} href={account.url} text={account.handle} />{' '}
        {place ? <span class="aside">{place}</span> : null}
      </h3>
      <ul>
        {item.why.map((why) => (
          <li>{ui.text(sprawlReasonWords[why])}</li>
        ))}
      </ul>
      {decision ? (
        <p class="decided">
          <strong>{ui.text(sprawlWords[decision.decision])}</strong>{' '}
          <span class="aside">({t.decidedBy(decision.by, ui.date(decision.at))})</span> {decision.note ? <q>{decision.note}</q> : null}
        </p>
      ) : null}
      <form method="post" action={ui.to(`/audits/${auditId}/sprawl/${item.accountId}`)} aria-label={t.decide(account.handle)}>
        <label for={`n-${item.accountId}`}>{t.note}</label>
        <input type="text" id={`n-${item.accountId}`} name="note" maxlength={1000} value={decision?.note ?? ''} />
        <div class="decide">
          {sprawlDecisions.map((one) => (
            <button type="submit" name="decision" value={one} class="choice" aria-pressed={decision?.decision === one ? 'true' : 'false'}>
              {ui.text(sprawlWords[one])}
            </button>
          ))}
          {decision ? (
            <button type="submit" name="decision" value="" class="undo">
              {t.undo}
            </button>
          ) : null}
        </div>
      </form>
    </li>
  )
}
