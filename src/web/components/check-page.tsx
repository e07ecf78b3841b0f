import { platformName } from '../../report/platform-name.ts'
import type { OwnAccount } from '../../services/own-accounts.ts'
import type { AccountAnswer, CheckingOrganisation } from '../../services/verify-account.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink, sayAddress } from './external-link.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { OwnAccountList } from './own-account-list.tsx'
import { PublicPage } from './public-page.tsx'

interface CheckProps {
  readonly ui: Ui
  readonly organisation: CheckingOrganisation
  readonly accounts: readonly OwnAccount[]
  readonly feed: string
  /** `null` before anything was asked. */
  readonly answer: AccountAnswer | null
  readonly refused?: string | undefined
}

/** "Is this account of …?": a question, its answer, and the whole list. */
export const CheckPage = ({ ui, organisation, accounts, feed, answer, refused }: CheckProps) => {
  const t = ui.t.check.public
  const title = t.title(organisation.name)
  return (
    <PublicPage ui={ui} title={title} footer={t.footer} feed={feed}>
      <h1>{title}</h1>
      <p class="lead">{t.lead(organisation.name)}</p>
      <form method="get" action={ui.to(`/check/${organisation.slug}`)}>
        <Field
          ui={ui}
          id="url"
          name="url"
          label={t.url}
          help={t.urlHelp}
          inputmode="url"
          autocomplete="off"
          maxlength={2_000}
          value={answer?.asked}
          error={refused}
          required
        />
        <button type="submit">{t.button}</button>
      </form>
      {answer ? <Answer ui={ui} answer={answer} organisation={organisation} /> : null}
      <section aria-labelledby="list">
        <h2 id="list">{t.list(organisation.name)}</h2>
        {accounts.length > 0 ? <OwnAccountList ui={ui} accounts={accounts} /> : <p class="aside">{t.empty}</p>}
        <p>
          {organisation.website ? (
            <>
              {t.website}:{' '}
              <ExternalLink
                ui={ui}
                href={organisation.website}
                text={sayAddress(organisation.website).replace(/\/$/, '')}
                class="address"
              />
              <br />
            </>
          ) : null}
          <a href={feed}>{t.feed}</a>
        </p>
      </section>
    </PublicPage>
  )
}

const icons = { official: 'yes', closed: 'minus', unknown: 'unknown' } as const

const Answer = ({ ui, answer, organisation }: { ui: Ui; answer: AccountAnswer; organisation: CheckingOrganisation }) => {
  const t = ui.t.check.public
  const { status, account, since, lastSeen } = answer
  const said = account ? `${platformName(account.platform)} (${account.handle})` : ''
  return (
    <section class={`public-answer ${status}`} aria-live="polite">
      <h2>
        <Icon name={icons[status]} />{' '}
        {status === 'unknown' ? t.answer.unknown(organisation.name) : t.answer[status](said, organisation.name)}
      </h2>
      {since ? <p>{sentence(ui.t.check.dates(ui.date(since), lastSeen === null ? null : ui.date(lastSeen)))}</p> : null}
      {status === 'closed' ? <p>{t.closedHelp}</p> : null}
      {status === 'unknown' ? <p>{account ? t.unknownHelp : t.noAccount}</p> : null}
    </section>
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** The list alone, for a frame on the organisation's own website. */
export const CheckListPage = ({ ui, organisation, accounts }: Pick<CheckProps, 'ui' | 'organisation' | 'accounts'>) => {
  const t = ui.t.check.public
  return (
    <PublicPage ui={ui} title={t.list(organisation.name)} framed>
      <h1 class="framed">{t.list(organisation.name)}</h1>
      {accounts.length > 0 ? <OwnAccountList ui={ui} accounts={accounts} /> : <p class="aside">{t.empty}</p>}
    </PublicPage>
  )
}

/** In place of the page while a visitor asks too much, and where there is no such list. */
export const CheckRefusedPage = ({ ui, title, text }: { ui: Ui; title: string; text: string }) => (
  <PublicPage ui={ui} title={title}>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
  </PublicPage>
)
