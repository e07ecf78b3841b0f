import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import type { Text } from '../../model/text.ts'
import { cancelAudit } from '../../services/cancel-audit.ts'
import { chooseOrganisation, type OrganisationChosen } from '../../services/choose-organisation.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readRoutes } from '../../services/read-routes.ts'
import type { RoutesView } from '../../services/route-views.ts'
import type { AuditView } from '../../services/views.ts'
import { AuditPage } from '../components/audit-page.tsx'
import { ChooseOrganisation } from '../components/choose-organisation.tsx'
import { ErrorSummary } from '../components/field.tsx'
import { FoundList } from '../components/found-list.tsx'
import { PasteBox } from '../components/paste-box.tsx'
import { RoutePanel } from '../components/route-panel.tsx'
import { ResultsBox, type ResultsState } from '../components/route-results.tsx'
import { ToLookAt } from '../components/route-to-look-at.tsx'
import { Routes } from '../components/routes.tsx'
import { NowLine, Progress, SearchAgain } from '../components/search-progress.tsx'
import { announcement, SearchState, SiteNotice } from '../components/search-state.tsx'
import { hasEnded, NextStep } from '../components/steps.tsx'
import { personOf } from '../person.ts'
import { attempt, type Form, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { Ui, WebEnv } from '../ui.ts'

export const auditPages = (deps: Deps) =>
  new Hono<WebEnv>()
    .get('/audits/:id', (c) => {
      const view = readAudit(deps, c.req.param('id'), { personId: personOf(c, deps)?.personId ?? null })
      return renderPage(c, <SearchPage ui={c.var.ui} view={view} routes={readRoutes(deps, view.id, view)} />)
    })
    .post('/audits/:id/cancel', async (c) => {
      await cancelAudit(deps, c.req.param('id'))
      return c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}`), 303)
    })
    .post('/audits/:id/organisation', async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c)
      const result = await attempt(() => chooseOrganisation(deps, id, choiceOf(form)))
      if ('done' in result) return c.redirect(c.var.ui.to(`/audits/${id}`), 303)
      const view = readAudit(deps, id, { personId: personOf(c, deps)?.personId ?? null })
      const page = <SearchPage ui={c.var.ui} view={view} routes={readRoutes(deps, id, view)} refused={result.refused} />
      return renderPage(c, page, statusOf(result.refused))
    })

const nothingChosen: Text = {
  nl: 'Kies een organisatie, of kies ‘Geen van deze’.',
  en: 'Choose an organisation, or choose ‘None of these’.',
}

function choiceOf(form: Form): OrganisationChosen {
  const website = textOf(form, 'website').trim()
  if (website) return { website }
  const choice = textOf(form, 'choice')
  if (choice === 'none') return { none: true }
  if (choice) return { wikidataId: choice }
  throw new EenlijnError('invalid-input', nothingChosen, { field: 'choice' })
}

interface SearchProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly routes: RoutesView
  /** The box for a page of results after it was refused or read. */
  readonly results?: ResultsState | null
  readonly refused?: EenlijnError
}

/** The first step: what is being done now, what was found, and where nobody could look. */
export const SearchPage = ({ ui, view, routes, results = null, refused }: SearchProps) => {
  const under = view.state === 'queued' || view.state === 'running'
  const error = refused ? { field: refused.field ?? 'choice', text: ui.text(refused.text) } : null
  return (
    <AuditPage
      ui={ui}
      view={view}
      step="search"
      title={ui.t.audit.heading}
      scripts={['live.js', 'routes.js']}
      styles={['search.css', 'routes.css']}
    >
      <p class="visually-hidden" role="status" data-live="status" data-says>
        {announcement(ui, view)}
      </p>
      <div {...(under ? { 'data-watch': ui.to(`/audits/${view.id}/live`), 'data-after': view.lastEvent } : {})}>
        <ErrorSummary ui={ui} errors={error ? [{ field: fieldOf(view, error.field), text: error.text }] : []} />
        <div data-live="state">
          <SearchState ui={ui} view={view} />
          <SiteNotice ui={ui} view={view} />
        </div>
        {under ? <UnderWay ui={ui} view={view} /> : <Ended ui={ui} view={view} routes={routes} results={results} error={error} />}
        <div data-live="again">{hasEnded(view) ? <SearchAgain ui={ui} view={view} /> : null}</div>
      </div>
    </AuditPage>
  )
}

/** Where on the page the mistake is. */
function fieldOf(view: AuditView, field: string): string {
  if (field === 'results' || field === 'resultsPage' || field === 'website') return field
  return view.state === 'choosing' ? 'choose' : 'routes'
}

/** What grows stands last, so that nothing moves while somebody reads. */
const UnderWay = ({ ui, view }: { ui: Ui; view: AuditView }) => (
  <>
    <NowLine ui={ui} view={view} />
    <Progress ui={ui} view={view} />
    <h2>{ui.t.routes.now}</h2>
    <Routes ui={ui} routes={view.routes} />
    <FoundList ui={ui} view={view} />
    <NextStep ui={ui} view={view} current="search" />
  </>
)

interface EndedProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly routes: RoutesView
  readonly results: ResultsState | null
  readonly error: { readonly field: string; readonly text: string } | null
}

/** What matters stands first: what to do now, then what was found, then where, and what a person can add. */
const Ended = ({ ui, view, routes, results, error }: EndedProps) => {
  const nothing = view.candidates.length === 0
  return (
    <>
      {nothing ? null : <NextStep ui={ui} view={view} current="search" />}
      {view.state === 'choosing' ? <ChooseOrganisation ui={ui} view={view} error={error} /> : <Progress ui={ui} view={view} />}
      {nothing && hasEnded(view) ? <PasteBox ui={ui} auditId={view.id} text="" /> : null}
      {nothing ? null : <FoundList ui={ui} view={view} />}
      {hasEnded(view) ? <ToLookAt ui={ui} auditId={view.id} accounts={routes.toLookAt} /> : null}
      {hasEnded(view) ? (
        <>
          <RoutePanel ui={ui} view={view} routes={routes} />
          <ResultsBox ui={ui} auditId={view.id} state={results} />
        </>
      ) : (
        <>
          <h2>{ui.t.routes.title}</h2>
          <Routes ui={ui} routes={view.routes} />
        </>
      )}
    </>
  )
}
