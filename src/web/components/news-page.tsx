import type { SubscriptionsView, SubscriptionView } from '../../services/subscriptions.ts'
import type { AuditView } from '../../services/views.ts'
import { heldNews, newestSentence } from '../i18n/news-standing.ts'
import { textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary } from './field.tsx'
import { Notice } from './notice.tsx'
import { type RefusedSubscription, SubscribeForm } from './subscribe-form.tsx'
import { capital } from './words.ts'

/** What came of a form. */
export interface NewsState {
  readonly refused?: RefusedSubscription
  /** Of a webhook that was just put in the list; shown this once. */
  readonly signingKey?: string
}

interface NewsProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly news: SubscriptionsView
  readonly state: NewsState
}

/** Who is told of what changes, by mail, webhook or feed. */
export const NewsPage = ({ ui, view, news, state }: NewsProps) => {
  const t = ui.t.news
  const { refused, signingKey } = state
  const refusedIn = refused ? textOf(refused.form, 'channel') : null
  const form = { ui, auditId: view.id, refused }
  const held = heldNews(t, news)
  return (
    <AuditPage ui={ui} view={view} step="report" title={t.title} styles={['news.css']}>
      <ErrorSummary ui={ui} errors={refused ? [{ field: `${refusedIn}-to`, text: refused.text }] : []} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {held ? (
        <Notice title={held.title} kind="doubt">
          <p>{held.text}</p>
        </Notice>
      ) : null}
      {signingKey ? <SigningKey ui={ui} signingKey={signingKey} /> : null}
      <section aria-labelledby="who">
        <h2 id="who">{t.who}</h2>
        {news.subscriptions.length === 0 ? <p class="aside">{t.nobody}</p> : null}
        <ul class="slots">
          {news.subscriptions.map((subscription) => (
            <Subscription ui={ui} auditId={view.id} news={news} subscription={subscription} />
          ))}
        </ul>
        <p class="aside">{t.privacy}</p>
      </section>
      <section class="screen-only" aria-labelledby="add">
        <h2 id="add">{t.add}</h2>
        {news.mail ? (
          <details open={refusedIn === 'mail' || (refusedIn === null && news.subscriptions.length === 0)}>
            <summary>{t.mail.title}</summary>
            <SubscribeForm {...form} channel="mail" />
          </details>
        ) : (
          <Notice title={t.mail.off.title}>
            <p>
              {t.mail.off.text} {news.network ? t.mail.off.others : ''}
            </p>
          </Notice>
        )}
        <details open={refusedIn === 'webhook'}>
          <summary>{t.webhook.title}</summary>
          <p>{t.webhook.help}</p>
          <SubscribeForm {...form} channel="webhook" />
        </details>
      </section>
      <Feeds ui={ui} organisationId={news.organisation.id} />
    </AuditPage>
  )
}

const SigningKey = ({ ui, signingKey }: { ui: Ui; signingKey: string }) => {
  const { made } = ui.t.news.webhook
  return (
    <div class="notice doubt" role="status" tabindex={-1} data-focus>
      <h2>{made.title}</h2>
      <p>{made.text}</p>
      <div class="field">
        <label for="signing-key">{made.key}</label>
        <textarea id="signing-key" class="signing-key" rows={2} readonly spellcheck={false} aria-describedby="signing-key-how">
          {signingKey}
        </textarea>
      </div>
      <p id="signing-key-how">{made.how}</p>
    </div>
  )
}

interface SubscriptionProps {
  readonly ui: Ui
  readonly auditId: string
  readonly news: SubscriptionsView
  readonly subscription: SubscriptionView
}

const Subscription = ({ ui, auditId, news, subscription }: SubscriptionProps) => {
  const t = ui.t.news
  const { id, channel, to, wants, locale } = subscription
  const facts = [t.channels[channel], t.wants[wants], ...(channel === 'mail' ? [t.languages[locale]] : [])]
  return (
    <li id={`s-${id}`}>
      <h3 class="address">{to}</h3>
      <p>{capital(facts.join(', '))}.</p>
      <p class="aside">{newestSentence(t, subscription, { ...news, dateTime: ui.dateTime })}</p>
      <form method="post" action={ui.to(`/audits/${auditId}/news/${id}/remove`)}>
        <button type="submit" class="secondary">
          {t.removeButton}
          <span class="visually-hidden">: {to}</span>
        </button>
      </form>
    </li>
  )
}

const Feeds = ({ ui, organisationId }: { ui: Ui; organisationId: string }) => {
  const t = ui.t.news.feed
  const path = ui.to(`/organisations/${organisationId}`)
  return (
    <section class="screen-only" aria-labelledby="feed">
      <h2 id="feed">{t.title}</h2>
      <p>{t.text}</p>
      <ul>
        <li>
          <a href={`${path}/news.atom`}>{t.atom}</a>
        </li>
        <li>
          <a href={`${path}/news.json`}>{t.json}</a>
        </li>
      </ul>
    </section>
  )
}
