import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { buildReport } from '../../report/build.ts'
import { reportCsv } from '../../report/csv.ts'
import { reportJson } from '../../report/json.ts'
import { readContactSheet } from '../../services/contact-sheet.ts'
import { readAudit } from '../../services/read-audit.ts'
import { ReportPage } from '../components/report-page.tsx'
import { type Person, personOf } from '../person.ts'
import { renderPage } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** The report at its permanent address, and the same as files. */
export const reportPages = (deps: Deps) => {
  const read = (auditId: string, person: Person | null) => {
    const view = readAudit(deps, auditId, { personId: person?.personId ?? null, reveal: true })
    const sheet = readContactSheet(deps, auditId, { sort: 'banner', platform: null }, view)
    return { view, report: buildReport(view, { version: deps.version, sheet }) }
  }
  return new Hono<WebEnv>()
    .get('/audits/:id/report', (c) => {
      const { view, report } = read(c.req.param('id'), personOf(c, deps))
      return renderPage(c, <ReportPage ui={c.var.ui} view={view} report={report} address={addressOf(c)} />)
    })
    .get('/audits/:id/report.csv', (c) => {
      const { report } = read(c.req.param('id'), personOf(c, deps))
      const separator = c.req.query('sep') === 'comma' ? ',' : ';'
      asFile(c, report.organisation.name, 'csv')
      return c.body(reportCsv(report, { separator, locale: c.var.ui.locale }), 200, { 'Content-Type': 'text/csv; charset=UTF-8' })
    })
    .get('/audits/:id/report.json', (c) => {
      const { report } = read(c.req.param('id'), personOf(c, deps))
      asFile(c, report.organisation.name, 'json')
      return c.body(reportJson(report), 200, { 'Content-Type': 'application/json' })
    })
}

const addressOf = (c: Context): string => {
  const { origin, pathname } = new URL(c.req.url)
  return `${origin}${pathname}`
}

function asFile(c: Context, organisation: string, extension: string): void {
  const name = organisation
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)
  c.header('Content-Disposition', `attachment; filename="eenlijn-${name}.${extension}"`)
  c.header('Cache-Control', 'private, no-cache')
}
