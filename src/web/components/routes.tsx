import type { RouteReport, RouteState } from '../../model/audit.ts'
import { routeStateWords, routeWords } from '../../report/words.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink } from './external-link.tsx'
import { Icon, type IconName } from './icon.tsx'
import { capital } from './words.ts'

export const routeIcons: Readonly<Record<RouteState, IconName>> = {
  waiting: 'wait',
  running: 'wait',
  done: 'yes',
  partial: 'part',
  'not-looked': 'hidden',
  cancelled: 'stop',
}

export const isOver = ({ state }: RouteReport): boolean => state !== 'waiting' && state !== 'running'

/** Route by route: what it did, or why it could not look and how to go on by hand. */
export const Routes = ({ ui, routes }: { ui: Ui; routes: readonly RouteReport[] }) => (
  <ul class="routes" data-live="routes">
    {routes.map((route) => (
      <li class={route.state === 'not-looked' ? 'hatched-edge' : ''}>
        <p class="route-line">
          <strong>{ui.text(routeWords[route.route])}</strong>
          <span>
            <Icon name={routeIcons[route.state]} /> {capital(ui.text(routeStateWords[route.state]))}
          </span>
        </p>
        {route.why && route.state === 'not-looked' ? null : <p class="facts">{factsOf(ui, route)}</p>}
        {route.why ? <p>{ui.text(route.why)}</p> : null}
        {route.byHand ? (
          <p>
            <strong>{ui.t.routes.byHand}:</strong> {ui.text(route.byHand)}
          </p>
        ) : null}
        {route.links && route.links.length > 0 ? <HandLinks ui={ui} links={route.links} /> : null}
      </li>
    ))}
  </ul>
)

/** What a person can open and look at; folded, since it is long. */
const HandLinks = ({ ui, links }: { ui: Ui; links: NonNullable<RouteReport['links']> }) => (
  <details>
    <summary>{ui.t.routes.handLinks(links.length)}</summary>
    <ul>
      {links.map(({ label, url }) => (
        <li>
          <ExternalLink ui={ui} href={url} text={ui.text(label)} />
        </li>
      ))}
    </ul>
  </details>
)

/** One line high from the start, so that nothing moves when the counts come. Where nobody looked, nothing was counted. */
export function factsOf(ui: Ui, route: RouteReport): string {
  if (route.state === 'waiting' || route.state === 'not-looked') return '\u00a0'
  const { audit, routes } = ui.t
  const parts = [
    route.pagesRead > 0 ? audit.pages(route.pagesRead) : '',
    route.asked ? routes.asked(route.asked) : '',
    route.handed ? routes.handed(route.handed) : '',
    audit.found(route.found),
    route.pagesUnseen > 0 ? routes.unseen(route.pagesUnseen) : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
