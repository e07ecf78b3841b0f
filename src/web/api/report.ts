import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Deps } from '../../deps.ts'
import { buildReport } from '../../report/build.ts'
import { reportCsv } from '../../report/csv.ts'
import { reportJson } from '../../report/json.ts'
import type { ReportModel } from '../../report/model.ts'
import { readContactSheet } from '../../services/contact-sheet.ts'
import { readAudit } from '../../services/read-audit.ts'
import { auditParams, json, orProblem, viewerOf, viewerQuery } from './answers.ts'
import { csvAnswer, csvOptions, csvQuery } from './csv.ts'
import { reportSchema } from './report-schema.ts'

const tags = ['Report']

const asJson = createRoute({
  method: 'get',
  path: '/audits/{auditId}/report',
  tags,
  summary: 'Read the report',
  description: 'What goes well, every account with grades and reasons, what could not be seen, the uniformity and the plan.',
  request: { params: auditParams, query: viewerQuery },
  responses: { 200: json(reportSchema, 'The report, in both languages'), ...orProblem },
})

// Not the literal, which would demand an object here: the file is written as text of a fixed order.
const jsonFile: string = 'application/json'

const asFile = createRoute({
  method: 'get',
  path: '/audits/{auditId}/report.json',
  tags,
  summary: 'Download the report',
  request: { params: auditParams, query: viewerQuery },
  responses: { 200: { description: 'The same report as a file', content: { [jsonFile]: { schema: reportSchema } } }, ...orProblem },
})

const asCsv = createRoute({
  method: 'get',
  path: '/audits/{auditId}/report.csv',
  tags,
  summary: 'Read the report as a table',
  description: 'A row for each account and for each platform without one. With `;` numbers have a decimal comma.',
  request: {
    params: auditParams,
    query: viewerQuery.extend(csvQuery.shape),
  },
  responses: { 200: csvAnswer, ...orProblem },
})

export function addReport(api: OpenAPIHono, deps: Deps): void {
  const report = (auditId: string, query: { person?: string | undefined }) => {
    const view = readAudit(deps, auditId, { ...viewerOf(query), reveal: true })
    const sheet = readContactSheet(deps, auditId, { sort: 'banner', platform: null }, view)
    return buildReport(view, { version: deps.version, sheet })
  }

  api.openapi(asJson, (c) => c.json(report(c.req.valid('param').auditId, c.req.valid('query')), 200))
  api.openapi(asFile, (c) => {
    const model = report(c.req.valid('param').auditId, c.req.valid('query'))
    download(c, model, 'json')
    return c.body(reportJson(model), 200, { 'Content-Type': jsonFile })
  })
  api.openapi(asCsv, (c) => {
    const { sep, lang, ...viewer } = c.req.valid('query')
    const model = report(c.req.valid('param').auditId, viewer)
    download(c, model, 'csv')
    return c.body(reportCsv(model, csvOptions(c, { sep, lang })), 200, { 'Content-Type': 'text/csv; charset=UTF-8' })
  })
}

/** A file name that every system takes, beside the name as it is (RFC 6266). */
function download(c: Context, { organisation }: ReportModel, extension: string): void {
  const plain = organisation.name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)
  const whole = encodeURIComponent(`eenlijn ${organisation.name.slice(0, 80).toWellFormed()}.${extension}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  c.header('Content-Disposition', `attachment; filename="eenlijn-${plain}.${extension}"; filename*=UTF-8''${whole}`)
}
