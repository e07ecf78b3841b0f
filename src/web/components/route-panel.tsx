import type { RouteReport, RouteState } from '../../model/audit.ts'
import { routeStateWords, routeWords } from '../../report/words.ts'
import type { RouteRow, RoutesView } from '../../services/route-views.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Icon } from './icon.tsx'
import { Mark } from './platform.tsx'
import { RouteActions } from './route-actions.tsx'
import { RouteHandLinks } from './route-hand-links.tsx'
import { factsOf, routeIcons } from './routes.tsx'
import { capital } from './words.ts'

interface PanelProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly routes: RoutesView
}

/** Every way to find accounts, in a fixed order: what was done, what was found, what could not be seen, and what a person can do. */
export const RoutePanel = ({ ui, view, routes }: PanelProps) => (
  <section aria-labelledby="routes">
    <h2 id="routes">{ui.t.routes.title}</h2>
    <p>{ui.t.routes.lead}</p>
    <ol class="routes route-panel" data-live="routes" {...(routes.rows.some(isRunning) ? { 'data-running': '' } : {})}>
      {routes.rows.map((row) => (
        <Row ui={ui} view={view} row={row} routes={routes} />
      ))}
    </ol>
  </section>
)

const isRunning = ({ report }: RouteRow): boolean => report?.state === 'running'

/** What people bring in themselves; nothing went wrong when they have not yet. */
const yours = ['print', 'press', 'pasted'] as const
const isYours = (route: string): route is (typeof yours)[number] => yours.some((one) => one === route)

const Row = ({ ui, view, row, routes }: PanelProps & { row: RouteRow }) => {
  const { report, route } = row
  const blind = report?.state === 'not-looked' || report?.state === 'cancelled'
  return (
    <li id={`route-${route}`} tabindex={-1} {...(blind ? { class: 'hatched-edge' } : {})}>
      <div class="route-line">
        <h3>{capital(ui.text(routeWords[route]))}</h3>
        <State ui={ui} row={row} />
      </div>
      <Told ui={ui} row={row} />
      <Found ui={ui} view={view} row={row} />
      <SetAside ui={ui} report={report} />
      <RouteHandLinks ui={ui} row={row} />
      <RouteActions ui={ui} view={view} row={row} price={routes.price} />
    </li>
  )
}

const State = ({ ui, row: { report, route } }: { ui: Ui; row: RouteRow }) => {
  const { t } = ui
  if (report === null)
    return (
      <span class="route-state">
        <Icon name={isYours(route) ? 'plus' : 'minus'} /> {capital(isYours(route) ? t.routes.yours : t.routes.notTaken)}
      </span>
    )
  const state: RouteState = report.state
  return (
    <span class="route-state">
      <Icon name={routeIcons[state]} /> {capital(ui.text(routeStateWords[state]))}
    </span>
  )
}

/** What it did, and what it could not look at and why. */
const Told = ({ ui, row: { report, route } }: { ui: Ui; row: RouteRow }) => {
  const { routes } = ui.t
  if (report === null) return <p>{isYours(route) ? routes.yoursWhy[route] : routes.notTakenWhy}</p>
  if (report.state === 'running') return <p role="status">{routes.running}</p>
  const facts = factsOf(ui, report).trim()
  return (
    <>
      {facts === '' ? null : <p class="facts">{facts}</p>}
      {report.why ? <p>{ui.text(report.why)}</p> : null}
      {report.byHand ? (
        <p>
          <strong>{routes.byHand}:</strong> {ui.text(report.byHand)}
        </p>
      ) : null}
    </>
  )
}

const Found = ({ ui, view, row: { accounts } }: { ui: Ui; view: AuditView; row: RouteRow }) =>
  accounts.length === 0 ? null : (
    <details>
      <summary>{ui.t.routes.found(accounts.length)}</summary>
      <ul class="route-accounts">
        {accounts.map(({ accountId, platform, handle }) => (
          <li>
            <Mark platform={platform} /> <a href={`${ui.to(`/audits/${view.id}/accounts`)}?show=all#a-${accountId}`}>{handle}</a>
          </li>
        ))}
      </ul>
    </details>
  )

/** Shown so that nobody wonders, without a link: they say nothing about the organisation. */
const SetAside = ({ ui, report }: { ui: Ui; report: RouteReport | null }) =>
  report?.setAside && report.setAside.length > 0 ? (
    <details>
      <summary>{ui.t.routes.setAside(report.setAside.length)}</summary>
      <ul class="route-accounts">
        {report.setAside.map(({ platform, handle }) => (
          <li>
            <Mark platform={platform} /> {handle}
          </li>
        ))}
      </ul>
    </details>
  ) : null
