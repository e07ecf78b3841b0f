import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { platformIdSchema } from '../../model/platform.ts'
import { namesCsv } from '../../report/names-csv.ts'
import { readAudit } from '../../services/read-audit.ts'
import { nameKinds, readNames } from '../../services/read-names.ts'
import { type NamesChoice, NamesPage } from '../components/names-page.tsx'
import { csvHeaders } from '../csv.ts'
import { personOf } from '../person.ts'
import { renderPage } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** The names to take; what is asked for stands in the address, so that it can be kept and shared. */
export const namesPages = (deps: Deps) =>
  new Hono<WebEnv>()
    .get('/audits/:id/names', (c) => {
      const auditId = c.req.param('id')
      const view = readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null })
      return renderPage(c, <NamesPage ui={c.var.ui} view={view} names={readNames(deps, auditId)} choice={choiceIn(c)} />)
    })
    .get('/audits/:id/names.csv', (c) => {
      const separator = c.req.query('sep') === 'comma' ? ',' : ';'
      const csv = namesCsv(readNames(deps, c.req.param('id')), { separator, locale: c.var.ui.locale })
      return c.body(csv, 200, { ...csvHeaders('eenlijn-names'), 'Cache-Control': 'private, no-store' })
    })

/** What cannot be read is left out. */
function choiceIn(c: Context): NamesChoice {
  const page = c.req.query('page') ?? ''
  return {
    of: nameKinds.find((kind) => kind === c.req.query('of')) ?? null,
    platform: platformIdSchema.safeParse(c.req.query('platform')).data ?? null,
    change: c.req.query('show') === 'change',
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  }
}
