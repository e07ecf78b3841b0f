import type { PublicCheckView } from '../../services/public-check.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { AuditPage } from './audit-page.tsx'
import { ErrorSummary, Field } from './field.tsx'
import { Notice } from './notice.tsx'
import { OwnAccountList } from './own-account-list.tsx'

interface PublicCheckProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly check: PublicCheckView
  /** Where the application is found from outside, without a slash at the end. */
  readonly publicUrl: string
  readonly refused?: { readonly slug: string; readonly text: string } | undefined
}

/** Where an organisation chooses whether anybody may ask which accounts are its own, and sees what they would be told. */
export const PublicCheckPage = (props: PublicCheckProps) => {
  const { ui, view, check, refused } = props
  const t = ui.t.check
  return (
    <AuditPage ui={ui} view={view} step="report" title={t.title} styles={['news.css']}>
      <ErrorSummary ui={ui} errors={refused ? [{ field: 'slug', text: refused.text }] : []} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ul>
        {t.promises.map((promise) => (
          <li>{promise}</li>
        ))}
      </ul>
      {check.check ? <On {...props} slug={check.check.slug} since={check.check.since} /> : <Off {...props} />}
      <section aria-labelledby="list">
        <h2 id="list">{t.listTitle[check.check ? 'on' : 'off']}</h2>
        {check.accounts.length > 0 ? (
          <>
            <p>{t.shows(check.accounts.length)}</p>
            <OwnAccountList ui={ui} accounts={check.accounts} />
          </>
        ) : (
          <Notice title={t.none.title}>
            <p>{t.none.text}</p>
            <p>
              <a class="button" href={ui.to(`/audits/${view.id}/accounts`)}>
                {t.none.button}
              </a>
            </p>
          </Notice>
        )}
      </section>
    </AuditPage>
  )
}

const SlugForm = ({ ui, view, check, publicUrl, refused, button }: PublicCheckProps & { button: string }) => {
  const t = ui.t.check.off
  return (
    <form method="post" action={ui.to(`/audits/${view.id}/public-check`)}>
      <Field
        ui={ui}
        id="slug"
        name="slug"
        label={t.slug}
        help={t.slugHelp(`${publicUrl}/check/`)}
        value={refused ? refused.slug : (check.check?.slug ?? check.proposal)}
        error={refused?.text}
        maxlength={60}
        autocomplete="off"
        required
      />
      <button type="submit">{button}</button>
    </form>
  )
}

const Off = (props: PublicCheckProps) => (
  <section class="screen-only" aria-labelledby="switch">
    <h2 id="switch">{props.ui.t.check.off.title}</h2>
    <SlugForm {...props} button={props.ui.t.check.off.button} />
  </section>
)

const On = (props: PublicCheckProps & { slug: string; since: string }) => {
  const { ui, view, publicUrl, refused, slug, since } = props
  const t = ui.t.check.on
  const page = `${publicUrl}/check/${slug}`
  const frame = `<iframe src="${publicUrl}/${ui.locale}/check/${slug}/list" title="${ui.t.check.public.list(view.organisation.name).replaceAll('"', '')}" width="100%" height="480"></iframe>`
  return (
    <section aria-labelledby="switch">
      <h2 id="switch">{t.title}</h2>
      <p>{t.since(ui.date(since))}</p>
      <dl class="public-addresses">
        <dt>{t.page}</dt>
        <dd>
          <a href={ui.to(`/check/${slug}`)}>{page}</a>
        </dd>
        <dt>{t.embed}</dt>
        <dd>
          <p>{t.embedHelp}</p>
          <code>{frame}</code>
        </dd>
        <dt>{t.api}</dt>
        <dd>
          <code>{`${publicUrl}/v1/verify?slug=${slug}&url=…`}</code>
        </dd>
      </dl>
      <details class="screen-only" open={refused !== undefined}>
        <summary>{t.change}</summary>
        <SlugForm {...props} button={t.changeButton} />
      </details>
      <form class="screen-only" method="post" action={ui.to(`/audits/${view.id}/public-check/off`)}>
        <button type="submit" class="secondary">
          {t.offButton}
        </button>
      </form>
    </section>
  )
}
