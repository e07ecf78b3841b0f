import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import { cellStates, locationAnswers, sprawlDecisions } from '../../model/location.ts'
import { type PlatformId, platformIdSchema } from '../../model/platform.ts'
import { matrixCsv } from '../../report/matrix-csv.ts'
import { answerLocation, attachAccount } from '../../services/answer-location.ts'
import { decideSprawl } from '../../services/decide-sprawl.ts'
import { importLocations, importLocationsFromSite, removeLocation } from '../../services/import-locations.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readLocations } from '../../services/read-locations.ts'
import { CellPanel } from '../components/location-cell.tsx'
import { type MatrixQuery, queryText } from '../components/location-matrix.tsx'
import { LocationsPage, type LocationsState } from '../components/locations-page.tsx'
import { csvHeaders, separatorIn } from '../csv.ts'
import { personOf } from '../person.ts'
import { attempt, fileOf, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

export const locationsPages = (deps: Deps) => {
  const who = (c: Context) => personOf(c, deps)?.personId ?? null
  const render = (c: Context<WebEnv>, auditId: string, state: Omit<LocationsState, 'query'>, refused?: EenlijnError) => {
    const view = readAudit(deps, auditId, { personId: who(c) })
    const error = refused ? { field: refused.field ?? 'locations', text: c.var.ui.text(refused.text) } : null
    const shown = { ...state, query: queryOf(c), ...(error ? { error } : {}) }
    const page = <LocationsPage ui={c.var.ui} view={view} locations={readLocations(deps, auditId)} state={shown} />
    return renderPage(c, page, refused ? statusOf(refused) : 200)
  }
  const back = (c: Context<WebEnv>, auditId: string, query: MatrixQuery, anchor: string) =>
    c.redirect(`${c.var.ui.to(`/audits/${auditId}/locations`)}?${queryText(query)}#${anchor}`, 303)
  /** Does what a form of a cell asked, and comes back to it. */
  const act = async (c: Context<WebEnv>, auditId: string, work: () => void, query = queryOf(c)) => {
    const result = await attempt(work)
    if ('refused' in result) return render(c, auditId, {}, result.refused)
    return back(c, auditId, query, query.open ? 'opened' : 'matrix')
  }

  return (
    new Hono<WebEnv>()
      .get('/audits/:id/locations', (c) => {
        const auditId = c.req.param('id')
        if (c.req.header('x-part') !== 'cell') return render(c, auditId, {})
        const query = queryOf(c)
        const locations = readLocations(deps, auditId)
        const row = locations.rows.find(({ location }) => query.open.startsWith(`${location.id}.`))
        const cell = row?.cells.find(({ platform }) => query.open === `${row.location.id}.${platform}`)
        if (!row || !cell) return c.notFound()
        return c.html(
          <table>
            <CellPanel ui={c.var.ui} locations={locations} location={row.location} cell={cell} query={query} />
          </table>,
        )
      })
      .get('/audits/:id/locations.csv', (c) => {
        const { locale } = c.var.ui
        const csv = matrixCsv(readLocations(deps, c.req.param('id')), { locale, separator: separatorIn(locale) })
        const name = locale === 'nl' ? 'eenlijn-locaties' : 'eenlijn-locations'
        return c.body(csv, 200, { ...csvHeaders(name), 'Cache-Control': 'private, no-cache' })
      })
      .post('/audits/:id/locations', async (c) => {
        const auditId = c.req.param('id')
        const typed = textOf(await readForm(c), 'locations')
        const file = await fileOf(c, 'file')
        const text = file ? await file.text() : typed
        const result = await attempt(() => importLocations(deps, { auditId, text }))
        if ('refused' in result) return render(c, auditId, { text: typed }, result.refused)
        return render(c, auditId, { imported: result.done })
      })
      // A form's own address, opened again.
      .get('/audits/:id/:form{(?:locations|sprawl)/.+}', (c) => c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}/locations`)))
      .post('/audits/:id/locations/site', async (c) => {
        const result = await attempt(() => importLocationsFromSite(deps, { auditId: c.req.param('id') }))
        if ('refused' in result) return render(c, c.req.param('id'), {}, result.refused)
        return render(c, c.req.param('id'), { imported: result.done })
      })
      .post('/audits/:id/locations/:locationId/remove', (c) =>
        act(c, c.req.param('id'), () => removeLocation(deps, { auditId: c.req.param('id'), locationId: c.req.param('locationId') })),
      )
      .post('/audits/:id/locations/:locationId/:platform/answer', async (c) => {
        const { id: auditId, locationId, platform } = c.req.param()
        const form = await readForm(c)
        const answer = textOf(form, 'clear') ? null : locationAnswers.find((one) => one === textOf(form, 'answer'))
        const note = textOf(form, 'note')
        return act(c, auditId, () => {
          if (answer === undefined) throw chooseAnswer
          answerLocation(deps, { auditId, locationId, platform: platformOf(platform), answer, note, personId: who(c) })
        })
      })
      .post('/audits/:id/locations/:locationId/:platform/:how{attach|detach}', async (c) => {
        const { id: auditId, locationId, how } = c.req.param()
        const accountId = textOf(await readForm(c), 'accountId')
        const to = how === 'attach' ? locationId : null
        return act(c, auditId, () => attachAccount(deps, { auditId, accountId, locationId: to, personId: who(c) }))
      })
      .post('/audits/:id/sprawl/:accountId', async (c) => {
        const { id: auditId, accountId } = c.req.param()
        const form = await readForm(c)
        const decision = sprawlDecisions.find((one) => one === textOf(form, 'decision')) ?? null
        const result = await attempt(() =>
          decideSprawl(deps, { auditId, accountId, decision, note: textOf(form, 'note'), personId: who(c) }),
        )
        if ('refused' in result) return render(c, auditId, {}, result.refused)
        return back(c, auditId, { text: '', state: null, open: '' }, `s-${accountId}`)
      })
  )
}

const queryOf = (c: Context): MatrixQuery => ({
  text: (c.req.query('q') ?? '').slice(0, 100),
  state: cellStates.find((state) => state === c.req.query('state')) ?? null,
  open: c.req.query('open') ?? '',
})

/** @throws EenlijnError `not-found`: such an address has no form. */
function platformOf(text: string): PlatformId {
  const known = platformIdSchema.safeParse(text)
  if (known.success) return known.data
  throw new EenlijnError('not-found', { nl: `‘${text}’ is geen platform.`, en: `‘${text}’ is not a platform.` })
}

const chooseAnswer = new EenlijnError('invalid-input', { nl: 'Kies een antwoord.', en: 'Choose an answer.' }, { field: 'opened' })
