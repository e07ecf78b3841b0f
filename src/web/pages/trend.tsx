import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { trendCsv } from '../../report/trend-csv.ts'
import { drawChart } from '../../report/trend-svg.ts'
import { readAudit } from '../../services/read-audit.ts'
import { readTrend } from '../../services/read-trend.ts'
import { mainChart } from '../components/trend-charts.ts'
import { TrendPage } from '../components/trend-page.tsx'
import { separatorIn } from '../csv.ts'
import { personOf } from '../person.ts'
import { renderPage } from '../respond.ts'
import type { WebEnv } from '../ui.ts'

/** Pixels of the picture per unit of the drawing: sharp in a presentation. */
const scale = 2

/** The trend of an organisation, and the same as files. */
export const trendPages = (deps: Deps) => {
  const viewerOf = (c: Context<WebEnv>) => ({ personId: personOf(c, deps)?.personId ?? null, reveal: true })
  const read = (c: Context<WebEnv>, auditId: string) => readTrend(deps, auditId, viewerOf(c))
  const drawn = (c: Context<WebEnv>, auditId: string) =>
    drawChart({ ...mainChart(c.var.ui, read(c, auditId)), width: 700, height: 320, alone: true })
  return new Hono<WebEnv>()
    .get('/audits/:id/verloop', (c) => {
      const auditId = c.req.param('id')
      return renderPage(c, <TrendPage ui={c.var.ui} view={readAudit(deps, auditId, viewerOf(c))} trend={read(c, auditId)} />)
    })
    .get('/audits/:id/verloop.csv', (c) => {
      const { locale } = c.var.ui
      const csv = trendCsv(read(c, c.req.param('id')), { locale, separator: separatorIn(locale) })
      return c.body(csv, 200, { ...asFile('csv'), 'Content-Type': 'text/csv; charset=UTF-8' })
    })
    .get('/audits/:id/verloop.svg', (c) => c.body(drawn(c, c.req.param('id')), 200, { ...asFile('svg'), 'Content-Type': 'image/svg+xml' }))
    .get('/audits/:id/verloop.png', async (c) => {
      const { default: sharp } = await import('sharp')
      const png = await sharp(Buffer.from(drawn(c, c.req.param('id'))), { density: 72 * scale })
        .png()
        .toBuffer()
      return c.body(new Uint8Array(png), 200, { ...asFile('png'), 'Content-Type': 'image/png' })
    })
}

const asFile = (extension: string) => ({
  'Content-Disposition': `attachment; filename="eenlijn-verloop.${extension}"`,
  'Cache-Control': 'private, no-cache',
})
