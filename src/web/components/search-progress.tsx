import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { isOver } from './routes.tsx'
import { hasEnded } from './steps.tsx'

/** What is being done this moment. `public/live.js` fills it; it always takes one line. */
export const NowLine = ({ ui, view }: { ui: Ui; view: AuditView }) => (
  <div class="now">
    <p class="now-line">
      <strong>{ui.t.audit.now}</strong>{' '}
      <span data-now data-reading={ui.t.audit.reading} data-looking={ui.t.audit.looking}>
        {ui.t.audit.nowNothing}
      </span>
    </p>
    <noscript>
      <p>
        <a href={ui.to(`/audits/${view.id}`)}>{ui.t.audit.refresh}</a>
      </p>
    </noscript>
    <form method="post" action={ui.to(`/audits/${view.id}/cancel`)}>
      <button type="submit" class="secondary">
        {ui.t.audit.cancel}
      </button>
      <span class="help">{ui.t.audit.cancelHelp}</span>
    </form>
  </div>
)

/** What is done and what is left; afterwards when it was. */
export const Progress = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const { audit } = ui.t
  const over = view.routes.filter(isOver).length
  const pages = view.routes.reduce((sum, route) => sum + route.pagesRead, 0)
  const facts = [audit.progress(over, view.routes.length), audit.pages(pages), audit.found(view.candidates.length)]
  if (hasEnded(view)) {
    const ended = [view.finishedAt ? audit.finished(ui.dateTime(view.finishedAt)) : '', pages > 0 ? audit.pages(pages) : '']
    return (
      <p class="facts" data-live="progress">
        {ended.filter(Boolean).join(' · ')}
      </p>
    )
  }
  return (
    <div class="progress" data-live="progress">
      <progress value={over} max={Math.max(1, view.routes.length)} aria-label={audit.progress(over, view.routes.length)}></progress>
      <p class="facts">{facts.join(' · ')}</p>
    </div>
  )
}

/** A new audit of the same organisation; this one stays as it is. */
export const SearchAgain = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  if (view.organisation.demo || view.request.archive) return null
  const { name, website, aliases, country } = view.organisation
  return (
    <form method="post" action={ui.to('/audits')} class="again">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="website" value={website ?? ''} />
      <input type="hidden" name="aliases" value={aliases.join('\n')} />
      <input type="hidden" name="country" value={country ?? ''} />
      <button type="submit" class="secondary">
        {ui.t.audit.again}
      </button>
      <span class="help">{ui.t.audit.againHelp}</span>
    </form>
  )
}
