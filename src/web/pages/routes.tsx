import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import { readAudit } from '../../services/read-audit.ts'
import { takeResultPage } from '../../services/read-result-page.ts'
import { readRoutes } from '../../services/read-routes.ts'
import { rerunRoute } from '../../services/rerun-route.ts'
import type { ResultsState } from '../components/route-results.tsx'
import { personOf } from '../person.ts'
import { attempt, fileOf, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'
import { SearchPage } from './audit.tsx'

/** What the panel of routes lets people do: take a route again, and hand over a page of results. */
export const routesPages = (deps: Deps) => {
  const render = (c: Context<WebEnv>, auditId: string, results: ResultsState | null, refused?: EenlijnError) => {
    const view = readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null })
    const routes = readRoutes(deps, auditId, view)
    const page = <SearchPage ui={c.var.ui} view={view} routes={routes} results={results} {...(refused ? { refused } : {})} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }

  return new Hono<WebEnv>()
    .post('/audits/:id/routes/:route', async (c) => {
      const { id, route } = c.req.param()
      const typed = textOf(await readForm(c), 'maxDollars')
      const result = await attempt(() => rerunRoute(deps, { auditId: id, route, maxDollars: typed === '' ? 0 : Number(typed) }))
      if ('refused' in result) return render(c, id, null, result.refused)
      return c.redirect(`${c.var.ui.to(`/audits/${id}`)}#route-${route}`, 303)
    })
    .get('/audits/:id/routes/:route', (c) => c.redirect(`${c.var.ui.to(`/audits/${c.req.param('id')}`)}#routes`))
    .post('/audits/:id/results', async (c) => {
      const id = c.req.param('id')
      const form = await readForm(c)
      const typed = { text: textOf(form, 'text'), query: textOf(form, 'query') }
      const file = await fileOf(c, 'page')
      const result = await attempt(async () => {
        const page = file ? new Uint8Array(await file.arrayBuffer()) : null
        return takeResultPage(deps, { auditId: id, ...typed, page })
      })
      if ('done' in result) return render(c, id, { text: '', query: '', outcome: result.done })
      const field = result.refused.field === 'results' || !file ? 'results' : 'resultsPage'
      return render(c, id, { ...typed, error: { field, text: c.var.ui.text(result.refused.text) } }, result.refused)
    })
}
