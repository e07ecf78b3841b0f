import { checks } from '../../checks/index.ts'
import type { Change, ChangedAccount, Difference, Stand } from '../../model/difference.ts'
import { type Card, effectOf } from '../../report/difference/cards.ts'
import { agreementTitle } from '../../report/difference/norm.ts'
import { itemWords } from '../../report/difference/words.ts'
import { platformName } from '../../report/platform-name.ts'
import { routeWords } from '../../report/words.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { Handle } from './handle.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Mark } from './platform.tsx'

interface CardProps {
  readonly ui: Ui
  readonly difference: Difference
  readonly account: ChangedAccount | null
  readonly card: Card
  /** What the checks make of it: hidden from whoever still has to grade. */
  readonly judged: boolean
}

/** Items whose cause is more than that both looks differ. */
const tellsMore: ReadonlySet<Change['item']> = new Set(['account', 'place', 'verdict', 'kind', 'sight'])
const isWide = ({ item }: Change) => item === 'banner' || item === 'description' || item === 'explanation'

const iconOf: Readonly<Record<Change['effect'], IconName>> = { improvement: 'yes', regression: 'no', neutral: 'part' }

/** One change: what it is about, how it was and is, and what follows from it. */
export const ChangeCard = ({ ui, difference, account, card, judged }: CardProps) => {
  const { change, followers } = card
  // What was hidden says by itself that it could not be judged.
  const shown = change.item === 'sight' ? [] : followers.filter(({ item }) => judged || item !== 'check')
  // What an agreement did to each account is a list of its own: the report has it.
  const own = shown.filter(({ subject }) => subject === change.subject)
  return (
    <li class={`change ${effectOf(card)}`}>
      <h3>
        {account ? (
          <>
            <Mark platform={account.platform} /> {account.shownName ?? <Handle handle={account.handle} />}{' '}
            <span class="visually-hidden">({platformName(account.platform)})</span>
            <span class="aside"> · {titleOf(ui, change)}</span>
          </>
        ) : (
          titleOf(ui, change)
        )}
      </h3>
      {change.alert === 'look-alike' || change.alert === 'changed-hands' ? (
        <p class="is-alert">
          <Icon name="unknown" /> {ui.t.difference.alerts[change.alert]}.
        </p>
      ) : null}
      <div class={`then-now${isWide(change) ? ' wide' : ''}`}>
        <Standing
          ui={ui}
          auditId={difference.before.auditId}
          label={ui.t.difference.before}
          change={change}
          stand={change.before}
          account={account}
        />
        <span class="to">
          <Icon name="arrow" />
        </span>
        <Standing
          ui={ui}
          auditId={difference.after.auditId}
          label={ui.t.difference.after}
          change={change}
          stand={change.after}
          other={change.before}
          account={account}
        />
      </div>
      {own.length > 0 ? <Consequences ui={ui} followers={own} /> : null}
      {shown.length > own.length ? <p class="aside">{ui.t.difference.affects(shown.length - own.length)}</p> : null}
      {tellsMore.has(change.item) ? <p class="aside">{ui.text(change.why)}</p> : null}
    </li>
  )
}

/** What a change is about: the part, and which of it. */
function titleOf(ui: Ui, { item, detail }: Pick<Change, 'item' | 'detail'>): string {
  const title = ui.text(itemWords[item])
  if (item === 'check') return ui.text(checks.find(({ id }) => id === detail)?.title ?? itemWords.check)
  if (item === 'route' && detail !== null && detail in routeWords)
    return `${title}: ${ui.text(routeWords[detail as keyof typeof routeWords])}`
  if (item === 'agreement') return `${title}: ${ui.text(agreementTitle(detail))}`
  if (item === 'explanation') return `${title}: ${ui.text(checks.find(({ id }) => id === detail)?.title ?? itemWords.check)}`
  return title
}

const Consequences = ({ ui, followers }: { ui: Ui; followers: readonly Change[] }) => (
  <ul class="plain consequences" aria-label={ui.t.difference.consequences}>
    {followers.map((change) => (
      <li class={change.effect}>
        <Icon name={iconOf[change.effect]} /> <strong>{titleOf(ui, change)}</strong>:{' '}
        {ui.t.difference.consequence(ui.text(change.before?.text ?? none), ui.text(change.after?.text ?? none))}
      </li>
    ))}
  </ul>
)

const none = { nl: 'niets', en: 'nothing' }

interface StandingProps {
  readonly ui: Ui
  readonly auditId: string
  readonly label: string
  readonly change: Change
  readonly stand: Stand | null
  /** The earlier end of the same change; a page is named once. */
  readonly other?: Stand | null
  readonly account: ChangedAccount | null
}

const isPicture = ({ item }: Change) => item === 'picture' || item === 'banner'

/** How it stood in one audit, when, and where that is to be seen. */
const Standing = ({ ui, auditId, label, change, stand, other = null, account }: StandingProps) => (
  <div class="stand">
    <p class="facts">
      {label}
      {stand ? (
        <>
          , <time datetime={stand.at}>{ui.date(stand.at)}</time>
        </>
      ) : null}
    </p>
    {isPicture(change) ? (
      <Shown ui={ui} auditId={auditId} change={change} stand={stand} account={account} />
    ) : (
      <p class="value">{stand ? sayValue(ui, stand) : ui.t.difference.notThere}</p>
    )}
    {stand ? <Source ui={ui} auditId={auditId} stand={stand} other={other} /> : null}
  </div>
)

const sayValue = (ui: Ui, { text, value }: Stand): string =>
  typeof value === 'number' && text.nl === String(value) ? ui.number(value) : ui.text(text)

const Shown = ({ ui, auditId, change, stand, account }: Omit<StandingProps, 'label'>) => {
  const t = ui.t.difference
  if (!stand?.picture) return <p class="no-picture">{t.noPicture}</p>
  const name = account ? `${account.shownName ?? account.handle}, ${platformName(account.platform)}` : ''
  return (
    <img
      class={change.item}
      src={`/audits/${auditId}/pictures/${stand.picture}`}
      alt={t.picture(ui.text(itemWords[change.item]), name, ui.date(stand.at))}
      loading="lazy"
    />
  )
}

const Source = ({ ui, auditId, stand, other }: Pick<StandingProps, 'ui' | 'auditId' | 'other'> & { stand: Stand }) => {
  if (stand.record)
    return (
      <p class="seen-at">
        <a href={ui.to(`/audits/${auditId}/evidence/${stand.record}`)}>{ui.t.difference.evidence}</a>
      </p>
    )
  return stand.page && stand.page !== other?.page ? (
    <p class="seen-at">
      <ExternalLink ui={ui} href={stand.page} text={sayAddress(stand.page)} />
    </p>
  ) : null
}
