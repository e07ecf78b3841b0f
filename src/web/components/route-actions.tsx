import type { RouteRow, SearchPrice } from '../../services/route-views.ts'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { ExternalLink } from './external-link.tsx'

interface ActionProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly row: RouteRow
  readonly price: SearchPrice
}

/** A button for everything that can be done on this route. */
export const RouteActions = ({ ui, view, row, price }: ActionProps) => {
  if (row.report?.state === 'running')
    return (
      <p class="route-actions">
        <a href={`${ui.to(`/audits/${view.id}`)}#route-${row.route}`}>{ui.t.routes.refresh}</a>
      </p>
    )
  return (
    <div class="route-actions">
      <Again ui={ui} view={view} row={row} price={price} />
      <ByHand ui={ui} view={view} route={row.route} />
    </div>
  )
}

/** Takes the route again. Where that costs money the button names the price, and pressing it is the consent. */
const Again = ({ ui, view, row: { route, again, report }, price }: ActionProps) => {
  if (!again || (route === 'search-engine' && price.engine === null)) return null
  const { routes } = ui.t
  const costs = route === 'search-engine' && price.dollars > 0
  const isFirst = report === null || report.state === 'not-looked'
  return (
    <form method="post" action={ui.to(`/audits/${view.id}/routes/${route}`)}>
      {costs ? (
        <>
          <p class="help">{ui.text(price.text)}</p>
          <input type="hidden" name="maxDollars" value={String(price.dollars)} />
        </>
      ) : null}
      <button type="submit" class="secondary">
        {costs ? routes.pay(routes.dollars(dollarsIn(ui, price.dollars))) : isFirst ? routes.first : routes.again}
      </button>
    </form>
  )
}

/** To the cent and never less than it is: `0,035` reads `0,04`. */
export const dollarsIn = (ui: Ui, dollars: number): string => {
  const text = (Math.ceil(dollars * 100 - 1e-6) / 100).toFixed(2)
  return ui.locale === 'nl' ? text.replace('.', ',') : text
}

const ByHand = ({ ui, view, route }: { ui: Ui; view: AuditView; route: RouteRow['route'] }) => {
  const { routes } = ui.t
  const here = (path: string, text: string) => (
    <a class="button secondary" href={path}>
      {text}
    </a>
  )
  const audit = (path: string) => ui.to(`/audits/${view.id}${path}`)
  switch (route) {
    case 'website':
      return view.organisation.website ? (
        <ExternalLink ui={ui} href={view.organisation.website} text={routes.toSite} class="button secondary" />
      ) : null
    case 'wikidata': {
      const search = `https://www.wikidata.org/w/index.php?${new URLSearchParams({ search: view.organisation.name })}`
      return <ExternalLink ui={ui} href={search} text={routes.toWikidata} class="button secondary" />
    }
    case 'search-engine':
    case 'platform-search':
      return here('#results', routes.toResults)
    case 'handle-guess':
    case 'pasted':
      return here(audit('/accounts#paste'), routes.toPaste)
    case 'press':
      return here(audit('/accounts#press'), routes.toPress)
    case 'print':
      return here(audit('/prints'), routes.toPrint)
    default:
      return null
  }
}
