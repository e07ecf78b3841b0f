import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Notice } from './notice.tsx'
import { isOver } from './routes.tsx'
import { hasEnded } from './steps.tsx'

/** In one sentence for who does not see the page: told politely when it changes. */
export function announcement(ui: Ui, view: AuditView): string {
  if (hasEnded(view)) return ui.t.audit.ended
  return ui.t.audit.announce(view.candidates.length, view.routes.filter(isOver).length, view.routes.length)
}

/** How the search stands, as a headline with what it means. */
export const SearchState = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const { audit } = ui.t
  switch (view.state) {
    case 'queued':
      return <Headline {...audit.queued} />
    case 'running':
      return <Headline {...audit.running} />
    case 'choosing':
      return <Headline title={audit.choosing.title} text={audit.choosing.text(view.organisation.name)} />
    case 'cancelled':
      return <Headline {...audit.cancelled} />
    case 'failed':
      return (
        <>
          <Headline {...audit.failed} />
          {view.failure ? (
            <details>
              <summary>{audit.failed.detail}</summary>
              <p>{view.failure}</p>
            </details>
          ) : null}
        </>
      )
    case 'done':
      return <Found ui={ui} view={view} />
  }
}

const Headline = ({ title, text }: { title: string; text: string }) => (
  <>
    <h1>{title}</h1>
    <p class="lead">{text}</p>
  </>
)

/** Done, with four endings: found, found but not everything seen, nothing found, and nowhere could be looked. */
const Found = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const { audit } = ui.t
  const { candidates, routes } = view
  if (candidates.length === 0)
    return <Headline {...(routes.length > 0 && routes.every((route) => route.state === 'not-looked') ? audit.blind : audit.empty)} />
  const platforms = new Set(candidates.map((account) => account.platform)).size
  const sure = candidates.filter((account) => account.standing === 'ours').length
  const partial = routes.some((route) => route.state === 'partial' || route.state === 'not-looked')
  return (
    <>
      <Headline title={audit.done.title(candidates.length, platforms)} text={audit.done.text(sure)} />
      {partial ? <p>{audit.done.partial}</p> : null}
    </>
  )
}

/** Calm, but not to be missed: the site may be somebody else's. */
export const SiteNotice = ({ ui, view }: { ui: Ui; view: AuditView }) => {
  const { siteBelongs, organisation } = view
  if (!organisation.website || (siteBelongs !== 'no' && siteBelongs !== 'doubtful')) return null
  const site = URL.canParse(organisation.website) ? new URL(organisation.website).hostname : organisation.website
  return (
    <Notice kind="doubt">
      <p>{ui.t.audit.site[siteBelongs](site, organisation.name)}</p>
    </Notice>
  )
}
