import { type NewsChannel, newsWants } from '../../model/news.ts'
import { locales } from '../../model/text.ts'
import { type Form, textOf } from '../respond.ts'
import type { Ui } from '../ui.ts'
import { Field } from './field.tsx'

/** A form that was refused, with what was typed. */
export interface RefusedSubscription {
  readonly text: string
  readonly form: Form
}

interface FormProps {
  readonly ui: Ui
  readonly auditId: string
  readonly channel: NewsChannel
  readonly refused: RefusedSubscription | undefined
}

/** Puts an address in the list: of a mail or of a webhook. */
export const SubscribeForm = ({ ui, auditId, channel, refused }: FormProps) => {
  const t = ui.t.news
  const typed = refused && textOf(refused.form, 'channel') === channel ? refused : null
  const chosen = typed ? textOf(typed.form, 'wants') : 'all'
  return (
    <form method="post" action={ui.to(`/audits/${auditId}/news`)}>
      <input type="hidden" name="channel" value={channel} />
      <Field
        ui={ui}
        id={`${channel}-to`}
        name="to"
        label={t[channel].to}
        help={t[channel].toHelp}
        type={channel === 'mail' ? 'email' : 'url'}
        maxlength={channel === 'mail' ? 254 : 2_000}
        autocomplete="off"
        value={typed ? textOf(typed.form, 'to') : ''}
        error={typed?.text}
        required
      />
      <fieldset class="choices rows">
        <legend>{t.when.legend}</legend>
        {newsWants.map((wants) => (
          <label>
            <input
              type="radio"
              name="wants"
              value={wants}
              checked={wants === chosen}
              {...(wants === 'alerts' ? { 'aria-describedby': `${channel}-alerts` } : {})}
            />
            <span>{t.when[wants]}</span>
          </label>
        ))}
        <p class="help" id={`${channel}-alerts`}>
          {t.when.alertsHelp}
        </p>
      </fieldset>
      {channel === 'mail' ? <LocaleField ui={ui} chosen={typed ? textOf(typed.form, 'locale') : ui.locale} /> : null}
      <button type="submit">{t[channel].button}</button>
    </form>
  )
}

const LocaleField = ({ ui, chosen }: { ui: Ui; chosen: string }) => {
  const t = ui.t.news.mail
  return (
    <div class="field">
      <label for="mail-locale">{t.locale}</label>
      <select id="mail-locale" name="locale">
        {locales.map((locale) => (
          <option value={locale} selected={locale === chosen}>
            {t.localeNames[locale]}
          </option>
        ))}
      </select>
    </div>
  )
}
