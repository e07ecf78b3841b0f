import type { Ui } from '../ui.ts'
import { PublicPage } from './public-page.tsx'

interface UnsubscribeProps {
  readonly ui: Ui
  readonly token: string
  readonly organisation: string
  readonly ended: boolean
}

/** Where the link in a mail leads: opening it changes nothing, since programs open links too. */
export const UnsubscribePage = ({ ui, token, organisation, ended }: UnsubscribeProps) => {
  const t = ui.t.news.unsubscribe
  return (
    <PublicPage ui={ui} title={ended ? t.doneTitle : t.title}>
      <h1>{ended ? t.doneTitle : t.title}</h1>
      <p class="lead" role={ended ? 'status' : undefined}>
        {ended ? t.done(organisation) : t.text(organisation)}
      </p>
      {ended ? null : (
        <form method="post" action={ui.to(`/unsubscribe/${token}`)}>
          <button type="submit">{t.button}</button>
        </form>
      )}
    </PublicPage>
  )
}
